import { type Moments, varianceOf } from '../numeric/moments.ts'
import { isTooEarly } from './burn-in.ts'
import { checkSequence, type EffectSequence, type EffectSequenceOptions, effectSequence } from './effect-sequence.ts'

export interface MeanSequenceOptions extends EffectSequenceOptions {
  /** Units so far with an event, for values that are mostly one number. Default: counted for values of 0 and 1. */
  readonly events?: number
}

/**
 * The mean of one group as it comes in, with an interval that may be looked at after every unit.
 *
 * Before 30 units and 10 events the answer is `too-early`, not a guess. Not for several rows of one unit: sum or average
 * them first. Values within known limits need no burn-in by `boundedSequence`, yes and no by `shareSequence`.
 *
 * @param moments Of one value per unit, from `momentsOf`; at least one.
 * @throws {RangeError} when there is no value, or an option is out of range.
 * @see Waudby-Smith et al. (2024), arXiv 2103.06476, equation 9.
 */
export function meanSequence(moments: Moments, options: MeanSequenceOptions): EffectSequence {
  if (moments.count < 1) throw new RangeError('a mean needs at least one value')
  checkSequence(options)
  const { confidence = 0.95, events } = options
  const estimate = moments.mean
  const without = { estimate, low: null, high: null, confidence, pValue: null, logEValue: null }
  const variance = varianceOf(moments)
  const standardError = variance === null ? null : Math.sqrt(variance / moments.count)
  if (standardError === null || isTooEarly(moments, events)) return { ...without, standardError, reason: 'too-early' }
  if (standardError <= 64 * Number.EPSILON * Math.abs(estimate))
    return { ...without, standardError: 0, reason: 'no-variation' }
  return effectSequence({ estimate, standardError, count: moments.count }, options)
}
