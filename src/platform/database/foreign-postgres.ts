import pg from 'pg'
import { limits } from '../anywhere/limits.ts'
import type { NamedDatabase } from '../named-database.ts'

/** Why a foreign database gave nothing. */
export class ForeignRefused extends Error {
  /** The SQLSTATE; or `superuser`: its role could not be bound; or `bytes`: more came than may. */
  readonly code: string
  /** Where in the query, counted from 0. Null: nobody has said. */
  readonly at: number | null

  constructor(code: string, message = code, at: number | null = null) {
    super(message)
    this.code = code
    this.at = at
  }
}

interface Asking {
  sql: string
  /** Where the host's name was found to lead. */
  address: string
  password: string
  /** In which moments are cut into days. */
  timeZone: string
  /** Milliseconds that a statement may take. */
  ms: number
  mostBytes: number
  /** Ends the connection. */
  signal: AbortSignal
}

const rowsAtOnce = 1_000

/**
 * A cursor takes one SELECT or VALUES and nothing else, and the extended protocol takes one statement: what is written behind
 * this is no more than that.
 */
const declare = 'declare ratchet_feed no scroll cursor for '

/** Texts as the database writes them, and true and false in words. */
const asText = { getTypeParser: (type: number) => (text: string) => (type === 16 ? String(text === 't') : text) }

/**
 * The rows of a query to somebody else's PostgreSQL, in a read-only transaction that is always rolled back. The names of the
 * columns come first. Nothing is held but one batch.
 * @throws {ForeignRefused} or what the line says.
 */
export async function* foreignRows(
  { host, port, user, database, isEncrypted }: NamedDatabase,
  { sql, address, password, timeZone, ms, mostBytes, signal }: Asking,
): AsyncGenerator<string[][]> {
  // The certificate has to be that of the name, though the connection goes to the address that was checked.
  const ssl = isEncrypted ? { servername: host } : false
  const client = new pg.Client({ host: address, port, user, password, database, ssl, application_name: 'Ratchet' })
  // What ends the connection is thrown by what waits for it.
  client.on('error', () => {})
  const end = () => client.connection.stream.destroy()
  signal.addEventListener('abort', end, { once: true })
  let bytes = 0
  try {
    await client.connect()
    client.connection.stream.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > mostBytes) end()
    })
    await client.query('begin transaction read only')
    await bind(client, timeZone, ms)
    // Whatever has no values goes by the simple protocol, unless it is told otherwise.
    const declaring: pg.QueryConfig & { queryMode: 'extended' } = { text: declare + sql, queryMode: 'extended' }
    await client.query(declaring)
    for (let isFirst = true; ; isFirst = false) {
      const fetch = { text: `fetch forward ${rowsAtOnce} from ratchet_feed`, rowMode: 'array', types: asText } as const
      const { fields, rows } = await client.query<(string | null)[]>(fetch)
      const texts = rows.map((row) => row.map((cell) => cell ?? ''))
      yield isFirst ? [fields.map(({ name }) => name), ...texts] : texts
      if (rows.length < rowsAtOnce) return
    }
  } catch (error) {
    if (bytes > mostBytes) throw new ForeignRefused('bytes')
    throw error instanceof pg.DatabaseError ? refusalOf(error, sql) : error
  } finally {
    if (!signal.aborted) await client.query('rollback').catch(() => {})
    signal.removeEventListener('abort', end)
    void client.end().catch(() => {})
  }
}

/** Bounds what the query may take, and refuses a role that no transaction could bind. */
async function bind(client: pg.Client, timeZone: string, ms: number): Promise<void> {
  const { rows } = await client.query<{ isSuperuser: string }>(
    `select set_config('statement_timeout', $1, true), set_config('lock_timeout', $2, true),
       set_config('idle_in_transaction_session_timeout', $1, true), set_config('timezone', $3, true),
       set_config('datestyle', 'ISO', true), set_config('intervalstyle', 'iso_8601', true),
       current_setting('is_superuser') as "isSuperuser"`,
    [String(ms), String(limits.lockMs), timeZone],
  )
  if (rows[0]?.isSuperuser === 'on') throw new ForeignRefused('superuser')
}

function refusalOf({ code = '', message, position }: pg.DatabaseError, sql: string): ForeignRefused {
  if (position === undefined) return new ForeignRefused(code, message)
  const characters = Number(position) - 1 - declare.length
  // The database counts whole characters, a text here in halves.
  return new ForeignRefused(code, message, [...sql].slice(0, characters).join('').length)
}
