import { powerOfEffect } from './power-of-effect.ts'
import { type PlanAnswer, type PlanQuestion, solvePlan } from './solve-plan.ts'

export interface PairsPlan extends PlanQuestion {
  /** Of one member's value, in the metric's unit, positive. */
  standardDeviation: number
  /** Between the two members of a pair, in [-1, 1): how well they were matched. */
  correlation: number
}

/**
 * How many pairs (sites matched in twos, one of each drawn; or one unit with and without), or which effect, or which
 * chance to find it, by the t test of the differences. Size: pairs.
 *
 * Pairing costs half of the degrees of freedom: with few pairs it must be good (correlation above about 0.2 with ten
 * pairs) to pay. Under six pairs no permutation test can find anything at 5 %: `smallestPermutationP`.
 *
 * @throws {RangeError} when the standard deviation, the correlation or the question is impossible.
 * @see Chow, Shao, Wang & Lokhnygina (2017), section 3.1; Imai, King & Nall (2009), Statistical Science 24, 29-53.
 */
export function planPairs({ standardDeviation, correlation, ...question }: PairsPlan): PlanAnswer {
  if (!(standardDeviation > 0 && standardDeviation < Number.POSITIVE_INFINITY))
    throw new RangeError(`standardDeviation must be positive, got ${standardDeviation}`)
  if (!(correlation >= -1 && correlation < 1))
    throw new RangeError(`correlation must be in [-1, 1), got ${correlation}`)
  const deviation = standardDeviation * Math.sqrt(2 * (1 - correlation))
  return solvePlan(
    question,
    (effect, pairs) => powerOfEffect(effect, deviation / Math.sqrt(pairs), pairs - 1, question),
    { leastSize: 2, startEffect: deviation * Math.sign(question.effect ?? 1) },
  )
}
