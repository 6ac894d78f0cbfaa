import { sql } from 'kysely'
import type { Database } from '#platform/database.ts'

/**
 * Makes whoever does the same thing to the same one wait until this transaction ends. For what is counted before it is
 * added: two at once would both find room for the last one. Take one turn in a transaction, or all of them in one order.
 * @param what What is done, as `noun.thing`.
 * @param which Of which one, by its id; nothing for the workspace as a whole.
 */
export async function waitForTurn(db: Database, what: `${string}.${string}`, which = ''): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(concat_ws(' ', ${what}::text, ${which}::text, current_workspace()::text), 1))`.execute(
    db,
  )
}
