import { checkProportion, type Proportion } from '../counts/proportion.ts'
import { findCrossing } from '../numeric/find-crossing.ts'
import type { SequencePlan } from './sequence-reach.ts'
import { massOf, type ShareSequence, shareLogE } from './share-sequence.ts'

/**
 * How much larger the share of yes is among the treated, as answers come in: valid exactly, from the first one, at every
 * look, whatever the order in which the arms fill; for 0 and 100 % too.
 *
 * Two exact sequences, one an arm, multiplied: a difference is possible while some pair of shares that far apart is.
 * Wider than `differenceSequence` where that may be used (by a tenth at 100 and 125 of 1,000); for rare events, and before the
 * burn-in is over, it is the one that holds.
 *
 * @param options `plannedCount`: units planned in both arms together, fixed before the first look. `against`: the
 *   difference that is tested, in (-1, 1), default 0.
 * @throws {RangeError} when a count is not a whole number in range, or an option is out of range.
 * @see The product of independent e-processes is one: Ramdas, Grünwald, Vovk & Shafer (2023), Statistical Science 38,
 *   576-601, section 5; each arm as `shareSequence`.
 */
export function shareDifferenceSequence(
  treated: Proportion,
  comparison: Proportion,
  options: SequencePlan & { readonly against?: number },
): ShareSequence & { pValue: number } {
  const { confidence = 0.95, plannedCount, against = 0 } = options
  checkProportion(treated)
  checkProportion(comparison)
  if (!(against > -1 && against < 1)) throw new RangeError(`against must be in (-1, 1), got ${against}`)
  const mass = massOf(Math.max(1, plannedCount / 2), confidence)
  const isEmpty = treated.units === 0 || comparison.units === 0
  // An empty arm may be anywhere: halfway will do as the place that is surely possible.
  const possible = shareOf(treated) - shareOf(comparison)
  const target = -Math.log(1 - confidence)
  const room = (distance: number) => target - evidence(treated, comparison, distance, mass)
  const mirrored = (distance: number) => target - evidence(comparison, treated, distance, mass)
  return {
    estimate: isEmpty ? null : possible,
    low: findCrossing(room, -1, possible),
    high: -findCrossing(mirrored, -1, -possible),
    confidence,
    pValue: Math.min(1, Math.exp(-evidence(treated, comparison, against, mass))),
  }
}

function shareOf({ events, units }: Proportion): number {
  return units === 0 ? 0.5 : events / units
}

/** The least evidence against any pair of shares `distance` apart: convex in each, so golden section finds it. */
function evidence(a: Proportion, b: Proportion, distance: number, mass: number): number {
  // A share of exactly 0 or 1 is ruled out by one answer the other way; just inside, the logarithms stay finite.
  const edge = 1e-12
  const inside = (p: number) => Math.min(1 - edge, Math.max(edge, p))
  const at = (p: number) =>
    shareLogE(b.events, b.units - b.events, inside(p), mass) +
    shareLogE(a.events, a.units - a.events, inside(p + distance), mass)
  let low = Math.max(0, -distance)
  let high = Math.min(1, 1 - distance)
  const golden = (Math.sqrt(5) - 1) / 2
  let [left, right] = [high - golden * (high - low), low + golden * (high - low)]
  let [atLeft, atRight] = [at(left), at(right)]
  while (high - low > 1e-8 * (low + 1e-3)) {
    if (atLeft <= atRight) {
      high = right
      right = left
      atRight = atLeft
      left = high - golden * (high - low)
      atLeft = at(left)
    } else {
      low = left
      left = right
      atLeft = atRight
      right = low + golden * (high - low)
      atRight = at(right)
    }
  }
  return Math.min(atLeft, atRight, at(low), at(high))
}
