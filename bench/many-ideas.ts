import { createHash, randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { limits } from '#platform/anywhere/limits.ts'
import { databaseName, roles } from '#platform/database/embedded/roles.ts'
import { findSocketFolder } from '#platform/database/embedded/socket-folder.ts'
import { nextAddress, type Product, placeProduct } from '../scripts/torture/product.ts'
import { bareHttp } from './bare-http.ts'
import { readTransactions, type Transaction } from './statements.ts'

const ideas = 100_000
const capture = fileURLToPath(new URL('capture-statements.ts', import.meta.url))

/** The product with a workspace that holds a hundred thousand ideas, by 300 people in ten teams, and one of them signed in. */
export interface ManyIdeas {
  readonly product: Product
  /** A whole HTTP request as this person's browser sends it. */
  request(method: 'GET' | 'POST', path: string, body?: unknown, key?: string): string
  /** What the product asks of PostgreSQL for each of `requests`, one transaction each. Starts it twice: call it first. */
  transactionsOf(requests: readonly string[]): Promise<Transaction[]>
  /** A connection as the product's pool makes them, without the product. */
  connect(): Promise<pg.Client>
  remove(): Promise<void>
}

export async function openManyIdeas(): Promise<ManyIdeas> {
  const product = await placeProduct('bench')
  const secret = randomBytes(32).toString('base64url')
  try {
    product.launch()
    await product.untilReady(60_000)
    await product.asSuperuser((client) => fill(client, secret))
  } catch (error) {
    await product.remove()
    throw error
  }
  let sent = 0
  let address = nextAddress()
  return {
    product,
    request(method, path, body, key) {
      // Below the limit of one address.
      if (++sent % 500 === 0) address = nextAddress()
      const text = body === undefined ? '' : JSON.stringify(body)
      const lines = [
        `${method} /api/w/acme${path} HTTP/1.1`,
        `host: localhost:${product.port}`,
        `origin: http://localhost:${product.port}`,
        `cookie: __Host-ratchet=${secret}`,
        `x-forwarded-for: ${address}`,
        'accept: application/json',
        'accept-encoding: gzip, deflate, br',
        'accept-language: en-GB,en;q=0.9',
        'user-agent: Mozilla/5.0 (X11; Linux x64) bench',
        ...(text ? ['content-type: application/json', `content-length: ${Buffer.byteLength(text)}`] : []),
        ...(key ? [`idempotency-key: ${key}`] : []),
      ]
      return `${lines.join('\r\n')}\r\n\r\n${text}`
    },
    async transactionsOf(requests) {
      const file = join(product.temporary, 'statements')
      await product.stop()
      await rm(file, { force: true })
      product.launch({ nodeOptions: ['--import', capture], environment: { BENCH_STATEMENTS: file } })
      await product.untilReady(60_000)
      for (const request of requests) await sendOnce(product, request)
      await product.stop()
      product.launch()
      await product.untilReady(60_000)
      const transactions = await readTransactions(file)
      if (transactions.length !== requests.length)
        throw new Error(`${requests.length} requests were seen as ${transactions.length} transactions`)
      return transactions
    },
    async connect() {
      const host = (await findSocketFolder(product.layout)) ?? product.layout.socket
      const client = new pg.Client({
        host,
        port: 5432,
        user: roles.app,
        database: databaseName,
        ssl: false,
        statement_timeout: limits.statementMs,
        lock_timeout: limits.lockMs,
        idle_in_transaction_session_timeout: limits.idleInTransactionMs,
      })
      await client.connect()
      return client
    },
    remove: () => product.remove(),
  }
}

async function sendOnce({ port }: Product, request: string): Promise<void> {
  const http = await bareHttp(port)
  const status = await http.send(request)
  http.close()
  if (status !== 200) throw new Error(`A request was answered with ${status}:\n${request}`)
}

async function fill(client: pg.Client, secret: string): Promise<void> {
  const one = async (sql: string, values: unknown[] = []) => client.query(sql, values)
  await one('begin')
  await one(`
    insert into workspace (id, slug, name, language, currency, time_zone, week_start, working_days, created_at)
    values (${uuid('1')}, 'acme', 'Acme', 'en', 'EUR', 'Europe/Berlin', 1, '{1,2,3,4,5}', now())`)
  await one(`
    insert into team (workspace_id, id, name, created_at)
    select ${uuid('1')}, ${uuid('1000 + n')}, 'Team ' || n, now() from generate_series(0, 9) n`)
  await one(`
    insert into account (id, email, password_hash, created_at)
    select ${uuid('2000 + n')}, 'person' || n || '@example.org', 'none', now() from generate_series(0, 299) n`)
  // One owner, a lead in each team, members.
  await one(`
    insert into person (workspace_id, id, account_id, name, role, team_id, joined_at)
    select ${uuid('1')}, ${uuid('3000 + n')}, ${uuid('2000 + n')}, 'Person Number ' || n,
      case when n = 0 then 'owner' when n <= 10 then 'lead' else 'member' end,
      case when n = 0 then null else ${uuid('1000 + n % 10')} end, now()
    from generate_series(0, 299) n`)
  await one(
    `insert into sign_in (hash, account_id, created_at, last_used_on) values ($1, ${uuid('2042')}, now(), current_date)`,
    [createHash('sha256').update(secret).digest()],
  )
  await one(`
    insert into goal (workspace_id, id, title, unit, target, due_on, why, owner_id, created_at)
    select ${uuid('1')}, ${uuid('4000 + n')}, 'Goal number ' || n || ' of the year', 'minutes', n, current_date + 300, 'It matters', ${uuid('3000')}, now()
    from generate_series(0, 49) n`)
  await one(`
    insert into idea (workspace_id, id, text, title, state, version, author_id, team_id, goal_id, created_at)
    select ${uuid('1')}, gen_random_uuid(),
      'Put the scanner on the left side of till ' || n || '. ' || repeat('It saves a step for everybody who works there. ', 1 + n % 8),
      'Put the scanner on the left side of till ' || n,
      (array['open', 'open', 'open', 'approved', 'parked', 'adopted', 'dropped'])[1 + n % 7], 1,
      ${uuid('3000 + n % 300')}, case when n % 300 = 0 then null else ${uuid('1000 + n % 300 % 10')} end,
      case when n % 3 = 0 then null else ${uuid('4000 + n % 50')} end,
      now() - n * interval '5 minutes'
    from generate_series(1, ${ideas}) n`)
  await one('commit')
  await one('vacuum analyze')
  await one('checkpoint')
}

/** SQL for an id that is made from a number, and looks like a random one. */
export function uuid(number: string): string {
  return `('00000000-0000-4000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`
}
