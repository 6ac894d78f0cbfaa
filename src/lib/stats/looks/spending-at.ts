import { normalQuantile, normalUpperTail } from '../distribution/normal.ts'

/** `obrien-fleming`: hardly anything early, nearly the fixed design at the end. `pocock`: about the same at every look. */
export type Spending = 'obrien-fleming' | 'pocock'

/**
 * How much of a chance of error may have been spent when a fraction of the planned information is in.
 *
 * @param fraction Of the planned information, at least 0; from 1 on all is spent.
 * @param level The whole chance, one-sided, in (0, 1). Two-sided designs spend half the level on each side.
 * @throws {RangeError} when an argument is out of range.
 * @see Lan & DeMets (1983), Biometrika 70, 659-663: `2 - 2 Φ(z / sqrt(t))` with z the upper `level / 2` point, and
 *   `level ln(1 + (e - 1) t)`.
 */
export function spendingAt(fraction: number, level: number, spending: Spending = 'obrien-fleming'): number {
  if (!(fraction >= 0)) throw new RangeError(`fraction must be at least 0, got ${fraction}`)
  if (!(level > 0 && level < 1)) throw new RangeError(`level must be in (0, 1), got ${level}`)
  if (fraction === 0) return 0
  if (fraction >= 1) return level
  if (spending === 'pocock') return level * Math.log1p((Math.E - 1) * fraction)
  return 2 * normalUpperTail(-normalQuantile(level / 2) / Math.sqrt(fraction))
}
