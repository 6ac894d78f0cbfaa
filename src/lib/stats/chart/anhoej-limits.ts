import { binomialQuantile } from '../distribution/binomial.ts'

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
  return {
    longestRunLimit: Math.round(Math.log2(useful) + 3),
    fewestCrossings: binomialQuantile(0.05, useful - 1, 0.5),
  }
}
