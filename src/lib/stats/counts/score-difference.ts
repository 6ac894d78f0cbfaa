import { normalQuantile, normalUpperTail } from '../distribution/normal.ts'
import { findCrossing } from '../numeric/find-crossing.ts'
import { requireConfidence } from '../numeric/require-confidence.ts'
import { proportionsAtDifference } from './constrained-proportions.ts'
import { checkProportion, type Proportion } from './proportion.ts'

export interface ScoreOptions {
  /** Long-run coverage in (0, 1), default 0.95. */
  confidence?: number
  /** The value that is tested: a difference (default 0) or a ratio (default 1). */
  hypothesis?: number
  /**
   * True (default): the variance is multiplied by N / (N - 1), as Miettinen and Nurminen do; false: Mee's difference,
   * Koopman's ratio, and at no difference the plain pooled test.
   */
  correction?: boolean
}

export interface ScoreComparison {
  /** Treated less comparison for a difference, treated over comparison for a ratio; null when `reason` says why. */
  estimate: number | null
  /** The effects that the test does not reject. For a ratio, `high` alone is null when it has no bound. */
  low: number | null
  high: number | null
  confidence: number
  /** The score test of `hypothesis`: standard normal when it is true. */
  statistic: number | null
  /** Two-sided. */
  pValue: number | null
  /**
   * `no-units`: an arm is empty. For a ratio only: `no-events` (in neither arm, any ratio fits), `unbounded`: no events
   * in the comparison, so that there is no estimate and no upper end.
   */
  reason: 'no-units' | 'no-events' | 'unbounded' | null
}

/**
 * The difference of two proportions by the score method of Miettinen and Nurminen: test and interval in one.
 *
 * The interval holds exactly the differences that the test does not reject, so both always agree. Right down to a few
 * expected events an arm; finite for none against none (0 of 1,000 twice: ±0.0038) and for all against all. The p-value
 * is that of the pooled test but for the factor N / (N - 1). Ends to about 1e-12.
 *
 * With fewer than 5 expected events in an arm the test can exceed its level: `compareProportions` then takes an exact
 * one. Not for pairs, clusters, or repeated looks.
 *
 * @throws {RangeError} when counts are impossible, the hypothesis is outside [-1, 1] or the confidence outside (0, 1).
 * @see Miettinen & Nurminen (1985), Statistics in Medicine 4, 213-226, equations 8-10; without correction: Mee (1984),
 *   Biometrics 40, 1175-1176.
 */
export function scoreDifference(
  treated: Proportion,
  comparison: Proportion,
  { confidence = 0.95, hypothesis = 0, correction = true }: ScoreOptions = {},
): ScoreComparison {
  checkProportion(treated)
  checkProportion(comparison)
  requireConfidence(confidence)
  if (!(hypothesis >= -1 && hypothesis <= 1))
    throw new RangeError(`a difference of proportions must be in [-1, 1], got ${hypothesis}`)
  if (treated.units === 0 || comparison.units === 0)
    return {
      ...{ estimate: null, low: null, high: null, confidence, statistic: null, pValue: null },
      reason: 'no-units',
    }
  const estimate = treated.events / treated.units - comparison.events / comparison.units
  const statisticAt = (difference: number) => scoreAtDifference(treated, comparison, difference, correction)
  const z = normalQuantile((1 + confidence) / 2)
  const statistic = statisticAt(hypothesis)
  return {
    estimate,
    low: estimate === -1 ? -1 : findCrossing((difference) => z - statisticAt(difference), -1, estimate),
    high: estimate === 1 ? 1 : findCrossing((difference) => -z - statisticAt(difference), estimate, 1),
    confidence,
    statistic,
    pValue: Math.min(1, 2 * normalUpperTail(Math.abs(statistic))),
    reason: null,
  }
}

/**
 * How many standard errors, under a true `difference`, the observed one lies above it. Capped at ±1e8, where the
 * hypothesis leaves no room for chance at all.
 */
export function scoreAtDifference(
  treated: Proportion,
  comparison: Proportion,
  difference: number,
  correction: boolean,
): number {
  const { treated: p1, comparison: p2 } = proportionsAtDifference(treated, comparison, difference)
  const [n1, n2] = [treated.units, comparison.units]
  const distance = treated.events / n1 - comparison.events / n2 - difference
  // Less than rounding: over a variance that is as small it would look like a certainty.
  if (Math.abs(distance) <= 1e-16) return 0
  const total = n1 + n2
  const variance = ((p1 * (1 - p1)) / n1 + (p2 * (1 - p2)) / n2) * (correction ? total / (total - 1) : 1)
  return Math.min(1e8, Math.max(-1e8, distance / Math.sqrt(Math.max(0, variance))))
}
