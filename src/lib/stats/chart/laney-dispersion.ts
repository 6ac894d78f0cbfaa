import type { Limits } from './draw-chart.ts'
import { averageRange } from './xmr-chart.ts'

/** Mean range of two standard normal values, 2 / sqrt(pi). */
const PAIR_RANGE = 1.1283791670955126

/**
 * Limits widened by how much the standardised baseline jumps from period to period, Laney's sigma-z.
 *
 * Below 1 it narrows them: the periods differ less than chance allows, as where one number is fitted to another.
 *
 * @see Laney (2002), Quality Engineering 14, 531-537, equations 1 to 4.
 */
export function laneyDispersion(
  values: Float64Array,
  indexes: readonly number[],
  middle: number,
  sigmaAt: (index: number) => number,
): Limits {
  const middleAt = () => middle
  const scores = indexes.map((i) => ((values[i] ?? 0) - middle) / sigmaAt(i))
  if (scores.length < 2) return { middleAt, sigmaAt: null, reason: 'too-few-points' }
  const dispersion = averageRange(scores) / PAIR_RANGE
  // Scores are of order 1, and rounding of the shares is magnified by their precision.
  const rounding = Math.max(...indexes.map((i) => (8 * Number.EPSILON * middle) / sigmaAt(i)))
  if (dispersion <= rounding) return { middleAt, sigmaAt: null, dispersion: 0, reason: 'no-variation' }
  return { middleAt, sigmaAt: (i) => dispersion * sigmaAt(i), dispersion, reason: null }
}
