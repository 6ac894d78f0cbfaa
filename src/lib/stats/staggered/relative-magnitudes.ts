import { dot } from '../numeric/matrix.ts'
import type { EventStudy } from './event-study.ts'
import {
  errorOfSum,
  reachOfSteps,
  requireMagnitudes,
  stepsBefore,
  studyPath,
  type TrendOptions,
  type TrendReason,
  upperQuantile,
} from './study-path.ts'

export interface RelativeMagnitudes {
  /** The effect asked for, if trends were parallel, in the unit of the values; null when `reason` says why. */
  estimate: number | null
  /** One interval per magnitude, in their order. */
  intervals: { magnitude: number; low: number; high: number }[]
  /**
   * The largest magnitude at which the interval still excludes no effect: below it, the finding stands. 0 when the
   * interval for parallel trends just excludes it; null when not even that one does, or no violation was ever possible.
   */
  breakdown: number | null
  /** Bound on the largest step between the groups from one period to the next before the start, in the unit. */
  largestStepBefore: number | null
  reason: TrendReason | null
}

/**
 * What remains of an effect if trends after the start parted by up to `magnitude` times the largest step between the
 * groups before it: 1 means, as badly as ever seen.
 *
 * The interval is the identified set widened by the error of both its parts, at half the level each: the effect's
 * two-sided interval, and an upper bound of the largest step before the start (the one that is truly the largest needs
 * to be covered, so no correction for having several). Conservative: it covers at least as often as it says, and is
 * mostly wider than `hybridMagnitudes`, whose interval is harder to explain. At magnitude 0 it is the ordinary interval.
 *
 * Not a test of trends, and not for a reference period that was itself already influenced.
 *
 * @param magnitudes At least 0 each; default 0, 0.5, 1, 1.5, 2.
 * @throws {RangeError} when the study is malformed, or a magnitude is negative or not finite.
 * @see Rambachan & Roth (2023), Review of Economic Studies 90, 2555-2591, section 2.4.1 (the restriction).
 */
export function relativeMagnitudes(
  study: EventStudy,
  magnitudes: readonly number[] = [0, 0.5, 1, 1.5, 2],
  options: TrendOptions = {},
): RelativeMagnitudes {
  requireMagnitudes(magnitudes)
  const none = { estimate: null, intervals: [], breakdown: null, largestStepBefore: null }
  const path = studyPath(study, options, 1)
  if (typeof path === 'string') return { ...none, reason: path }
  const { weights, estimate, covariance } = path
  const standardError = errorOfSum(covariance, weights)
  if (standardError === 0) return { ...none, estimate, reason: 'no-variation' }
  const level = 1 - (options.confidence ?? 0.95)
  const { degreesOfFreedom } = study

  const half = upperQuantile(level / 2, degreesOfFreedom)
  let largestStepBefore = 0
  for (const step of stepsBefore(path)) {
    const size = dot(step, study.estimates)
    largestStepBefore = Math.max(largestStepBefore, Math.abs(size) + half * errorOfSum(covariance, step))
  }
  const spread = reachOfSteps(path)
  const quarter = upperQuantile(level / 4, degreesOfFreedom) * standardError
  const intervals = magnitudes.map((magnitude) => {
    const reach = magnitude === 0 ? half * standardError : quarter + magnitude * spread * largestStepBefore
    return { magnitude, low: estimate - reach, high: estimate + reach }
  })
  const stands = Math.abs(estimate) > half * standardError
  const slope = spread * largestStepBefore
  const breakdown = stands && slope > 0 ? Math.max(0, (Math.abs(estimate) - quarter) / slope) : null
  return { estimate, intervals, breakdown, largestStepBefore, reason: null }
}
