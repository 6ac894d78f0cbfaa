import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dedicatedAccount } from './account.ts'
import { type EmbeddedDatabase, startEmbedded } from './embedded.ts'
import { ask, askUntilAnswered, isRoot, postmasterOf, silent, startInOtherNode, tempDataDir } from './for-tests.ts'
import { layoutOf } from './layout.ts'
import type { PgConfig } from './pg-config.ts'
import { postgresProcessesOf, processStamp } from './process-table.ts'
import type { UnexpectedExit } from './supervise.ts'

let dataDir: string
let db: EmbeddedDatabase

beforeAll(async () => {
  dataDir = await tempDataDir()
  db = await startEmbedded({ dataDir, log: silent })
}, 60_000)

afterAll(() => db.stop())

describe('a fresh start', () => {
  test('gives the two roles a database of their own', async () => {
    const who = 'select current_user, current_database()'
    expect(await ask(db.owner, who)).toEqual([{ current_user: 'ratchet_owner', current_database: 'ratchet' }])
    expect(await ask(db.app, who)).toEqual([{ current_user: 'ratchet_app', current_database: 'ratchet' }])
    expect(db.version).toMatch(/^18\.\d+$/)
  })

  test('makes a cluster that keeps what it acknowledges and sorts the same everywhere', async () => {
    const sql = `select current_setting('fsync') as fsync, current_setting('full_page_writes') as pages,
      current_setting('data_checksums') as checksums, current_setting('synchronous_commit') as commit,
      datlocprovider as provider, datlocale as locale, pg_encoding_to_char(encoding) as encoding
      from pg_database where datname = 'ratchet'`
    expect(await ask(db.app, sql)).toEqual([
      { fsync: 'on', pages: 'on', checksums: 'on', commit: 'on', provider: 'b', locale: 'C.UTF-8', encoding: 'UTF8' },
    ])
  })

  test('listens on no network', async () => {
    expect(await ask(db.app, 'show listen_addresses')).toEqual([{ listen_addresses: '' }])
    const tcp = [...readFileSync('/proc/net/tcp', 'utf8').matchAll(/^\s*\d+: \S+ \S+ 0A .*$/gm)].map(([line]) => line)
    const account = (await stat(layoutOf(dataDir).cluster)).uid
    // The eighth column is the user; another server of the same user may listen when PostgreSQL runs as ourselves.
    if (isRoot) expect(tcp.filter((line) => line.trim().split(/\s+/)[7] === String(account))).toEqual([])
  })

  test('keeps socket and data to the account alone', async () => {
    for (const folder of [db.socketDir, layoutOf(dataDir).cluster]) {
      const { mode, uid } = await stat(folder)
      expect(mode & 0o777).toBe(0o700)
      if (isRoot) expect(uid).not.toBe(0)
    }
  })

  test.runIf(isRoot)('lets no other user of the system sign in', () => {
    const script = `require('net').connect('${db.socketDir}/.s.PGSQL.5432').on('error', (error) => console.log(error.code))`
    const { stdout } = spawnSync(process.execPath, ['-e', script], { uid: 65534, gid: 65534, encoding: 'utf8' })
    expect(stdout.trim()).toBe('EACCES')
  })

  test('puts PostgreSQL out of reach of Ctrl-C in the terminal', async () => {
    const stat = readFileSync(`/proc/${await postmasterOf(dataDir)}/stat`, 'utf8')
    const [, , group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    expect(Number(group)).toBe(await postmasterOf(dataDir))
  })
})

describe('what the roles may not do', () => {
  beforeAll(() =>
    ask(
      db.owner,
      `create table secret (id int);
       create table note (owner text); alter table note enable row level security, force row level security;
       insert into secret values (1); grant select, insert on note to ratchet_app;
       create policy mine on note using (owner = current_setting('app.me', true));`,
    ),
  )

  test.each([
    'create table mine (id int)',
    'create temporary table mine (id int)',
    'create schema mine',
    'create database mine',
    'create role mine',
    'create extension pgcrypto',
    'select * from secret',
    'drop table note',
    'alter table note no force row level security',
    "insert into note values ('somebody')",
    'set role ratchet_owner',
    'set role ratchet_supervisor',
    'alter role ratchet_app superuser',
    'alter role ratchet_app bypassrls',
    'select lo_create(0)',
    "select pg_read_file('PG_VERSION')",
    "copy (select 1) to program 'true'",
    'alter system set fsync = off',
    'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()',
  ])('the app: %s', async (sql) => {
    await expect(ask(db.app, sql)).rejects.toThrow(
      /permission denied|must be|row-level security|only roles|not allowed/i,
    )
  })

  test.each([
    'create role mine',
    'create database mine',
    'set role ratchet_supervisor',
    'alter role ratchet_app bypassrls',
    "select pg_read_file('PG_VERSION')",
    "copy (select 1) to program 'true'",
  ])('the owner: %s', async (sql) => {
    await expect(ask(db.owner, sql)).rejects.toThrow(/permission denied/i)
  })

  test.each(['postgres', 'template1'])('nobody but the supervisor opens the database %s', async (database) => {
    await expect(ask({ ...db.app, database }, 'select 1')).rejects.toThrow(/permission denied/)
    await expect(ask({ ...db.owner, database }, 'select 1')).rejects.toThrow(/permission denied/)
  })

  test('no other role signs in', async () => {
    await expect(ask({ ...db.app, user: 'postgres' }, 'select 1')).rejects.toThrow(/no pg_hba.conf entry/)
  })
})

describe('one folder, one process', () => {
  test('the same process is refused', async () => {
    await expect(startEmbedded({ dataDir, log: silent })).rejects.toThrow(/in use: this process itself/)
  })

  test('another process is refused, told who runs it, and the first goes on', async () => {
    await expect(startInOtherNode(dataDir)).rejects.toThrow(`process ${process.pid} runs it`)
    expect(await ask(db.app, 'select 1 as one')).toEqual([{ one: 1 }])
  })
})

describe('a PostgreSQL that is killed', () => {
  test('is started again by itself, keeps what it acknowledged, and the configs stay valid', {
    timeout: 30_000,
  }, async () => {
    const exits: UnexpectedExit[] = []
    db.onExit((exit) => exits.push(exit))
    await ask(db.owner, 'create table kept (id int); insert into kept values (1)')
    const before = await postmasterOf(dataDir)
    process.kill(before, 'SIGKILL')
    // A connection opened before the children notice is cut; ask again.
    expect(await askUntilAnswered(db.owner, 'select id from kept', 15_000)).toEqual([{ id: 1 }])
    await expect.poll(() => exits).toEqual([{ code: null, signal: 'SIGKILL', isRestarting: true }])
    await expect.poll(() => postmasterOf(dataDir).catch(() => before), { timeout: 15_000 }).not.toBe(before)
  })

  test('comes back when it is killed once more while it starts', { timeout: 30_000 }, async () => {
    const ends: UnexpectedExit[] = []
    db.onExit((exit) => ends.push(exit))
    const { cluster } = layoutOf(dataDir)
    const first = postgresProcessesOf(cluster)
    process.kill(await postmasterOf(dataDir), 'SIGKILL')
    const killNext = async () => {
      const isNew = (pid: number) => !first.includes(pid)
      await expect.poll(() => postgresProcessesOf(cluster).some(isNew), { timeout: 10_000, interval: 1 }).toBe(true)
      for (const pid of postgresProcessesOf(cluster).filter(isNew)) process.kill(pid, 'SIGKILL')
    }
    await killNext()
    expect(await askUntilAnswered(db.app, 'select 1 as one', 15_000)).toEqual([{ one: 1 }])
    expect(ends.length).toBeGreaterThan(1)
    expect(ends.every(({ isRestarting }) => isRestarting)).toBe(true)
  })

  test('comes back when only one of its children is killed', { timeout: 30_000 }, async () => {
    process.kill(await backendOf(db.app), 'SIGKILL')
    expect(await askUntilAnswered(db.app, 'select 1 as one', 15_000)).toEqual([{ one: 1 }])
  })
})

describe('a stop and a warm start', () => {
  test('leaves no process, is safe twice, and everything is there again within 3 s', { timeout: 30_000 }, async () => {
    const postmaster = await postmasterOf(dataDir)
    await Promise.all([db.stop(), db.stop()])
    expect(postgresProcessesOf(layoutOf(dataDir).cluster)).toEqual([])
    expect(processStamp(postmaster)).toBeUndefined()
    expect(readFileSync(layoutOf(dataDir).log, 'utf8')).toMatch(/database system is shut down\n$/)

    const begun = performance.now()
    db = await startEmbedded({ dataDir, log: silent, restartsPerMinute: 0 })
    expect(performance.now() - begun).toBeLessThan(3000)
    expect(await ask(db.owner, 'select id from kept')).toEqual([{ id: 1 }])
  })

  test('with no restart left it says that it is gone, and stops in peace', { timeout: 30_000 }, async () => {
    const gone = new Promise<UnexpectedExit>((resolve) => db.onExit(resolve))
    process.kill(await postmasterOf(dataDir), 'SIGKILL')
    expect(await gone).toEqual({ code: null, signal: 'SIGKILL', isRestarting: false })
    await expect.poll(() => postgresProcessesOf(layoutOf(dataDir).cluster), { timeout: 10_000 }).toEqual([])
    await db.stop()
  })

  test('in the middle of a recovery takes no longer, though PostgreSQL itself would hang', {
    timeout: 30_000,
  }, async () => {
    const again = await startEmbedded({ dataDir, log: silent })
    process.kill(await backendOf(again.app), 'SIGKILL')
    await new Promise((resolve) => setTimeout(resolve, 6))
    const begun = performance.now()
    await again.stop()
    expect(performance.now() - begun).toBeLessThan(5000)
    expect(postgresProcessesOf(layoutOf(dataDir).cluster)).toEqual([])
  })
})

describe('an ordinary user', () => {
  test.runIf(isRoot)('runs PostgreSQL as that user', { timeout: 30_000 }, async () => {
    const { uid, gid } = await stat(layoutOf(dataDir).cluster)
    const theirs = await tempDataDir()
    spawnSync('install', ['-d', '-o', dedicatedAccount, '-g', String(gid), theirs])
    const other = await startInOtherNode(theirs, '', { uid, gid, cwd: '/' })
    expect((await stat(layoutOf(theirs).settings)).uid).toBe(uid)
    expect((await stat(`/proc/${await postmasterOf(theirs)}`)).uid).toBe(uid)
    other.kill('SIGKILL')
    await once(other, 'exit')
    const again = await startInOtherNode(theirs, 'await db.stop(); process.exit()', { uid, gid, cwd: '/' })
    await once(again, 'exit')
    expect(postgresProcessesOf(layoutOf(theirs).cluster)).toEqual([])
  })
})

/** Opens a connection, to be cut by a kill, and tells which process serves it. */
async function backendOf(config: PgConfig): Promise<number> {
  const client = new pg.Client(config)
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  return rows[0]?.pid ?? 0
}
