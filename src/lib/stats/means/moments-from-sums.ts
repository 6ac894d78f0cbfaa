import type { Moments } from '../numeric/moments.ts'

/** What a warehouse or another tool hands over: totals instead of values. */
export interface Sums {
  count: number
  sum: number
  sumOfSquaredValues: number
}

/**
 * The moments behind totals; null when the totals have lost the spread.
 *
 * The spread is what is left when two large numbers are subtracted. Ten values of 1e9 and 1e9 + 1 leave -227.6 where
 * the variance is 0.278. So the answer is null, not a number, when fewer than about three digits can be left. Where the
 * values are at hand, `momentsOf` loses nothing.
 *
 * @throws {RangeError} when the count is not a whole number or a total is not finite.
 * @see Chan, Golub & LeVeque (1983), The American Statistician 37, 242-247.
 */
export function momentsFromSums({ count, sum, sumOfSquaredValues }: Sums): Moments | null {
  if (!(Number.isInteger(count) && count >= 0)) throw new RangeError(`count must be a whole number, got ${count}`)
  if (!Number.isFinite(sum)) throw new RangeError(`sum must be a finite number, got ${sum}`)
  if (!(sumOfSquaredValues >= 0 && sumOfSquaredValues < Number.POSITIVE_INFINITY))
    throw new RangeError(`sumOfSquaredValues must be at least 0 and finite, got ${sumOfSquaredValues}`)
  if (count === 0) return { count, mean: 0, sumOfSquares: 0 }
  const mean = sum / count
  const sumOfSquares = sumOfSquaredValues - mean * sum
  if (count === 1) return { count, mean, sumOfSquares: 0 }
  // Each addition may have rounded: the error of the total grows with the root of the count when errors fall either way.
  const lost = 4 * Number.EPSILON * Math.sqrt(count) * sumOfSquaredValues
  return sumOfSquares > 1e3 * lost || sumOfSquaredValues === 0 ? { count, mean, sumOfSquares } : null
}
