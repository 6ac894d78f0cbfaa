import { findCrossing } from '../numeric/find-crossing.ts'
import { allGoingOn, chanceBelow, type GoingOn, goOn } from './going-on.ts'
import { scheduledBounds } from './scheduled-bounds.ts'
import { type Spending, spendingAt } from './spending-at.ts'

export interface FutilityLook {
  fraction: number
  /** Success where z is at or above this; null when there is nothing to spend at this look. */
  upper: number | null
  /** Futile where z is at or below this: one may stop, and need not. Null when there is nothing to spend. */
  lower: number | null
}

export interface FutilityBounds {
  looks: FutilityLook[]
  /** The expected z at the planned information that the design finds with its power: sets the sample size. */
  drift: number
  /** Sample size over that of a design with one look at the end and the same errors. */
  inflation: number
}

export interface FutilityBoundsOptions {
  /** 1 less the one-sided chance of a false success, in (0, 1), default 0.975. */
  readonly confidence?: number
  /** The chance of success under the planned effect when futile trials are stopped, in (0.5, 1), default 0.8. */
  readonly power?: number
  /** Of the false success, default `obrien-fleming`. */
  readonly spending?: Spending
  /** Of the missed effect, default `obrien-fleming`. */
  readonly missing?: Spending
}

/**
 * A planned stop for futility beside the stop for success, one-sided: where to give up, look by look.
 *
 * Non-binding: the success bounds are those of a design without it, so that going on in spite of it costs no error. Spending
 * the chance of missing the planned effect decides when giving up is cheap. Must be planned; not a reason to stop a trial
 * whose guardrails or learning still need it.
 *
 * @param fractions Of the planned information, rising, the last at least 1.
 * @throws {RangeError} when fractions do not rise to 1, or an option is out of range.
 * @see Pampallona, Tsiatis & Kim (2001), Drug Information Journal 35, 1113-1121; Jennison & Turnbull (2000), chapter 7.
 */
export function futilityBounds(
  fractions: readonly number[],
  {
    confidence = 0.975,
    power = 0.8,
    spending = 'obrien-fleming',
    missing = 'obrien-fleming',
  }: FutilityBoundsOptions = {},
): FutilityBounds {
  if (!(power > 0.5 && power < 1)) throw new RangeError(`power must be in (0.5, 1), got ${power}`)
  if (!((fractions.at(-1) ?? 0) >= 1))
    throw new RangeError(`the last fraction must be at least 1, got ${fractions.at(-1)}`)
  const success = scheduledBounds(fractions, { confidence, sides: 1, spending })
  const uppers = success.map(({ upper }) => upper)

  const lowersAt = (drift: number) => walk(fractions, uppers, drift, 1 - power, missing)
  const drift = findCrossing((z) => -lowersAt(z).excess, 0.1, 30)
  const { lowers } = lowersAt(drift)
  const [fixed] = scheduledBounds([1], { confidence, sides: 1 })
  const zOfPower = scheduledBounds([1], { confidence: power, sides: 1 })[0]?.upper ?? 0
  return {
    looks: fractions.map((fraction, i) => ({ fraction, upper: uppers[i] ?? null, lower: lowers[i] ?? null })),
    drift,
    inflation: (drift / ((fixed?.upper ?? 0) + zOfPower)) ** 2,
  }
}

/** The futility bounds under a drift, and by how much the last look then misses more than it may. */
function walk(
  fractions: readonly number[],
  uppers: readonly (number | null)[],
  drift: number,
  missed: number,
  spending: Spending,
): { lowers: (number | null)[]; excess: number } {
  const lowers: (number | null)[] = []
  let going: GoingOn = allGoingOn(drift)
  let before = 0
  for (const [i, fraction] of fractions.entries()) {
    const root = Math.sqrt(fraction)
    const upper = uppers[i] ?? null
    const toSpend = spendingAt(fraction, missed, spending) - before
    before += toSpend
    const top = upper ?? 38
    if (i === fractions.length - 1) {
      lowers.push(upper)
      return { lowers, excess: chanceBelow(going, fraction, top * root) - toSpend }
    }
    const below = (z: number) => Math.log(chanceBelow(going, fraction, z * root)) - Math.log(toSpend)
    const lower = toSpend > 0 ? findCrossing(below, drift * root - 38, top) : null
    lowers.push(lower)
    going = goOn(going, fraction, (lower ?? Number.NEGATIVE_INFINITY) * root, top * root, fractions[i + 1])
  }
  return { lowers, excess: 0 }
}
