import { type ExactProportions, exactProportionsPower } from './exact-proportions-power.ts'
import { planProportions } from './plan-proportions.ts'

export interface ExactSize {
  /** Units in each group; null when `reason` says why. */
  perGroup: number | null
  /** The exact chance at that size. */
  power: number | null
  /** `beyond-reach`: not with `most` units in each group. */
  reason: 'beyond-reach' | null
}

/** Exact power goes up and down from one count to the next: it must hold for as many sizes after as this share. */
const HOLDS_FOR = 0.02

/**
 * The smallest number of units in each of two equal groups from which on the exact chance to find the difference stays at
 * `power` (for 2 % more units and 3 at least, because it does not rise smoothly).
 *
 * For rare events, where `planProportions` answers `too-few-events`.
 *
 * @param options `power` in (0, 1), default 0.8; `most` units in each group, default 100,000; others: `exactProportionsPower`.
 * @throws {RangeError} when the shares are equal or outside [0, 1].
 */
export function exactProportionsSize({
  power = 0.8,
  most = 100_000,
  ...plan
}: Omit<ExactProportions, 'treated' | 'comparison'> & { power?: number; most?: number }): ExactSize {
  if (!(power > 0 && power < 1)) throw new RangeError(`power must be in (0, 1), got ${power}`)
  const { treatedShare, comparisonShare, confidence = 0.95 } = plan
  const effect = treatedShare - comparisonShare
  const start = planProportions({ share: comparisonShare, effect, power, confidence }).size ?? 2
  const at = (n: number) => exactProportionsPower({ ...plan, treated: n, comparison: n })
  // Down in steps until it fails clearly, then up one by one until it holds.
  let size = Math.max(2, Math.min(start, most))
  while (size > 2 && at(size) >= power - 0.05) size = Math.max(2, Math.floor(size * 0.93))
  let held = 0
  let first = size
  for (; first <= most; size++) {
    if (at(size) >= power) {
      if (held === 0) first = size
      held += 1
      if (held > Math.max(3, HOLDS_FOR * first)) return { perGroup: first, power: at(first), reason: null }
    } else {
      held = 0
      first = size + 1
    }
  }
  return { perGroup: null, power: null, reason: 'beyond-reach' }
}
