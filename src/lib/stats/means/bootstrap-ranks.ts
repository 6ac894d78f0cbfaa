import { binomialUpperTail } from '../distribution/binomial.ts'

/** Values, ascending, each with its probability. */
export interface WeightedValues {
  values: Float64Array
  weights: Float64Array
}

/**
 * How a sample quantile would come out if the sample were drawn again from itself infinitely often.
 *
 * The k-th smallest of a redrawn sample is at most the j-th of the sample when at least k of the draws are: a binomial
 * tail. So nothing needs to be drawn, and the answer has no seed. Where the quantile lies between two ranks, both are mixed in proportion.
 *
 * @param sorted Ascending, at least one value.
 * @see Efron (1979), Annals of Statistics 7, 1-26, section 3 (the median); Hutson & Ernst (2000), JRSS B 62, 89-94.
 */
export function bootstrapRanks(sorted: Float64Array, share: number): WeightedValues {
  const count = sorted.length
  const place = share * (count - 1)
  const below = Math.floor(place)
  const mix = place - below
  // Beyond 12 standard deviations of the rank there is nothing.
  const room = 12 * Math.sqrt(count * share * (1 - share)) + 40
  const first = Math.max(0, Math.floor(place - room))
  const last = Math.min(count - 1, Math.ceil(place + room))
  const values = sorted.subarray(first, last + 1)
  const weights = new Float64Array(values.length)
  let before = 0
  for (let j = 0; j < weights.length; j++) {
    const reached = (first + j + 1) / count
    const lower = binomialUpperTail(below, count, reached)
    const upper = mix > 0 ? binomialUpperTail(below + 1, count, reached) : lower
    const cumulative = (1 - mix) * lower + mix * upper
    weights[j] = Math.max(0, cumulative - before)
    before = cumulative
  }
  return { values, weights }
}

/** The variance of the weighted values, in the unit squared. */
export function weightedVariance({ values, weights }: WeightedValues): number {
  let mean = 0
  const origin = values[0] as number
  for (let j = 0; j < values.length; j++) mean += (weights[j] as number) * ((values[j] as number) - origin)
  let variance = 0
  for (let j = 0; j < values.length; j++)
    variance += (weights[j] as number) * ((values[j] as number) - origin - mean) ** 2
  return variance
}

/** P(a - b <= d), for independent a and b. */
export function shareOfDifferencesUpTo(d: number, a: WeightedValues, b: WeightedValues): number {
  let share = 0
  let passed = 0
  let at = 0
  for (let i = 0; i < a.values.length; i++) {
    // The values of b below a - d rise with a: one walk through both.
    while (at < b.values.length && (a.values[i] as number) - (b.values[at] as number) > d) {
      passed += b.weights[at] as number
      at += 1
    }
    share += (a.weights[i] as number) * (1 - passed)
  }
  return share
}

/** The smallest difference a - b at or below which a share of at least `tail` lies. */
export function quantileOfDifferences(tail: number, a: WeightedValues, b: WeightedValues): number {
  let low = (a.values[0] as number) - (b.values[b.values.length - 1] as number)
  let high = (a.values[a.values.length - 1] as number) - (b.values[0] as number)
  if (shareOfDifferencesUpTo(low, a, b) >= tail) return low
  const least = 2 * Number.EPSILON * Math.max(Math.abs(low), Math.abs(high))
  while (high - low > least) {
    const middle = low + (high - low) / 2
    if (middle <= low || middle >= high) break
    if (shareOfDifferencesUpTo(middle, a, b) >= tail) high = middle
    else low = middle
  }
  return smallestDifferenceAbove(low, a, b)
}

/** Halving comes close to a difference of two values; this names it. */
function smallestDifferenceAbove(low: number, a: WeightedValues, b: WeightedValues): number {
  let smallest = Number.POSITIVE_INFINITY
  let at = 0
  for (const value of a.values) {
    while (at < b.values.length && value - (b.values[at] as number) > low) at += 1
    if (at > 0) smallest = Math.min(smallest, value - (b.values[at - 1] as number))
  }
  return smallest
}
