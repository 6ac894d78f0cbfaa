import { checkProportion, type Proportion } from '../counts/proportion.ts'
import { findCrossing } from '../numeric/find-crossing.ts'
import { requireConfidence } from '../numeric/require-confidence.ts'
import { countMixtureLogE } from './count-mixture.ts'
import { normalMixtureScale } from './normal-mixture.ts'
import type { SequencePlan } from './sequence-reach.ts'

export interface ShareSequence {
  /** A share in [0, 1]; of a difference in [-1, 1]. Null while an arm is empty. */
  estimate: number | null
  low: number
  high: number
  /** The chance that every interval of the sequence holds the truth, in (0, 1). */
  confidence: number
  /** Valid at every look, against `against`; null when no value was given to test. */
  pValue: number | null
}

/**
 * The share with an event as units come in: valid exactly, from the first one, at every look, for 0 and 100 % too.
 *
 * Mixture of betas around each possible share, tuned to the planned number. For a rate of 0.5 % this is what to show
 * where `meanSequence` still says too early. Each unit answers once.
 *
 * @param options `plannedCount`: units planned, fixed before the first look. `against`: a share in (0, 1) to test.
 * @throws {RangeError} when a count is not a whole number in range, or an option is out of range.
 * @see Howard et al. (2021), Annals of Statistics 49, proposition 7 (as their package's Bernoulli interval); Lindon &
 *   Malek (2022), arXiv 2011.03567, for two categories.
 */
export function shareSequence(share: Proportion, options: SequencePlan & { readonly against?: number }): ShareSequence {
  const { confidence = 0.95, plannedCount, against } = options
  const { events: yes, units } = share
  checkProportion(share)
  if (against !== undefined && !(against > 0 && against < 1))
    throw new RangeError(`against must be in (0, 1), got ${against}`)
  const mass = massOf(plannedCount, confidence)
  return {
    estimate: units === 0 ? null : yes / units,
    low: lowest(yes, units - yes, mass, confidence),
    high: 1 - lowest(units - yes, yes, mass, confidence),
    confidence,
    pValue: against === undefined ? null : Math.min(1, Math.exp(-shareLogE(yes, units - yes, against, mass))),
  }
}

/** The logarithm of the e-value against a share `p` of yes, in (0, 1). Convex in `p`, at most 0 at the observed share. */
export function shareLogE(yes: number, no: number, p: number, mass: number): number {
  return countMixtureLogE([yes, no], [p, 1 - p], mass)
}

/** The weight of the mixture, in units, that makes the interval narrowest at the planned number. */
export function massOf(plannedCount: number, confidence: number): number {
  if (!(plannedCount >= 1 && plannedCount < Number.POSITIVE_INFINITY))
    throw new RangeError(`plannedCount must be at least 1, got ${plannedCount}`)
  requireConfidence(confidence)
  return Math.max(1e-3, normalMixtureScale(plannedCount, 1 - confidence) - 1)
}

/** The lower bound, found in the logarithm of the share: bounds of one in a billion keep their digits. */
function lowest(yes: number, no: number, mass: number, confidence: number): number {
  if (yes === 0) return 0
  const target = -Math.log(1 - confidence)
  const observed = no === 0 ? -1e-16 : Math.log(yes / (yes + no))
  const fits = (log: number) => target - countMixtureLogE([yes, no], [Math.exp(log), -Math.expm1(log)], mass)
  const tiniest = -690
  return fits(tiniest) >= 0 ? 0 : Math.exp(findCrossing(fits, tiniest, observed))
}
