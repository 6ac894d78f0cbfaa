import { studentTQuantile } from '../distribution/student-t.ts'
import { fiellerRatio } from '../means/fieller-ratio.ts'
import { type Moments, momentsOf } from '../numeric/moments.ts'
import { requireConfidence } from '../numeric/require-confidence.ts'
import { bellMcCaffrey } from '../sites/bell-mccaffrey.ts'
import { LEAST_SITES } from '../sites/few-sites.ts'

/** A site's mean before and after the start, in the unit of the metric. */
export interface BeforeAfter {
  before: number
  after: number
  change: number
}

export interface RelativeEffect {
  /** Effect over counterfactual, as a share: 0.15 means 15 % more. Null when the counterfactual is not positive. */
  estimate: number | null
  /** The interval, as shares; null (both) when `reason` says why. */
  low: number | null
  high: number | null
  /** Long-run coverage of the interval, in (0, 1). */
  confidence: number
  /** What the treated sites would have had without the change: before, plus the comparison's change. Metric's unit. */
  counterfactual: number
  /**
   * `base-not-positive`: a share of it would mean nothing. `unbounded`: the counterfactual could be 0, so the ratio
   * could be anything. `too-few-sites`: fewer than `leastSites` in a group. `no-variation`: nothing varies.
   */
  reason: 'base-not-positive' | 'unbounded' | 'too-few-sites' | 'no-variation' | null
}

/**
 * The effect of difference in differences as a share of what would have been without it, by Fieller's method.
 *
 * Numerator and denominator come from the same sites; their covariance across sites is part of the interval, so a noisy
 * base widens it, and a base that could be zero makes it unbounded, which is said, not hidden.
 *
 * A second way to show the one effect, not a second test: decide on the absolute scale. Not for metrics that can be
 * negative, or where zero is arbitrary (degrees, scores from -100 to 100).
 *
 * @param confidence Long-run coverage in (0, 1), default 0.95.
 * @throws {RangeError} when a group is empty or the confidence is outside (0, 1).
 * @see Fieller (1954), JRSS B 16, 175-185; the quantile is t with Bell-McCaffrey degrees of freedom, as `compareMeans`.
 */
export function relativeEffect(
  treated: readonly BeforeAfter[],
  comparison: readonly BeforeAfter[],
  confidence = 0.95,
): RelativeEffect {
  requireConfidence(confidence)
  if (treated.length === 0 || comparison.length === 0) throw new RangeError('each group needs at least one site')
  const effect = meanOf(treated, 'change') - meanOf(comparison, 'change')
  const counterfactual = meanOf(treated, 'before') + meanOf(comparison, 'change')
  const answer = { estimate: effect / counterfactual, low: null, high: null, confidence, counterfactual }

  if (!(counterfactual > 0)) return { ...answer, estimate: null, reason: 'base-not-positive' }
  const [a, b] = [treated.length, comparison.length]
  if (Math.min(a, b) < LEAST_SITES) return { ...answer, reason: 'too-few-sites' }

  // All moments in units of the counterfactual: the ratio is then an ordinary effect beside a base of 1.
  const scaled = (site: BeforeAfter) => ({ change: site.change / counterfactual, before: site.before / counterfactual })
  const changes = treated.map(scaled)
  const ofDrift = varianceOfMean(momentsOf(comparison.map((site) => scaled(site).change)))
  const ofEffect = varianceOfMean(momentsOf(changes.map((site) => site.change))) + ofDrift
  const ofBase = varianceOfMean(momentsOf(changes.map((site) => site.before))) + ofDrift
  const covariance = covarianceOfMeans(changes) - ofDrift
  if (Math.sqrt(ofEffect) <= 64 * Number.EPSILON * (1 + Math.abs(answer.estimate)))
    return { ...answer, reason: 'no-variation' }

  const interval = fiellerRatio({
    numerator: answer.estimate,
    denominator: 1,
    numeratorVariance: ofEffect,
    denominatorVariance: ofBase,
    covariance,
    reach: studentTQuantile((1 + confidence) / 2, bellMcCaffrey(a, b)),
  })
  return interval === null ? { ...answer, reason: 'unbounded' } : { ...answer, ...interval, reason: null }
}

function meanOf(sites: readonly BeforeAfter[], part: 'before' | 'change'): number {
  return momentsOf(sites.map((site) => site[part])).mean
}

function varianceOfMean({ count, sumOfSquares }: Moments): number {
  return sumOfSquares / (count - 1) / count
}

/** Of the mean change with the mean before, across the same sites. */
function covarianceOfMeans(sites: readonly { change: number; before: number }[]): number {
  const change = momentsOf(sites.map((site) => site.change)).mean
  const before = momentsOf(sites.map((site) => site.before)).mean
  const products = sites.reduce((sum, site) => sum + (site.change - change) * (site.before - before), 0)
  return products / (sites.length - 1) / sites.length
}
