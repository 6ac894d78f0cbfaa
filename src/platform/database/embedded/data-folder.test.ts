import { chmod, chown, mkdir, readdir, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { startEmbedded } from './embedded.ts'
import { isRoot, silent, tempDataDir, tempFolder } from './for-tests.ts'
import { layoutOf } from './layout.ts'
import { StartupRefused } from './startup-refused.ts'

async function refusal(dataDir: string): Promise<string> {
  const error = await startEmbedded({ dataDir, log: silent }).then(
    async (db) => db.stop(),
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(StartupRefused)
  return error instanceof Error ? error.message : ''
}

describe('a folder that is not a Ratchet database', () => {
  test('with files of somebody else is left alone and described', async () => {
    const folder = await tempFolder()
    for (const name of ['a.txt', 'b.txt', 'c.txt', 'd.txt']) await writeFile(join(folder, name), '')
    expect(await refusal(folder)).toMatch(/holds a\.txt, b\.txt, c\.txt and 1 more.*Set DATA_DIR/s)
    expect(await readdir(folder)).toHaveLength(4)
  })

  test('with a PostgreSQL of somebody else', async () => {
    const folder = await tempFolder()
    await writeFile(join(folder, 'PG_VERSION'), '18\n')
    expect(await refusal(folder)).toMatch(/a PostgreSQL data folder that Ratchet did not make/)
  })

  test('that is a file', async () => {
    const file = join(await tempFolder(), 'file')
    await writeFile(file, '')
    expect(await refusal(file)).toMatch(/cannot be used.*kept as it was/s)
  })
})

describe('a folder of another version', () => {
  test.each([
    ['17', /was written by PostgreSQL 17.*Start the Ratchet release that wrote it/s],
    ['19', /was written by PostgreSQL 19.*Start the newer Ratchet/s],
  ])('of PostgreSQL %s is refused', async (version, message) => {
    const dataDir = await tempDataDir()
    const { cluster, marker } = layoutOf(dataDir)
    await mkdir(cluster, { recursive: true })
    await writeFile(marker, '{"product":"ratchet","layout":1}')
    await writeFile(join(cluster, 'PG_VERSION'), `${version}\n`)
    expect(await refusal(dataDir)).toMatch(message)
    expect(await readdir(cluster)).toEqual(['PG_VERSION'])
  })

  test('arranged by a newer Ratchet is refused', async () => {
    const dataDir = await tempDataDir()
    await mkdir(dataDir)
    await writeFile(layoutOf(dataDir).marker, '{"product":"ratchet","layout":2}')
    expect(await refusal(dataDir)).toMatch(/newer Ratchet/)
  })

  test('whose cluster has lost its version is refused', async () => {
    const dataDir = await tempDataDir()
    const { cluster, marker } = layoutOf(dataDir)
    await mkdir(join(cluster, 'base'), { recursive: true })
    await writeFile(marker, '{"product":"ratchet","layout":1}')
    expect(await refusal(dataDir)).toMatch(/PG_VERSION is missing.*restore a backup/s)
  })
})

describe.runIf(isRoot)('a folder that the account cannot reach', () => {
  test('names the folder that blocks and the command that mends it', async () => {
    const folder = await tempFolder()
    const blocking = join(folder, "somebody's home")
    await mkdir(join(blocking, 'deeper'), { recursive: true })
    await chmod(blocking, 0o700)
    const message = await refusal(join(blocking, 'deeper', 'database'))
    expect(message).toContain(`cannot pass through ${blocking} to the data folder`)
    expect(message).toContain(`chmod o+x '${folder}/somebody'\\''s home'`)
    expect(await readdir(join(blocking, 'deeper'))).toEqual([])
  })

  test('that belongs to another user is refused', async () => {
    const folder = await tempFolder()
    await chown(folder, 65534, 65534)
    expect(await refusal(folder)).toMatch(/belongs to user 65534.*chown -R ratchet-db/s)
  })
})

describe('a first start', { timeout: 60_000 }, () => {
  test('after one that was cut off makes the database anew, also through a link and a path too long for a socket', async () => {
    const folder = await tempFolder()
    const long = join(folder, 'a name with \'quotes\', "commas" and \\'.padEnd(60, 'x'), 'x'.repeat(40))
    await mkdir(long, { recursive: true })
    const { root, marker } = layoutOf(long)
    await writeFile(marker, '{"product":"ratchet","layout":1}')
    await mkdir(join(root, 'cluster.new-cut0ff', 'base'), { recursive: true })
    await symlink(long, join(folder, 'link'))

    const db = await startEmbedded({ dataDir: join(folder, 'link'), log: silent })
    try {
      expect(db.socketDir.startsWith(folder)).toBe(false)
      const { mode, uid } = await stat(db.socketDir)
      expect(mode & 0o777).toBe(0o700)
      expect(uid).toBe((await stat(layoutOf(long).cluster)).uid)
      expect((await readdir(long)).filter((name) => name.startsWith('cluster'))).toEqual(['cluster'])
    } finally {
      await db.stop()
    }
    await expect(stat(db.socketDir)).rejects.toThrow(/ENOENT/)
  })
})
