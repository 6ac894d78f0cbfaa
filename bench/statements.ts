import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { deserialize } from 'node:v8'
import type pg from 'pg'

export interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
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
    const { connection, text, values } = deserialize(Buffer.from(line, 'base64')) as Statement & { connection: number }
    if (/^(begin|start transaction)/.test(text)) open.set(connection, [])
    const transaction = open.get(connection)
    transaction?.push({ text, values })
    if (!/^(commit|rollback)/.test(text)) continue
    open.delete(connection)
    if (transaction?.some((statement) => statement.text.includes('"sign_in"'))) found.push(transaction)
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
    const now = new Date()
    return a.map(({ text, values }, at) => ({
      text,
      values: values.map((value, place) => renew(value, b[at]?.values[place], fresh, now)),
    }))
  }
}

/** Runs the statements as the product does: one after the other, on one connection. */
export async function replay(client: pg.Client, statements: readonly Statement[]): Promise<void> {
  for (const { text, values } of statements) await client.query(text, values as unknown[])
}

export function textOf(transaction: Transaction): string {
  return transaction.map(({ text }, at) => `${String(at + 1).padStart(3)}  ${text.replaceAll(/\s+/g, ' ')}`).join('\n')
}

const id = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

function idsIn(transaction: Transaction): Set<string> {
  const texts = transaction.flatMap(({ values }) => values.map((value) => JSON.stringify(value) ?? ''))
  return new Set(texts.flatMap((text) => text.match(id) ?? []))
}

function renew(value: unknown, other: unknown, fresh: ReadonlyMap<string, string>, now: Date): unknown {
  if (value instanceof Date) return other instanceof Date && other.getTime() === value.getTime() ? value : now
  if (typeof value === 'string') return value.replaceAll(id, (found) => fresh.get(found) ?? found)
  if (Buffer.isBuffer(value) || value instanceof Uint8Array) return Buffer.from(value)
  if (typeof value !== 'object' || value === null) return value
  return JSON.parse(JSON.stringify(value).replaceAll(id, (found) => fresh.get(found) ?? found))
}
