import { allGoingOn, chanceAbove, chanceBelow, goOn } from './going-on.ts'
import { checkRising } from './scheduled-bounds.ts'

/** A look with its bounds on z; null where one may not stop on that side. */
export interface LookBounds {
  readonly fraction: number
  readonly upper: number | null
  readonly lower: number | null
}

export interface ScheduledPower {
  /** The chance of stopping at each look above the upper bound. */
  above: number[]
  /** Likewise below the lower bound. */
  below: number[]
  /** Of ever stopping above: the power, in [0, 1]. */
  power: number
  /** Information used on average, as a fraction of the planned; a trial that never stops uses its last look's. */
  expectedFraction: number
}

/**
 * What a design with scheduled looks does under a given effect: the chance of stopping at each look, and its length.
 *
 * For the sample size: the fixed design's, times `(drift here / drift of the fixed design)²` at equal power.
 *
 * @param looks From `scheduledBounds` or `futilityBounds`, fractions rising.
 * @param drift The expected z at the planned information: effect over its standard error there. 0: nothing changed.
 * @throws {RangeError} when fractions do not rise, or the drift is not finite.
 * @see Jennison & Turnbull (2000), chapter 19: recursive numeric integration, here to about 1e-13.
 */
export function scheduledPower(looks: readonly LookBounds[], drift: number): ScheduledPower {
  if (!Number.isFinite(drift)) throw new RangeError(`drift must be finite, got ${drift}`)
  checkRising(looks.map(({ fraction }) => fraction))
  const answer: ScheduledPower = { above: [], below: [], power: 0, expectedFraction: 0 }
  let going = allGoingOn(drift)
  let left = 1
  for (const [i, { fraction, upper, lower }] of looks.entries()) {
    const root = Math.sqrt(fraction)
    const above = upper === null ? 0 : chanceAbove(going, fraction, upper * root)
    const below = lower === null ? 0 : chanceBelow(going, fraction, lower * root)
    answer.above.push(above)
    answer.below.push(below)
    answer.power += above
    const isLast = i === looks.length - 1
    answer.expectedFraction += (isLast ? left : above + below) * fraction
    left -= above + below
    if (isLast) break
    const high = (upper ?? Number.POSITIVE_INFINITY) * root
    going = goOn(going, fraction, (lower ?? Number.NEGATIVE_INFINITY) * root, high, looks[i + 1]?.fraction)
  }
  return answer
}
