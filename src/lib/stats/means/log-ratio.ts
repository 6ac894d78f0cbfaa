import type { Moments } from '../numeric/moments.ts'
import { requireConfidence } from '../numeric/require-confidence.ts'
import { type ArmGap, armMean } from './arm-estimate.ts'
import { satterthwaite } from './compare-estimates.ts'
import type { RelativeDifference } from './relative-difference.ts'
import { reachOf } from './t-or-normal.ts'

/**
 * How much higher a positive metric's mean is in the treated arm, as a share, by the logarithm of the ratio of means.
 *
 * The interval is never below -100 % and always finite, so it looks calm where `relativeDifference` says `unbounded`:
 * only for metrics that cannot be negative, whose comparison mean is several standard errors from 0. It may disagree
 * with the test on the absolute scale, which decides.
 *
 * @throws {RangeError} when a moment is impossible or the confidence outside (0, 1).
 * @see Hedges, Gurevitch & Curtis (1999), Ecology 80, 1150-1156 (log response ratio, equation 1).
 */
export function logRatio(
  treated: Moments,
  comparison: Moments,
  { confidence = 0.95 }: { confidence?: number } = {},
): RelativeDifference<ArmGap | 'mean-not-positive'> {
  requireConfidence(confidence)
  const [a, b] = [armMean(treated), armMean(comparison)]
  const nothing = { low: null, high: null, confidence, degreesOfFreedom: null }
  if (a === 'empty-arm' || b === 'empty-arm') return { estimate: null, ...nothing, reason: 'empty-arm' }
  if (!(comparison.mean > 0)) return { estimate: null, ...nothing, reason: 'base-not-positive' }
  const estimate = (treated.mean - comparison.mean) / comparison.mean
  if (typeof a === 'string' || typeof b === 'string') return { estimate, ...nothing, reason: 'too-few-values' }
  if (!(treated.mean > 0)) return { estimate, ...nothing, reason: 'mean-not-positive' }

  const parts = [a, b].map((arm) => ({
    variance: arm.variance / arm.estimate / arm.estimate,
    degreesOfFreedom: arm.degreesOfFreedom,
  }))
  const standardError = Math.sqrt(parts.reduce((sum, { variance }) => sum + variance, 0))
  if (standardError === 0) return { estimate, ...nothing, reason: 'no-variation' }
  const degreesOfFreedom = satterthwaite(parts)
  const reach = reachOf(confidence, degreesOfFreedom) * standardError
  const centre = Math.log1p(estimate)
  const [low, high] = [Math.expm1(centre - reach), Math.expm1(centre + reach)]
  // A reach of hundreds of standard deviations is no interval that anybody could read, and JSON could not hold it.
  if (high === Number.POSITIVE_INFINITY) return { estimate, ...nothing, degreesOfFreedom, reason: 'unbounded' }
  return { estimate, low, high, confidence, degreesOfFreedom, reason: null }
}
