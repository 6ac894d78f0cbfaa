/** Places in the sorted values, from 1. */
export interface OrderInterval {
  /** Null where so few values say nothing about that side. */
  low: number | null
  high: number | null
}

/**
 * Between which of the sorted values a percentile lies, with no assumption about how they are distributed.
 *
 * Each side errs at most half of 1 - confidence; with equal values it errs less. A side without a bound is null: the 95th percentile
 * has an upper bound from 72 values on.
 *
 * @param count How many values, whole, at least 1.
 * @param share The percentile, in (0, 1).
 * @see Conover (1999), Practical Nonparametric Statistics, section 3.2.
 */
export function orderInterval(count: number, share: number, confidence: number): OrderInterval {
  const tail = (1 - confidence) / 2
  const chances = binomialChances(count, share)
  // The value at rank r is above the percentile when at most r - 1 values are below it.
  let [low, below] = [0, 0]
  while (low < count && below + (chances[low] as number) <= tail) {
    below += chances[low] as number
    low += 1
  }
  let [high, above] = [count + 1, 0]
  while (high > 0 && above + (chances[high - 1] as number) <= tail) {
    above += chances[high - 1] as number
    high -= 1
  }
  return { low: low >= 1 ? low : null, high: high <= count ? high : null }
}

/** Chances of 0 to `count` values at or below the percentile. */
function binomialChances(count: number, share: number): number[] {
  let logChance = count * Math.log1p(-share)
  const logOdds = Math.log(share) - Math.log1p(-share)
  return Array.from({ length: count + 1 }, (_, k) => {
    if (k > 0) logChance += Math.log((count - k + 1) / k) + logOdds
    return Math.exp(logChance)
  })
}

/** @throws {RangeError} when a share or the confidence is outside (0, 1). */
export function requireShares(shares: readonly number[], confidence: number): void {
  for (const share of shares)
    if (!(share > 0 && share < 1)) throw new RangeError(`a share must be in (0, 1), got ${share}`)
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence must be in (0, 1), got ${confidence}`)
}
