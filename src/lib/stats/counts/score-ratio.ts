import { normalQuantile, normalUpperTail } from '../distribution/normal.ts'
import { findCrossing } from '../numeric/find-crossing.ts'
import { requireConfidence } from '../numeric/require-confidence.ts'
import { proportionsAtRatio } from './constrained-proportions.ts'
import { checkProportion, type Proportion } from './proportion.ts'
import type { ScoreComparison, ScoreOptions } from './score-difference.ts'

/** Ratios are sought on the logarithmic scale between exp(-this) and exp(this). */
const WIDEST = 60

/**
 * The ratio of two proportions (relative risk) by the score method: test and interval in one.
 *
 * Against a ratio of 1 the test is that of `scoreDifference`: one decision, shown on two scales. Works without events in
 * the treated arm (estimate 0, lower end 0); without events in the comparison there is no upper end, and that is said.
 * Ends to about 1e-12 relative.
 *
 * Not where events are the good outcome and nearly everybody has one: 0.99 against 0.98 is a ratio of 1.01, and half the failures.
 *
 * @throws {RangeError} when counts are impossible, the hypothesis is not positive or the confidence outside (0, 1).
 * @see Miettinen & Nurminen (1985), Statistics in Medicine 4, 213-226; without correction: Koopman (1984), Biometrics 40,
 *   513-517.
 */
export function scoreRatio(
  treated: Proportion,
  comparison: Proportion,
  { confidence = 0.95, hypothesis = 1, correction = true }: ScoreOptions = {},
): ScoreComparison {
  checkProportion(treated)
  checkProportion(comparison)
  requireConfidence(confidence)
  if (!(hypothesis > 0 && hypothesis < Number.POSITIVE_INFINITY))
    throw new RangeError(`a ratio must be positive and finite, got ${hypothesis}`)
  const without = { estimate: null, low: null, high: null, confidence, statistic: null, pValue: null }
  if (treated.units === 0 || comparison.units === 0) return { ...without, reason: 'no-units' }
  if (treated.events + comparison.events === 0) return { ...without, reason: 'no-events' }

  const statisticAt = (ratio: number) => scoreAtRatio(treated, comparison, ratio, correction)
  const statistic = statisticAt(hypothesis)
  const z = normalQuantile((1 + confidence) / 2)
  const endAt = (side: 1 | -1) =>
    Math.exp(findCrossing((log) => side * z - statisticAt(Math.exp(log)), ...bracket(side, centre)))
  const isUnbounded = comparison.events === 0
  const estimate = isUnbounded ? null : treated.events / treated.units / (comparison.events / comparison.units)
  const centre = isUnbounded ? WIDEST : estimate === 0 || estimate === null ? -WIDEST : Math.log(estimate)
  return {
    estimate,
    low: treated.events === 0 ? 0 : endAt(1),
    high: isUnbounded ? null : endAt(-1),
    confidence,
    statistic,
    pValue: Math.min(1, 2 * normalUpperTail(Math.abs(statistic))),
    reason: isUnbounded ? 'unbounded' : null,
  }
}

function bracket(side: 1 | -1, centre: number): [low: number, high: number] {
  return side === 1 ? [-WIDEST, centre] : [centre, WIDEST]
}

/** How many standard errors, under a true `ratio`, the observed proportions lie above it. Capped at ±1e8. */
export function scoreAtRatio(treated: Proportion, comparison: Proportion, ratio: number, correction: boolean): number {
  const { treated: p1, comparison: p2 } = proportionsAtRatio(treated, comparison, ratio)
  const [n1, n2] = [treated.units, comparison.units]
  const distance = treated.events / n1 - ratio * (comparison.events / n2)
  if (distance === 0) return 0
  const total = n1 + n2
  const spread = (p1 * (1 - p1)) / n1 + (ratio * p2 * (ratio * (1 - p2))) / n2
  const variance = spread * (correction ? total / (total - 1) : 1)
  return Math.min(1e8, Math.max(-1e8, distance / Math.sqrt(Math.max(0, variance))))
}
