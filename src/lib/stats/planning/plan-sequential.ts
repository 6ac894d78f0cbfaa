import { normalQuantile, normalUpperTail } from '../distribution/normal.ts'
import { sequenceReach } from '../looks/sequence-reach.ts'
import { requireConfidence } from '../numeric/require-confidence.ts'
import type { TestPlan } from './power-of-effect.ts'

export interface SequentialPlan extends TestPlan {
  /** Units in all arms together that one look at the end would need (from `planMeans` and the like), at least 1. */
  fixedSize: number
  /** With which power, in (0, 1), default 0.8. */
  power?: number
}

export interface SequentialPlanAnswer {
  /** Units in all arms together, so that the same power is there at the planned end: N*, to be frozen with the plan. */
  size: number
  exactSize: number
  /** How many times the fixed size. */
  inflation: number
  /** How many standard errors the sequence reaches at the planned end, and how many times the fixed interval that is. */
  reach: number
  widthRatio: number
  /** The power that is left at the fixed size, for those who cannot have more units. */
  powerAtFixedSize: number
}

/**
 * What it costs to be allowed to look whenever one likes: the size of a trial that is watched by an asymptotic confidence
 * sequence tuned to its planned end, worked out from the sequence itself.
 *
 * The power is that at the planned end, without what earlier looks add (a little; most winners are seen sooner). Looks on a
 * calendar cost far less: group-sequential bounds.
 *
 * @throws {RangeError} when the size is below 1, or power or confidence is outside (0, 1).
 * @see Waudby-Smith et al. (2024), arXiv 2103.06476, equation 9 (the reach).
 */
export function planSequential({
  fixedSize,
  power = 0.8,
  confidence = 0.95,
  sides = 2,
}: SequentialPlan): SequentialPlanAnswer {
  requireConfidence(confidence)
  if (!(fixedSize >= 1 && fixedSize < Number.POSITIVE_INFINITY))
    throw new RangeError(`fixedSize must be at least 1, got ${fixedSize}`)
  const level = (1 - confidence) / sides
  if (!(power > level && power < 1)) throw new RangeError(`power must be in (${level}, 1), got ${power}`)
  const fixed = -normalQuantile(level)
  // The reach at the planned end is the same for every planned end: the mixture is tuned to it.
  const reach = sequenceReach(fixedSize, { plannedCount: fixedSize, confidence }, sides)
  const beyond = normalQuantile(power)
  const inflation = ((reach + beyond) / (fixed + beyond)) ** 2
  const exactSize = fixedSize * inflation
  return {
    size: Math.ceil(exactSize * (1 - 1e-12)),
    exactSize,
    inflation,
    reach,
    widthRatio: reach / fixed,
    powerAtFixedSize: normalUpperTail(reach - (fixed + beyond)),
  }
}
