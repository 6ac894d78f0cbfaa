/** One look of a confidence sequence; null where that look gave no interval or no p-value. */
export interface Look {
  readonly low: number | null
  readonly high: number | null
  readonly pValue?: number | null
}

export interface RunningLook {
  low: number | null
  high: number | null
  /** The smallest so far; null while there is none. */
  pValue: number | null
  /** True once the looks contradict each other: something changed on the way. The bounds are then null. */
  isEmpty: boolean
}

/**
 * What all looks so far say together: the largest lower bound, the smallest upper one and the smallest p-value, look by look.
 *
 * Valid where the looks are a confidence sequence (each p-value valid at every look), and only then. The interval never
 * widens again; the price is that an early chance finding stays, and that an effect that drifts (novelty, season) ends in
 * an empty interval. Show the look itself beside it. Never for fixed-horizon intervals: they become wrong by it.
 *
 * @param looks In the order they were made.
 * @returns As many, in the same order.
 * @see Howard et al. (2021), Annals of Statistics 49, section 1; Johari et al. (2022), Operations Research 70, section 4.
 */
export function runningIntersection(looks: readonly Look[]): RunningLook[] {
  const least: { low: number | null; high: number | null; pValue: number | null } = {
    low: null,
    high: null,
    pValue: null,
  }
  return looks.map(({ low, high, pValue = null }) => {
    if (low !== null) least.low = Math.max(least.low ?? low, low)
    if (high !== null) least.high = Math.min(least.high ?? high, high)
    if (pValue !== null) least.pValue = Math.min(least.pValue ?? pValue, pValue)
    const isEmpty = least.low !== null && least.high !== null && least.low > least.high
    return isEmpty ? { low: null, high: null, pValue: least.pValue, isEmpty } : { ...least, isEmpty }
  })
}
