import { normalQuantile } from '../distribution/normal.ts'
import { scheduledBounds } from '../looks/scheduled-bounds.ts'
import { scheduledPower } from '../looks/scheduled-power.ts'
import { findRoot } from '../numeric/find-root.ts'
import { requireConfidence } from '../numeric/require-confidence.ts'
import type { TestPlan } from './power-of-effect.ts'

export interface ScheduledPlan extends TestPlan {
  /** Units in all arms together that one look at the end would need, at least 1. */
  fixedSize: number
  /** Looks in all, the last at the end, evenly spaced: whole number in 1..50. */
  looks: number
  /** How the chance to err is spent over the looks, default `obrien-fleming`: little early. */
  spending?: 'obrien-fleming' | 'pocock'
  /** In (0, 1), default 0.8. */
  power?: number
}

export interface ScheduledPlanAnswer {
  /** Units in all arms together by the last look. */
  size: number
  exactSize: number
  /** How many times the fixed size. */
  inflation: number
  /** Units used on average when the effect is the planned one: fewer, because many trials stop early. */
  expectedSize: number
}

/**
 * What looks on a calendar cost: the size of a group-sequential trial with the power of one look at the end. With
 * O'Brien-Fleming-type spending a few hundredths, with Pocock-type a fifth or so.
 *
 * For looks decided by what was seen, `planSequential`.
 *
 * @throws {RangeError} when the size is below 1, the looks are no whole number in 1..50, or a share is outside (0, 1).
 * @see Lan & DeMets (1983), Biometrika 70, 659-663; Jennison & Turnbull (2000), Group Sequential Methods, section 2.3.2.
 */
export function planScheduled({
  fixedSize,
  looks,
  spending = 'obrien-fleming',
  power = 0.8,
  confidence = 0.95,
  sides = 2,
}: ScheduledPlan): ScheduledPlanAnswer {
  requireConfidence(confidence)
  if (!(fixedSize >= 1 && fixedSize < Number.POSITIVE_INFINITY))
    throw new RangeError(`fixedSize must be at least 1, got ${fixedSize}`)
  if (!(Number.isInteger(looks) && looks >= 1 && looks <= 50))
    throw new RangeError(`looks must be in 1..50, got ${looks}`)
  const level = (1 - confidence) / sides
  if (!(power > level && power < 1)) throw new RangeError(`power must be in (${level}, 1), got ${power}`)
  const fractions = Array.from({ length: looks }, (_, look) => (look + 1) / looks)
  const bounds = scheduledBounds(fractions, { confidence, sides, spending })
  const fixed = normalQuantile(power) - normalQuantile(level)
  // Rising with the drift. Crossing on the wrong side is no success, and its chance at such drifts is beyond all digits.
  const excess = (drift: number) => scheduledPower(bounds, drift).power - power
  const drift = findRoot(excess, fixed * 0.5, fixed * 3, { tolerance: 1e-10 }) ?? fixed
  const inflation = (drift / fixed) ** 2
  const exactSize = fixedSize * inflation
  return {
    size: Math.ceil(exactSize * (1 - 1e-9)),
    exactSize,
    inflation,
    expectedSize: exactSize * scheduledPower(bounds, drift).expectedFraction,
  }
}
