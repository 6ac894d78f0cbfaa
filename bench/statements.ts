import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { deserialize } from 'node:v8'
import type pg from 'pg'

export interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
  /** How many rows it gave or changed when the product sent it. */
  readonly rowCount: number | null
  /** When, in milliseconds since 1970. */
  readonly sentAt: number
}

/** The statements of one request, from its begin to its commit. */
export type Transaction = readonly Statement[]

/**
 * The transactions of requests that somebody signed in has sent, in their order; what jobs and timers do is left out.
 * @param file What `capture-statements.ts` has written.
 */
export async function readTransactions(file: string): Promise<Transaction[]> {
  const found: Transaction[] = []
  const open = new Map<number, Statement[]>()
  for (const line of (await readFile(file, 'utf8')).split('\n').filter(Boolean)) {
    const { connection, ...statement } = deserialize(Buffer.from(line, 'base64')) as Statement & { connection: number }
    const { text } = statement
    if (/^(begin|start transaction)/.test(text)) open.set(connection, [])
    const transaction = open.get(connection)
    transaction?.push(statement)
    if (!/^(commit|rollback)/.test(text)) continue
    open.delete(connection)
    if (transaction?.some((each) => /^\s*(select|with)\b.*"?sign_in"?\b/is.test(each.text))) found.push(transaction)
  }
  return found
}

/**
 * Makes the same statements for one more request: what differed between two requests (new ids, the key, the time) is
 * new each time, everything else stays.
 * @throws {Error} when the two are not the same statements.
 */
export function templateOf(a: Transaction, b: Transaction): () => Statement[] {
  if (a.length !== b.length || a.some(({ text }, at) => text !== b[at]?.text))
    throw new Error(`Two requests of one kind sent other statements:\n${textOf(a)}\n\n${textOf(b)}`)
  const lasting = idsIn(b)
  const ids = [...idsIn(a)].filter((id) => !lasting.has(id))
  return () => {
    const fresh = new Map(ids.map((id) => [id, randomUUID()]))
    const laterMs = Date.now() - (a[0]?.sentAt ?? 0)
    return a.map((statement) => ({
      ...statement,
      values: statement.values.map((value) => renew(value, fresh, laterMs)),
    }))
  }
}

/**
 * Runs the statements as the product does: one after the other, on one connection.
 * @throws {Error} when one gives or changes another number of rows than it did for the product.
 */
export async function replay(client: pg.Client, statements: readonly Statement[]): Promise<void> {
  for (const { text, values, rowCount } of statements) {
    const answer = await ask(client, text, values)
    if (answer.rowCount !== rowCount) throw new Error(`${answer.rowCount} rows instead of ${rowCount}: ${text}`)
  }
}

/**
 * By callback, the fastest way there is. The promise that `pg` gives (8.23, on Node 24) keeps all of a query alive past
 * the next collection of young objects, which makes each of them last 10 ms instead of 0.2 ms.
 */
function ask(client: pg.Client, text: string, values: readonly unknown[]): Promise<pg.QueryResult> {
  return new Promise((resolve, reject) => {
    client.query(text, values as unknown[], (error: Error | null, result: pg.QueryResult) => {
      if (error) reject(error)
      else resolve(result)
    })
  })
}

export function textOf(transaction: Transaction): string {
  return transaction.map(({ text }, at) => `${String(at + 1).padStart(3)}  ${text.replaceAll(/\s+/g, ' ')}`).join('\n')
}

const id = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

function idsIn(transaction: Transaction): Set<string> {
  const texts = transaction.flatMap(({ values }) => values.map((value) => JSON.stringify(value) ?? ''))
  return new Set(texts.flatMap((text) => text.match(id) ?? []))
}

function renew(value: unknown, fresh: ReadonlyMap<string, string>, laterMs: number): unknown {
  if (value instanceof Date) return new Date(value.getTime() + laterMs)
  if (typeof value === 'string') return value.replaceAll(id, (found) => fresh.get(found) ?? found)
  if (Buffer.isBuffer(value) || value instanceof Uint8Array) return Buffer.from(value)
  if (typeof value !== 'object' || value === null) return value
  return JSON.parse(JSON.stringify(value).replaceAll(id, (found) => fresh.get(found) ?? found))
}
