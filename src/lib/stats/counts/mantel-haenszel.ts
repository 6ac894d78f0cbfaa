import { chiSquareUpperTail } from '../distribution/chi-square.ts'
import { normalQuantile } from '../distribution/normal.ts'
import { requireConfidence } from '../numeric/require-confidence.ts'
import { checkProportion, type Proportion } from './proportion.ts'

/** The two arms within one stratum: a shop, a week, new or returning. */
export interface ProportionStratum {
  treated: Proportion
  comparison: Proportion
}

export interface MantelHaenszel {
  /** Treated less comparison within strata, weighted by n1 n2 / (n1 + n2); a share in [-1, 1]. */
  estimate: number | null
  /** Sato's, right for few large and for many small strata. */
  standardError: number | null
  low: number | null
  high: number | null
  confidence: number
  /** Cochran-Mantel-Haenszel chi-square on 1 degree of freedom, without continuity correction. */
  statistic: number | null
  pValue: number | null
  /** Strata in which both arms have units: only these count. */
  strata: number
  /** `no-stratum`: none has both arms. `no-variation`: within each stratum nobody or everybody had an event. */
  reason: 'no-stratum' | 'no-variation' | null
}

/**
 * A difference of proportions within strata (post-stratification): interval and test.
 *
 * Compares like with like when strata differ in their proportion or in the arms' shares of them. Assumes one difference
 * throughout; where strata differ in it, this is their weighted mean. The test is by score, the interval is normal about
 * the estimate: near the limit they may disagree.
 *
 * Strata must be known before the draw, or at least untouched by the change. Not for expected counts below 5 in total: then
 * use `compareProportions` on the sums; not for pairs with few discordant ones.
 *
 * @throws {RangeError} when counts are impossible or the confidence is outside (0, 1).
 * @see Mantel & Haenszel (1959), JNCI 22, 719-748; Cochran (1954), Biometrics 10, 417-451; Greenland & Robins (1985),
 *   Biometrics 41, 55-68; Sato, Greenland & Robins (1989), Biometrics 45, 1323-1324.
 */
export function mantelHaenszel(strata: readonly ProportionStratum[], { confidence = 0.95 } = {}): MantelHaenszel {
  requireConfidence(confidence)
  for (const { treated, comparison } of strata) {
    checkProportion(treated)
    checkProportion(comparison)
  }
  const usable = strata.filter(({ treated, comparison }) => treated.units > 0 && comparison.units > 0)
  const without = { standardError: null, low: null, high: null, confidence, statistic: null, pValue: null }
  if (usable.length === 0) return { estimate: null, ...without, strata: 0, reason: 'no-stratum' }

  const sums = { weight: 0, difference: 0, tilt: 0, cross: 0, excess: 0, variance: 0 }
  for (const { treated, comparison } of usable) {
    const [x1, n1, x2, n2] = [treated.events, treated.units, comparison.events, comparison.units]
    const n = n1 + n2
    const weight = n1 * (n2 / n)
    sums.weight += weight
    sums.difference += weight * (x1 / n1 - x2 / n2)
    sums.tilt += x2 * (n1 / n) ** 2 - x1 * (n2 / n) ** 2 + (n1 / n) * (n2 / n) * ((n2 - n1) / 2)
    sums.cross += (x1 * ((n2 - x2) / n) + x2 * ((n1 - x1) / n)) / 2
    sums.excess += x1 - (x1 + x2) * (n1 / n)
    if (n > 1) sums.variance += ((n1 / n) * (n2 / n) * (x1 + x2) * (n - x1 - x2)) / (n - 1)
  }
  const estimate = sums.difference / sums.weight
  if (sums.variance === 0) return { estimate, ...without, strata: usable.length, reason: 'no-variation' }
  const standardError = Math.sqrt(Math.max(0, estimate * sums.tilt + sums.cross)) / sums.weight
  const reach = normalQuantile((1 + confidence) / 2) * standardError
  const statistic = (sums.excess * sums.excess) / sums.variance
  return {
    estimate,
    standardError,
    low: Math.max(-1, estimate - reach),
    high: Math.min(1, estimate + reach),
    confidence,
    statistic,
    pValue: Math.min(1, chiSquareUpperTail(statistic, 1)),
    strata: usable.length,
    reason: null,
  }
}
