import { fQuantile } from '../distribution/f.ts'
import { type Moments, momentsOf } from '../numeric/moments.ts'
import { requireConfidence } from '../numeric/require-confidence.ts'

export interface IntraclusterCorrelation {
  /** The share of the variance that lies between clusters, truncated at 0: in [0, 1). Null when `reason` says why. */
  estimate: number | null
  /** Before truncation, in (-1, 1): below 0 means less alike within than across. */
  untruncated: number | null
  /** In [0, 1), truncated at 0. */
  low: number | null
  high: number | null
  confidence: number
  /** In the unit squared; `between` truncated at 0. */
  variance: { between: number; within: number } | null
  /** Mean square between over mean square within, with its degrees of freedom. */
  statistic: number | null
  degreesOfFreedom: [number, number]
  /** The size that stands for unequal ones in the analysis of variance. */
  effectiveSize: number | null
  /** `too-few-clusters`: fewer than 2. `single-rows`: no cluster has two rows. `no-variation`: nothing varies within clusters. */
  reason: 'too-few-clusters' | 'single-rows' | 'no-variation' | null
}

/**
 * How much alike rows of one cluster are: the one-way analysis-of-variance estimate, for clusters of any sizes.
 *
 * The interval is from F: exact for normal rows and equal sizes, otherwise close unless sizes differ wildly. Clusters of a
 * single row count among the between, as they should; rows within an arm only: take the arms' means off first, or give each
 * arm separately, or the effect counts as likeness.
 *
 * Not for a plan by itself: from ten clusters the interval is wide, and its high end belongs in the plan.
 *
 * @param clusters The rows of each cluster. Empty ones do not count.
 * @throws {RangeError} when a value is not finite or the confidence is outside (0, 1).
 * @see Donner & Klar (2000), Design and Analysis of Cluster Randomization Trials, section 1.4; Searle (1971), Linear
 *   Models, section 9.8 (interval); Donner (1986), International Statistical Review 54, 67-82 (unequal sizes).
 */
export function intraclusterCorrelation(
  clusters: readonly (readonly number[])[],
  { confidence = 0.95 }: { confidence?: number } = {},
): IntraclusterCorrelation {
  requireConfidence(confidence)
  const parts = clusters.filter((rows) => rows.length > 0).map(momentsOf)
  const [k, n] = [parts.length, parts.reduce((sum, { count }) => sum + count, 0)]
  const degreesOfFreedom: [number, number] = [Math.max(0, k - 1), n - k]
  const none = {
    estimate: null,
    untruncated: null,
    low: null,
    high: null,
    variance: null,
    statistic: null,
    effectiveSize: null,
  }
  if (k < 2) return { ...none, confidence, degreesOfFreedom, reason: 'too-few-clusters' }
  if (n === k) return { ...none, confidence, degreesOfFreedom, reason: 'single-rows' }

  const effectiveSize = (n - parts.reduce((sum, { count }) => sum + count * count, 0) / n) / (k - 1)
  const within = parts.reduce((sum, { sumOfSquares }) => sum + sumOfSquares, 0) / (n - k)
  const between = betweenSquares(parts, n) / (k - 1)
  const size = parts.reduce((most, { mean }) => Math.max(most, Math.abs(mean)), 0)
  if (within <= (64 * Number.EPSILON * size) ** 2)
    return { ...none, confidence, degreesOfFreedom, effectiveSize, reason: 'no-variation' }

  const statistic = between / within
  const shareOf = (ratio: number) => (ratio - 1) / (ratio - 1 + effectiveSize)
  const tail = (1 - confidence) / 2
  const untruncated = shareOf(statistic)
  const high = shareOf(statistic / fQuantile(tail, k - 1, n - k))
  const low = shareOf(statistic / fQuantile(1 - tail, k - 1, n - k))
  return {
    estimate: Math.max(0, untruncated),
    untruncated,
    low: Math.max(0, low),
    high: Math.max(0, high),
    confidence,
    variance: { between: Math.max(0, (between - within) / effectiveSize), within },
    statistic,
    degreesOfFreedom,
    effectiveSize,
    reason: null,
  }
}

function betweenSquares(parts: readonly Moments[], n: number): number {
  // From a mean close by: the level of the values must not cost digits.
  const first = (parts[0] as Moments).mean
  const mean = parts.reduce((sum, part) => sum + part.count * (part.mean - first), 0) / n
  return parts.reduce((sum, part) => sum + part.count * (part.mean - first - mean) ** 2, 0)
}
