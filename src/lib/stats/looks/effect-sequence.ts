import { normalMixtureLogE, type Sides } from './normal-mixture.ts'
import { type SequencePlan, scaleOf, sequenceReach } from './sequence-reach.ts'

export interface EffectSequence {
  /** In the unit of the values. */
  estimate: number
  /** Of the estimate, in the unit of the values; null where the data give none. */
  standardError: number | null
  /** The interval at this look, in the unit of the values. Null (both) when `reason` says why; one is null for one side. */
  low: number | null
  high: number | null
  /** The chance that every interval of the sequence holds the truth, in (0, 1). */
  confidence: number
  /** Valid at every look, against `against`; null when `reason` says why. */
  pValue: number | null
  /** Natural logarithm of the e-value behind it: positive is evidence, and it is not cut at 1 as the p-value is. */
  logEValue: number | null
  /** `too-early`: the burn-in is not over. `no-variation`: nothing varies, so far. */
  reason: 'too-early' | 'no-variation' | null
}

export interface EffectSequenceOptions extends SequencePlan {
  /**
   * `both` (default): an interval. `above`: a lower bound, and a test of whether the effect is larger than `against`.
   * `below`: an upper bound, and a test of whether it is smaller.
   */
  readonly side?: 'both' | 'above' | 'below'
  /** The value that is tested, in the unit of the values, default 0. */
  readonly against?: number
}

/**
 * The asymptotic confidence sequence of any estimate that is, in the long run, an average over units: adjusted means,
 * ratios, lifts. It may be looked at after every unit and stopped at any time, for any reason.
 *
 * The interval and the test agree: `against` lies outside exactly when the p-value is below `1 - confidence`.
 *
 * Not in the first thirty units an arm, nor with a handful of events: `meanSequence` and `differenceSequence` know that,
 * this cannot. Small counts: `shareSequence`, `shareDifferenceSequence`. The plan (N*) must be fixed before the first look.
 *
 * @param effect `estimate` and `standardError` in the unit of the values (positive), `count` units in all arms together.
 * @throws {RangeError} when a number is out of range.
 * @see Waudby-Smith, Arbour, Sinha, Kennedy & Ramdas (2024), arXiv 2103.06476, equation 9 (interval) and appendix
 *   (p- and e-values, one-sided sequences); the e-values are those of `normalMixtureLogE` with variance `count`.
 */
export function effectSequence(
  effect: { readonly estimate: number; readonly standardError: number; readonly count: number },
  options: EffectSequenceOptions,
): EffectSequence & { low: number | null; pValue: number; logEValue: number; reason: null } {
  const { estimate, standardError, count } = effect
  const { side = 'both', against = 0, confidence = 0.95 } = options
  if (!Number.isFinite(estimate)) throw new RangeError(`estimate must be finite, got ${estimate}`)
  checkSequence(options)
  if (!(standardError > 0 && standardError < Number.POSITIVE_INFINITY))
    throw new RangeError(`standardError must be positive and finite, got ${standardError}`)

  const sides: Sides = side === 'both' ? 2 : 1
  const reach = sequenceReach(count, options, sides) * standardError
  const z = (estimate - against) / standardError
  const logEValue = normalMixtureLogE(
    (side === 'below' ? -z : z) * Math.sqrt(count),
    count,
    scaleOf(options, sides),
    sides,
  )
  return {
    estimate,
    standardError,
    low: side === 'below' ? null : estimate - reach,
    high: side === 'above' ? null : estimate + reach,
    confidence,
    pValue: Math.min(1, Math.exp(-logEValue)),
    logEValue,
    reason: null,
  }
}

/** @throws {RangeError} when the plan or the tested value is out of range: also where the data give no answer yet. */
export function checkSequence({ side = 'both', against = 0, ...plan }: EffectSequenceOptions): void {
  scaleOf(plan, side === 'both' ? 2 : 1)
  if (!Number.isFinite(against)) throw new RangeError(`against must be finite, got ${against}`)
}
