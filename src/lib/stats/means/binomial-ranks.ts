import { binomialCdf, binomialUpperTail } from '../distribution/binomial.ts'
import { reachOf } from './t-or-normal.ts'

/** Places in the sorted values, from 1 to `count`. */
export interface QuantileRanks {
  low: number
  high: number
  /** How often the interval between them holds the quantile, at least (continuous values), in (0, 1). */
  coverage: number
}

/**
 * Between which order statistics a quantile lies, with no assumption about the values; null when there are too few.
 *
 * @param count Values, whole, at least 0.
 * @param share The quantile, in (0, 1).
 * @see Conover (1999), Practical Nonparametric Statistics, section 3.2 (exact binomial tails).
 */
export function binomialRanks(count: number, share: number, confidence: number): QuantileRanks | null {
  const tail = (1 - confidence) / 2
  const odds = share / (1 - share)
  // Below this the nearer end of the data is the bound, and it is hardly one.
  if (count <= reachOf(confidence, null) ** 2 * Math.max(odds, 1 / odds)) return null
  // The lowest rank whose tail is too large already, less one; the tails rise with the rank.
  const low = lowestRank(count, (rank) => binomialCdf(rank - 1, count, share) > tail) - 1
  const high = lowestRank(count, (rank) => binomialUpperTail(rank - 1, count, share) <= tail)
  if (low < 1 || high > count) return null
  return { low, high, coverage: 1 - binomialCdf(low - 1, count, share) - binomialUpperTail(high - 1, count, share) }
}

/** The lowest rank in 1..count that holds, or count + 1; what holds once holds for every higher rank. */
function lowestRank(count: number, holds: (rank: number) => boolean): number {
  let [from, to] = [1, count + 1]
  while (from < to) {
    const middle = (from + to) >> 1
    if (holds(middle)) to = middle
    else from = middle + 1
  }
  return from
}
