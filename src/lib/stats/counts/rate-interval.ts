import { gammaQuantile, gammaUpperQuantile } from '../distribution/gamma.ts'
import { normalQuantile } from '../distribution/normal.ts'
import { poissonCdf, poissonMass, poissonUpperTail } from '../distribution/poisson.ts'
import { findCrossing } from '../numeric/find-crossing.ts'
import { requireConfidence } from '../numeric/require-confidence.ts'
import type { ExactIntervalOptions } from './exact-proportion-interval.ts'
import { checkRate, type Rate } from './rate.ts'

export interface RateInterval {
  /** Events per unit of exposure; null without exposure. */
  estimate: number | null
  low: number | null
  high: number | null
  /** Long-run coverage of the interval, in (0, 1). */
  confidence: number
  /** `no-exposure`: nothing could have happened. */
  reason: 'no-exposure' | null
}

/**
 * One rate with the exact interval of Garwood: the rates that two one-sided exact Poisson tests do not reject.
 *
 * No events in an exposure T leave rates up to -ln(alpha) / T (3.0 / T at 95 %): below zero there is nothing, so the
 * whole error goes to the upper end. With `atEdge: 'two-sided'` it is -ln(alpha / 2) / T, and coverage never falls below
 * nominal; by default it can fall to 93.8 % of a nominal 95 %. Wide; `scoreRateInterval` is right on average.
 *
 * Not for counts that scatter more than Poisson's (clusters, busy days): see `quasiPoissonComparison`.
 *
 * @throws {RangeError} when the rate is impossible or the confidence is outside (0, 1).
 * @see Garwood (1936), Biometrika 28, 437-442; mid-p: Cohen & Yang (1994), Statistics in Medicine 13, 2189-2203.
 */
export function exactRateInterval(
  rate: Rate,
  { confidence = 0.95, midP = false, atEdge = 'one-sided' }: ExactIntervalOptions = {},
): RateInterval {
  checkRate(rate)
  requireConfidence(confidence)
  const { events, exposure } = rate
  if (exposure === 0) return { estimate: null, low: null, high: null, confidence, reason: 'no-exposure' }
  const tail = (1 - confidence) / (events === 0 && atEdge === 'one-sided' ? 1 : 2)
  const [low, high] = midP ? midPEnds(events, tail) : garwood(events, tail)
  return { estimate: events / exposure, low: low / exposure, high: high / exposure, confidence, reason: null }
}

function garwood(events: number, tail: number): [low: number, high: number] {
  if (events === 0) return [0, -Math.log(tail)]
  return [gammaQuantile(tail, events), gammaUpperQuantile(tail, events + 1)]
}

function midPEnds(events: number, tail: number): [low: number, high: number] {
  if (events === 0) return [0, Math.max(0, -Math.log(2 * tail))]
  const atLeast = (mean: number) => poissonUpperTail(events, mean) + poissonMass(events, mean) / 2
  const atMost = (mean: number) => poissonCdf(events - 1, mean) + poissonMass(events, mean) / 2
  const [outerLow, outerHigh] = garwood(events, tail)
  return [
    findCrossing((mean) => atLeast(mean) - tail, outerLow, events),
    findCrossing((mean) => tail - atMost(mean), events, outerHigh),
  ]
}

/**
 * One rate with its score interval: the rates from which the count lies at most z standard errors away.
 *
 * Closed form, finite for no events (up to z² / T = 3.84 / T). Right on average; not for over-dispersed counts.
 *
 * @throws {RangeError} when the rate is impossible or the confidence is outside (0, 1).
 * @see Rao (1948); Barker (2002), American Statistician 56, 85-89.
 */
export function scoreRateInterval(rate: Rate, { confidence = 0.95 } = {}): RateInterval {
  checkRate(rate)
  requireConfidence(confidence)
  const { events, exposure } = rate
  if (exposure === 0) return { estimate: null, low: null, high: null, confidence, reason: 'no-exposure' }
  const z = normalQuantile((1 + confidence) / 2)
  const far = events + (z * z) / 2 + z * Math.sqrt(events + (z * z) / 4)
  // The two ends multiply to the square of the count: no subtraction for the lower one.
  const low = events === 0 ? 0 : (events * events) / far
  return { estimate: events / exposure, low: low / exposure, high: far / exposure, confidence, reason: null }
}
