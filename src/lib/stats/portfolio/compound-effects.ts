import { normalQuantile } from '../distribution/normal.ts'
import { requireConfidence } from '../numeric/require-confidence.ts'
import { checkEffects, type TrialEffect } from './trial-effect.ts'

export interface CompoundedEffect {
  /** Change of the whole metric as a share: 0.03 means 3 % more. */
  estimate: number
  low: number
  high: number
  confidence: number
  /** `hold-out`: measured on those who got none of the changes. `compounded`: worked out from the single effects. */
  from: 'hold-out' | 'compounded'
  /** What the single effects make together, also when a hold-out overrides it. */
  compounded: { estimate: number; low: number; high: number }
  /** The effects simply added (each on its share of the metric): for comparison. */
  sum: number
  /** `disagrees`: the hold-out's interval and the compounded one do not meet. `wiped-out`: an effect of -100 % is within its error. */
  reason: 'disagrees' | 'wiped-out' | null
}

/**
 * What several adopted changes do to one metric together: each multiplies its own share of it.
 *
 * A change of +10 % on the 20 % of orders that come by phone makes 1.02 of all orders. The interval is taken on the
 * logarithm of the product, so it stays above -100 %. Where a group got none of the changes (hold-out), what was measured on
 * it is the answer, and the product stands beside it.
 *
 * Give shrunk effects (`shrinkEffects`), not raw winners. Not for changes that get in each other's way: only a hold-out
 * sees that.
 *
 * @param effects Relative effects, as shares, above -1; `share`: the part of the metric it works on, in [0, 1], default 1.
 * @param options `holdOut`: the relative effect of all changes together, measured. `confidence` in (0, 1), default 0.95.
 * @throws {RangeError} when an effect is at most -1, a share outside [0, 1], or a standard error not positive.
 * @see Goodman (1960), JASA 55, 708-713 (variance of products; here to first order, on the logarithm).
 */
export function compoundEffects(
  effects: readonly (TrialEffect & { share?: number })[],
  { holdOut = null, confidence = 0.95 }: { holdOut?: TrialEffect | null; confidence?: number } = {},
): CompoundedEffect {
  requireConfidence(confidence)
  checkEffects(effects)
  const z = normalQuantile((1 + confidence) / 2)
  let [logarithm, variance, sum, wiped] = [0, 0, 0, false]
  for (const { estimate, standardError, share = 1 } of effects) {
    if (!(share >= 0 && share <= 1)) throw new RangeError(`share must be in [0, 1], got ${share}`)
    if (!(estimate > -1)) throw new RangeError(`a relative effect must be above -1, got ${estimate}`)
    const factor = 1 + share * estimate
    logarithm += Math.log1p(share * estimate)
    variance += ((share * standardError) / factor) ** 2
    sum += share * estimate
    wiped ||= share * z * standardError >= factor
  }
  const reach = z * Math.sqrt(variance)
  const compounded = {
    estimate: Math.expm1(logarithm),
    low: Math.expm1(logarithm - reach),
    high: Math.expm1(logarithm + reach),
  }
  const reason = wiped ? 'wiped-out' : null
  if (holdOut === null) return { ...compounded, confidence, from: 'compounded', compounded, sum, reason }
  checkEffects([holdOut])
  const low = holdOut.estimate - z * holdOut.standardError
  const high = holdOut.estimate + z * holdOut.standardError
  const meets = low <= compounded.high && high >= compounded.low
  const said = meets ? reason : 'disagrees'
  return { estimate: holdOut.estimate, low, high, confidence, from: 'hold-out', compounded, sum, reason: said }
}
