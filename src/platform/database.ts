import type { Kysely } from 'kysely'

/** Every table there is. Empty here: each noun's store adds its own (`declare module '#platform/database.ts'`). */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging in the stores
export interface Tables {}

/**
 * The handle that stores get. It is always inside a transaction that has entered a scope, so that row-level security
 * shows one workspace's rows only. There is no other handle: see `database/doors.ts`.
 *
 * `workspace_id` is in no table's type: the column's default fills it in and reading strips it.
 */
export type Database = Kysely<Tables>
