import type { CoMoments } from '../numeric/co-moments.ts'
import { requireConfidence } from '../numeric/require-confidence.ts'
import { armRatio, type RatioGap } from './arm-ratio.ts'
import { compareEstimates, type Difference, type DifferenceOptions, noDifference } from './compare-estimates.ts'
import { type RelativeDifference, relativeOfEstimates } from './relative-difference.ts'
import { reachOf } from './t-or-normal.ts'

/** `denominator-near-zero`: within chance an arm's mean denominator could be 0, where the delta method breaks down. */
export type RatioComparisonGap = RatioGap | 'denominator-near-zero'

export interface RatioComparison {
  /** Test and interval, in numerator units per denominator unit. */
  difference: Difference<RatioComparisonGap>
  /** The same difference as a share of the comparison's ratio, by Fieller; not a second test. */
  relative: RelativeDifference<RatioComparisonGap>
  /** A variance was set from below 0 to 0: see `ArmRatio`. */
  clamped: boolean
}

/**
 * How much higher the ratio of sums is in the treated arm: two `armRatio`, Satterthwaite's degrees of freedom.
 *
 * Not where the change also moves how much denominator a unit has and that is what matters: then look at both sums as well.
 *
 * @param treated x: denominator of each unit, y: its numerator, units without denominator included.
 * @throws {RangeError} when the hypothesis is not finite or the confidence outside (0, 1).
 * @see Deng, Knoblich & Lu (2018), KDD, arXiv:1803.06336, section 3.
 */
export function compareRatios(
  treated: CoMoments,
  comparison: CoMoments,
  options: DifferenceOptions = {},
): RatioComparison {
  const { confidence = 0.95 } = options
  requireConfidence(confidence)
  const [a, b] = [armRatio(treated), armRatio(comparison)]
  for (const gap of ['empty-arm', 'no-denominator', 'too-few-values'] as const)
    if (a === gap || b === gap) return without(confidence, gap)
  if (typeof a === 'string' || typeof b === 'string') return without(confidence, 'too-few-values')
  if (isNearZero(treated, confidence) || isNearZero(comparison, confidence))
    return without(confidence, 'denominator-near-zero')
  const difference = compareEstimates(a, b, options)
  return { difference, relative: relativeOfEstimates(a, b, { confidence }), clamped: a.clamped || b.clamped }
}

/** Fieller's g of the denominator, at least 1. */
function isNearZero({ count, meanX, sumXX }: CoMoments, confidence: number): boolean {
  const standardError = Math.sqrt(sumXX / (count - 1) / count)
  return reachOf(confidence, count - 1) * standardError >= Math.abs(meanX)
}

function without(confidence: number, reason: RatioComparisonGap): RatioComparison {
  const relative = { estimate: null, low: null, high: null, confidence, degreesOfFreedom: null, reason }
  return { difference: noDifference(confidence, reason), relative, clamped: false }
}
