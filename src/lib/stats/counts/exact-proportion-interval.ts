import { betaQuantile, betaUpperQuantile } from '../distribution/beta.ts'
import { binomialCdf, binomialMass, binomialUpperTail } from '../distribution/binomial.ts'
import { findCrossing } from '../numeric/find-crossing.ts'
import { requireConfidence } from '../numeric/require-confidence.ts'
import { checkProportion, type Proportion } from './proportion.ts'
import type { ProportionInterval } from './wilson-interval.ts'

export interface ExactIntervalOptions {
  /** Long-run coverage in (0, 1), default 0.95. */
  confidence?: number
  /**
   * Counts the chance of the observed number half (default false). Shorter, right on average instead of never too
   * short.
   */
  midP?: boolean
  /**
   * What happens to the half of the error that is not needed at 0 (or at all): `one-sided` (default) gives it to the
   * other end, so that none of n leaves up to 1 - alpha^(1/n), "the rule of three"; `two-sided` leaves it unused, as R's
   * binom.test and poisson.test do. With `one-sided`, coverage of a nominal 95 % is at least 92.5 %, not 95 %.
   */
  atEdge?: 'one-sided' | 'two-sided'
}

/**
 * One proportion with the interval of Clopper and Pearson: the proportions that two one-sided exact tests do not reject.
 *
 * Covers at least as often as it says, whatever the proportion, with `atEdge: 'two-sided'`; usually more often, so it is
 * wide. Not for showing many proportions side by side, where `wilsonInterval` is right on average; not for several rows
 * of one unit.
 *
 * @throws {RangeError} when counts are impossible or the confidence is outside (0, 1).
 * @see Clopper & Pearson (1934), Biometrika 26, 404-413; mid-p: Lancaster (1961), JASA 56, 223-234; the edge: Jovanovic &
 *   Levy (1997), American Statistician 51, 137-139.
 */
export function exactProportionInterval(
  proportion: Proportion,
  { confidence = 0.95, midP = false, atEdge = 'one-sided' }: ExactIntervalOptions = {},
): ProportionInterval {
  checkProportion(proportion)
  requireConfidence(confidence)
  const { events, units } = proportion
  if (units === 0) return { estimate: null, low: null, high: null, confidence, reason: 'no-units' }
  const isEdge = events === 0 || events === units
  const tail = (1 - confidence) / (isEdge && atEdge === 'one-sided' ? 1 : 2)
  const [low, high] = midP ? midPEnds(events, units, tail) : clopperPearson(events, units, tail)
  return { estimate: events / units, low, high, confidence, reason: null }
}

/** The proportions at which `k` or more of `n`, and `k` or fewer, have the chance `tail`. */
export function clopperPearson(k: number, n: number, tail: number): [low: number, high: number] {
  const low = k === 0 ? 0 : k === n ? tail ** (1 / n) : betaQuantile(tail, k, n - k + 1)
  const high = k === n ? 1 : k === 0 ? -Math.expm1(Math.log(tail) / n) : betaUpperQuantile(tail, k + 1, n - k)
  return [low, high]
}

/** The same with half the chance of `k` itself. @throws {RangeError} when `tail` is not in (0, 1). */
export function midPEnds(k: number, n: number, tail: number): [low: number, high: number] {
  // At the edge the observed number is the whole tail: half of (1 - p)^n is `tail`.
  const none = tail < 0.5 ? -Math.expm1(Math.log(2 * tail) / n) : 0
  if (k === 0) return [0, none]
  if (k === n) return [1 - none, 1]
  const atLeast = (p: number) => binomialUpperTail(k, n, p) + binomialMass(k, n, p) / 2
  const atMost = (p: number) => binomialCdf(k - 1, n, p) + binomialMass(k, n, p) / 2
  const [outerLow, outerHigh] = clopperPearson(k, n, tail)
  return [
    findCrossing((p) => atLeast(p) - tail, outerLow, k / n),
    findCrossing((p) => tail - atMost(p), k / n, outerHigh),
  ]
}
