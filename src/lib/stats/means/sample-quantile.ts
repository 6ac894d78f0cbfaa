/**
 * The value below which a share of the sorted values lies, between two neighbours in proportion.
 *
 * The default of R, numpy and spreadsheets' PERCENTILE.INC (type 7): the lowest value at 0, the highest at 1.
 *
 * @param sorted Ascending, at least one value.
 * @param share In [0, 1].
 * @throws {RangeError} when there is no value or the share is outside [0, 1].
 * @see Hyndman & Fan (1996), The American Statistician 50, 361-365, definition 7.
 */
export function sampleQuantile(sorted: ArrayLike<number>, share: number): number {
  if (sorted.length === 0) throw new RangeError('a quantile needs at least one value')
  if (!(share >= 0 && share <= 1)) throw new RangeError(`share must be in [0, 1], got ${share}`)
  const place = share * (sorted.length - 1)
  const below = Math.floor(place)
  const low = sorted[below] as number
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number
  // Not low + (high - low) where both are one value: nothing must be lost to rounding, and huge values must not overflow.
  return low === high ? low : low * (1 - (place - below)) + high * (place - below)
}

/** A sorted copy. @throws {RangeError} when a value is not a finite number. */
export function sortedValues(values: Iterable<number>): Float64Array {
  const sorted = Float64Array.from(values)
  for (const value of sorted) if (!Number.isFinite(value)) throw new RangeError(`values must be finite, got ${value}`)
  return sorted.sort()
}
