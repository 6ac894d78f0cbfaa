import { readdir, readlink, symlink, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { isCode } from './is-code.ts'
import { processStamp } from './process-table.ts'
import { StartupRefused } from './startup-refused.ts'

export interface FolderLock {
  release(): Promise<void>
}

/**
 * Claims `folder` for this process. The claim ends with `release()` or with the process, also by `kill -9` or a power
 * cut: it names the process and the moment that process began, so a leftover claim binds nobody.
 *
 * A claim is a link `supervisor-<n>.lock` that points at the holder's name: a link is made whole in one step, and never
 * replaces another. The highest number counts, and a number is only ever followed by the next one. So two processes that find
 * the same dead claim want the same next number, and one gets it; the one that comes with an old number sees a higher
 * one and gives up its own. (A single lock file, removed when stale, lets two such processes remove each other's.)
 *
 * @throws {StartupRefused} while a living process holds it.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  for (;;) {
    const before = await newestClaim(folder)
    if (before?.holder !== undefined) throw heldBy(folder, before.holder)

    const mine = (before?.number ?? 0) + 1
    if (!(await claim(folder, mine, `${process.pid}@${processStamp(process.pid)}`))) continue
    const after = await newestClaim(folder)
    if (after?.number !== mine) {
      await unlink(fileOf(folder, mine))
      continue
    }
    await removeOlder(folder, mine)
    return { release: () => release(folder, mine) }
  }
}

async function release(folder: string, mine: number): Promise<void> {
  // Removing the last claim would start the numbers anew, and somebody who has read the old one could then come second.
  await claim(folder, mine + 1, 'released')
  await removeOlder(folder, mine + 1)
}

interface Claim {
  number: number
  /** The process that holds it, when it lives. */
  holder: number | undefined
}

async function newestClaim(folder: string): Promise<Claim | undefined> {
  for (;;) {
    const number = Math.max(0, ...(await numbersIn(folder)))
    if (number === 0) return undefined
    try {
      return { number, holder: livingHolder(await readlink(fileOf(folder, number))) }
    } catch (error) {
      // A newer claim has just replaced it.
      if (!isCode(error, 'ENOENT')) throw error
    }
  }
}

function livingHolder(text: string): number | undefined {
  const [, pid, stamp] = /^(\d+)@(.+)$/.exec(text) ?? []
  return pid !== undefined && processStamp(Number(pid)) === stamp ? Number(pid) : undefined
}

async function claim(folder: string, number: number, text: string): Promise<boolean> {
  try {
    await symlink(text, fileOf(folder, number))
    return true
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false
    throw error
  }
}

async function removeOlder(folder: string, number: number): Promise<void> {
  for (const older of await numbersIn(folder)) if (older < number) await unlink(fileOf(folder, older)).catch(() => {})
}

async function numbersIn(folder: string): Promise<number[]> {
  const names = await readdir(folder)
  return names.flatMap((name) => /^supervisor-(\d+)\.lock$/.exec(name)?.[1] ?? []).map(Number)
}

function fileOf(folder: string, number: number): string {
  return join(folder, `supervisor-${number}.lock`)
}

function heldBy(folder: string, pid: number): StartupRefused {
  const who = pid === process.pid ? 'this process itself' : `process ${pid}`
  return new StartupRefused(
    `The database in ${folder} is in use: ${who} runs it, and one folder takes one Ratchet. Nothing was changed. ` +
      'Stop it first, or give this one a DATA_DIR of its own.',
  )
}
