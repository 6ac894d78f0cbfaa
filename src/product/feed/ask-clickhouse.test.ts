import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { limits } from '#platform/anywhere/limits.ts'
import { type NamedDatabase, readNamedDatabases } from '#platform/named-database.ts'
import { startClickhouse, type TestClickhouse } from '#platform/testing/start-clickhouse.ts'
import { readQuery } from './read-query.ts'

let clickhouse: TestClickhouse
let databases: NamedDatabase[]

beforeAll(async () => {
  clickhouse = await startClickhouse()
  await clickhouse.run('create table sales (shop String, on Date, sold Nullable(UInt32)) engine = Memory')
  await clickhouse.run(
    "insert into sales values ('North, \"old\"', '2024-05-06', 12), ('South\\tside\\\\', '2024-05-07', null)",
  )
  const at = `127.0.0.1:${clickhouse.port}`
  databases = readNamedDatabases(
    [
      `ward=clickhouse://reader:only%20reads@${at}/default`,
      `shut=clickhouse://reader:wrong@${at}/default`,
      `nobody=clickhouse://nobody:x@${at}/default`,
      `gone=clickhouse://reader:only%20reads@${at}/gone`,
      `bound=clickhouse://bound:only%20reads@${at}/default`,
      `asks=clickhouse://reader@${at}/default`,
      'away=clickhouse://reader:x@127.0.0.1:1/default',
    ].join(','),
  )
})
afterAll(() => clickhouse.stop())

async function read(
  sql: string,
  { database = 'ward', ...part }: { database?: string; ms?: number; secret?: string; named?: NamedDatabase[] } = {},
) {
  const asking = { databases: part.named ?? databases, secret: null, timeZone: 'UTC', mark: null, ...part }
  const { content, mark } = await readQuery({ kind: 'query', database, name: 'Sales', sql }, asking)
  const pieces: Buffer[] = []
  if (content) for await (const piece of content.read()) pieces.push(piece as Buffer)
  await content?.discard()
  return { mark, text: content && Buffer.concat(pieces).toString() }
}

const refusal = (code: string, values: Record<string, unknown> = {}) =>
  expect.objectContaining({ messageId: `feed.problem.${code}`, values: expect.objectContaining(values) })

describe('a query to ClickHouse', () => {
  test('gives its rows as a table, days as days', async () => {
    const { text } = await read('select shop, toDateTime(on) as day, sold from sales order by on')
    expect(text).toBe('"shop","day","sold"\n"North, ""old""","2024-05-06","12"\n"South\tside\\","2024-05-07",""\n')
    expect((await read('select shop from sales where 0')).text).toBeNull()
  })

  test('brings many rows whole, and refuses more than it may', async () => {
    const most = limits.feedRows
    const many = (count: number) => read(`select number from system.numbers limit ${count}`)
    expect((await many(most)).text?.split('\n')).toHaveLength(most + 2)
    await expect(many(most + 1)).rejects.toEqual(refusal('query-rows', { most }))
  })

  test.each([
    ['select 1; select 2', 'query-one'],
    ["insert into sales values ('West', '2024-05-08', 1)", 'query-writes'],
    ['drop table sales', 'query-writes'],
    ['select 1 settings max_result_rows = 0', 'query-writes'],
    ["select * from url('http://127.0.0.1:1/', 'CSV', 'a String')", 'query-writes'],
    ['select * from sales format JSON', 'query-format'],
  ])('%s changes nothing', async (sql, code) => {
    await expect(read(sql)).rejects.toEqual(refusal(code))
    expect(await clickhouse.run('select count() from sales')).toBe('2\n')
  })

  test.each([
    ['select shop,\n milk from sales', 'query-column', { line: 2, near: 'milk' }],
    ['select *\nfrom sail', 'query-table', { line: 2, near: 'sail' }],
    ['selec 1', 'query-syntax', { line: 1, near: 'selec' }],
    ['select throwIf(1)', 'query-refused', { code: '395' }],
  ])('%s: what is wrong is said, with its place', async (sql, code, values) => {
    await expect(read(sql)).rejects.toEqual(refusal(code, values))
  })

  test('is stopped when it takes too long', async () => {
    await expect(read('select count() from system.numbers', { ms: 1000 })).rejects.toEqual(
      refusal('query-slow', { database: 'ward', seconds: 1 }),
    )
  })

  test.each([
    ['shut', 'database-login', { database: 'shut' }],
    ['nobody', 'database-login', { database: 'nobody' }],
    ['gone', 'database-missing', { database: 'gone' }],
    ['bound', 'database-settings', { database: 'bound' }],
    ['asks', 'database-password', { database: 'asks' }],
    ['away', 'unreachable', { host: '127.0.0.1:1', code: 'ECONNREFUSED' }],
  ])('%s: why the database does not answer', async (database, code, values) => {
    const failed = await read('select 1', { database }).catch((error: unknown) => error)
    expect(failed).toEqual(refusal(code, values))
    expect(JSON.stringify(failed)).not.toMatch(/only reads|wrong/)
  })

  test('takes a password that was entered where the database has none of its own', async () => {
    expect((await read('select 1 as one', { database: 'asks', secret: 'only reads' })).text).toBe('"one"\n"1"\n')
  })
})

/** What newer servers say in other words, and what is sent to them. */
describe('the request to ClickHouse', () => {
  let server: Server
  let named: NamedDatabase[]
  let asked: { request: IncomingMessage; body: string }[] = []
  let answer: { status: number; type: string; body: string }

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      let body = ''
      for await (const chunk of request) body += chunk
      asked.push({ request, body })
      response
        .writeHead(answer.status, { 'content-type': answer.type, location: 'http://127.0.0.1:1/' })
        .end(answer.body)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    named = readNamedDatabases(`ward=clickhouse://rea%C3%A4der:s%C3%B6cret@127.0.0.1:${port}/till%20two`)
  })
  afterAll(() => server.close())

  const ask = async (status: number, body: string, type = 'text/tab-separated-values; charset=UTF-8') => {
    asked = []
    answer = { status, type, body }
    return read('select 1', { named })
  }

  test('binds the query to reading, rows and time, and sends the password in no address', async () => {
    expect((await ask(200, 'a\n1\n')).text).toBe('"a"\n"1"\n')
    const [{ request, body } = { request: null, body: '' }] = asked
    expect([request?.method, body]).toEqual(['POST', 'select 1'])
    const url = new URL(request?.url ?? '', 'http://x')
    expect([url.pathname, Object.fromEntries(url.searchParams)]).toEqual([
      '/',
      {
        database: 'till two',
        default_format: 'TabSeparatedWithNames',
        max_result_rows: String(limits.feedRows),
        result_overflow_mode: 'throw',
        max_execution_time: '20',
        timeout_overflow_mode: 'throw',
        wait_end_of_query: '1',
        readonly: '1',
      },
    ])
    expect(Buffer.from(request?.headers.authorization?.slice(6) ?? '', 'base64').toString()).toBe('reaäder:söcret')
  })

  test.each([
    [403, 'Code: 516. DB::Exception: reader: Authentication failed. (AUTHENTICATION_FAILED)', 'database-login', {}],
    [403, 'Code: 497. DB::Exception: reader: Not enough privileges. (ACCESS_DENIED)', 'query-right', {}],
    [
      500,
      "Code: 164. DB::Exception: Cannot modify 'max_result_rows' setting in readonly mode. (READONLY)",
      'database-settings',
      {},
    ],
    [
      404,
      "Code: 60. DB::Exception: Unknown table expression identifier 'sail' in scope SELECT 1. (UNKNOWN_TABLE) (version 25.3.2.39 (official build))",
      'query-table',
      { said: "Unknown table expression identifier 'sail' in scope SELECT 1" },
    ],
    [500, 'Code: 202. DB::Exception: Too many simultaneous queries.', 'database-busy', { code: '202' }],
    [302, '', 'status', { status: 302 }],
    [502, '<html>Bad gateway</html>', 'status', { status: 502 }],
    [200, '{"meta":[]}', 'query-format', {}, 'application/json'],
  ])('%s %s is understood', async (status, body, code, values, type?: string) => {
    await expect(ask(status, body, type)).rejects.toEqual(refusal(code, values))
    expect(asked).toHaveLength(1)
  })
})
