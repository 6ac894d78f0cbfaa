import { findCrossing } from '../numeric/find-crossing.ts'
import { requireConfidence } from '../numeric/require-confidence.ts'

export interface BoundedSequence {
  /** The mean so far, in the unit of the values. */
  estimate: number
  low: number
  high: number
  /** The chance that every interval of the sequence holds the mean, in (0, 1). */
  confidence: number
}

export interface BoundedSequenceOptions {
  /** The smallest and the largest value there can be, in the unit of the values; default 0 and 1. */
  readonly from?: number
  readonly to?: number
  /** In (0, 1), default 0.95. */
  readonly confidence?: number
  /** Where the interval should be narrowest, in values; fixed beforehand. Not given: sharp early and late alike. */
  readonly plannedCount?: number
}

/**
 * The mean of values within known limits (ratings, shares of a day, capped spending), valid exactly from the first value
 * on, at every look, whatever their distribution: somebody bets against each possible mean and goes unpaid at the true one.
 *
 * The interval is the intersection over all looks so far, so it never widens. Not when the limits are guessed from the
 * data, and not much use when they lie far beyond them: width grows with the range until the bets have learnt the spread.
 *
 * @param values In the order in which they came in: another order gives another (valid) interval. At least one.
 * @throws {RangeError} when there is no value, one lies outside the limits, or an option is out of range.
 * @see Waudby-Smith & Ramdas (2024), "Estimating means of bounded random variables by betting", JRSS B 86, 1-27
 *   (arXiv 2010.09686), theorem 3 (hedged capital) and equations 24 to 26 (bets), truncated at c = 1/2.
 */
export function boundedSequence(
  values: readonly number[],
  { from = 0, to = 1, confidence = 0.95, plannedCount }: BoundedSequenceOptions = {},
): BoundedSequence {
  if (!(from < to && to - from < Number.POSITIVE_INFINITY))
    throw new RangeError(`from must be below to, got ${from} and ${to}`)
  requireConfidence(confidence)
  if (plannedCount !== undefined && !(plannedCount >= 1))
    throw new RangeError(`plannedCount must be at least 1, got ${plannedCount}`)
  if (values.length === 0) throw new RangeError('a mean needs at least one value')
  for (const value of values)
    if (!(value >= from && value <= to)) throw new RangeError(`values must be in [${from}, ${to}], got ${value}`)

  const shares = values.map((value) => (value - from) / (to - from))
  const bets = betsOn(shares, 1 - confidence, plannedCount)
  const target = Math.log(2 / (1 - confidence))
  // Money bet on "more" falls as the mean it is bet against rises; bet on "less" it is the same game upside down.
  const low = findCrossing((mean) => target - mostWon(shares, bets, mean), 0, 1)
  const flipped = shares.map((share) => 1 - share)
  const high = 1 - findCrossing((mean) => target - mostWon(flipped, bets, mean), 0, 1)
  const estimate = shares.reduce((sum, share) => sum + share, 0) / shares.length
  // Chance, at most 1 - confidence of it, or a mean that moved: the two bounds have crossed.
  const [least, most] = low <= high ? [low, high] : [high, low]
  const scaled = (share: number) => from + share * (to - from)
  return { estimate: scaled(estimate), low: scaled(least), high: scaled(most), confidence }
}

/** What is put on each value before it is seen, from the spread of those before it. */
function betsOn(shares: readonly number[], alpha: number, plannedCount: number | undefined): number[] {
  let [sum, squares] = [0.5, 0.25]
  return shares.map((share, i) => {
    const count = i + 1
    const horizon = plannedCount ?? count * Math.log(count + 1)
    const bet = Math.sqrt((2 * Math.log(2 / alpha)) / ((squares / count) * horizon))
    sum += share
    squares += (share - sum / (count + 1)) ** 2
    return bet
  })
}

/** The logarithm of the most that bets on "more than `mean`" were ever worth. Never more than half the stake per bet. */
function mostWon(shares: readonly number[], bets: readonly number[], mean: number): number {
  let [wealth, most] = [0, 0]
  for (const [i, share] of shares.entries()) {
    const bet = Math.min(bets[i] ?? 0, 0.5 / mean)
    wealth += Math.log1p(bet * (share - mean))
    if (wealth > most) most = wealth
  }
  return most
}
