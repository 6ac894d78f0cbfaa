import { createHash } from 'node:crypto'
import { copyFile, mkdir, open, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { headBytes, headOf, verifyBackup } from './backup-file.ts'
import { coldBackup, restore } from './cold-backup.ts'
import { startEmbedded } from './embedded.ts'
import { ask, silent, tempDataDir, tempFolder } from './for-tests.ts'
import { StartupRefused } from './startup-refused.ts'

let dataDir: string
let folder: string
let file: string

beforeAll(async () => {
  folder = await tempFolder()
  dataDir = await tempDataDir()
  file = join(folder, 'ratchet.backup')
  const db = await startEmbedded({ dataDir, log: silent })
  await ask(db.owner, 'create table page as select n, repeat(md5(n::text), 40) as text from generate_series(1, 5000) n')
  await expect(coldBackup(dataDir, file)).rejects.toThrow(/in use.*Stop it first/s)
  await db.stop()
  await coldBackup(dataDir, file)
}, 60_000)

describe('a backup', () => {
  test('says what it holds, is for its owner alone, and leaves nothing else behind', async () => {
    const manifest = await verifyBackup(file)
    expect(manifest).toMatchObject({ postgres: '18', contentBytes: (await stat(file)).size - headBytes })
    expect(Date.parse(manifest.createdAt)).toBeGreaterThan(Date.now() - 60_000)
    expect((await readFile(file, 'latin1')).split('\n')[1]).toBe(JSON.stringify(manifest))
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(await readdir(folder)).toEqual(['ratchet.backup'])
  })

  test('of a folder without a database, into the database folder, or into a missing folder is refused', async () => {
    await expect(coldBackup(folder, join(folder, 'x'))).rejects.toThrow(/no Ratchet database/)
    await expect(coldBackup(dataDir, join(dataDir, 'x'))).rejects.toThrow(/inside the database folder/)
    await expect(coldBackup(dataDir, join(folder, 'missing', 'x'))).rejects.toThrow(StartupRefused)
    expect(await readdir(folder)).toEqual(['ratchet.backup'])
  })
})

describe('a restore', { timeout: 60_000 }, () => {
  test('brings back every row, and the database starts', async () => {
    const elsewhere = await tempDataDir()
    await restore(file, elsewhere)
    const db = await startEmbedded({ dataDir: elsewhere, log: silent })
    const sql = 'select count(*)::int as rows, min(length(text)) as shortest, sum(n)::int as sum from page'
    expect(await ask(db.owner, sql)).toEqual([{ rows: 5000, shortest: 1280, sum: 12_502_500 }])
    await db.stop()
  })

  test('never overwrites', async () => {
    await expect(restore(file, dataDir)).rejects.toThrow(/not empty.*never overwrites/s)
    const occupied = join(await tempFolder(), 'occupied')
    await mkdir(occupied)
    await writeFile(join(occupied, 'letter.txt'), 'dear')
    await expect(restore(file, occupied)).rejects.toThrow(/letter\.txt/)
    expect(await readdir(occupied)).toEqual(['letter.txt'])
  })

  const damages: [string, (copy: string, size: number) => Promise<void>][] = [
    ['cut off at the end', (copy, size) => truncate(copy, size - 1)],
    ['cut off in its head', (copy) => truncate(copy, 1000)],
    ['empty', (copy) => truncate(copy, 0)],
    ['longer than it was', async (copy, size) => flipBit(copy, size)],
    ['with a flipped bit in the middle', (copy, size) => flipBit(copy, Math.floor(size / 2))],
    ['with a flipped bit at the end', (copy, size) => flipBit(copy, size - 1)],
    ['with a flipped bit in its title', (copy) => flipBit(copy, 3)],
    ['with a flipped bit in its date', (copy) => flipBit(copy, 60)],
    ['with a flipped bit in its padding', (copy) => flipBit(copy, 2000)],
    ['with a flipped bit in its checksum', (copy) => flipBit(copy, headBytes - 10)],
    ['that is another file', (copy) => writeFile(copy, 'not a backup'.repeat(1000))],
  ]
  test.each(damages)('of a backup %s is refused before anything is touched', async (_, damage) => {
    const copy = join(await tempFolder(), 'copy')
    await copyFile(file, copy)
    await damage(copy, (await stat(file)).size)
    const elsewhere = await tempDataDir()
    await expect(restore(copy, elsewhere)).rejects.toThrow(/is not sound/)
    await expect(stat(elsewhere)).rejects.toThrow(/ENOENT/)
  })

  test('of a backup of another PostgreSQL, or of a later form, is refused', async () => {
    const other = join(folder, 'other')
    const content = (await readFile(file)).subarray(headBytes)
    await writeFile(other, Buffer.concat([headOf({ ...(await verifyBackup(file)), postgres: '17' }), content]))
    await expect(restore(other, await tempDataDir())).rejects.toThrow(/PostgreSQL 17/)
  })

  test('whose archive breaks half way keeps nothing of it', async () => {
    const content = (await readFile(file)).subarray(headBytes, -5000)
    const contentSha256 = createHash('sha256').update(content).digest('hex')
    const head = headOf({ postgres: '18', createdAt: '', contentBytes: content.length, contentSha256 })
    const broken = join(folder, 'broken')
    await writeFile(broken, Buffer.concat([head, content]))
    const elsewhere = await tempDataDir()
    await expect(restore(broken, elsewhere)).rejects.toThrow(/could not be unpacked/)
    expect((await readdir(elsewhere)).filter((name) => name.startsWith('cluster'))).toEqual([])
    await restore(file, elsewhere)
  })
})

/** Past the end, it adds a byte. */
async function flipBit(path: string, at: number): Promise<void> {
  const handle = await open(path, 'r+')
  const byte = Buffer.alloc(1)
  await handle.read(byte, 0, 1, at)
  byte[0] = (byte[0] ?? 0) ^ 1
  await handle.write(byte, 0, 1, at)
  await handle.close()
}
