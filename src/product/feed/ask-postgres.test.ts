import { createServer, type Socket } from 'node:net'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { limits } from '#platform/anywhere/limits.ts'
import { type NamedDatabase, readNamedDatabases } from '#platform/named-database.ts'
import { findOlderPostgres } from '#platform/testing/find-older-postgres.ts'
import { startServer, type TestServer } from '#platform/testing/start-server.ts'
import type { Mark } from './feed.ts'
import { readQuery } from './read-query.ts'

let server: TestServer
let port: number
let databases: NamedDatabase[]

beforeAll(async () => {
  server = await startServer(findOlderPostgres())
  port = Number(new URL(server.url).port)
  await run(`
    create table sales (shop text, sold_at timestamptz, sold numeric(9, 2), open boolean);
    insert into sales values
      ('North, "old"', '2024-05-06 00:00+02', 12.5, true), ('South', '2024-05-07 00:00+02', null, false);
    create table pay (person text);
    create role reader login password 'only reads';
    grant select on sales to reader;
    create sequence counter;
    grant usage on sequence counter to reader;
    create function rise() returns int language plpgsql as $$ begin raise exception 'no % here', 'milk'; end $$;
  `)
  databases = readNamedDatabases(
    [
      `till=postgres://reader:only%20reads@127.0.0.1:${port}/ratchet`,
      `shut=postgres://reader:wrong@127.0.0.1:${port}/ratchet`,
      `gone=postgres://reader:only%20reads@127.0.0.1:${port}/gone`,
      `super=postgres://super:superuser@127.0.0.1:${port}/ratchet`,
      `asks=postgres://reader@127.0.0.1:${port}/ratchet`,
      `plain=postgres://reader:only%20reads@127.0.0.1:${port}/ratchet?sslmode=verify-full`,
      'away=postgres://reader:x@127.0.0.1:1/ratchet',
      'cloud=postgres://reader:x@169.254.169.254.nip.invalid/ratchet',
    ].join(','),
  )
})
afterAll(() => server.stop())

async function run(sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  try {
    return await client.query(sql)
  } finally {
    await client.end()
  }
}

interface Part {
  database?: string
  name?: string
  mark?: Mark | null
  secret?: string | null
  ms?: number
}

async function read(sql: string, { database = 'till', name = 'Sales', ...part }: Part = {}) {
  const asking = { databases, secret: null, timeZone: 'Europe/Berlin', mark: null, ...part }
  const { content, mark } = await readQuery({ kind: 'query', database, name, sql }, asking)
  const pieces: Buffer[] = []
  if (content) for await (const piece of content.read()) pieces.push(piece as Buffer)
  await content?.discard()
  return { mark, text: content && Buffer.concat(pieces).toString() }
}

const refusal = (code: string, values: Record<string, unknown> = {}) =>
  expect.objectContaining({ messageId: `feed.problem.${code}`, values: expect.objectContaining(values) })

describe('a query to PostgreSQL', () => {
  test('gives its rows as a table, days as days of the workspace', async () => {
    const { text, mark } = await read(
      'select shop, date_trunc(\'day\', sold_at) as "on", sold, open from sales order by shop;',
    )
    expect(text).toBe(
      '"shop","on","sold","open"\n"North, ""old""","2024-05-06","12.50","true"\n"South","2024-05-07","","false"\n',
    )
    expect(mark).toMatchObject({ name: 'Sales', size: text?.length })
  })

  test('gives nothing when it is the same again, or there is no row', async () => {
    const sql = 'select shop from sales'
    const { mark } = await read(sql)
    expect((await read(sql, { mark })).text).toBeNull()
    expect((await read(`${sql} where shop = 'South'`, { mark })).text).toContain('South')
    expect((await read(`${sql} where false`, { mark })).text).toBeNull()
  })

  test('brings more than one batch whole, and refuses more rows than it may', async () => {
    const { text } = await read('select generate_series(1, 2000) as n')
    expect(text?.split('\n')).toHaveLength(2002)
    const most = limits.feedRows
    await expect(read(`select generate_series(1, ${most + 1})`)).rejects.toEqual(refusal('query-rows', { most }))
    expect((await read(`select generate_series(1, ${most}) as n`)).text?.split('\n')).toHaveLength(most + 2)
  })

  test.each([
    ['select 1; delete from sales', 'query-one'],
    ['select 1; commit; delete from sales', 'query-one'],
    ["delete from sales where shop = 'South'", 'query-writes'],
    ['-- all of it\ndrop table sales', 'query-writes'],
    ['with gone as (delete from sales returning *) select * from gone', 'query-writes'],
    ["select nextval('counter')", 'query-writes'],
    ["select set_config('transaction_read_only', 'off', true), nextval('counter')", 'query-refused'],
    ['select * into copied from sales', 'query-syntax'],
    ['copy sales to stdout', 'query-writes'],
  ])('%s changes nothing', async (sql, code) => {
    await expect(read(sql)).rejects.toEqual(refusal(code))
    expect(
      (await run('select count(*)::int as count, (select is_called from counter) as called from sales')).rows,
    ).toEqual([{ count: 2, called: false }])
  })

  test.each([
    ['select shop,\n  "Sold on" from sales', 'query-column', { line: 2, near: '"Sold on"' }],
    ["select '🥐', milk from sales", 'query-column', { line: 1, near: 'milk' }],
    ['select *\nfrom\nsail', 'query-table', { line: 3, near: 'sail' }],
    ['select person from pay', 'query-right', { line: 0, near: 'none' }],
    ['select shop\nfrm sales', 'query-syntax', { line: 2, near: 'sales' }],
    ['select rise()', 'query-refused', { code: 'P0001', said: 'no milk here' }],
  ])('%s: what is wrong is said, with its place', async (sql, code, values) => {
    await expect(read(sql)).rejects.toEqual(refusal(code, values))
  })

  test('is stopped when it takes too long, and the server stops too', async () => {
    await expect(read('select pg_sleep(60)', { ms: 400 })).rejects.toEqual(
      refusal('query-slow', { database: 'till', seconds: 0.4 }),
    )
    await expect
      .poll(
        async () =>
          (await run("select 1 from pg_stat_activity where query like '%pg_sleep(60)%' and pid <> pg_backend_pid()"))
            .rowCount,
      )
      .toBe(0)
  })

  test('may not lift its own bounds: one row after another is stopped as well', async () => {
    const sql = "select set_config('statement_timeout', '0', true), pg_sleep(0.2) from generate_series(1, 1000)"
    await expect(read(sql, { ms: 600 })).rejects.toEqual(refusal('query-slow'))
  })

  test('that gives more bytes than it may is stopped on the way', async () => {
    await expect(read("select repeat('x', 60000000) from generate_series(1, 3)")).rejects.toEqual(refusal('too-large'))
  })

  test.each([
    ['shut', 'database-login', { database: 'shut' }],
    ['gone', 'database-missing', { database: 'gone' }],
    ['super', 'database-superuser', { database: 'super' }],
    ['asks', 'database-password', { database: 'asks' }],
    ['plain', 'database-plain', { host: '127.0.0.1' }],
    ['away', 'unreachable', { host: '127.0.0.1:1', code: 'ECONNREFUSED' }],
    ['cloud', 'unreachable', { code: 'ENOTFOUND' }],
    ['other', 'database-not-named', { database: 'other' }],
  ])('%s: why the database does not answer', async (database, code, values) => {
    const failed = await read('select 1', { database }).catch((error: unknown) => error)
    expect(failed).toEqual(refusal(code, values))
    expect(JSON.stringify(failed)).not.toMatch(/only reads|wrong/)
  })

  test('takes a password that was entered where the database has none of its own', async () => {
    expect((await read('select 1 as one', { database: 'asks', secret: 'only reads' })).text).toBe('"one"\n"1"\n')
  })

  test('of a server that takes the connection and says nothing ends in time', async () => {
    const open: Socket[] = []
    const silent = createServer((socket) => void open.push(socket))
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    const address = silent.address()
    const at = typeof address === 'object' && address ? address.port : 0
    const named = readNamedDatabases(
      `till=postgres://reader:x@127.0.0.1:${at}/x, ch=clickhouse://reader:x@127.0.0.1:${at}/x`,
    )
    for (const database of ['till', 'ch']) {
      const source = { kind: 'query', database, name: 'Sales', sql: 'select 1' } as const
      const asking = { databases: named, secret: null, timeZone: 'UTC', mark: null, ms: 200 }
      await expect(readQuery(source, asking)).rejects.toEqual(refusal('query-slow'))
    }
    for (const socket of open) socket.destroy()
    silent.close()
  })
})
