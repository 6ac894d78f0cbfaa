import { normalUpperTail } from '../distribution/normal.ts'
import { findCrossing } from '../numeric/find-crossing.ts'
import { requireConfidence } from '../numeric/require-confidence.ts'
import { allGoingOn, chanceAbove, chanceBelow, goOn } from './going-on.ts'
import type { Sides } from './normal-mixture.ts'
import { type Spending, spendingAt } from './spending-at.ts'

export interface ScheduledLook {
  /** Of the planned information (units, for means), above 0; above 1 when more came in than planned. */
  fraction: number
  /** Stop where z is at or above this; null when there is nothing to spend at this look. */
  upper: number | null
  /** Stop where z is at or below this; null for one-sided designs, or where `upper` is null. */
  lower: number | null
  /** The p-value, two-sided or one-sided as the design, that stops here; null where `upper` is. */
  level: number | null
  /** Of the chance of error, up to this look, in (0, 1). */
  spent: number
}

export interface ScheduledBoundsOptions {
  /** 1 less the chance of a false stop over all looks together, in (0, 1), default 0.95. */
  readonly confidence?: number
  /** Two (default), or one: only for better. One-sided designs usually take a confidence of 0.975. */
  readonly sides?: Sides
  /** Default `obrien-fleming`. */
  readonly spending?: Spending
  /** The last fraction is the end, though it is below 1 (fewer came than planned): what is left is spent there. */
  readonly isEnd?: boolean
}

/**
 * The critical z at each scheduled look, so that all looks together err with the planned chance: group-sequential design.
 *
 * Looks may come at other times than planned, and their number may change: pass the fractions as they were; bounds of past
 * looks do not depend on later ones. When the looks are decided by what was seen, use `differenceSequence` instead.
 * A look beyond the planned information spends what is left; later ones have nothing.
 *
 * @param fractions Rising, above 0: information at each look over what was planned.
 * @throws {RangeError} when they are not rising and positive, or an option is out of range.
 * @see Lan & DeMets (1983), Biometrika 70, 659-663; Jennison & Turnbull (2000), "Group sequential methods", chapter 7.
 *   Each bound to about 1e-10 (numeric integration 1e-13, root finding to the last digit).
 */
export function scheduledBounds(
  fractions: readonly number[],
  { confidence = 0.95, sides = 2, spending = 'obrien-fleming', isEnd = false }: ScheduledBoundsOptions = {},
): ScheduledLook[] {
  requireConfidence(confidence)
  checkRising(fractions)
  const level = (1 - confidence) / sides
  let going = allGoingOn(0)
  let before = 0
  return fractions.map((fraction, i) => {
    const isLast = isEnd && i === fractions.length - 1
    const spentOneSided = isLast ? level : spendingAt(fraction, level, spending)
    const toSpend = sides * (spentOneSided - before)
    before = spentOneSided
    const spent = sides * spentOneSided
    const root = Math.sqrt(fraction)
    if (!(toSpend > 0)) {
      going = goOn(going, fraction, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, fractions[i + 1])
      return { fraction, upper: null, lower: null, level: null, spent }
    }
    const chance = (z: number) =>
      chanceAbove(going, fraction, z * root) + (sides === 2 ? chanceBelow(going, fraction, -z * root) : 0)
    const target = Math.log(toSpend)
    const upper = findCrossing((z) => target - Math.log(chance(z)), sides === 2 ? 0 : -9, 38)
    const lower = sides === 2 ? -upper : null
    going = goOn(going, fraction, (lower ?? Number.NEGATIVE_INFINITY) * root, upper * root, fractions[i + 1])
    return { fraction, upper, lower, level: sides * normalUpperTail(upper), spent }
  })
}

/** @throws {RangeError} when they are not rising, positive and finite. */
export function checkRising(fractions: readonly number[]): void {
  let last = 0
  for (const fraction of fractions) {
    if (!(fraction > last && fraction < Number.POSITIVE_INFINITY))
      throw new RangeError(`fractions must be rising and positive, got ${fraction} after ${last}`)
    last = fraction
  }
}
