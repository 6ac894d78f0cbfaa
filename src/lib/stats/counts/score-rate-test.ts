import { normalQuantile, normalUpperTail } from '../distribution/normal.ts'
import { findCrossing } from '../numeric/find-crossing.ts'
import { requireConfidence } from '../numeric/require-confidence.ts'
import { checkRate, type Rate } from './rate.ts'
import { wilsonLow } from './wilson-interval.ts'

export interface ScoreRateComparison {
  /** Treated rate less comparison rate, per unit of exposure; null without exposure. */
  estimate: number | null
  low: number | null
  high: number | null
  confidence: number
  /** Standard normal when the difference is `hypothesis`. */
  statistic: number | null
  /** Two-sided. */
  pValue: number | null
  /** Treated over comparison. `high` is null alone where there is no upper end; all are null without any event. */
  ratio: { estimate: number | null; low: number | null; high: number | null }
  /** `no-exposure`: an arm could have no events. */
  reason: 'no-exposure' | null
}

/**
 * Two rates by the score method: the difference and the ratio that the test does not reject, and the test.
 *
 * Both intervals agree with the one test of "no difference". Finite for no events in both arms (up to z² / T). Ends of the
 * difference to about 1e-12.
 *
 * Not with fewer than 5 expected events in an arm (`eTest`, `exactRateTest`), nor for over-dispersed counts.
 *
 * @param options.hypothesis The difference that is tested, per unit of exposure, default 0.
 * @throws {RangeError} when a rate is impossible or the confidence is outside (0, 1).
 * @see Miettinen & Nurminen (1985), Statistics in Medicine 4, 213-226, section 3 (rates); ratio: Graham, Mengersen &
 *   Morton (2003), Statistics in Medicine 22, 2071-2083.
 */
export function scoreRateTest(
  treated: Rate,
  comparison: Rate,
  { confidence = 0.95, hypothesis = 0 }: { confidence?: number; hypothesis?: number } = {},
): ScoreRateComparison {
  checkRate(treated)
  checkRate(comparison)
  requireConfidence(confidence)
  if (!Number.isFinite(hypothesis)) throw new RangeError(`hypothesis must be finite, got ${hypothesis}`)
  const nothing = { estimate: null, low: null, high: null }
  if (treated.exposure === 0 || comparison.exposure === 0)
    return { ...nothing, confidence, statistic: null, pValue: null, ratio: nothing, reason: 'no-exposure' }
  const z = normalQuantile((1 + confidence) / 2)
  const statisticAt = (difference: number) => scoreAt(treated, comparison, difference)
  const statistic = statisticAt(hypothesis)
  const estimate = treated.events / treated.exposure - comparison.events / comparison.exposure
  // No end can lie further out than an arm's own event count allows at twice the reach.
  const furthest = (rate: Rate) => (2 * rate.events + 4 * z * z + 4 * z * Math.sqrt(rate.events) + 4) / rate.exposure
  const outer = furthest(treated) + furthest(comparison)
  return {
    estimate,
    low: findCrossing((difference) => z - statisticAt(difference), estimate - outer, estimate),
    high: findCrossing((difference) => -z - statisticAt(difference), estimate, estimate + outer),
    confidence,
    statistic,
    pValue: Math.min(1, 2 * normalUpperTail(Math.abs(statistic))),
    ratio: rateRatioInterval(treated, comparison, z),
    reason: null,
  }
}

/** Ratio of two rates, with the ratios at which the score statistic is within `z`: Wilson's interval of the split. */
export function rateRatioInterval(
  treated: Rate,
  comparison: Rate,
  z: number,
): { estimate: number | null; low: number | null; high: number | null } {
  const total = treated.events + comparison.events
  if (total === 0) return { estimate: null, low: null, high: null }
  const scale = comparison.exposure / treated.exposure
  const [fromTreated, fromComparison] = [wilsonLow(treated.events, total, z), wilsonLow(comparison.events, total, z)]
  const hasBase = comparison.events > 0
  return {
    estimate: hasBase ? (treated.events / comparison.events) * scale : null,
    low: (fromTreated / (1 - fromTreated)) * scale,
    high: hasBase ? ((1 - fromComparison) / fromComparison) * scale : null,
  }
}

/** The statistic at a true `difference`, with the likeliest rates that differ by it. */
function scoreAt(treated: Rate, comparison: Rate, difference: number): number {
  const distance = treated.events / treated.exposure - comparison.events / comparison.exposure - difference
  if (distance === 0) return 0
  const [x1, t1, x2, t2] = [treated.events, treated.exposure, comparison.events, comparison.exposure]
  // The likeliest comparison rate r solves t r² - b r - c = 0, t the exposure of both; taken without cancellation.
  const total = t1 + t2
  const b = x1 + x2 - total * difference
  const c = x2 * difference
  const root = Math.sqrt(Math.max(0, b * b + 4 * total * c))
  const base = b >= 0 ? (b + root) / (2 * total) : root === b ? 0 : (2 * c) / (root - b)
  const comparisonRate = Math.max(0, -difference, base)
  const variance = (comparisonRate + difference) / t1 + comparisonRate / t2
  return Math.min(1e8, Math.max(-1e8, distance / Math.sqrt(Math.max(0, variance))))
}
