import { findRoot } from '../numeric/find-root.ts'
import { requireConfidence } from '../numeric/require-confidence.ts'
import type { TestPlan } from './power-of-effect.ts'
import { requireWhole } from './require-whole.ts'
import { MOST_SIZE, type SizeLimits, smallestSize } from './smallest-size.ts'

/** Give the effect to get the size, the size to get the effect, or both to get the power. */
export interface PlanQuestion extends TestPlan {
  /** The true effect to be found, in the metric's unit, not 0. */
  effect?: number
  /** How much there will be; each planner says of what. Positive; a whole number but for exposure. */
  size?: number
  /** The chance to find it, in (0, 1), default 0.8; not to be given together with both others. */
  power?: number
}

export interface PlanAnswer<Reason extends string = never> {
  /** The effect that was given or found; null when no effect would be. */
  effect: number | null
  /** Rounded up to a whole number where the planner counts whole things; null when no size would do. */
  size: number | null
  /** Before rounding up. */
  exactSize: number | null
  /** At `effect` and the rounded `size`. */
  power: number | null
  /** The smallest effect that this size finds with the wanted power: the one to compare with what is worth having. */
  smallestEffect: number | null
  /** `beyond-reach`: no size, or no effect, gives this power. */
  reason: 'beyond-reach' | Reason | null
}

export interface PlanLimits extends SizeLimits {
  /** Whether the size is rounded up to a whole number, default true; false for exposure. */
  whole?: boolean
  /** Whole sizes come in multiples of this, a whole number, default 1. */
  multiple?: number
  /** Where the search for the effect starts; its sign is the direction. Not 0. */
  startEffect: number
  /** The largest effect there can be, in size, default none. At that effect itself nothing is asked. */
  mostEffect?: number
}

/**
 * Solves a plan for whatever the question leaves out.
 *
 * @param powerAt The chance to find an effect at a size: rising with the effect's size and with the size.
 * @throws {RangeError} when neither effect nor size is given, or one of them is impossible, such as 2.7 units; like those of
 *   the planners the message begins with the name of the field.
 */
export function solvePlan(
  question: PlanQuestion,
  powerAt: (effect: number, size: number) => number,
  limits: PlanLimits,
): PlanAnswer {
  const { effect, size, power = 0.8 } = checked(question, limits)
  if (size !== undefined) {
    const smallestEffect = smallestEffectAt(size, power, powerAt, limits)
    const answer = { size, exactSize: size, smallestEffect }
    if (effect !== undefined) return { ...answer, effect, power: powerAt(effect, size), reason: null }
    if (smallestEffect === null) return { ...answer, effect: null, power: null, reason: 'beyond-reach' }
    return { ...answer, effect: smallestEffect, power: powerAt(smallestEffect, size), reason: null }
  }
  const wanted = effect as number
  const exactSize = smallestSize((at) => powerAt(wanted, at), power, limits)
  if (exactSize === null)
    return { effect: wanted, size: null, exactSize: null, power: null, smallestEffect: null, reason: 'beyond-reach' }
  const { multiple = 1 } = limits
  const whole = (limits.whole ?? true) ? multiple * Math.ceil((exactSize / multiple) * (1 - 1e-12)) : exactSize
  const smallestEffect = smallestEffectAt(whole, power, powerAt, limits)
  return { effect: wanted, size: whole, exactSize, power: powerAt(wanted, whole), smallestEffect, reason: null }
}

function checked({ effect, size, power, confidence = 0.95, sides = 2 }: PlanQuestion, limits: PlanLimits) {
  requireConfidence(confidence)
  const { leastSize = 2, mostEffect = Number.POSITIVE_INFINITY, whole = true, multiple = 1 } = limits
  if (effect === undefined && size === undefined) throw new RangeError('effect or size must be given')
  if (effect !== undefined && size !== undefined && power !== undefined)
    throw new RangeError('power must be left out when effect and size are given: nothing is left to find')
  if (effect !== undefined && !(Math.abs(effect) > 0 && Math.abs(effect) < mostEffect && Number.isFinite(effect)))
    throw new RangeError(`effect must not be 0, and smaller in size than ${mostEffect}, got ${effect}`)
  if (sides === 1 && effect !== undefined && Math.sign(effect) !== Math.sign(limits.startEffect))
    throw new RangeError(`effect must be in the direction of a one-sided plan, got ${effect}`)
  if (size !== undefined && whole) requireWhole({ size: [size, Math.ceil(leastSize)] })
  if (size !== undefined && !(size >= leastSize && size <= (limits.mostSize ?? MOST_SIZE)))
    throw new RangeError(`size must be in ${leastSize}..${limits.mostSize ?? MOST_SIZE}, got ${size}`)
  if (size !== undefined && whole && size % multiple !== 0)
    throw new RangeError(`size must be a multiple of ${multiple}, got ${size}`)
  const level = (1 - confidence) / sides
  if (power !== undefined && !(power > level && power < 1))
    throw new RangeError(`power must be in (${level}, 1), got ${power}`)
  return { effect, size, power }
}

function smallestEffectAt(
  size: number,
  power: number,
  powerAt: (effect: number, size: number) => number,
  { startEffect, mostEffect = 1e200 }: PlanLimits,
): number | null {
  const direction = Math.sign(startEffect)
  const excess = (amount: number) => powerAt(direction * amount, size) - power
  let high = Math.min(Math.abs(startEffect), mostEffect * (1 - 1e-9))
  while (excess(high) < 0) {
    if (high >= mostEffect * (1 - 1e-8)) return null
    high = Math.min(2 * high, mostEffect * (1 - 1e-9))
  }
  let low = high / 2
  while (excess(low) >= 0 && low > 1e-200) {
    high = low
    low /= 2
  }
  return direction * (findRoot(excess, low, high) ?? high)
}
