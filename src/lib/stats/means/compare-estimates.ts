import { requireConfidence } from '../numeric/require-confidence.ts'
import type { ArmEstimate } from './arm-estimate.ts'
import { reachOf, twoSided } from './t-or-normal.ts'

/** A difference with its test and interval, all on the absolute scale. */
export interface Difference<Reason extends string = never> {
  /** Treated less comparison, in the unit of the metric; null when an arm has no estimate. */
  estimate: number | null
  /** Of the estimate, in its unit, at least 0; null when an arm does not show its spread. */
  standardError: number | null
  /** Satterthwaite's; null when the normal distribution was used, or there is no test. */
  degreesOfFreedom: number | null
  /** The estimate (less the hypothesis) over its standard error; null when there is no test. */
  statistic: number | null
  /** The interval, in the unit of the metric; null (both) when `reason` says why. */
  low: number | null
  high: number | null
  /** Long-run coverage of the interval, in (0, 1). */
  confidence: number
  /** Two-sided, against the hypothesis; null when `reason` says why. Below `1 - confidence` exactly when the interval leaves the hypothesis out. */
  pValue: number | null
  /** `no-variation`: nothing varies in either arm. The others belong to the method. */
  reason: Reason | 'no-variation' | null
}

export interface DifferenceOptions {
  /** Long-run coverage in (0, 1), default 0.95. */
  confidence?: number
  /** The difference that the test is against, in the unit of the metric, default 0. */
  hypothesis?: number
}

/**
 * The difference of two independent estimates, with Satterthwaite's degrees of freedom: Welch's test for any quantity
 * whose variance is known as well as that of a mean.
 *
 * Not for estimates that share units (repeated rows, shared controls across two comparisons, paired sites).
 *
 * @throws {RangeError} when an estimate is not finite, a variance is negative, the degrees of freedom are not positive,
 *   the hypothesis is not finite or the confidence is outside (0, 1).
 * @see Welch (1947), Biometrika 34, 28-35; Satterthwaite (1946), Biometrics Bulletin 2, 110-114, equation 17.
 */
export function compareEstimates(
  treated: ArmEstimate,
  comparison: ArmEstimate,
  { confidence = 0.95, hypothesis = 0 }: DifferenceOptions = {},
): Difference {
  requireConfidence(confidence)
  check(treated)
  check(comparison)
  const estimate = treated.estimate - comparison.estimate
  return readDifference(
    estimate,
    treated.variance + comparison.variance,
    satterthwaite([treated, comparison]),
    confidence,
    hypothesis,
  )
}

/** Test and interval of an estimate whose variance and degrees of freedom (null: normal distribution) are known. */
export function readDifference(
  estimate: number,
  variance: number,
  degreesOfFreedom: number | null,
  confidence: number,
  hypothesis = 0,
): Difference {
  if (!Number.isFinite(hypothesis)) throw new RangeError(`hypothesis must be a finite number, got ${hypothesis}`)
  if (!(variance > 0)) return { ...noDifference(confidence, 'no-variation'), estimate, standardError: 0 }
  const standardError = Math.sqrt(variance)
  const statistic = (estimate - hypothesis) / standardError
  const reach = reachOf(confidence, degreesOfFreedom) * standardError
  return {
    estimate,
    standardError,
    degreesOfFreedom,
    statistic,
    low: estimate - reach,
    high: estimate + reach,
    confidence,
    pValue: twoSided(statistic, degreesOfFreedom),
    reason: null,
  }
}

/** The answer of a method that has none, with its reason. */
export function noDifference<Reason extends string>(confidence: number, reason: Reason): Difference<Reason> {
  const nothing = { estimate: null, standardError: null, degreesOfFreedom: null, statistic: null }
  return { ...nothing, low: null, high: null, confidence, pValue: null, reason }
}

/** One of several independent parts of a variance. */
interface VariancePart {
  variance: number
  degreesOfFreedom: number | null
}

/**
 * The degrees of freedom of a sum of independent estimates; null (normal distribution) when every part that varies has null.
 *
 * By shares of the variance, so that metrics in billions or billionths neither overflow nor vanish.
 */
export function satterthwaite(parts: readonly VariancePart[]): number | null {
  const total = parts.reduce((sum, { variance }) => sum + variance, 0)
  let sum = 0
  for (const { variance, degreesOfFreedom } of parts)
    if (variance > 0 && degreesOfFreedom !== null) sum += (variance / total) ** 2 / degreesOfFreedom
  return sum > 0 ? 1 / sum : null
}

function check({ estimate, variance, degreesOfFreedom }: ArmEstimate): void {
  if (!Number.isFinite(estimate)) throw new RangeError(`estimate must be a finite number, got ${estimate}`)
  if (!(variance >= 0 && variance < Number.POSITIVE_INFINITY))
    throw new RangeError(`variance must be at least 0 and finite, got ${variance}`)
  if (degreesOfFreedom !== null && !(degreesOfFreedom > 0 && degreesOfFreedom < Number.POSITIVE_INFINITY))
    throw new RangeError(`degreesOfFreedom must be positive and finite, or null, got ${degreesOfFreedom}`)
}
