import { isRejected } from '../sites/permutation-interval.ts'

export type Direction = 'higher' | 'lower'

/** An effect on a guardrail metric, in its unit, however it was measured. */
export interface GuardrailEffect {
  estimate: number
  /** The two-sided interval; null (both) where the design has none. */
  low: number | null
  high: number | null
  /** Long-run coverage of that interval, in (0, 1). */
  confidence: number
  /** Where there is no interval: the two-sided p-value against an effect of exactly the margin, for the worse. */
  pValueAtMargin?: number | null
}

export interface NonInferiority {
  /**
   * `safe`: it did not get worse by more than the margin. `harm`: it did. `unclear`: the data allow both.
   */
  verdict: 'safe' | 'harm' | 'unclear'
  /** True when it got worse at all, beyond chance: a `safe` metric can be worse by less than the margin. */
  worse: boolean
}

/**
 * Whether a guardrail metric got worse by more than its margin.
 *
 * Turned so that up is better, the limit is at minus the margin. The interval wholly at or above it: safe. Wholly below
 * it: harm. Across it: unclear, also when it lies wholly below zero; "worse, but perhaps by less than we said we could
 * bear" is not yet harm, and not safe either. A 95 % interval makes each verdict a one-sided test at 2.5 %.
 *
 * The margin must be fixed before the data. Not for a running trial looked at repeatedly (use a confidence sequence),
 * and not for showing that nothing changed: safe is not "no effect".
 *
 * @param margin How much worse is bearable, in the metric's unit, at least 0. At 0, only a metric shown not to be worse is safe.
 * @param better Which direction of the metric is good.
 * @throws {RangeError} when the margin is negative or not finite.
 * @see Piaggio et al. (2012), CONSORT extension for noninferiority, JAMA 308, 2594-2604, figure 1 (their cases).
 */
export function nonInferiority(effect: GuardrailEffect, margin: number, better: Direction): NonInferiority {
  if (!(margin >= 0 && margin < Number.POSITIVE_INFINITY))
    throw new RangeError(`margin must be at least 0, got ${margin}`)
  const { low, high } = facingUp(effect, better)
  if (low !== null && high !== null)
    return { verdict: low >= -margin ? 'safe' : high < -margin ? 'harm' : 'unclear', worse: high < 0 }

  const { confidence, pValueAtMargin = null } = effect
  const gain = better === 'higher' ? effect.estimate : -effect.estimate
  if (pValueAtMargin === null || !isRejected(pValueAtMargin, 1 - confidence))
    return { verdict: 'unclear', worse: false }
  return gain >= -margin ? { verdict: 'safe', worse: false } : { verdict: 'harm', worse: true }
}

function facingUp({ low, high }: GuardrailEffect, better: Direction): { low: number | null; high: number | null } {
  if (better === 'higher' || low === null || high === null) return { low, high }
  return { low: -high, high: -low }
}
