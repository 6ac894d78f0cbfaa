import type { Moments } from '../numeric/moments.ts'
import { requireConfidence } from '../numeric/require-confidence.ts'
import { type ArmGap, armMean } from './arm-estimate.ts'
import { compareEstimates, type Difference, type DifferenceOptions, noDifference } from './compare-estimates.ts'

/**
 * How much higher the mean per unit is in the treated arm, by Welch's test: unequal spreads, unequal sizes.
 *
 * From the moments alone, so that shards and days can be merged first and the cost does not depend on the units.
 *
 * Not for several rows of one unit (sum them to one value by `unitMoments` first), not for a trial that is looked at before its
 * planned end, not for a few yes-or-no events (score methods), and not below about 20 units an arm where single
 * values are far out: lognormal values with 5 against 5 are tested too cautiously, and very uneven skewed arms too boldly.
 *
 * @throws {RangeError} when a moment is impossible, the hypothesis not finite or the confidence outside (0, 1).
 * @see Welch (1947), Biometrika 34, 28-35.
 */
export function welch(treated: Moments, comparison: Moments, options: DifferenceOptions = {}): Difference<ArmGap> {
  const { confidence = 0.95 } = options
  requireConfidence(confidence)
  const [a, b] = [armMean(treated), armMean(comparison)]
  if (typeof a !== 'string' && typeof b !== 'string') return compareEstimates(a, b, options)
  if (a === 'empty-arm' || b === 'empty-arm') return noDifference(confidence, 'empty-arm')
  return { ...noDifference(confidence, 'too-few-values'), estimate: treated.mean - comparison.mean }
}
