import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  openTestServer,
  type TestPerson,
  type TestServer as TestProduct,
  type TestWorkspace,
} from '#app/testing/open-test-server.ts'
import type { Doors } from '#platform/database/doors.ts'
import { runJob } from '#platform/job/start-jobs.ts'
import { openLog } from '#platform/log.ts'
import { readNamedDatabases } from '#platform/named-database.ts'
import { readNamedHosts } from '#platform/named-host.ts'
import { sealIn } from '#platform/seal.ts'
import { findOlderPostgres } from '#platform/testing/find-older-postgres.ts'
import { startServer, type TestServer } from '#platform/testing/start-server.ts'
import { listTold } from '#product/notice/notice-store.ts'
import type { FeedId } from './feed.ts'
import { callDue } from './feed-clock.ts'
import { feedJobs } from './feed-jobs.ts'
import { findFeed, findSecret, listRuns } from './feed-store.ts'
import type { Outside } from './outside.ts'

let server: TestProduct
let workspace: TestWorkspace
let admin: TestPerson
let folder: string
let outside: Outside
let host: Server
let origin: string
let postgres: TestServer
const asked: (string | undefined)[] = []

beforeAll(async () => {
  host = createServer(({ headers }, response) => {
    asked.push(headers.authorization)
    response.end(table)
  })
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve))
  const { port } = host.address() as AddressInfo
  origin = `http://localhost:${port}`
  folder = await mkdtemp(join(tmpdir(), 'ratchet-feeds-'))
  const hosts = readNamedHosts(`private:localhost:${port}, other.example`)
  postgres = await startServer(findOlderPostgres())
  const { port: at } = new URL(postgres.url)
  const databases = readNamedDatabases(
    `till=${postgres.url}, asks=postgres://owner@127.0.0.1:${at}/ratchet, away=postgres://owner@127.0.0.1:1/ratchet`,
  )
  outside = { folder, hosts, databases, seal: sealIn(join(folder, '.keys')) }
  server = await openTestServer({ outside })
  workspace = await server.addWorkspace()
  admin = await workspace.add('admin')
  await admin.post('/sites', { sites: ['North', 'South'].map((name) => ({ name, kind: 'shop' })) })
})
afterAll(async () => {
  await server.close()
  host.close()
  await postgres.stop()
  await rm(folder, { recursive: true })
})

const table = 'shop;week;sales\nNorth;2024-W19;12\nNorth;2024-W20;13\nWest;2024-W19;8\n'
const columns = { site: 'shop', period: 'week', value: 'sales' }
const log = openLog('silent')
let count = 0

async function aMetric(part: Record<string, unknown> = {}): Promise<string> {
  const named = { name: `Sales ${++count}`, unit: '€', better: 'higher', worthMinor: null, every: 'week', ...part }
  return (await admin.post('/metrics', named)).body.id
}

async function aFeed(metricId: string, part: Record<string, unknown> = {}): Promise<FeedId> {
  const source = { kind: 'folder', folder: '', pattern: `${metricId}*.csv` }
  const asking = { source, columns, rhythm: { every: 'hour' }, ownerId: admin.personId, ...part }
  const { status, body } = await admin.post(`/metrics/${metricId}/feeds`, asking)
  expect(status, JSON.stringify(body)).toBe(200)
  return body.id
}

const put = (metricId: string, text: string) => writeFile(join(folder, `${metricId}.csv`), text)

async function run(id: FeedId, doors: Doors = server.database.doors): Promise<void> {
  for (const job of feedJobs(outside)) await runJob(job, { workspaceId: workspace.id, payload: { id } }, doors, log)
}

async function runAgain(id: FeedId): Promise<void> {
  expect((await admin.post(`/feeds/${id}/moves`, { move: 'run' })).status).toBe(200)
  await run(id)
}

const runsOf = (id: FeedId) => workspace.tx((db) => listRuns(db, id))
const feedOf = (id: FeedId) => workspace.tx((db) => findFeed(db, id))

describe('a feed', () => {
  test('stores what is in the file, and says what became of it', async () => {
    const metric = await aMetric()
    await put(metric, table)
    const id = await aFeed(metric)
    await run(id)
    const [one] = (await admin.get(`/feeds/${id}/runs`)).body
    expect(one).toMatchObject({ outcome: 'stored', added: 2, refused: 1, name: `${metric}.csv`, bytes: table.length })
    const [brought] = (await admin.get(`/metrics/${metric}/imports`)).body
    expect(brought).toMatchObject({ id: one.importId, source: 'feed', sheetId: null, byId: admin.personId, added: 2 })
    const { feeds } = (await admin.get(`/metrics/${metric}/feeds`)).body
    expect(feeds).toMatchObject([{ id, state: 'on', failures: 0, hasSecret: false, last: { id: one.id } }])
    expect(new Date(feeds[0].nextAt).getTime()).toBeGreaterThan(Date.now())
  })

  test('what is stored is what is read, field for field', async () => {
    const metric = await aMetric()
    const rhythm = { every: 'week', on: 3, atHour: 6 }
    const id = await aFeed(metric, { rhythm, newSites: 'ward' })
    expect(await feedOf(id)).toEqual({
      id,
      metricId: metric,
      source: { kind: 'folder', folder: '', pattern: `${metric}*.csv` },
      columns: { ...columns, denominator: null, dateOrder: null, numberStyle: null },
      newSites: 'ward',
      rhythm,
      ownerId: admin.personId,
      state: 'on',
      failures: 0,
      nextAt: expect.any(Date),
      mark: null,
      addedById: admin.personId,
      addedAt: expect.any(Date),
    })
  })

  test('leaves a file alone that it has read, and takes one that has changed', async () => {
    const metric = await aMetric()
    await put(metric, table)
    const id = await aFeed(metric)
    await run(id)
    await runAgain(id)
    await put(metric, table.replace(';13', ';131'))
    await runAgain(id)
    const runs = await runsOf(id)
    expect(runs.map(({ outcome }) => outcome)).toEqual(['stored', 'unchanged', 'stored'])
    expect(runs[0]).toMatchObject({ corrected: 1, unchanged: 1, added: 0 })
    expect((await admin.get(`/metrics/${metric}/imports`)).body).toHaveLength(2)
  })

  test('keeps no copy of the file', async () => {
    const before = await server.database.look<{ count: string }>('select count(*) from sheet_chunk')
    const metric = await aMetric()
    await put(metric, table)
    await run(await aFeed(metric))
    expect(await server.database.look('select count(*) from sheet_chunk')).toEqual(before)
  })

  test('that is called twice at once runs once', async () => {
    const metric = await aMetric()
    await put(metric, table)
    const id = await aFeed(metric)
    await Promise.all([run(id), run(id), run(id)])
    expect(await runsOf(id)).toHaveLength(1)
  })

  test('that was killed in between has stored nothing, and stores all the next time', async () => {
    const metric = await aMetric()
    await put(metric, table)
    const id = await aFeed(metric)
    const { doors } = server.database
    // The process ends when everything is written and nothing committed; it cannot write down a failure either.
    let isKilled = false
    const killed: Doors = {
      ...doors,
      tx: (scope, work, options) =>
        doors.tx(
          scope,
          async (db) => {
            if (isKilled) throw new Error('killed')
            const done = await work(db)
            const runs = await listRuns(db, id)
            isKilled = runs.length > 0
            if (isKilled) throw new Error('killed')
            return done
          },
          options,
        ),
    }
    await expect(run(id, killed)).rejects.toThrow('killed')
    expect(await runsOf(id)).toEqual([])
    expect((await admin.get(`/metrics/${metric}/imports`)).body).toEqual([])
    await run(id)
    expect(await runsOf(id)).toMatchObject([{ outcome: 'stored', added: 2 }])
  })

  test('that fails three times in a row rests, and its owner is told once', async () => {
    const metric = await aMetric()
    const id = await aFeed(metric)
    await run(id)
    await runAgain(id)
    expect(await feedOf(id)).toMatchObject({ state: 'on', failures: 2 })
    await runAgain(id)
    expect(await feedOf(id)).toMatchObject({ state: 'paused', failures: 3 })
    const told = await workspace.tx((db) => listTold(db, `/measures/${metric}`, 'feed.told-paused'))
    expect(told).toEqual([admin.personId])
    await run(id)
    expect(await runsOf(id)).toHaveLength(3)
    const { last } = (await admin.get(`/metrics/${metric}/feeds`)).body.feeds[0]
    expect(last.problem).toContain('is called like')
    await put(metric, table)
    await runAgain(id)
    expect(await feedOf(id)).toMatchObject({ state: 'on', failures: 0 })
  })

  test('that failed in between begins to count anew', async () => {
    const metric = await aMetric()
    const id = await aFeed(metric)
    await run(id)
    await put(metric, table)
    await runAgain(id)
    expect(await feedOf(id)).toMatchObject({ failures: 0 })
  })

  test('does not read what a link leads to outside', async () => {
    const metric = await aMetric()
    await symlink('/etc/passwd', join(folder, `${metric}.csv`))
    const id = await aFeed(metric)
    await run(id)
    expect((await runsOf(id))[0]?.problem?.message).toBe('feed.problem.outside')
  })

  test('that is paused or has ended is not run, and an ended one is not changed', async () => {
    const metric = await aMetric()
    const id = await aFeed(metric)
    await admin.post(`/feeds/${id}/moves`, { move: 'pause' })
    await run(id)
    await admin.post(`/feeds/${id}/moves`, { move: 'end' })
    await run(id)
    expect(await runsOf(id)).toEqual([])
    expect((await admin.post(`/feeds/${id}/moves`, { move: 'run' })).body.code).toBe('feed.ended')
    expect((await admin.get(`/metrics/${metric}/feeds`)).body.feeds).toEqual([])
  })
})

describe('the clock', () => {
  test('calls what is due, once, and again when its run never ended', async () => {
    const id = await aFeed(await aMetric())
    const calls = async (at: Date) => {
      await callDue(server.database.doors, at)
      const [row] = await server.database.look<{ count: string }>(
        "select count(*) from outbox where event = 'feed.due' and payload->>'id' = $1",
        [id],
      )
      return Number(row?.count)
    }
    const now = Date.now()
    // The first is from whoever added it.
    expect(await calls(new Date(now + 1000))).toBe(2)
    expect(await calls(new Date(now + 2000))).toBe(2)
    expect(await calls(new Date(now + 21 * 60_000))).toBe(3)
    await run(id)
    await admin.post(`/feeds/${id}/moves`, { move: 'pause' })
    const before = await calls(new Date(now))
    expect(await calls(new Date(now + 9_000_000))).toBe(before)
  })
})

describe('a secret', () => {
  test('is sent, sealed in the database, and shown to nobody', async () => {
    const metric = await aMetric()
    const source = { kind: 'address', url: `${origin}/week.csv`, header: 'Authorization' }
    const id = await aFeed(metric, { source, secret: 'Bearer of-things' })
    await run(id)
    expect(asked.at(-1)).toBe('Bearer of-things')
    expect(await runsOf(id)).toMatchObject([{ outcome: 'stored', name: 'week.csv' }])
    const sealed = await workspace.tx((db) => findSecret(db, id))
    expect(sealed?.toString('latin1')).not.toContain('of-things')
    const { body } = await admin.get(`/metrics/${metric}/feeds`)
    expect(body.feeds[0].hasSecret).toBe(true)
    expect(JSON.stringify([body, (await admin.get(`/feeds/${id}/runs`)).body])).not.toContain('of-things')
  })

  test('stays with its host: for another one it has to be given again', async () => {
    const source = { kind: 'address', url: `${origin}/week.csv`, header: 'Authorization' }
    const id = await aFeed(await aMetric(), { source, secret: 'Bearer of-things' })
    const asking = { columns, rhythm: { every: 'hour' }, ownerId: admin.personId }
    const kept = { ...source, url: `${origin}/month.csv` }
    expect((await admin.put(`/feeds/${id}`, { ...asking, source: kept })).body.hasSecret).toBe(true)
    const elsewhere = { ...source, url: 'https://other.example/week.csv' }
    const { status, body } = await admin.put(`/feeds/${id}`, { ...asking, source: elsewhere })
    expect([status, body.code]).toEqual([422, 'feed.problem.secret-again'])
    const none = { ...elsewhere, header: null }
    expect((await admin.put(`/feeds/${id}`, { ...asking, source: none })).body.hasSecret).toBe(false)
    expect(await workspace.tx((db) => findSecret(db, id))).toBeNull()
  })

  test('does not travel in clear over a network that is not the own one', async () => {
    const source = { kind: 'address', url: 'http://other.example/week.csv', header: 'Authorization' }
    const asking = { source, columns, rhythm: { every: 'hour' }, ownerId: admin.personId, secret: 'x' }
    const { body } = await admin.post(`/metrics/${await aMetric()}/feeds`, asking)
    expect(body.code).toBe('feed.problem.secret-in-clear')
  })

  test('opens for its own feed only', () => {
    const sealed = outside.seal.close('abc', 'one')
    expect(outside.seal.open(sealed, 'one')).toBe('abc')
    expect(outside.seal.open(sealed, 'two')).toBeNull()
    expect(outside.seal.open(sealed.subarray(0, 20), 'one')).toBeNull()
  })
})

describe('a query', () => {
  const sql =
    "select * from (values ('North', date '2024-05-06', 1.234), ('South', '2024-05-06', 2.5)) as t (shop, week, sales)"
  const query = (part: Record<string, unknown> = {}) => ({
    kind: 'query',
    database: 'till',
    name: 'Sales',
    sql,
    ...part,
  })

  test('is tried before anything is stored: its rows, its columns, and how long it took', async () => {
    const metric = await aMetric()
    const { status, body } = await admin.post(`/metrics/${metric}/feed-looks`, { source: query() })
    expect(status).toBe(200)
    expect(body).toMatchObject({ name: 'Sales', ms: expect.any(Number), description: { rowCount: 2 } })
    expect(body.description.columns.map(({ name }: { name: string }) => name)).toEqual(['shop', 'week', 'sales'])
    expect(body.description.sample[0].cells).toEqual(['North', '2024-05-06', '1.234'])
    expect((await admin.get(`/metrics/${metric}/feeds`)).body.feeds).toEqual([])
    expect((await admin.get(`/metrics/${metric}/imports`)).body).toEqual([])
  })

  test('brings its figures, a point being a point, and is stored field for field', async () => {
    const metric = await aMetric()
    const id = await aFeed(metric, { source: query() })
    await run(id)
    expect(await runsOf(id)).toMatchObject([{ outcome: 'stored', name: 'Sales', added: 2, refused: 0 }])
    const [row] = await server.database.look<{ value: string }>(
      'select value from measurement where metric_id = $1 order by value limit 1',
      [metric],
    )
    expect(Number(row?.value)).toBe(1.234)
    expect((await feedOf(id)).source).toEqual(query())
    await runAgain(id)
    expect((await runsOf(id))[0]?.outcome).toBe('unchanged')
  })

  test('that gives no row changes nothing; when it is tried, that is said', async () => {
    const metric = await aMetric()
    const source = query({ sql: `${sql} where false` })
    const { body } = await admin.post(`/metrics/${metric}/feed-looks`, { source })
    expect(body).toMatchObject({ code: 'feed.problem.query-empty', errors: [{ pointer: '#/source/sql' }] })
    const id = await aFeed(metric, { source })
    await run(id)
    expect(await runsOf(id)).toMatchObject([{ outcome: 'unchanged', bytes: expect.any(Number) }])
    expect(await feedOf(id)).toMatchObject({ state: 'on', failures: 0 })
  })

  test('that is wrong says so at its field, with the sentence of the database for whoever tries it', async () => {
    const metric = await aMetric()
    const source = query({ sql: "select 'secret word'::int" })
    const { body } = await admin.post(`/metrics/${metric}/feed-looks`, { source })
    expect(body).toMatchObject({ code: 'feed.problem.query-refused', errors: [{ pointer: '#/source/sql' }] })
    expect(body.detail).toContain('invalid input syntax for type integer: "secret word"')
    const id = await aFeed(metric, { source })
    await run(id)
    const [failed] = (await admin.get(`/feeds/${id}/runs`)).body
    expect(failed).toMatchObject({ outcome: 'failed', problem: expect.stringContaining('22P02') })
    // Whoever only reads how it goes is not shown what is in the tables.
    const kept = await server.database.look('select problem from feed_run where feed_id = $1', [id])
    expect(JSON.stringify([failed, kept])).not.toContain('secret word')
  })

  test('wants a password where the database has none, seals it, and shows it to nobody', async () => {
    const metric = await aMetric()
    const asking = { source: query({ database: 'asks' }), columns, rhythm: { every: 'hour' }, ownerId: admin.personId }
    const refused = await admin.post(`/metrics/${metric}/feeds`, asking)
    expect(refused.body).toMatchObject({ code: 'feed.problem.database-password', errors: [{ pointer: '#/secret' }] })
    const id = await aFeed(metric, { source: asking.source, secret: 'owner password' })
    await run(id)
    expect(await runsOf(id)).toMatchObject([{ outcome: 'stored', added: 2 }])
    const shown = [(await admin.get(`/metrics/${metric}/feeds`)).body, (await admin.get(`/feeds/${id}/runs`)).body]
    const stored = await server.database.look(
      "select encode(sealed, 'escape') as text, (select string_agg(f::text, '') from feed f) as feeds from feed_secret",
    )
    const audited = await server.database.look('select * from audit')
    expect(JSON.stringify([shown, stored, audited.map(({ about }) => about)])).not.toContain('owner password')
    expect(shown[0]).toMatchObject({ feeds: [{ hasSecret: true }] })
    // Another query to the same database keeps it, also while it is only tried.
    const other = query({ database: 'asks', name: 'Other' })
    const tried = await admin.post(`/metrics/${metric}/feed-looks`, { source: other, feedId: id })
    expect(tried.status).toBe(200)
    expect((await admin.put(`/feeds/${id}`, { ...asking, source: other })).body.hasSecret).toBe(true)
  })

  test('takes its password to no other database, and to none that has got its name', async () => {
    const asking = { columns, rhythm: { every: 'hour' }, ownerId: admin.personId }
    const id = await aFeed(await aMetric(), { source: query({ database: 'asks' }), secret: 'owner password' })
    const away = await admin.put(`/feeds/${id}`, { ...asking, source: query({ database: 'away' }) })
    expect([away.status, away.body.code]).toEqual([422, 'feed.problem.secret-again'])
    const [till, asks, gone] = outside.databases
    if (!till || !asks || !gone) throw new Error('three are named')
    const renamed = { ...outside, databases: [till, { ...gone, name: 'asks' }] }
    for (const job of feedJobs(renamed)) {
      const message = { workspaceId: workspace.id, payload: { id } }
      await runJob(job, message, server.database.doors, log)
    }
    expect((await runsOf(id))[0]?.problem?.message).toBe('feed.problem.secret-lost')
    const known = await admin.put(`/feeds/${id}`, { ...asking, source: query() })
    expect([known.status, known.body.hasSecret]).toEqual([200, false])
  })

  test('to a database that nobody named is refused, whoever asks; people see names and no address', async () => {
    const metric = await aMetric()
    const asked = await admin.post(`/metrics/${metric}/feed-looks`, { source: query({ database: 'other' }) })
    expect(asked.body).toMatchObject({
      code: 'feed.problem.database-not-named',
      errors: [{ pointer: '#/source/database' }],
    })
    const { body } = await admin.get(`/metrics/${metric}/feeds`)
    expect(body.allowed.databases).toEqual([
      { name: 'till', kind: 'postgres', wantsPassword: false },
      { name: 'asks', kind: 'postgres', wantsPassword: true },
      { name: 'away', kind: 'postgres', wantsPassword: true },
    ])
    expect(JSON.stringify(body)).not.toMatch(/127\.0\.0\.1|owner%20password|owner password/)
  })
})

describe('who may', () => {
  test('a member reads the feeds of a metric that is theirs, and of no other', async () => {
    const member = await workspace.add('member')
    const [own, other] = [await aMetric({ ownerId: member.personId }), await aMetric()]
    const [ownFeed, otherFeed] = [await aFeed(own), await aFeed(other)]
    expect((await member.get(`/metrics/${own}/feeds`)).status).toBe(200)
    expect((await member.get(`/feeds/${ownFeed}/runs`)).status).toBe(200)
    expect((await member.get(`/metrics/${other}/feeds`)).status).toBe(403)
    expect((await member.get(`/feeds/${otherFeed}/runs`)).status).toBe(403)
    expect((await member.post(`/feeds/${ownFeed}/moves`, { move: 'run' })).status).toBe(403)
  })

  test('a look says which columns there are and stores nothing', async () => {
    const metric = await aMetric()
    await put(metric, table)
    const source = { kind: 'folder', folder: '', pattern: `${metric}*` }
    const { body } = await admin.post(`/metrics/${metric}/feed-looks`, { source })
    expect(body.description.columns.map(({ name }: { name: string }) => name)).toEqual(['shop', 'week', 'sales'])
    expect((await admin.get(`/metrics/${metric}/imports`)).body).toEqual([])
  })

  test('a host that nobody named is refused, whoever asks', async () => {
    const source = { kind: 'address', url: 'https://169.254.169.254/latest', header: null }
    const { body } = await admin.post(`/metrics/${await aMetric()}/feed-looks`, { source })
    expect(body.code).toBe('feed.problem.host-not-allowed')
  })
})
