import type { CoMoments } from '../numeric/co-moments.ts'
import type { ArmEstimate, ArmGap } from './arm-estimate.ts'

export interface ArmRatio extends ArmEstimate {
  /** The variance came out below 0 by rounding (numerator and denominator move as one) and was set to 0. */
  clamped: boolean
}

/** `no-denominator`: the denominators add up to 0, so the ratio is undefined. */
export type RatioGap = ArmGap | 'no-denominator'

/**
 * An arm's ratio of sums (clicks per view, sales per visit, defects per part), with its variance by the delta method.
 *
 * A unit is what was drawn into the arm: views of one customer are one unit, and units without any denominator stay in
 * (they still show how many units there are). The denominator is as random as the numerator; taking it as fixed gives an
 * interval that is too short or too long.
 *
 * Not for the average of the units' own ratios: that is a mean (`welch`), and another question.
 *
 * @param arm x: denominator of each unit, y: its numerator.
 * @see Deng, Knoblich & Lu (2018), KDD, arXiv:1803.06336, section 3.1 (equation 3 in its linearised form).
 */
export function armRatio(arm: CoMoments): ArmRatio | RatioGap {
  const { count, meanX, meanY, sumXX, sumYY, sumXY } = arm
  if (count === 0) return 'empty-arm'
  if (meanX === 0) return 'no-denominator'
  if (count < 2) return 'too-few-values'
  const estimate = meanY / meanX
  // The residuals y - ratio x have mean 0; their centred sum of squares needs no second pass.
  const scale = sumYY + estimate * estimate * sumXX
  const residual = sumYY - 2 * estimate * sumXY + estimate * estimate * sumXX
  const isRounding = residual <= 32 * Number.EPSILON * scale
  const variance = isRounding ? 0 : residual / (count - 1) / count / meanX / meanX
  return { estimate, variance, degreesOfFreedom: count - 1, clamped: residual < 0 }
}
