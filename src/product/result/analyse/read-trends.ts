import { eventStudyOf } from '#lib/stats/staggered/event-study.ts'
import { groupTimeEffects } from '#lib/stats/staggered/group-time-effects.ts'
import { relativeMagnitudes } from '#lib/stats/staggered/relative-magnitudes.ts'
import { smoothTrends } from '#lib/stats/staggered/smooth-trends.ts'
import type { StaggeredUnit } from '#lib/stats/staggered/staggered-panel.ts'
import type { Trends } from '../analysis-parts.ts'
import { confidence } from './asked.ts'

/** Sites times periods squared: what the covariance of a study costs. More takes seconds, and hardly says more. */
const mostWork = 40_000_000

/**
 * What remains of an effect if the groups would have drifted apart. Null where nothing can be said: too little before the
 * start, a single site in a group, or a table too large.
 */
export function readTrends(units: readonly StaggeredUnit[]): Trends | null {
  const periods = units[0]?.values.length ?? 0
  if (units.length * periods ** 2 > mostWork) return null
  const table = groupTimeEffects(units, { basePeriod: 'universal', confidence })
  if ('refused' in table) return null
  const study = eventStudyOf(table)
  if (study === null) return null
  const { estimate, intervals, breakdown, largestStepBefore, reason } = relativeMagnitudes(study, [0, 0.5, 1, 2], {
    confidence,
  })
  if (reason !== null || estimate === null) return null
  const [straight] = smoothTrends(study, [0], { confidence, withBreakdown: false }).intervals
  return {
    units: table.cohortOf.length,
    estimate,
    bounds: intervals,
    breakdown,
    largestStepBefore,
    straight: straight ? { estimate: straight.estimate, low: straight.low, high: straight.high } : null,
  }
}
