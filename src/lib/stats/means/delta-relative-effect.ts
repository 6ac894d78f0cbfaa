import type { Moments } from '../numeric/moments.ts'
import { requireConfidence } from '../numeric/require-confidence.ts'
import { type ArmGap, armMean } from './arm-estimate.ts'
import { type Difference, noDifference, readDifference, satterthwaite } from './compare-estimates.ts'

/**
 * The relative effect of two means by the delta method, as other tools report it: to compare with them, digit by digit.
 *
 * All fields are shares, the p-value included, which is why it can contradict the test on the absolute scale: not for
 * deciding. The interval is symmetric, and too short where the comparison's mean is only a few standard errors from 0;
 * `relativeDifference` is right there too.
 *
 * @throws {RangeError} when a moment is impossible or the confidence outside (0, 1).
 * @see Deng, Knoblich & Lu (2018), KDD, arXiv:1803.06336, section 2.2 (equation 4 for two independent means). Degrees
 *   of freedom: Welch's, of the difference.
 */
export function deltaRelativeEffect(
  treated: Moments,
  comparison: Moments,
  { confidence = 0.95 }: { confidence?: number } = {},
): Difference<ArmGap | 'base-not-positive'> {
  requireConfidence(confidence)
  const [a, b] = [armMean(treated), armMean(comparison)]
  if (a === 'empty-arm' || b === 'empty-arm') return noDifference(confidence, 'empty-arm')
  const base = comparison.mean
  if (!(base > 0)) return noDifference(confidence, 'base-not-positive')
  const estimate = (treated.mean - base) / base
  if (typeof a === 'string' || typeof b === 'string') return { ...noDifference(confidence, 'too-few-values'), estimate }
  const ratio = treated.mean / base
  const variance = a.variance / base / base + (ratio * ratio * b.variance) / base / base
  return readDifference(estimate, variance, satterthwaite([a, b]), confidence)
}
