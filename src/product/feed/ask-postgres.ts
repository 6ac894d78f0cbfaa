import { limits } from '#platform/anywhere/limits.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import { ForeignRefused, foreignRows } from '#platform/database/foreign-postgres.ts'
import type { NamedDatabase } from '#platform/named-database.ts'
import { checkedAddress } from './ask-host.ts'
import { tooLarge } from './fetched.ts'
import type { QueryAsked } from './query-asked.ts'
import { placeIn, type QueryFault, queryProblem } from './query-problem.ts'

/**
 * The rows of a query to PostgreSQL that may read and nothing else; the names of its columns come first.
 * @throws {Problem} saying why there are none.
 */
export async function* askPostgres(database: NamedDatabase, asked: QueryAsked): AsyncGenerator<string[][]> {
  const { host } = database
  const { address } = await checkedAddress({ name: host, isPrivate: true }, host, asked.signal)
  try {
    yield* foreignRows(database, { ...asked, address, mostBytes: limits.feedBytes })
  } catch (error) {
    throw error instanceof ForeignRefused ? problemOf(error, database.name, asked.sql) : error
  }
}

const faults: Readonly<Record<string, QueryFault>> = {
  '42703': 'column',
  '42P01': 'table',
  '3F000': 'table',
  '42501': 'right',
  '25006': 'writes',
  // WITH that deletes, and the like.
  '42P11': 'writes',
  '0A000': 'writes',
}

/** What statements begin with that are no SELECT. */
const otherStatements =
  /^(insert|update|delete|merge|create|alter|drop|truncate|copy|grant|revoke|set|reset|show|do|call|begin|commit|rollback|lock|explain|execute|prepare|declare|fetch|listen|notify|vacuum|analyze|refresh)$/i

function problemOf({ code, message, at }: ForeignRefused, database: string, sql: string): Problem {
  if (code === 'bytes') return tooLarge()
  if (code === 'superuser') return new Problem('bad-input', 'feed.problem.database-superuser', { database })
  if (code.startsWith('28')) return new Problem('bad-input', 'feed.problem.database-login', { database })
  if (code === '3D000') return new Problem('bad-input', 'feed.problem.database-missing', { database })
  if (/^(08|53|57P|55P03)/.test(code)) return new Problem('busy', 'feed.problem.database-busy', { database, code })
  if (code === '57014') return new Problem('bad-input', 'feed.problem.query-slow', { database })
  const place = placeIn(sql, at)
  if (code === '42601') {
    // Two statements are refused as a whole, in the language of the server; anything else has its place.
    if (at === null) return queryProblem('one')
    return queryProblem(place && otherStatements.test(place.near) ? 'writes' : 'syntax', { place, said: message })
  }
  return queryProblem(faults[code] ?? 'refused', { code, place, said: message })
}
