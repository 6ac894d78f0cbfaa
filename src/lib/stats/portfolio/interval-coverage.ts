import { clopperPearson } from '../counts/exact-proportion-interval.ts'

export interface IntervalForecast {
  low: number
  high: number
  /** What it turned out to be, in the same unit. */
  actual: number
}

export interface IntervalCoverage {
  count: number
  /** How many held the actual value. */
  held: number
  /** That as a share, with its exact interval. */
  coverage: number
  low: number
  high: number
  /** What the intervals promised. */
  promised: number
  /** Actual values below and above their interval: all on one side is optimism or gloom, not narrowness. */
  below: number
  above: number
  /** `too-narrow`, `too-wide`: the promise lies outside the exact interval. `kept`: inside; few forecasts cannot tell more. */
  verdict: 'kept' | 'too-narrow' | 'too-wide'
}

/**
 * Whether intervals somebody gave ("80 % sure: between 10 and 20") hold as often as promised.
 *
 * @param promised What each interval promised, in (0, 1): all the same.
 * @param confidence Of the exact interval of the coverage, in (0, 1), default 0.95.
 * @throws {RangeError} when there are none, one has its ends in the wrong order, or a share is outside (0, 1).
 * @see Clopper & Pearson (1934), Biometrika 26, 404-413; Gneiting, Balabdaoui & Raftery (2007), JRSS B 69, 243-268.
 */
export function intervalCoverage(
  intervals: readonly IntervalForecast[],
  promised: number,
  confidence = 0.95,
): IntervalCoverage {
  if (!(promised > 0 && promised < 1)) throw new RangeError(`promised must be in (0, 1), got ${promised}`)
  if (intervals.length === 0) throw new RangeError('there must be at least one interval')
  for (const { low, high, actual } of intervals)
    if (!(low <= high && Number.isFinite(actual)))
      throw new RangeError(`low must be at most high, got ${low} and ${high}`)
  const below = intervals.filter(({ low, actual }) => actual < low).length
  const above = intervals.filter(({ high, actual }) => actual > high).length
  const count = intervals.length
  const held = count - below - above
  const [low, high] = clopperPearson(held, count, (1 - confidence) / 2)
  const verdict = promised > high ? 'too-narrow' : promised < low ? 'too-wide' : 'kept'
  return { count, held, coverage: held / count, low, high, promised, below, above, verdict }
}
