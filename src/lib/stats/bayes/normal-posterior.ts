import { normalCdf, normalDensity, normalQuantile, normalUpperTail } from '../distribution/normal.ts'
import { requireConfidence } from '../numeric/require-confidence.ts'

/** What is believed of an effect before the data: from the organisation's past trials, or weak. */
export interface NormalPrior {
  /** In the unit of the effect, default 0. */
  readonly mean?: number
  /** In the unit of the effect, positive. For relative lifts start with 0.1 to 0.3. */
  readonly standardDeviation: number
}

export interface NormalPosterior {
  /** In the unit of the effect, as are the deviation and the interval. */
  mean: number
  standardDeviation: number
  /** Equal-tailed credible interval. */
  low: number
  high: number
  /** The probability that the effect lies in the interval, in (0, 1). */
  confidence: number
  /** The probability that the effect is above 0, in [0, 1]; 0 or 1 where it is beyond 37 deviations. */
  chanceToWin: number
  /** What taking the change loses on average, in the unit of the effect, at least 0: the expected shortfall below 0. */
  lossIfTaken: number
  /** What leaving it loses on average: the expected gain above 0 that is passed up. */
  lossIfLeft: number
}

/** Beyond this many deviations the tail is below 1e-299: nothing to compute with. */
const CERTAIN = 37

/**
 * What to believe of an effect after the data: a normal prior, a normal estimate with a known standard error.
 *
 * The prior pulls small, noisy effects towards what trials here usually bring. The answer is a belief, not an error rate:
 * a trial that is looked at until `chanceToWin` exceeds 95 % is fooled far more often than in 5 % (`looks` is for that).
 * Not for few units or events, where the estimate is not normal: `proportionPosterior`.
 *
 * @param effect `estimate`, and its `standardError`, positive; higher is better.
 * @throws {RangeError} when a number is out of range.
 * @see Gelman et al. (2013), "Bayesian data analysis", section 2.5; Stucchio (2015), "Bayesian A/B testing at VWO" (losses).
 */
export function normalPosterior(
  effect: { readonly estimate: number; readonly standardError: number },
  prior: NormalPrior,
  { confidence = 0.95 }: { readonly confidence?: number } = {},
): NormalPosterior {
  const { estimate, standardError } = effect
  const { mean: expected = 0, standardDeviation: spread } = prior
  if (!Number.isFinite(estimate)) throw new RangeError(`estimate must be finite, got ${estimate}`)
  if (!(standardError > 0 && standardError < Number.POSITIVE_INFINITY))
    throw new RangeError(`standardError must be positive and finite, got ${standardError}`)
  if (!Number.isFinite(expected)) throw new RangeError(`the prior's mean must be finite, got ${expected}`)
  if (!(spread > 0 && spread < Number.POSITIVE_INFINITY))
    throw new RangeError(`the prior's standardDeviation must be positive and finite, got ${spread}`)
  requireConfidence(confidence)

  // As shares of the larger of the two: neither square can overflow or vanish.
  const ratio = standardError / spread
  const ofData = 1 / (1 + ratio * ratio)
  const mean = estimate * ofData + expected * (1 - ofData)
  const standardDeviation = standardError * Math.sqrt(ofData)
  const z = mean / standardDeviation
  const reach = -normalQuantile((1 - confidence) / 2) * standardDeviation
  const isCertain = Math.abs(z) > CERTAIN
  return {
    mean,
    standardDeviation,
    low: mean - reach,
    high: mean + reach,
    confidence,
    chanceToWin: isCertain ? (z > 0 ? 1 : 0) : normalCdf(z),
    lossIfTaken: standardDeviation * shortfall(z),
    lossIfLeft: standardDeviation * shortfall(-z),
  }
}

/** Of a standard normal around `z`: how far below 0 it lies on average, counting 0 where it lies above. */
function shortfall(z: number): number {
  if (z > CERTAIN) return 0
  if (z < 3) return normalDensity(z) - z * normalUpperTail(z)
  // Far out the two terms cancel. What is left is the density over z² times a continued fraction (repeated integral of
  // the tail, DLMF 7.18.13), begun far enough down to be exact.
  let [deep, above] = [0, 0]
  for (let k = 120; k >= 1; k--) {
    if (k === 1) above = z + deep
    deep = k / (z + deep)
  }
  // Density times 1 / ((z + 1/(z + 2/(z + ...))) (z + 2/(z + 3/(z + ...)))).
  return normalDensity(z) / ((z + deep) * above)
}
