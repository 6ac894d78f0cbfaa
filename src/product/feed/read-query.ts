import { Readable } from 'node:stream'
import { limits } from '#platform/anywhere/limits.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import type { NamedDatabase } from '#platform/named-database.ts'
import { askClickhouse } from './ask-clickhouse.ts'
import { isOfTheLine } from './ask-host.ts'
import { askPostgres } from './ask-postgres.ts'
import type { FeedSource, Mark } from './feed.ts'
import { type Fetched, receiveFeed } from './fetched.ts'
import { tooManyRows } from './query-problem.ts'

type QuerySource = Extract<FeedSource, { kind: 'query' }>

interface Asking {
  databases: readonly NamedDatabase[]
  secret: string | null
  timeZone: string
  mark: Mark | null
  ms?: number
}

/**
 * What a query to a named database gives now, as a table; nothing when that is the same as before, or no row. The database
 * is bound to reading, and time, rows and bytes are bounded on both sides.
 * @throws {Problem} saying why there is none.
 */
export async function readQuery(
  { database: wanted, name, sql }: QuerySource,
  { databases, secret, timeZone, mark, ms = limits.feedMs }: Asking,
): Promise<Fetched> {
  const database = allowedDatabase(wanted, databases)
  const password = database.password ?? secret
  if (password === null) throw passwordWanted(database)
  const signal = AbortSignal.timeout(ms)
  const asked = { sql, password, timeZone, ms, signal }
  const batches = (database.kind === 'postgres' ? askPostgres : askClickhouse)(database, asked)
  const counted = { rows: 0 }
  try {
    const content = await receiveFeed(Readable.from(linesOf(batches, counted), { objectMode: false }))
    const found = { name, size: content.size, stamp: content.sha256 }
    if (counted.rows > 0 && (mark?.name !== name || mark.stamp !== found.stamp)) return { mark: found, content }
    await content.discard()
    return { mark: found, content: null }
  } catch (error) {
    throw problemOf(error, database, { signal, ms })
  }
}

/** @throws {Problem} `bad-input` when whoever runs the server has named none like this. */
export function allowedDatabase(wanted: string, databases: readonly NamedDatabase[]): NamedDatabase {
  const found = databases.find(({ name }) => name === wanted)
  if (found) return found
  const message = 'feed.problem.database-not-named'
  const values = { database: wanted }
  throw new Problem('bad-input', message, values, [{ pointer: '#/source/database', message, values }])
}

/** Nothing was given by which to sign in. */
export function passwordWanted({ name }: Pick<NamedDatabase, 'name'>): Problem {
  const message = 'feed.problem.database-password'
  const values = { database: name }
  return new Problem('bad-input', message, values, [{ pointer: '#/secret', message, values }])
}

/** The lines of a CSV file. The first row holds the names of the columns, and is not counted. */
async function* linesOf(batches: AsyncGenerator<string[][]>, counted: { rows: number }): AsyncGenerator<Buffer> {
  counted.rows = -1
  for await (const batch of batches) {
    counted.rows += batch.length
    if (counted.rows > limits.feedRows) throw tooManyRows()
    if (batch.length > 0) yield Buffer.from(batch.map(lineOf).join(''))
  }
}

function lineOf(cells: string[]): string {
  return `${cells.map((cell) => `"${cellOf(cell).replaceAll('"', '""')}"`).join(',')}\n`
}

/** Midnight stands for its day: that is what date_trunc and toStartOfDay give. */
function cellOf(text: string): string {
  return /^(\d{4}-\d\d-\d\d) 00:00:00(?:\.0+)?(?:[+-]\d\d(?::\d\d)?)?$/.exec(text)?.[1] ?? text
}

function problemOf(
  error: unknown,
  { name, host, port, isEncrypted }: NamedDatabase,
  { signal, ms }: { signal: AbortSignal; ms: number },
): unknown {
  if (signal.aborted || isSlow(error))
    return new Problem('bad-input', 'feed.problem.query-slow', { database: name, seconds: ms / 1000 })
  if (error instanceof Problem) return error
  if (isOfTheLine(error)) {
    const isOfCertificate = /CERT|UNABLE_TO|ERR_TLS/.test(error.code)
    const message = isOfCertificate ? 'feed.problem.database-certificate' : 'feed.problem.unreachable'
    return new Problem('bad-input', message, { host: `${host}:${port}`, code: error.code })
  }
  // What the client itself says has no code.
  if (error instanceof Error && /SSL connection/.test(error.message) && isEncrypted)
    return new Problem('bad-input', 'feed.problem.database-plain', { host })
  if (error instanceof Error && /^Connection terminated/.test(error.message))
    return new Problem('bad-input', 'feed.problem.unreachable', { host: `${host}:${port}`, code: 'ECONNRESET' })
  return error
}

function isSlow(error: unknown): boolean {
  return error instanceof Problem && error.messageId === 'feed.problem.query-slow'
}
