import { binomialMass } from '../distribution/binomial.ts'
import { requireConfidence } from '../numeric/require-confidence.ts'
import { clopperPearson, midPEnds } from './exact-proportion-interval.ts'
import { binomialMode, minimumLikelihood } from './minimum-likelihood.ts'
import { checkRate, type Rate } from './rate.ts'

export interface ExactRateComparison {
  /** Ratio of the rates, treated over comparison; null when `reason` says why. */
  estimate: number | null
  low: number | null
  /** Null alone where there is no upper end. */
  high: number | null
  confidence: number
  /** Two-sided test of `hypothesis`: all splits of the events that are no likelier than the observed one. */
  pValue: number | null
  /** The same with the observed split counted half. */
  midPValue: number | null
  /** `no-exposure`: an arm could have no events. `no-events`: any ratio fits. `unbounded`: none in the comparison. */
  reason: 'no-exposure' | 'no-events' | 'unbounded' | null
}

/**
 * Two rates by the exact conditional test: given their total, the events fall into the arms like tosses of a coin.
 *
 * Never rejects a true null too often, whatever the rates; conservative with few events. The interval of the ratio comes
 * from Clopper and Pearson's of the coin (or its mid-p form); near the limit it can differ from the two-sided p, as in R's
 * poisson.test.
 *
 * Not for counts that scatter more than Poisson's: then it is too sure; see `quasiPoissonComparison`.
 *
 * @param options.hypothesis Ratio that is tested, positive, default 1. `midP`: the interval in its mid-p form.
 * @throws {RangeError} when a rate is impossible, the hypothesis is not positive or the confidence is outside (0, 1).
 * @see Przyborowski & Wilenski (1940), Biometrika 31, 313-323; Gu, Ng, Tang & Schucany (2008), Biometrical Journal 50,
 *   283-298.
 */
export function exactRateTest(
  treated: Rate,
  comparison: Rate,
  {
    confidence = 0.95,
    hypothesis = 1,
    midP = false,
  }: { confidence?: number; hypothesis?: number; midP?: boolean } = {},
): ExactRateComparison {
  checkRate(treated)
  checkRate(comparison)
  requireConfidence(confidence)
  if (!(hypothesis > 0 && hypothesis < Number.POSITIVE_INFINITY))
    throw new RangeError(`a ratio must be positive and finite, got ${hypothesis}`)
  const without = { estimate: null, low: null, high: null, confidence, pValue: null, midPValue: null }
  if (treated.exposure === 0 || comparison.exposure === 0) return { ...without, reason: 'no-exposure' }
  const total = treated.events + comparison.events
  if (total === 0) return { ...without, low: 0, pValue: 1, midPValue: 1, reason: 'no-events' }

  const share = (hypothesis * treated.exposure) / (hypothesis * treated.exposure + comparison.exposure)
  const mass = (k: number) => binomialMass(k, total, share)
  const { pValue, ties } = minimumLikelihood(mass, treated.events, 0, total, binomialMode(total, share))
  const [low, high] = (midP ? midPEnds : clopperPearson)(treated.events, total, (1 - confidence) / 2)
  const ratioAt = (coin: number) => (coin / (1 - coin)) * (comparison.exposure / treated.exposure)
  const isUnbounded = comparison.events === 0
  return {
    estimate: isUnbounded ? null : treated.events / treated.exposure / (comparison.events / comparison.exposure),
    low: ratioAt(low),
    high: isUnbounded ? null : ratioAt(high),
    confidence,
    pValue,
    midPValue: pValue - ties / 2,
    reason: isUnbounded ? 'unbounded' : null,
  }
}
