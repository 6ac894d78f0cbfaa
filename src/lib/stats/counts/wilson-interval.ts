import { normalQuantile } from '../distribution/normal.ts'
import { requireConfidence } from '../numeric/require-confidence.ts'
import { checkProportion, type Proportion } from './proportion.ts'

export interface ProportionInterval {
  /** Share in [0, 1]; null without units. */
  estimate: number | null
  /** The interval, as shares in [0, 1]; null (both) when `reason` says why. */
  low: number | null
  high: number | null
  /** Long-run coverage of the interval, in (0, 1). */
  confidence: number
  /** `no-units`: nobody was counted. */
  reason: 'no-units' | null
}

/**
 * One proportion with Wilson's score interval: the proportions that a score test does not reject.
 *
 * Finite and inside [0, 1] also for none and for all, where `estimate ± 1.96 standard errors` has width 0. Its coverage
 * swings about the nominal one and is right on average; with expected counts of one or two it can fall to 84 % of a
 * nominal 95 % near the ends. Where coverage must never fall short, use `exactProportionInterval`.
 *
 * Not for several rows of one unit, and not for proportions of unequal clusters.
 *
 * @throws {RangeError} when counts are impossible or the confidence is outside (0, 1).
 * @see Wilson (1927), JASA 22, 209-212; Brown, Cai & DasGupta (2001), Statistical Science 16, 101-133, equation 4.
 */
export function wilsonInterval(proportion: Proportion, { confidence = 0.95 } = {}): ProportionInterval {
  checkProportion(proportion)
  requireConfidence(confidence)
  const { events, units } = proportion
  if (units === 0) return { estimate: null, low: null, high: null, confidence, reason: 'no-units' }
  const z = normalQuantile((1 + confidence) / 2)
  const high = 1 - wilsonLow(units - events, units, z)
  return { estimate: events / units, low: wilsonLow(events, units, z), high, confidence, reason: null }
}

/**
 * The lower end of Wilson's interval at `z` standard errors, for `k` of `n`; `k` may be any number in [0, n].
 *
 * Written as a quotient, because the usual form subtracts two nearly equal numbers when `k` is small: 0 for `k` = 0.
 */
export function wilsonLow(k: number, n: number, z: number): number {
  const square = z * z
  const middle = 2 * k + square
  const reach = z * Math.sqrt(square + (4 * k * (n - k)) / n)
  return k === 0 ? 0 : (2 * k * (k / n)) / (middle + reach)
}
