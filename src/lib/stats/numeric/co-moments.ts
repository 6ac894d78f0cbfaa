/** How many pairs there are, their means, and how they scatter together. Merge two with `mergeCoMoments`. */
export interface CoMoments {
  /** How many pairs. Whole number, at least 0. */
  count: number
  /** In the unit of x; 0 when there are none. */
  meanX: number
  meanY: number
  /** Sum of squared distances from the mean, in x's unit squared. Never negative. */
  sumXX: number
  sumYY: number
  /** Sum of products of the two distances. */
  sumXY: number
}

/**
 * The moments of pairs, in one pass: what covariance, correlation, slope, ratio and CUPED need.
 *
 * Centred throughout: values around 1e9 keep the digits of their differences.
 *
 * @param x One per unit.
 * @param y The other measurement of the same unit, at the same index.
 * @throws {RangeError} when the lengths differ or a value is not a finite number.
 * @see Pébay (2008), Sandia report SAND2008-6212, equations 1.5 and 3.
 */
export function coMomentsOf(x: ArrayLike<number>, y: ArrayLike<number>): CoMoments {
  if (x.length !== y.length) throw new RangeError(`x and y must have one length, got ${x.length} and ${y.length}`)
  const moments: CoMoments = { count: 0, meanX: 0, meanY: 0, sumXX: 0, sumYY: 0, sumXY: 0 }
  for (let i = 0; i < x.length; i++) {
    const [a, b] = [x[i] as number, y[i] as number]
    if (!(Number.isFinite(a) && Number.isFinite(b)))
      throw new RangeError(`values must be finite numbers, got ${a} and ${b}`)
    moments.count += 1
    const [fromX, fromY] = [a - moments.meanX, b - moments.meanY]
    moments.meanX += fromX / moments.count
    moments.meanY += fromY / moments.count
    // One distance from the old mean, one from the new: their product is the exact increase.
    moments.sumXX += fromX * (a - moments.meanX)
    moments.sumYY += fromY * (b - moments.meanY)
    moments.sumXY += fromX * (b - moments.meanY)
  }
  return moments
}

/**
 * The moments of two separate sets of pairs together, as if read in one pass. Either may be empty.
 *
 * @see Chan, Golub & LeVeque (1979), "Updating formulae and a pairwise algorithm"; Pébay (2008), equation 3.
 */
export function mergeCoMoments(a: CoMoments, b: CoMoments): CoMoments {
  if (a.count === 0) return { ...b }
  if (b.count === 0) return { ...a }
  const count = a.count + b.count
  const [apartX, apartY] = [b.meanX - a.meanX, b.meanY - a.meanY]
  const weight = (a.count * b.count) / count
  return {
    count,
    meanX: a.meanX + apartX * (b.count / count),
    meanY: a.meanY + apartY * (b.count / count),
    sumXX: a.sumXX + b.sumXX + apartX * apartX * weight,
    sumYY: a.sumYY + b.sumYY + apartY * apartY * weight,
    sumXY: a.sumXY + b.sumXY + apartX * apartY * weight,
  }
}

/** The sample covariance (divisor `count - 1`), in the product of both units; null for fewer than two pairs. */
export function covarianceOf({ count, sumXY }: CoMoments): number | null {
  return count < 2 ? null : sumXY / (count - 1)
}

/** The correlation, in [-1, 1]; null for fewer than two pairs, or when x or y does not vary. */
export function correlationOf({ count, sumXX, sumYY, sumXY }: CoMoments): number | null {
  if (count < 2 || !(sumXX > 0 && sumYY > 0)) return null
  // Roots first: the product of two sums can overflow or vanish.
  return Math.max(-1, Math.min(1, sumXY / Math.sqrt(sumXX) / Math.sqrt(sumYY)))
}
