/** What was counted in a period, and among how many. */
export interface Counted {
  /** How many: at least 0. */
  count: number
  /** Among how many units, or over how much exposure; 0: nothing to count in, the period is skipped. */
  size: number
}

export interface ReadCounts {
  /** Count over size; NaN is a gap. */
  shares: Float64Array
  sizes: Float64Array
  counts: Float64Array
}

/**
 * @param most `size`: a count is a part of its size (a proportion); `any`: it may exceed it (events per exposure).
 * @throws {RangeError} when a count or a size is negative, not finite, or a part exceeds its whole.
 */
export function readCounts(periods: readonly (Counted | null)[], most: 'size' | 'any'): ReadCounts {
  const [shares, sizes, counts] = [0, 0, 0].map(() => new Float64Array(periods.length).fill(Number.NaN)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  for (const [i, period] of periods.entries()) {
    if (period === null) continue
    const { count, size } = period
    if (!(count >= 0 && size >= 0 && count < Number.POSITIVE_INFINITY && size < Number.POSITIVE_INFINITY))
      throw new RangeError(`count and size must be at least 0 and finite, got ${count} of ${size}`)
    if (count > size && (most === 'size' || size === 0))
      throw new RangeError(`the count must not exceed its size, got ${count} of ${size}`)
    if (size === 0) continue
    counts[i] = count
    sizes[i] = size
    shares[i] = count / size
  }
  return { shares, sizes, counts }
}

/** Sum of counts over sum of sizes at `indexes`: the rate of all of them together. */
export function pooledShare({ counts, sizes }: ReadCounts, indexes: readonly number[]): number {
  let [count, size] = [0, 0]
  for (const i of indexes) {
    count += counts[i] ?? 0
    size += sizes[i] ?? 0
  }
  return count / size
}
