import type { Direction } from '../evidence/non-inferiority.ts'
import type { Moments } from '../numeric/moments.ts'
import { requireConfidence } from '../numeric/require-confidence.ts'
import { type DifferenceSequenceOptions, differenceSequence } from './difference-sequence.ts'

export interface MarginSequence {
  /** `harm`: it got worse by more than the margin, stop. `safe`: it did not. `unclear`: the data allow both, go on. */
  verdict: 'harm' | 'safe' | 'unclear'
  /** Treated less comparison, in the metric's unit. */
  estimate: number
  /** One-sided bounds in the metric's unit, each with half of what is left beside the confidence; null: `reason`. */
  low: number | null
  high: number | null
  confidence: number
  /** Valid at every look, one-sided, against "no worse than the margin"; null when `reason` says why. */
  harmPValue: number | null
  /** Valid at every look, one-sided, against "worse than the margin". */
  safePValue: number | null
  reason: 'too-early' | 'no-variation' | null
}

/**
 * A guardrail watched while the trial runs: stop for harm as soon as it has got worse by more than its margin.
 *
 * Two one-sided sequences at half of `1 - confidence` each: a false alarm ever, and a false all-clear ever, have a chance
 * of at most 2.5 % at the default of 95 %, however often one looks. Where nothing varies, or too early, it is `unclear`.
 *
 * Several guardrails are watched each at its own level: for harm nothing is corrected, "all safe" is `intersectionUnion`.
 * Not after the planned end, where `nonInferiority` on the fixed interval is sharper.
 *
 * @param options `margin`: how much worse is bearable, in the metric's unit, at least 0, fixed before the start. `better`:
 *   which direction is good. The rest as `differenceSequence`.
 * @throws {RangeError} when the margin is negative, an arm is empty, or an option is out of range.
 * @see Waudby-Smith et al. (2024), arXiv 2103.06476, one-sided sequences; Piaggio et al. (2012), JAMA 308, 2594-2604.
 */
export function marginSequence(
  treated: Moments,
  comparison: Moments,
  options: Omit<DifferenceSequenceOptions, 'side' | 'against'> & {
    readonly margin: number
    readonly better: Direction
  },
): MarginSequence {
  const { margin, better, confidence = 0.95 } = options
  if (!(margin >= 0 && margin < Number.POSITIVE_INFINITY))
    throw new RangeError(`margin must be at least 0, got ${margin}`)
  requireConfidence(confidence)
  const against = better === 'higher' ? -margin : margin
  const half = { ...options, confidence: (1 + confidence) / 2, against }
  const above = differenceSequence(treated, comparison, { ...half, side: 'above' })
  const below = differenceSequence(treated, comparison, { ...half, side: 'below' })
  const [harm, safe] = better === 'higher' ? [below, above] : [above, below]
  const level = (1 - confidence) / 2
  const isShown = ({ pValue }: { pValue: number | null }) => pValue !== null && pValue < level
  return {
    verdict: isShown(harm) ? 'harm' : isShown(safe) ? 'safe' : 'unclear',
    estimate: above.estimate,
    low: above.low,
    high: below.high,
    confidence,
    harmPValue: harm.pValue,
    safePValue: safe.pValue,
    reason: above.reason,
  }
}
