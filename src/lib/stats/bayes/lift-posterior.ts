import { type Moments, varianceOf } from '../numeric/moments.ts'
import { requireConfidence } from '../numeric/require-confidence.ts'
import { type NormalPosterior, type NormalPrior, normalPosterior } from './normal-posterior.ts'

export interface LiftPosterior {
  /** The effect as measured, before the prior: a share of the comparison's mean, or in the unit of the values. */
  estimate: number | null
  standardError: number | null
  /** Null when `reason` says why. */
  posterior: NormalPosterior | null
  /**
   * `too-few-values`: an arm has one. `no-variation`: nothing varies. `base-not-positive`: the comparison's mean is not
   * above 0, so that a share of it would mean nothing.
   */
  reason: 'too-few-values' | 'no-variation' | 'base-not-positive' | null
}

/**
 * What to believe of the difference of two arms' means, as a share of the comparison's (default) or in the unit of the
 * values, given what effects usually are here.
 *
 * The relative scale is the one on which effects of different metrics are alike, so that one prior from the portfolio
 * serves them all. Its standard error is by the delta method, which wants a comparison's mean several errors above 0.
 * Not for a running trial's stop, not for few events (`proportionPosterior`).
 *
 * @param treated Moments of one value per unit, at least one; likewise `comparison`. Higher is better.
 * @param prior On the scale chosen: for `relative` as a share (0.3 = 30 %).
 * @throws {RangeError} when an arm is empty, or the prior or an option is out of range.
 * @see Deng, Knoblich & Lu (2018), KDD, arXiv 1803.06336, section 2 (delta method); Gelman et al. (2013), section 2.5.
 */
export function liftPosterior(
  treated: Moments,
  comparison: Moments,
  prior: NormalPrior,
  {
    scale = 'relative',
    confidence = 0.95,
  }: { readonly scale?: 'relative' | 'absolute'; readonly confidence?: number } = {},
): LiftPosterior {
  if (treated.count < 1 || comparison.count < 1) throw new RangeError('each arm needs at least one value')
  requireConfidence(confidence)
  const isShare = scale === 'relative'
  const base = comparison.mean
  if (isShare && !(base > 0))
    return { estimate: null, standardError: null, posterior: null, reason: 'base-not-positive' }
  const unit = isShare ? base : 1
  const estimate = (treated.mean - base) / unit
  const [a, b] = [varianceOf(treated), varianceOf(comparison)]
  if (a === null || b === null) return { estimate, standardError: null, posterior: null, reason: 'too-few-values' }
  const weight = isShare ? treated.mean / base : 1
  const standardError = Math.hypot(Math.sqrt(a / treated.count), weight * Math.sqrt(b / comparison.count)) / unit
  const rounding = 64 * Number.EPSILON * (Math.abs(treated.mean / unit) + Math.abs(base / unit))
  if (standardError <= rounding) return { estimate, standardError: 0, posterior: null, reason: 'no-variation' }
  return {
    estimate,
    standardError,
    posterior: normalPosterior({ estimate, standardError }, prior, { confidence }),
    reason: null,
  }
}
