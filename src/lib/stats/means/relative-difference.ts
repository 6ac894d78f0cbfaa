import type { Moments } from '../numeric/moments.ts'
import { requireConfidence } from '../numeric/require-confidence.ts'
import { type ArmEstimate, type ArmGap, armMean } from './arm-estimate.ts'
import { satterthwaite } from './compare-estimates.ts'
import { fiellerRatio } from './fieller-ratio.ts'
import { reachOf } from './t-or-normal.ts'

/** A second way to show a difference, as a share of the comparison's level. It has no test of its own. */
export interface RelativeDifference<Reason extends string = never> {
  /** 0.15 means 15 % more; null when there is no level to be a share of. */
  estimate: number | null
  /** The interval, as shares; null (both) when `reason` says why. */
  low: number | null
  high: number | null
  /** Long-run coverage of the interval, in (0, 1). */
  confidence: number
  /** Those of the test on the absolute scale; null when the normal distribution was used, or there is no interval. */
  degreesOfFreedom: number | null
  /**
   * `base-not-positive`: a share of it would mean nothing. `unbounded`: the comparison's level could be 0, so the share
   * could be anything. `no-variation`: nothing varies in either arm. The others belong to the arms.
   */
  reason: Reason | 'base-not-positive' | 'unbounded' | 'no-variation' | null
}

/**
 * How much higher the mean is in the treated arm, as a share of the comparison's mean, by Fieller's method.
 *
 * One trial has one test, that of `welch`: the display unit must not decide (100/1000 against 125/1000 is p 0.077
 * absolute and 0.114 by the delta method on shares). With Welch's degrees of freedom this interval leaves 0 out exactly
 * when that test rejects.
 *
 * Not for metrics whose zero is arbitrary, nor for ones that can be negative: there the absolute difference is the answer.
 *
 * @throws {RangeError} when a moment is impossible or the confidence outside (0, 1).
 * @see Fieller (1954), JRSS B 16, 175-185.
 */
export function relativeDifference(
  treated: Moments,
  comparison: Moments,
  { confidence = 0.95 }: { confidence?: number } = {},
): RelativeDifference<ArmGap> {
  requireConfidence(confidence)
  const [a, b] = [armMean(treated), armMean(comparison)]
  if (typeof a !== 'string' && typeof b !== 'string') return relativeOfEstimates(a, b, { confidence })
  const isEmpty = a === 'empty-arm' || b === 'empty-arm'
  const share = !isEmpty && comparison.mean > 0 ? (treated.mean - comparison.mean) / comparison.mean : null
  const estimate = share !== null && Number.isFinite(share) ? share : null
  const nothing = { low: null, high: null, confidence, degreesOfFreedom: null }
  return { estimate, ...nothing, reason: isEmpty ? 'empty-arm' : 'too-few-values' }
}

/** The same for any two independent estimates (ratios, capped means, quantiles). */
export function relativeOfEstimates(
  treated: ArmEstimate,
  comparison: ArmEstimate,
  { confidence = 0.95 }: { confidence?: number } = {},
): RelativeDifference {
  requireConfidence(confidence)
  const base = comparison.estimate
  const nothing = { low: null, high: null, confidence, degreesOfFreedom: null }
  if (!(base > 0)) return { estimate: null, ...nothing, reason: 'base-not-positive' }
  const numerator = treated.estimate - base
  const estimate = numerator / base
  // A base of 1e-320 is positive, and a share of it is no number that can be written down.
  if (!Number.isFinite(estimate)) return { estimate: null, ...nothing, reason: 'unbounded' }
  if (treated.variance + comparison.variance === 0) return { estimate, ...nothing, reason: 'no-variation' }
  const degreesOfFreedom = satterthwaite([treated, comparison])
  const interval = fiellerRatio({
    numerator,
    denominator: base,
    numeratorVariance: treated.variance + comparison.variance,
    denominatorVariance: comparison.variance,
    covariance: -comparison.variance,
    reach: reachOf(confidence, degreesOfFreedom),
  })
  if (interval === null || !Number.isFinite(interval.high - interval.low))
    return { estimate, ...nothing, degreesOfFreedom, reason: 'unbounded' }
  return { estimate, ...interval, confidence, degreesOfFreedom, reason: null }
}
