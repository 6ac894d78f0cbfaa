import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Config } from '../config.ts'
import { readConfig } from '../config.ts'
import { installJobs } from '../job/start-jobs.ts'
import { openLog } from '../log.ts'
import { findOlderPostgres } from '../testing/find-older-postgres.ts'
import { startServer, type TestServer } from '../testing/start-server.ts'
import { openDoors } from './doors.ts'
import { databaseAccount } from './embedded/account.ts'
import { findPackage, runnableBinaries } from './embedded/binaries.ts'
import { migrate } from './migrate.ts'
import { openStorage, rememberStorage } from './open-storage.ts'

const log = openLog('silent')
const migrations = new URL('../../../migrations/', import.meta.url)

let home: string
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'ratchet-storage-'))
  await chmod(home, 0o711)
})
afterEach(() => rm(home, { recursive: true, force: true }))

const servers = new Map<string, TestServer>()
afterAll(async () => {
  for (const server of servers.values()) await server.stop()
})

async function serverOf(age: 'older' | 'embedded'): Promise<TestServer> {
  const known = servers.get(age)
  if (known) return known
  const server = await startServer(age === 'older' ? findOlderPostgres() : await embeddedPrograms())
  servers.set(age, server)
  return server
}

async function embeddedPrograms(): Promise<string> {
  return dirname((await runnableBinaries(await findPackage(), await databaseAccount(), home)).postgres)
}

function config(environment: Record<string, string> = {}): Config {
  return readConfig({ DATA_DIR: join(home, 'data'), ...environment }, home)
}

describe.each(['older', 'embedded'] as const)('a PostgreSQL server of the %s version', (age) => {
  test('takes the schema and the queues, and the product signs in as a role that owns nothing', async () => {
    const settings = config({ DATABASE_URL: (await serverOf(age)).url })
    const storage = await openStorage(settings, log)
    await migrate(storage.owner, migrations)
    await rememberStorage(settings, storage)
    await installJobs(storage.owner, [])
    const doors = openDoors(storage.app, log)
    try {
      await expect(doors.tx({}, (db) => db.selectFrom('signIn').selectAll().execute())).resolves.toEqual([])
      await expect(doors.tx({}, (db) => db.schema.createTable('mine' as never).execute())).rejects.toThrow(
        /permission denied/,
      )
      await expect(doors.tx({}, (db) => db.deleteFrom('audit').execute())).rejects.toThrow(/permission denied/)
    } finally {
      await doors.close()
    }
    // A second process agrees on the app role's password without being told.
    const again = openDoors((await openStorage(settings, log)).app, log)
    expect(await again.isReady()).toBe(true)
    await again.close()
  })
})

describe('a change of storage that nobody meant', () => {
  test('DATABASE_URL beside an embedded database is refused', async () => {
    const embedded = await openStorage(config(), log)
    await migrate(embedded.owner, migrations)
    await rememberStorage(config(), embedded)
    await embedded.stop()
    await expect(openStorage(config({ DATABASE_URL: (await serverOf('embedded')).url }), log)).rejects.toThrow(
      /the data of this installation lies in/,
    )
  })

  test('a lost DATABASE_URL does not start an empty database', async () => {
    const settings = config({ DATABASE_URL: (await serverOf('embedded')).url })
    const storage = await openStorage(settings, log)
    await migrate(storage.owner, migrations)
    await rememberStorage(settings, storage)
    await expect(openStorage(config(), log)).rejects.toThrow(/DATABASE_URL is not set/)
  })

  test('a server that does not answer is named without its password', async () => {
    const refused = openStorage(config({ DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/ratchet' }), log)
    await expect(refused).rejects.toThrow(/postgres:\/\/me@127.0.0.1:1\/ratchet/)
    await expect(refused).rejects.not.toThrow(/secret/)
  })
})
