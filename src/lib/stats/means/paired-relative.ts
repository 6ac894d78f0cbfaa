import { coMomentsOf, covarianceOf } from '../numeric/co-moments.ts'
import { requireConfidence } from '../numeric/require-confidence.ts'
import type { ArmGap } from './arm-estimate.ts'
import { fiellerRatio } from './fieller-ratio.ts'
import { paired } from './paired.ts'
import type { RelativeDifference } from './relative-difference.ts'
import { reachOf } from './t-or-normal.ts'

/**
 * How much higher the mean is under the change, as a share of the mean without it, for units measured both ways: by
 * Fieller's method with the covariance that the pairs themselves show.
 *
 * It leaves 0 out exactly when the test of `paired` rejects. It is exact for normal values, because the mean of
 * `treated - (1 + r) comparison` is a mean of independent pairs. A second way to show the one difference, not a second test. Not for
 * metrics whose zero is arbitrary, or that can be negative.
 *
 * @param treated One value a pair, in the order of `comparison`.
 * @throws {RangeError} as `paired`.
 * @see Fieller (1954), JRSS B 16, 175-185; the paired form: Finney (1971), Probit Analysis, section 4.7 (one sample, two means).
 */
export function pairedRelative(
  treated: readonly number[],
  comparison: readonly number[],
  { confidence = 0.95 }: { confidence?: number } = {},
): RelativeDifference<ArmGap> {
  requireConfidence(confidence)
  const difference = paired(treated, comparison, { confidence })
  const nothing = { estimate: null, low: null, high: null, confidence, degreesOfFreedom: null }
  const effect = difference.estimate
  if (effect === null) return { ...nothing, reason: 'empty-arm' }
  const differences = treated.map((value, i) => value - (comparison[i] as number))
  // The base as x, the difference as y: what they share is seen in the pairs.
  const moments = coMomentsOf(comparison, differences)
  const base = moments.meanX
  if (!(base > 0)) return { ...nothing, reason: 'base-not-positive' }
  const estimate = effect / base
  if (!Number.isFinite(estimate)) return { ...nothing, reason: 'unbounded' }
  const covariance = covarianceOf(moments)
  if (covariance === null) return { ...nothing, estimate, reason: 'too-few-values' }
  const { count, sumXX } = moments
  const { standardError, degreesOfFreedom } = difference
  if (standardError === null || standardError === 0) return { ...nothing, estimate, reason: 'no-variation' }
  const interval = fiellerRatio({
    numerator: effect,
    denominator: base,
    numeratorVariance: standardError ** 2,
    denominatorVariance: sumXX / (count - 1) / count,
    covariance: covariance / count,
    reach: reachOf(confidence, degreesOfFreedom),
  })
  if (interval === null || !Number.isFinite(interval.high - interval.low))
    return { ...nothing, estimate, degreesOfFreedom, reason: 'unbounded' }
  return { estimate, ...interval, confidence, degreesOfFreedom, reason: null }
}
