import { type Moments, varianceOf } from '../numeric/moments.ts'

/** What one arm says about one quantity (a mean, a ratio, a quantile), independent of every other arm. */
export interface ArmEstimate {
  /** In the unit of the metric. */
  estimate: number
  /** Of the estimate, not of the values: unit squared, at least 0. */
  variance: number
  /** Behind the variance: positive and finite, or null where the normal distribution serves (many units). */
  degreesOfFreedom: number | null
}

/** Why an arm says nothing. `empty-arm`: no unit. `too-few-values`: one unit, so nothing shows how units scatter. */
export type ArmGap = 'empty-arm' | 'too-few-values'

/**
 * The mean of an arm with its variance and `count - 1` degrees of freedom; or the reason why there is none.
 *
 * A spread that rounding alone could have left (standard deviation below 64 ulp of the mean) counts as none.
 *
 * @throws {RangeError} when the count is negative or not whole, or the mean or the sum of squares is not a number of such a kind.
 */
export function armMean(moments: Moments): ArmEstimate | ArmGap {
  const { count, mean, sumOfSquares } = moments
  if (!(Number.isInteger(count) && count >= 0)) throw new RangeError(`count must be a whole number, got ${count}`)
  if (!Number.isFinite(mean)) throw new RangeError(`mean must be a finite number, got ${mean}`)
  if (!(sumOfSquares >= 0 && sumOfSquares < Number.POSITIVE_INFINITY))
    throw new RangeError(`sumOfSquares must be at least 0 and finite, got ${sumOfSquares}`)
  if (count === 0) return 'empty-arm'
  const variance = varianceOf(moments)
  if (variance === null) return 'too-few-values'
  const isRounding = Math.sqrt(variance) <= 64 * Number.EPSILON * Math.abs(mean)
  return { estimate: mean, variance: isRounding ? 0 : variance / count, degreesOfFreedom: count - 1 }
}
