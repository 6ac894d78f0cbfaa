import { normalQuantile, normalUpperTail } from '../distribution/normal.ts'
import { requireConfidence } from '../numeric/require-confidence.ts'
import { type PlanAnswer, type PlanQuestion, solvePlan } from './solve-plan.ts'

export interface ProportionsPlan extends PlanQuestion {
  /** The share in the comparison group, in [0, 1]. */
  share: number
  /** Where the effect is to be found by size alone: does the share rise or fall? Default `higher`. */
  better?: 'higher' | 'lower'
  /** Comparison units for each treated one, positive, default 1. */
  ratio?: number
}

export interface ProportionsPlanAnswer extends PlanAnswer<'too-few-events'> {
  treated: number | null
  comparison: number | null
}

/** Below this expected count in any of the four cells the normal formula is off by more than about a point of power. */
const LEAST_EXPECTED = 5

/**
 * How many units, or which effect, or which chance to find it, when two shares are compared by the score test (pooled
 * variance under no difference). Size: treated units. Effect: difference of the shares.
 *
 * `too-few-events`: fewer than 5 expected in a cell, where the formula is a rough guess: check with
 * `exactProportionsPower`, or plan by `exactProportionsSize`.
 *
 * @throws {RangeError} when share and effect leave [0, 1], or the question is impossible.
 * @see Fleiss, Levin & Paik (2003), Statistical Methods for Rates and Proportions, equation 4.14, without continuity
 *   correction; with both tails, as R's `power.prop.test(strict = TRUE)`.
 */
export function planProportions({ share, better, ratio = 1, ...question }: ProportionsPlan): ProportionsPlanAnswer {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`share must be in [0, 1], got ${share}`)
  if (!(ratio > 0 && ratio < Number.POSITIVE_INFINITY)) throw new RangeError(`ratio must be positive, got ${ratio}`)
  const { effect, confidence = 0.95, sides = 2 } = question
  requireConfidence(confidence)
  if (effect === 0 || Number.isNaN(effect)) throw new RangeError(`effect must not be 0, got ${effect}`)
  const direction = effect === undefined ? (better === 'lower' ? -1 : 1) : Math.sign(effect)
  const room = direction > 0 ? 1 - share : share
  if (room === 0) throw new RangeError(`share must leave room for an effect, got ${share}`)
  if (effect !== undefined && Math.abs(effect) > room)
    throw new RangeError(`effect must keep the share in [0, 1], got ${effect}`)
  const critical = -normalQuantile((1 - confidence) / sides)
  const powerAt = (change: number, size: number) => {
    const other = share + change
    const pooled = (other + ratio * share) / (1 + ratio)
    const ofNull = Math.sqrt((pooled * (1 - pooled) * (1 + 1 / ratio)) / size)
    const ofTruth = Math.sqrt((other * (1 - other) + (share * (1 - share)) / ratio) / size)
    if (ofTruth === 0) return Math.abs(change) > critical * ofNull ? 1 : 0
    const right = normalUpperTail((critical * ofNull - Math.abs(change)) / ofTruth)
    return sides === 1 ? right : right + normalUpperTail((critical * ofNull + Math.abs(change)) / ofTruth)
  }
  const answer = solvePlan(question, powerAt, {
    leastSize: Math.max(1, 1 / ratio),
    startEffect: direction * Math.min(room / 2, 0.1),
    mostEffect: room * (1 + 1e-9),
  })
  const { size, effect: change } = answer
  const comparison = size === null ? null : Math.ceil(size * ratio * (1 - 1e-12))
  if (size === null || comparison === null || change === null) return { ...answer, treated: size, comparison }
  const [yes, no] = [share + change, 1 - share - change]
  const fewest = Math.min(size * yes, size * no, comparison * share, comparison * (1 - share))
  return { ...answer, treated: size, comparison, reason: fewest < LEAST_EXPECTED ? 'too-few-events' : null }
}
