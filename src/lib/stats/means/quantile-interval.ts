import { requireConfidence } from '../numeric/require-confidence.ts'
import { binomialRanks } from './binomial-ranks.ts'
import { sampleQuantile, sortedValues } from './sample-quantile.ts'

/** `not-resolvable`: so many equal values that the interval has no width; the quantile is a step of the scale. */
export type QuantileGap = 'empty-arm' | 'too-few-values' | 'not-resolvable'

export interface QuantileInterval {
  /** `sampleQuantile`, in the unit of the values; null when there are none. */
  estimate: number | null
  /** Two of the values; null (both) when `reason` says why. */
  low: number | null
  high: number | null
  /** As asked for, in (0, 1). */
  confidence: number
  /** What the ranks give, at least the confidence; null when there is no interval. */
  coverage: number | null
  reason: QuantileGap | null
}

/**
 * A quantile (the median waiting time, the 95th percentile of a delay) with an interval that holds for any distribution.
 *
 * One value per independent unit; for many events of one unit use `clusteredQuantile`. Far out it needs many units: 0.99 needs 381
 * at 95 %. The interval is between two of the values, never shorter than promised, and a little too wide with few.
 *
 * @param share The quantile, in (0, 1).
 * @throws {RangeError} when the share or the confidence is outside (0, 1) or a value is not finite.
 * @see Conover (1999), Practical Nonparametric Statistics, section 3.2; Hahn & Meeker (1991), Statistical Intervals, 5.2.
 */
export function quantileInterval(
  values: readonly number[],
  share: number,
  { confidence = 0.95 }: { confidence?: number } = {},
): QuantileInterval {
  requireConfidence(confidence)
  requireShare(share)
  const sorted = sortedValues(values)
  const nothing = { low: null, high: null, confidence, coverage: null }
  if (sorted.length === 0) return { estimate: null, ...nothing, reason: 'empty-arm' }
  const estimate = sampleQuantile(sorted, share)
  const ranks = binomialRanks(sorted.length, share, confidence)
  if (ranks === null) return { estimate, ...nothing, reason: 'too-few-values' }
  const [low, high] = [sorted[ranks.low - 1] as number, sorted[ranks.high - 1] as number]
  if (low === high) return { estimate, ...nothing, reason: 'not-resolvable' }
  return { estimate, low, high, confidence, coverage: ranks.coverage, reason: null }
}

/** @throws {RangeError} when the share is outside (0, 1). */
export function requireShare(share: number): void {
  if (!(share > 0 && share < 1)) throw new RangeError(`share must be in (0, 1), got ${share}`)
}
