import { regularisedIncompleteBeta } from '../distribution/incomplete-beta.ts'
import { normalQuantile } from '../distribution/normal.ts'

export interface AnhoejLimits {
  /** A longer run on one side of the centre is a signal; null without points. */
  longestRunLimit: number | null
  /** Fewer crossings of the centre are a signal; null without points. */
  fewestCrossings: number | null
}

/**
 * How long the longest run and how few the crossings may be among `useful` points that scatter about their median by
 * chance alone.
 *
 * The longest run grows with the logarithm of the number of points, the crossings are binomial: so the two together keep
 * a false alarm rate of about 5 to 10 % at any length, where "seven on one side" is certain to be broken in time.
 * Not below about ten points, where neither can be told from chance.
 *
 * @param useful Points off the centre line, a whole number of at least 0.
 * @throws {RangeError} when it is not such a number.
 * @see Anhoej & Olesen (2014), PLoS ONE 9, e113825; Schilling (2012), Mathematics Magazine 85, 196-204 (longest run).
 */
export function anhoejLimits(useful: number): AnhoejLimits {
  if (!(Number.isInteger(useful) && useful >= 0)) throw new RangeError(`useful must be a whole number, got ${useful}`)
  if (useful === 0) return { longestRunLimit: null, fewestCrossings: null }
  return { longestRunLimit: Math.round(Math.log2(useful) + 3), fewestCrossings: fifthPercentile(useful - 1) }
}

/** The smallest k with P(X <= k) of at least 5 %, X heads among `tosses` of a fair coin. */
function fifthPercentile(tosses: number): number {
  if (tosses === 0) return 0
  const reaches = (k: number) => k >= tosses || regularisedIncompleteBeta(0.5, tosses - k, k + 1) >= 0.05
  let k = Math.max(0, Math.round(tosses / 2 + (normalQuantile(0.05) * Math.sqrt(tosses)) / 2))
  while (!reaches(k)) k += 1
  while (k > 0 && reaches(k - 1)) k -= 1
  return k
}
