import { normalUpperTail } from '../distribution/normal.ts'

/** Where a running trial stands, for asking how it will end. */
export interface HalfWay {
  /** z at this look. */
  readonly statistic: number
  /** Of the planned information, in (0, 1). */
  readonly fraction: number
  /** What z must reach at the planned end, such as 1.96, or the last of `scheduledBounds`. */
  readonly criticalValue: number
}

/**
 * The chance that the trial ends in success, given what is in, if the effect from now on is `drift`.
 *
 * Ask it of the planned effect (what the trial was made for), and of the current trend; below 10 to 20 % for the planned
 * effect, going on is hardly worth it. It is no test, and stopping by it makes false successes rarer, never commoner.
 *
 * @param drift The expected z at the planned information: planned effect over its standard error there. Default: the
 *   current trend, `statistic / sqrt(fraction)`, which swings widely early on.
 * @returns In [0, 1], against one critical value at the end, no looks between.
 * @throws {RangeError} when a number is not finite or the fraction outside (0, 1).
 * @see Lan & Wittes (1988), Biometrics 44, 579-585; Proschan, Lan & Wittes (2006), "Statistical monitoring", chapter 3.
 */
export function conditionalPower(
  { statistic, fraction, criticalValue }: HalfWay,
  drift = statistic / Math.sqrt(fraction),
): number {
  checkHalfWay({ statistic, fraction, criticalValue })
  if (!Number.isFinite(drift)) throw new RangeError(`drift must be finite, got ${drift}`)
  const left = 1 - fraction
  return normalUpperTail((criticalValue - statistic * Math.sqrt(fraction) - drift * left) / Math.sqrt(left))
}

/** @throws {RangeError} when a number is not finite or the fraction outside (0, 1). */
export function checkHalfWay({ statistic, fraction, criticalValue }: HalfWay): void {
  if (!(fraction > 0 && fraction < 1)) throw new RangeError(`fraction must be in (0, 1), got ${fraction}`)
  if (!Number.isFinite(statistic)) throw new RangeError(`statistic must be finite, got ${statistic}`)
  if (!Number.isFinite(criticalValue)) throw new RangeError(`criticalValue must be finite, got ${criticalValue}`)
}
