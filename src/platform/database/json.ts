import { type RawBuilder, sql } from 'kysely'

/** `value` for a JSON column. Needed for arrays only: the driver would write those as PostgreSQL arrays. */
export function asJson<T>(value: T): RawBuilder<T> {
  return sql<T>`${JSON.stringify(value)}::jsonb`
}
