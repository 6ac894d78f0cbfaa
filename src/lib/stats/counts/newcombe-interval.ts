import { normalQuantile } from '../distribution/normal.ts'
import { requireConfidence } from '../numeric/require-confidence.ts'
import { checkProportion, type Interval, type Proportion } from './proportion.ts'
import { wilsonLow } from './wilson-interval.ts'

/**
 * The interval of a difference of two proportions, from the two Wilson intervals (hybrid score, "method 10").
 *
 * Closed form, inside [-1, 1], never of width 0: 0 of 1,000 against 0 of 1,000 gives ±0.0038. Covers close to nominal
 * on average, a little too seldom with fewer than 20 units an arm. There is no test that belongs to it exactly; where
 * test and interval must agree, use `scoreDifference`.
 *
 * Not for pairs, and not for repeated looks at a running trial.
 *
 * @returns Shares in [-1, 1]; null when an arm has no units.
 * @throws {RangeError} when counts are impossible or the confidence is outside (0, 1).
 * @see Newcombe (1998), Statistics in Medicine 17, 873-890, method 10 (without continuity correction).
 */
export function newcombeInterval(
  treated: Proportion,
  comparison: Proportion,
  { confidence = 0.95 } = {},
): Interval | null {
  checkProportion(treated)
  checkProportion(comparison)
  requireConfidence(confidence)
  if (treated.units === 0 || comparison.units === 0) return null
  const z = normalQuantile((1 + confidence) / 2)
  const estimate = treated.events / treated.units - comparison.events / comparison.units
  const low = estimate - Math.hypot(reachBelow(treated, z), reachBelow(opposite(comparison), z))
  const high = estimate + Math.hypot(reachBelow(opposite(treated), z), reachBelow(comparison, z))
  return { low: Math.max(-1, low), high: Math.min(1, high) }
}

/** Those who did not do it: the upper reach of a share is the lower reach of its complement. */
function opposite({ events, units }: Proportion): Proportion {
  return { events: units - events, units }
}

function reachBelow({ events, units }: Proportion, z: number): number {
  return events / units - wilsonLow(events, units, z)
}
