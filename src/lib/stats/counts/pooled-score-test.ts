import { normalUpperTail } from '../distribution/normal.ts'
import { checkProportion, type Proportion } from './proportion.ts'
import { scoreAtDifference } from './score-difference.ts'

/**
 * Whether two proportions are equal, by the pooled z test: its square is Pearson's chi-square of the 2 x 2 table.
 *
 * The same as `scoreDifference` with `correction: false`, without the interval. No continuity correction. Null when an
 * arm has no units; p is 1 when nobody or everybody had an event.
 *
 * Not with fewer than 5 expected events in an arm.
 *
 * @throws {RangeError} when counts are impossible.
 * @see Pearson (1900); Fleiss, Levin & Paik (2003), Statistical Methods for Rates and Proportions, section 3.3.
 */
export function pooledScoreTest(
  treated: Proportion,
  comparison: Proportion,
): { statistic: number; pValue: number } | null {
  checkProportion(treated)
  checkProportion(comparison)
  if (treated.units === 0 || comparison.units === 0) return null
  const statistic = scoreAtDifference(treated, comparison, 0, false)
  return { statistic, pValue: Math.min(1, 2 * normalUpperTail(Math.abs(statistic))) }
}
