import { mkdir, mkdtemp, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { limits } from '#platform/anywhere/limits.ts'
import { FeedSource, type Mark } from './feed.ts'
import { readFolder } from './read-folder.ts'

let base: string
let root: string
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'ratchet-feed-'))
  root = join(base, 'allowed')
  await mkdir(join(root, 'sales'), { recursive: true })
})
afterEach(() => rm(base, { recursive: true }))

async function put(path: string, text: string, seconds: number): Promise<void> {
  await writeFile(join(base, path), text)
  await utimes(join(base, path), seconds, seconds)
}

async function read(mark: Mark | null = null, part: { folder?: string; pattern?: string } = {}) {
  const source = { kind: 'folder', folder: 'sales', pattern: '*.csv', ...part } as const
  const { content, ...found } = await readFolder(source, root, mark)
  const pieces: Buffer[] = []
  if (content) for await (const piece of content.read()) pieces.push(piece as Buffer)
  await content?.discard()
  return { ...found, text: content && Buffer.concat(pieces).toString() }
}

const refusal = (code: string) => expect.objectContaining({ messageId: `feed.problem.${code}` })

describe('a folder', () => {
  test('gives its newest file that fits', async () => {
    await put('allowed/sales/a.csv', 'old', 1000)
    await put('allowed/sales/b.CSV', 'new', 2000)
    await put('allowed/sales/c.txt', 'other', 3000)
    await put('allowed/sales/.d.csv', 'hidden', 4000)
    expect(await read()).toMatchObject({ text: 'new', mark: { name: 'b.CSV', size: 3 } })
  })

  test('gives a file again only when its size or its time has changed', async () => {
    await put('allowed/sales/a.csv', 'one', 1000)
    const { mark } = await read()
    expect((await read(mark)).text).toBeNull()
    await put('allowed/sales/a.csv', 'two', 1001)
    expect((await read(mark)).text).toBe('two')
    await put('allowed/sales/a.csv', 'three', 1000)
    expect((await read(mark)).text).toBe('three')
  })

  test('follows a link that stays inside, and none that leads out', async () => {
    await put('secret.csv', 'secret', 1000)
    await put('allowed/real.csv', 'inside', 1000)
    await symlink(join(root, 'real.csv'), join(root, 'sales/link.csv'))
    expect((await read()).text).toBe('inside')
    await symlink(join(base, 'secret.csv'), join(root, 'sales/escape.csv'))
    await expect(read()).rejects.toEqual(refusal('outside'))
  })

  test('that is itself a link out is not read', async () => {
    await mkdir(join(base, 'allowed-beside'))
    await put('allowed-beside/a.csv', 'secret', 1000)
    await symlink(join(base, 'allowed-beside'), join(root, 'way-out'))
    await expect(read(null, { folder: 'way-out' })).rejects.toEqual(refusal('outside'))
    await expect(read(null, { folder: '../allowed-beside' })).rejects.toEqual(refusal('outside'))
  })

  test.each(['..', '../x', '/etc', 'a/../b', 'a\\b', '.hidden', 'a//b', 'a/', 'a\0b'])(
    'cannot be called %j',
    (folder) => {
      expect(FeedSource.safeParse({ kind: 'folder', folder, pattern: '*' }).success).toBe(false)
    },
  )

  test('says what is missing: the permission, the folder, a file that fits', async () => {
    const source = { kind: 'folder', folder: '', pattern: '*.csv' } as const
    await expect(readFolder(source, null, null)).rejects.toEqual(refusal('no-folder-allowed'))
    await expect(readFolder(source, join(base, 'nowhere'), null)).rejects.toEqual(refusal('no-root'))
    await expect(read(null, { folder: 'nowhere' })).rejects.toEqual(refusal('not-there'))
    await expect(read()).rejects.toEqual(refusal('no-file'))
  })

  test('is not asked for more than may come', async () => {
    await put('allowed/sales/a.csv', '', 1000)
    await truncate(join(root, 'sales/a.csv'), limits.feedBytes + 1)
    await expect(read()).rejects.toEqual(refusal('too-large'))
  })

  test('with a pattern full of stars is read at once', async () => {
    await put(`allowed/sales/${'a'.repeat(200)}`, 'x', 1000)
    const began = Date.now()
    await expect(read(null, { pattern: `${'*a'.repeat(30)}b` })).rejects.toEqual(refusal('no-file'))
    expect(Date.now() - began).toBeLessThan(1000)
  }, 5_000)
})
