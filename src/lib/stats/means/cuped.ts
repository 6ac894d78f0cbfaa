import type { CoMoments } from '../numeric/co-moments.ts'
import { requireConfidence } from '../numeric/require-confidence.ts'
import { type ArmGap, armMean } from './arm-estimate.ts'
import { type Difference, readDifference, satterthwaite } from './compare-estimates.ts'
import { fiellerRatio } from './fieller-ratio.ts'
import type { RelativeDifference } from './relative-difference.ts'
import { reachOf } from './t-or-normal.ts'
import { welch } from './welch.ts'

export interface CupedOptions {
  /** Long-run coverage in (0, 1), default 0.95. */
  confidence?: number
  /** A slope fixed before (an earlier look, an earlier trial); default: estimated from these units. */
  theta?: number
}

export interface Cuped {
  /** The adjusted difference, its test and interval, in the unit of the outcome. */
  difference: Difference<ArmGap>
  /** The same as a share of the comparison's adjusted mean, by Fieller; not a second test. */
  relative: RelativeDifference<ArmGap>
  /** Without adjustment: always kept beside it. */
  unadjusted: Difference<ArmGap>
  /** The slope that was used, outcome unit per covariate unit; 0 when nothing was adjusted. Record it. */
  theta: number
  /** Share of the variance that the adjustment took away; below 0 when it added some; null when there is no test. */
  varianceReduction: number | null
  /** `no-covariate-variation`: the covariate tells units apart in neither arm. `too-few-units`: fewer than 10 in all. */
  notAdjusted: 'no-covariate-variation' | 'too-few-units' | null
}

const LEAST_UNITS = 10

/**
 * The difference of two means after subtracting what a measurement from before the start foretells: CUPED.
 *
 * The covariate halves the variance when it correlates 0.7 with the outcome, and costs one degree of freedom. One slope
 * for both arms, from within them, so that the effect itself does not bend it. Where the slope is estimated, its own error
 * is in the interval (with arms of one size this is the analysis of covariance); with a given `theta` it is Welch's test on
 * `y - theta x`.
 *
 * Relative error about 1e-12 of what the moments hold. The means in them are doubles: at a level of 1e9 they, and so the
 * difference, are right to 1e-6 in the unit of the outcome, and standard error and slope keep 8 digits. Where that matters, take one common
 * number off all outcomes, and one off all covariates, before the moments are taken; nothing but the share of the level changes.
 *
 * Forbidden: a covariate that the change can move, such as anything measured after the start; it subtracts the effect. For several
 * covariates, or slopes that differ by arm, use `adjustByRegression`.
 *
 * @param treated x: the covariate of each unit (a missing one: see `adjustByRegression`), y: its outcome.
 * @throws {RangeError} when `theta` is not finite or the confidence outside (0, 1).
 * @see Deng, Xu, Kohavi & Walker (2013), WSDM, equations 4 and 5; Cochran (1957), Biometrics 13, 261-281 (variance).
 */
export function cuped(treated: CoMoments, comparison: CoMoments, options: CupedOptions = {}): Cuped {
  const { confidence = 0.95, theta: given } = options
  requireConfidence(confidence)
  if (given !== undefined && !Number.isFinite(given))
    throw new RangeError(`theta must be a finite number, got ${given}`)
  const unadjusted = welch(outcomeOf(treated), outcomeOf(comparison), { confidence })
  const count = treated.count + comparison.count
  const spread = treated.sumXX + comparison.sumXX
  const size = Math.max(Math.abs(treated.meanX), Math.abs(comparison.meanX))
  const isFlat = spread <= count * (64 * Number.EPSILON * size) ** 2
  const tooFew = given === undefined && count < LEAST_UNITS
  const notAdjusted = tooFew ? 'too-few-units' : isFlat ? 'no-covariate-variation' : null
  const theta = notAdjusted ? 0 : (given ?? (treated.sumXY + comparison.sumXY) / spread)

  const [a, b] = [residualsOf(treated, theta), residualsOf(comparison, theta)]
  if (typeof a === 'string' || typeof b === 'string')
    return withoutTest(unadjusted, treated, comparison, { confidence, theta, notAdjusted })
  const isEstimated = notAdjusted === null && given === undefined
  // Two means were subtracted, and a slope as well: one more than the arms' own divisors know.
  const lost = isEstimated ? (count - 2) / (count - 3) : 1
  const [varianceA, varianceB] = [a.variance * lost, b.variance * lost]
  const gapX = treated.meanX - comparison.meanX
  const residual =
    a.variance * treated.count * (treated.count - 1) + b.variance * comparison.count * (comparison.count - 1)
  const ofSlope = isEstimated ? (residual / (count - 3)) * (gapX / spread) * gapX : 0
  const variance = varianceA + varianceB + ofSlope
  const fromArms = satterthwaite([
    { variance: varianceA, degreesOfFreedom: a.degreesOfFreedom },
    { variance: varianceB, degreesOfFreedom: b.degreesOfFreedom },
  ])
  const degreesOfFreedom = isEstimated && fromArms !== null ? Math.max(1, fromArms - 1) : fromArms
  const difference = readDifference(
    treated.meanY - comparison.meanY - theta * gapX,
    variance,
    degreesOfFreedom,
    confidence,
  )

  // The base is the comparison's mean at the covariate's mean over both arms, so both means share that mean's error.
  const [shareA, shareB] = [treated.count / count, comparison.count / count]
  const ofPooledX = shareA ** 2 * meanVariance(treated) + shareB ** 2 * meanVariance(comparison)
  const [withXA, withXB] = [shareA * residualCovariance(treated, theta), shareB * residualCovariance(comparison, theta)]
  const relative = relativeOf(difference, confidence, {
    base: comparison.meanY + theta * shareA * gapX,
    ofBase: varianceB + theta ** 2 * ofPooledX + 2 * theta * withXB + shareA ** 2 * ofSlope,
    together: -varianceB + theta * (withXA - withXB) - shareA * ofSlope,
  })
  const before = unadjusted.standardError
  const varianceReduction = before ? 1 - variance / before ** 2 : null
  return { difference, relative, unadjusted, theta, varianceReduction, notAdjusted }
}

function outcomeOf({ count, meanY, sumYY }: CoMoments) {
  return { count, mean: meanY, sumOfSquares: sumYY }
}

function residualsOf({ count, meanY, sumXX, sumXY, sumYY }: CoMoments, theta: number) {
  const sumOfSquares = Math.max(0, sumYY - 2 * theta * sumXY + theta * theta * sumXX)
  // What is left of two large sums that cancel is rounding.
  const isRounding = sumOfSquares <= 32 * Number.EPSILON * (sumYY + theta * theta * sumXX)
  return armMean({ count, mean: meanY, sumOfSquares: isRounding ? 0 : sumOfSquares })
}

function meanVariance({ count, sumXX }: CoMoments): number {
  return sumXX / (count - 1) / count
}

function residualCovariance({ count, sumXX, sumXY }: CoMoments, theta: number): number {
  return (sumXY - theta * sumXX) / (count - 1) / count
}

function relativeOf(
  difference: Difference,
  confidence: number,
  { base, ofBase, together }: { base: number; ofBase: number; together: number },
): RelativeDifference {
  const { estimate: effect, standardError, degreesOfFreedom, reason } = difference
  const nothing = { low: null, high: null, confidence, degreesOfFreedom }
  if (!(base > 0) || effect === null) return { estimate: null, ...nothing, reason: 'base-not-positive' }
  const estimate = effect / base
  if (reason !== null || standardError === null) return { estimate, ...nothing, reason: 'no-variation' }
  const interval = fiellerRatio({
    numerator: effect,
    denominator: base,
    numeratorVariance: standardError ** 2,
    denominatorVariance: ofBase,
    covariance: together,
    reach: reachOf(confidence, degreesOfFreedom),
  })
  return interval === null
    ? { estimate, ...nothing, reason: 'unbounded' }
    : { estimate, ...nothing, ...interval, reason: null }
}

/** An arm without units, or with one: the estimate may exist, its error does not. */
function withoutTest(
  unadjusted: Difference<ArmGap>,
  treated: CoMoments,
  comparison: CoMoments,
  { confidence, theta, notAdjusted }: { confidence: number; theta: number; notAdjusted: Cuped['notAdjusted'] },
): Cuped {
  const estimate =
    unadjusted.estimate === null ? null : unadjusted.estimate - theta * (treated.meanX - comparison.meanX)
  const { reason } = unadjusted
  const relative = { estimate: null, low: null, high: null, confidence, degreesOfFreedom: null, reason }
  return { difference: { ...unadjusted, estimate }, relative, unadjusted, theta, varianceReduction: null, notAdjusted }
}
