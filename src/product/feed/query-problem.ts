import { limits } from '#platform/anywhere/limits.ts'
import type { MessageId, MessageValues } from '#platform/anywhere/message.ts'
import { Problem } from '#platform/anywhere/problem.ts'

/** What may be wrong with a query. */
export type QueryFault = 'one' | 'writes' | 'empty' | 'format' | 'syntax' | 'column' | 'table' | 'right' | 'refused'

/** A word of the query, and the line that it stands in. */
export interface QueryPlace {
  line: number
  near: string
}

/** The word of `sql` that begins at `at`, counted from 0. Null: the database has not said where. */
export function placeIn(sql: string, at: number | null): QueryPlace | null {
  if (at === null || at < 0 || at >= sql.length) return null
  const [near = ''] = /^(?:"[^"]{1,60}"|[\p{L}\p{N}_.$]{1,60}|\S)/u.exec(sql.slice(at)) ?? []
  return near ? { line: sql.slice(0, at).split('\n').length, near } : null
}

/**
 * Why a database did not answer a query, pointing at the query. `said` is the database's own sentence: for whoever wrote the
 * query and is trying it, because it may hold what is in the tables.
 */
export function queryProblem(
  fault: QueryFault,
  { place, said, code = '' }: { place?: QueryPlace | null; said?: string; code?: string } = {},
): Problem {
  const message: MessageId = `feed.problem.query-${fault}`
  const where = { line: place?.line ?? 0, near: place?.near ?? 'none' }
  const all = { code, ...where, said: said ? shortened(said) : unsaid }
  return new Problem('bad-input', message, all, [{ pointer: '#/source/sql', message, values: all }])
}

export function tooManyRows(): Problem {
  const message = 'feed.problem.query-rows'
  const values = { most: limits.feedRows }
  return new Problem('bad-input', message, values, [{ pointer: '#/source/sql', message, values }])
}

const unsaid = 'none'

/** The values of a problem as they are kept and shown to whoever may read how a feed goes: without the database's sentence. */
export function keptValues(values: MessageValues): MessageValues {
  return 'said' in values ? { ...values, said: unsaid } : { ...values }
}

function shortened(said: string): string {
  const line = said.replace(/\s+/g, ' ').trim()
  return line.length > 240 ? `${line.slice(0, 239)}…` : line
}
