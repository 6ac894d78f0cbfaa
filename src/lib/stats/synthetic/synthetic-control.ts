import { type DonorPanel, type DonorRefusal, donorRefusal } from './donor-panel.ts'
import { mixDonors } from './mix-donors.ts'

export interface SyntheticControl {
  /** Mean gap from the start on, in the unit of the metric; null when `reason` says why. */
  estimate: number | null
  /** Donors by weight, the heaviest first; those with none are left out. Weights in (0, 1], summing to 1. */
  weights: { name: string; weight: number }[]
  /** What the unit would have had, one per period. */
  synthetic: number[]
  /** Treated less synthetic, one per period. */
  gaps: number[]
  /** Root mean squared gap before and after the start, in the unit. */
  rmspeBefore: number | null
  rmspeAfter: number | null
  /** `too-few-donors`: under 5. Nothing is estimated where there is a reason. */
  reason: DonorRefusal | null
}

/**
 * What one treated unit would have done, as a mixture of units that did not get the change.
 *
 * Weights of at least 0 that sum to 1 minimise the squared gap before the start, period by period (no other predictors).
 * Believe it when the gap before is small beside the gap after, over many periods (12 or more); when no mixture comes
 * near, use `augmentedSyntheticControl` or `syntheticDifference`. How sure it is: `placeboSynthetic`.
 *
 * Not when donors felt the change, too, and not when the treated unit is larger or smaller than all donors.
 *
 * @throws {RangeError} when the panel is malformed (see `donorRefusal`).
 * @see Abadie, Diamond & Hainmueller (2010), JASA 105, 493-505; outcomes alone: Doudchenko & Imbens (2016), NBER 22791.
 */
export function syntheticControl(panel: DonorPanel): SyntheticControl {
  const reason = donorRefusal(panel)
  if (reason)
    return { estimate: null, weights: [], synthetic: [], gaps: [], rmspeBefore: null, rmspeAfter: null, reason }
  const { treated, donors } = panel
  const { weights, gaps, ...mixture } = mixDonors(panel)
  return {
    ...mixture,
    weights: donors
      .map(({ name }, j) => ({ name, weight: weights[j] as number }))
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight),
    synthetic: treated.map((value, t) => value - (gaps[t] as number)),
    gaps,
    reason: null,
  }
}
