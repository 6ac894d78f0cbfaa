import { findCrossing } from '../numeric/find-crossing.ts'
import { requireConfidence } from '../numeric/require-confidence.ts'
import { allGoingOn, chanceAbove, goOn } from './going-on.ts'
import { checkRising } from './scheduled-bounds.ts'
import type { LookBounds } from './scheduled-power.ts'

export interface StoppedEffect {
  /** Median-unbiased: too high as often as too low. In the unit of the effect. */
  estimate: number
  low: number
  high: number
  /** Long-run coverage of the interval, in (0, 1). */
  confidence: number
  /** Against no effect; two-sided where a look has a lower bound, one-sided (larger) where none has. */
  pValue: number
}

/**
 * What may be said of an effect once a trial with scheduled looks has stopped, early or at its end: estimate, interval
 * and p-value that know of the looks. The plain estimate of a trial that stopped early overstates.
 *
 * An earlier stop counts as stronger evidence than a later one, whatever its z ("stagewise ordering"): bounds of looks that
 * were not made do not enter. Agrees with the stop: crossed exactly when the p-value is at most the level spent.
 *
 * @param looks Fractions and bounds of the looks made, from `scheduledBounds`; the last is where it stopped. Futility
 *   bounds do not belong here (they do not bind): pass the lower bound as null, or minus the upper one.
 * @param effect As measured at that look: `estimate` and `standardError` in the unit of the effect, positive.
 * @throws {RangeError} when there is no look, fractions do not rise, or a number is out of range.
 * @see Tsiatis, Rosner & Mehta (1984), Biometrics 40, 797-803; Jennison & Turnbull (2000), sections 8.4 and 8.5.
 */
export function stoppedEffect(
  looks: readonly LookBounds[],
  effect: { readonly estimate: number; readonly standardError: number },
  { confidence = 0.95 }: { readonly confidence?: number } = {},
): StoppedEffect {
  const last = looks.at(-1)
  if (last === undefined) throw new RangeError('there must be at least one look')
  checkRising(looks.map(({ fraction }) => fraction))
  const { estimate, standardError } = effect
  if (!Number.isFinite(estimate)) throw new RangeError(`estimate must be finite, got ${estimate}`)
  if (!(standardError > 0 && standardError < Number.POSITIVE_INFINITY))
    throw new RangeError(`standardError must be positive and finite, got ${standardError}`)
  requireConfidence(confidence)

  const z = estimate / standardError
  const flipped = looks.map(({ fraction, upper, lower }) => ({
    fraction,
    upper: lower === null ? null : -lower,
    lower: upper === null ? null : -upper,
  }))
  const larger = (drift: number) => chanceOfMore(looks, z, drift)
  const smaller = (drift: number) => chanceOfMore(flipped, -z, -drift)
  // In units of drift the standard error at this look is 1 / sqrt(fraction).
  const root = Math.sqrt(last.fraction)
  const [least, most] = [(z - 20) / root, (z + 20) / root]
  const tail = (1 - confidence) / 2
  const unit = standardError * root
  const middle = findCrossing((drift) => Math.log(larger(drift)) - Math.log(smaller(drift)), least, most)
  const low = findCrossing((drift) => Math.log(larger(drift)) - Math.log(tail), least, middle)
  const high = findCrossing((drift) => Math.log(tail) - Math.log(smaller(drift)), middle, most)
  const isTwoSided = looks.some(({ lower }) => lower !== null)
  return {
    estimate: middle * unit,
    low: low * unit,
    high: high * unit,
    confidence,
    pValue: isTwoSided ? Math.min(1, 2 * Math.min(larger(0), smaller(0))) : larger(0),
  }
}

/** The chance of an outcome at least as far up: stopped above at an earlier look, or at this one with z or more. */
function chanceOfMore(looks: readonly LookBounds[], z: number, drift: number): number {
  let going = allGoingOn(drift)
  let chance = 0
  for (const [i, { fraction, upper, lower }] of looks.entries()) {
    const root = Math.sqrt(fraction)
    if (i === looks.length - 1) return chance + chanceAbove(going, fraction, z * root)
    if (upper !== null) chance += chanceAbove(going, fraction, upper * root)
    const high = (upper ?? Number.POSITIVE_INFINITY) * root
    going = goOn(going, fraction, (lower ?? Number.NEGATIVE_INFINITY) * root, high, looks[i + 1]?.fraction)
  }
  return chance
}
