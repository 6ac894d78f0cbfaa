import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import type { AccountId, WorkspaceId } from '../anywhere/identity.ts'
import { limits } from '../anywhere/limits.ts'
import type { Database, Tables } from '../database.ts'
import type { Logger } from '../log.ts'
import { camelCase, withoutWorkspace } from './plugins.ts'
import { PreparingClient } from './preparing-client.ts'

/** What row-level security lets a transaction see. An empty scope sees the tables of the installation and no workspace. */
export interface Scope {
  readonly workspaceId?: WorkspaceId
  readonly accountId?: AccountId
}

export interface Doors {
  /**
   * Runs `work` in one transaction that has entered `scope`: committed when it returns, rolled back when it throws.
   * The only way to the data. `readOnly` makes PostgreSQL refuse every write.
   */
  tx<T>(scope: Scope, work: (db: Database) => Promise<T>, options?: { readOnly?: boolean }): Promise<T>
  /** Calls `hear` with every payload sent to `channel`, and `missed` after a lost connection has been made again. */
  listen(channel: string, hear: (payload: string) => void, missed: () => void): Promise<() => Promise<void>>
  /** Whether the database answers. */
  isReady(): Promise<boolean>
  close(): Promise<void>
}

/** Opens the pool as the app role. @param config What `pg.Pool` takes; it must be a role that owns nothing. */
export function openDoors(config: pg.PoolConfig, log: Logger): Doors {
  const pool = new pg.Pool({
    max: limits.connections,
    connectionTimeoutMillis: limits.statementMs,
    statement_timeout: limits.statementMs,
    lock_timeout: limits.lockMs,
    idle_in_transaction_session_timeout: limits.idleInTransactionMs,
    types: { getTypeParser },
    Client: PreparingClient,
    ...config,
  })
  // One that dies at work fails its query by itself; unheard, its event would end Node.
  pool.on('connect', (client) => client.on('error', () => {}))
  // An idle connection that dies (a restarted server) must not take the process with it.
  pool.on('error', (error) => log.warn({ err: error }, 'an idle connection to PostgreSQL was lost'))
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), plugins: [camelCase, withoutWorkspace] })

  return {
    tx(scope, work, { readOnly = false } = {}) {
      return kysely
        .transaction()
        .setAccessMode(readOnly ? 'read only' : 'read write')
        .execute(async (db: Transaction<Tables>) => {
          if (scope.workspaceId ?? scope.accountId) await enter(db, scope)
          return work(db)
        })
    },
    listen: (channel, hear, missed) => keepListening(config, channel, hear, missed, log),
    async isReady() {
      try {
        await sql`select 1`.execute(kysely)
        return true
      } catch {
        return false
      }
    },
    close: () => kysely.destroy(),
  }
}

/** Narrows what the running transaction sees. Both settings end with the transaction. */
export async function enter(db: Database, { workspaceId, accountId }: Scope): Promise<void> {
  await sql`select set_config('app.workspace', ${workspaceId ?? ''}, true), set_config('app.account', ${accountId ?? ''}, true)`.execute(
    db,
  )
}

/**
 * One connection that listens, made again for as long as it takes. At any moment there is one client or one waiting
 * retry, never more: a database that is away for a while must not find a crowd at its door.
 */
async function keepListening(
  config: pg.PoolConfig,
  channel: string,
  hear: (payload: string) => void,
  missed: () => void,
  log: Logger,
): Promise<() => Promise<void>> {
  let client: pg.Client | undefined
  let retry: ReturnType<typeof setTimeout> | undefined
  let isClosed = false

  async function connect(): Promise<void> {
    const next = new pg.Client({ ...config, connectionTimeoutMillis: limits.statementMs })
    // Unheard, it would end Node. What it means for us comes as 'end', or as the failure of connect().
    next.on('error', (error) => log.warn({ err: error }, 'the listening connection to PostgreSQL had a problem'))
    try {
      await next.connect()
      await next.query(`listen ${channel}`)
    } catch (error) {
      await next.end().catch(() => {})
      throw error
    }
    if (isClosed) return next.end()
    next.on('notification', ({ payload }) => hear(payload ?? ''))
    next.once('end', () => {
      client = undefined
      tryAgain(0)
    })
    client = next
  }
  function tryAgain(failures: number): void {
    if (isClosed) return
    const patience = Math.min(250 * 2 ** failures, limits.listenRetryMs) * (0.75 + Math.random() / 2)
    retry = setTimeout(() => connect().then(missed, () => tryAgain(failures + 1)), patience)
  }

  await connect()
  return async () => {
    isClosed = true
    clearTimeout(retry)
    await client?.end()
  }
}

/** int8 stays whole beyond 2^53 as a bigint; a date stays the day it is, whatever the zone of the machine. */
const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') => {
  if (format !== 'binary' && oid === pg.types.builtins.INT8) return BigInt
  if (format !== 'binary' && oid === pg.types.builtins.DATE) return (text: string) => text
  return pg.types.getTypeParser(oid, format as 'text')
}
