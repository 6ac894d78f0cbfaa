import type { WorkspaceId } from './anywhere/identity.ts'
import type { Database } from './database.ts'

declare module '#platform/database.ts' {
  interface Tables {
    outbox: OutboxRow
  }
}

/** Every event there is, with what it carries: ids only. Each noun adds its own by declaration merging. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging in the nouns
export interface Events {}
export type EventName = keyof Events

interface OutboxRow {
  sequence: import('kysely').Generated<bigint>
  workspaceId: WorkspaceId | null
  event: string
  payload: Record<string, string>
  emittedAt: Date
  relayedAt: Date | null
}

/** Tells everybody what happened, if and when the transaction commits. */
export type Emit = <Name extends EventName>(event: Name, payload: Events[Name]) => Promise<void>

/** An `Emit` that writes into the transaction of `db`. */
export function emitInto(db: Database, workspaceId: WorkspaceId | null, now: Date): Emit {
  return async (event, payload) => {
    await db
      .insertInto('outbox')
      .values({ workspaceId, event, payload: payload as Record<string, string>, emittedAt: now, relayedAt: null })
      .execute()
  }
}
