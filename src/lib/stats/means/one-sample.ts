import type { Moments } from '../numeric/moments.ts'
import { requireConfidence } from '../numeric/require-confidence.ts'
import { type ArmGap, armMean } from './arm-estimate.ts'
import { type Difference, type DifferenceOptions, noDifference, readDifference } from './compare-estimates.ts'

/**
 * The mean of one group with its interval, tested against `hypothesis` (default 0): Student's one-sample t.
 *
 * Not a trial: without a comparison, anything else that happened at the time is in the mean as well.
 *
 * @throws {RangeError} when a moment is impossible, the hypothesis not finite or the confidence outside (0, 1).
 * @see Student (1908), Biometrika 6, 1-25.
 */
export function oneSample(moments: Moments, options: DifferenceOptions = {}): Difference<ArmGap> {
  const { confidence = 0.95, hypothesis } = options
  requireConfidence(confidence)
  const arm = armMean(moments)
  if (arm === 'empty-arm') return noDifference(confidence, arm)
  if (arm === 'too-few-values') return { ...noDifference(confidence, arm), estimate: moments.mean }
  return readDifference(arm.estimate, arm.variance, arm.degreesOfFreedom, confidence, hypothesis)
}
