/** How many values there are, their mean, and how they scatter. Merge two of them with `mergeMoments`. */
export interface Moments {
  /** How many values. Whole number, at least 0. */
  count: number
  /** In the unit of the values; 0 when there are none. */
  mean: number
  /** Sum of squared distances from the mean, in the unit squared. Never negative. */
  sumOfSquares: number
}

/**
 * The moments of `values`, in one pass.
 *
 * Centred throughout: values around 1e9 keep the digits of their differences, where a sum of squares can even give a
 * negative variance. Not for a median or a trimmed mean: one wild value moves all of it.
 *
 * @throws {RangeError} when a value is not a finite number.
 * @see Welford (1962), Technometrics 4, 419-420.
 */
export function momentsOf(values: Iterable<number>): Moments {
  const moments: Moments = { count: 0, mean: 0, sumOfSquares: 0 }
  for (const value of values) {
    if (!Number.isFinite(value)) throw new RangeError(`values must be finite numbers, got ${value}`)
    moments.count += 1
    const distance = value - moments.mean
    moments.mean += distance / moments.count
    moments.sumOfSquares += distance * (value - moments.mean)
  }
  return moments
}

/**
 * The moments of two separate sets of values together, as if they had been read in one pass. Either may be empty.
 *
 * @see Chan, Golub & LeVeque (1979), "Updating formulae and a pairwise algorithm", equation 1.5.
 */
export function mergeMoments(a: Moments, b: Moments): Moments {
  if (a.count === 0) return { ...b }
  if (b.count === 0) return { ...a }
  const count = a.count + b.count
  const distance = b.mean - a.mean
  return {
    count,
    mean: a.mean + distance * (b.count / count),
    sumOfSquares: a.sumOfSquares + b.sumOfSquares + distance * distance * ((a.count * b.count) / count),
  }
}

/** The sample variance (divisor `count - 1`), in the unit squared; null for fewer than two values, never NaN. */
export function varianceOf({ count, sumOfSquares }: Moments): number | null {
  return count < 2 ? null : sumOfSquares / (count - 1)
}
