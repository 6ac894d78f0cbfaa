import { constants, type Stats } from 'node:fs'
import { type FileHandle, open, opendir, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { limits } from '#platform/anywhere/limits.ts'
import type { MessageId, MessageValues } from '#platform/anywhere/message.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import type { FeedSource, Mark } from './feed.ts'
import { type Fetched, receiveFeed } from './fetched.ts'

type FolderSource = Extract<FeedSource, { kind: 'folder' }>

/**
 * The newest file of a folder below `root` whose name fits, unless it is the one of `mark` with the same size and time.
 * Links count as what they lead to, and nothing outside of `root` is read.
 * @throws {Problem} saying what is not there, not allowed or not finished.
 */
export async function readFolder(
  { folder, pattern }: FolderSource,
  root: string | null,
  mark: Mark | null,
): Promise<Fetched> {
  if (root === null) throw refused('no-folder-allowed')
  const top = await realpath(root).catch(() => null)
  if (top === null) throw refused('no-root')
  const path = await insideOf(top, join(top, folder), folder)
  const newest = await newestIn(top, path, pattern)
  if (newest === null) throw refused('no-file', { pattern, folder: folder || 'top' })
  const found = markOf(newest.name, newest.facts)
  if (mark && isSame(found, mark)) return { mark: found, content: null }
  const file = await openInside(top, newest.path, newest.name)
  let content: Fetched['content'] = null
  try {
    const before = markOf(newest.name, await file.stat())
    content = await receiveFeed(file.createReadStream({ autoClose: false, end: limits.feedBytes }))
    if (!isSame(markOf(newest.name, await file.stat()), before) || content.size !== before.size)
      throw refused('still-written', { name: newest.name })
    return { mark: before, content }
  } catch (error) {
    await content?.discard()
    throw error
  } finally {
    await file.close()
  }
}

/** The real path. @throws {Problem} when it is not there, or outside of `top`. */
async function insideOf(top: string, path: string, name: string): Promise<string> {
  const real = await realpath(path).catch(() => null)
  if (real === null) throw refused('not-there', { name: name || '.' })
  if (real !== top && !real.startsWith(top + sep)) throw refused('outside', { name })
  return real
}

async function newestIn(top: string, folder: string, pattern: string) {
  let newest: { name: string; path: string; facts: Stats } | null = null
  let seen = 0
  const entries = await opendir(folder).catch(() => null)
  if (entries === null) throw refused('not-readable', { name: folder.slice(top.length + 1) || '.' })
  for await (const { name } of entries) {
    if (++seen > limits.feedFiles) throw refused('many-files', { most: limits.feedFiles })
    if (name.startsWith('.') || !fits(name, pattern)) continue
    const path = await insideOf(top, join(folder, name), name)
    const facts = await stat(path).catch(() => null)
    if (!facts?.isFile()) continue
    if (
      !newest ||
      facts.mtimeMs > newest.facts.mtimeMs ||
      (facts.mtimeMs === newest.facts.mtimeMs && name > newest.name)
    )
      newest = { name, path, facts }
  }
  return newest
}

/** Opens without following a link that was put there meanwhile, and looks again at what was opened. */
async function openInside(top: string, path: string, name: string): Promise<FileHandle> {
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK
  const file = await open(path, flags).catch(() => null)
  if (file === null) throw refused('not-readable', { name })
  try {
    const [opened, there] = [await file.stat(), await stat(await insideOf(top, path, name))]
    if (!opened.isFile() || opened.ino !== there.ino || opened.dev !== there.dev) throw refused('outside', { name })
    return file
  } catch (error) {
    await file.close()
    throw error
  }
}

/** Whether a name fits, big and small letters alike. A star is widened one step at a time, so that no pattern takes long. */
function fits(given: string, wanted: string): boolean {
  const [name, pattern] = [given.toLowerCase(), wanted.toLowerCase()]
  let [at, place, star, from] = [0, 0, -1, 0]
  while (at < name.length) {
    if (pattern[place] === '*') [star, from, place] = [place, at, place + 1]
    else if (pattern[place] === '?' || pattern[place] === name[at]) [at, place] = [at + 1, place + 1]
    else if (star >= 0) [place, from, at] = [star + 1, from + 1, from + 1]
    else return false
  }
  while (pattern[place] === '*') place++
  return place === pattern.length
}

function markOf(name: string, { size, mtimeMs }: Stats): Mark {
  return { name, size, stamp: String(mtimeMs) }
}

function isSame(one: Mark, other: Mark): boolean {
  return one.name === other.name && one.size === other.size && one.stamp === other.stamp
}

function refused(code: string, values: MessageValues = {}): Problem {
  return new Problem('bad-input', `feed.problem.${code}` as MessageId, values)
}
