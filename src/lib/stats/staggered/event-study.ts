import { aggregateEffects } from './aggregate-effects.ts'
import type { GroupTimeEffects } from './group-time-effects.ts'

/** Effects by time since the start, against the last period before it: what the sensitivity to trends is asked of. */
export interface EventStudy {
  /** Ascending whole numbers without -1, the period that all are compared with; 0 is the first treated period. */
  times: readonly number[]
  /** One per time, in the unit of the values. */
  estimates: readonly number[]
  /** Of the estimates, in the unit squared. */
  covariance: readonly (readonly number[])[]
  /** Of the standard errors; null: known as in large samples. */
  degreesOfFreedom: number | null
}

/**
 * The event study of a roll-out, ready for `relativeMagnitudes` and `smoothTrends`.
 *
 * @returns Null when a standard error is missing (one unit in a wave), or nothing could be compared.
 * @throws {RangeError} when the table was not made with `basePeriod: 'universal'`: before the start, its effects would
 *   be steps from period to period and not paths.
 * @see Roth (2024), "Interpreting event-studies from recent difference-in-differences methods", on why.
 */
export function eventStudyOf(table: GroupTimeEffects): EventStudy | null {
  if (table.basePeriod !== 'universal')
    throw new RangeError(`the table must have the base period universal, got ${table.basePeriod}`)
  const { parts, covariance, overall } = aggregateEffects(table, 'event')
  if (covariance === null || overall === null) return null
  return {
    times: parts.map(({ at }) => at),
    estimates: parts.map(({ estimate }) => estimate),
    covariance,
    degreesOfFreedom: overall.degreesOfFreedom,
  }
}
