import { requireConfidence } from '../numeric/require-confidence.ts'
import { normalMixtureLogE } from './normal-mixture.ts'

export interface MixtureSequentialTest {
  estimate: number
  /** The interval at this look, in the unit of the estimate. */
  low: number
  high: number
  confidence: number
  /** At this look. The always-valid p-value is the smallest so far: `runningIntersection`. */
  pValue: number
  /** Natural logarithm of the mixture likelihood ratio at this look. */
  logEValue: number
}

export interface MixtureSequentialOptions {
  /** Variance of the effects one expects (tau²), in the unit squared, from past trials; positive, fixed beforehand. */
  readonly mixtureVariance: number
  /** In (0, 1), default 0.95. */
  readonly confidence?: number
  /**
   * `mixture` (default): the level itself, as Johari et al. have it. `halved`: alpha / 2 as Statsig documents it, wider
   * than needed, to compare figures with theirs.
   */
  readonly level?: 'mixture' | 'halved'
}

/**
 * The mixture sequential probability ratio test of an effect (mSPRT), with the interval that goes with it.
 *
 * For those who know how large effects are here (the variance of past ones); `effectSequence` asks for the planned number
 * of units instead, and is the same family. Not early: the standard error must be worth trusting, and it counts as known.
 *
 * @param effect `estimate`, and its `standardError` at this look, positive.
 * @throws {RangeError} when a number is out of range.
 * @see Johari, Koomen, Pekelis & Walsh (2022), Operations Research 70, 1806-1821, equations 9 to 11; Zhao, Deng & Stone
 *   (2019), arXiv 1905.10493 (the halved form).
 */
export function mixtureSequentialTest(
  effect: { readonly estimate: number; readonly standardError: number },
  { mixtureVariance, confidence = 0.95, level = 'mixture' }: MixtureSequentialOptions,
): MixtureSequentialTest {
  const { estimate, standardError } = effect
  if (!Number.isFinite(estimate)) throw new RangeError(`estimate must be finite, got ${estimate}`)
  if (!(standardError > 0 && standardError < Number.POSITIVE_INFINITY))
    throw new RangeError(`standardError must be positive and finite, got ${standardError}`)
  if (!(mixtureVariance > 0 && mixtureVariance < Number.POSITIVE_INFINITY))
    throw new RangeError(`mixtureVariance must be positive and finite, got ${mixtureVariance}`)
  requireConfidence(confidence)
  const sides = level === 'halved' ? 2 : 1
  const noise = standardError ** 2
  const gain = Math.log1p(mixtureVariance / noise)
  const reach = Math.sqrt((noise + (noise / mixtureVariance) * noise) * (2 * Math.log(sides / (1 - confidence)) + gain))
  // In units of the standard error the information is 1 / noise, and the mixture's scale 1 / tau².
  const logEValue = normalMixtureLogE(estimate / standardError, 1, noise / mixtureVariance)
  return {
    estimate,
    low: estimate - reach,
    high: estimate + reach,
    confidence,
    pValue: Math.min(1, sides * Math.exp(-logEValue)),
    logEValue,
  }
}
