import { coMomentsOf } from '../numeric/co-moments.ts'
import { requireConfidence } from '../numeric/require-confidence.ts'
import { armRatio } from './arm-ratio.ts'
import { type QuantileGap, requireShare } from './quantile-interval.ts'
import { sampleQuantile, sortedValues } from './sample-quantile.ts'
import { reachOf } from './t-or-normal.ts'

export interface ClusteredQuantile {
  /** Over all events of all units, in their unit; null when there are none. */
  estimate: number | null
  /** Two of the events; null (both) when `reason` says why. */
  low: number | null
  high: number | null
  /** Long-run coverage of the interval, in (0, 1). */
  confidence: number
  /** Half the width in quantiles of t: what the interval would be for a normal estimate; null without an interval. */
  standardError: number | null
  /** Units less 1; null when there are none. */
  degreesOfFreedom: number | null
  /** How many times larger the variance is than if the events were independent; null without an interval. */
  designEffect: number | null
  reason: QuantileGap | null
}

/**
 * A quantile over events (page loads, waits, orders), with an interval that knows that a unit's events resemble each other.
 *
 * How many events lie below the quantile is a ratio metric of units; its delta-method error, turned into ranks, gives the
 * interval, without a density estimate. Units without events may be left in: they change nothing but the degrees of freedom.
 *
 * Not below about 20 units, and not far out in the tail with few events: then it says `too-few-values`.
 *
 * @param units The events of each unit.
 * @param share The quantile, in (0, 1).
 * @throws {RangeError} when the share or the confidence is outside (0, 1) or an event is not finite.
 * @see Liu, Sun, Varshney & Xu (2019), arXiv:1903.08762; Deng, Knoblich & Lu (2018), KDD, arXiv:1803.06336, section 4.
 */
export function clusteredQuantile(
  units: readonly (readonly number[])[],
  share: number,
  { confidence = 0.95 }: { confidence?: number } = {},
): ClusteredQuantile {
  requireConfidence(confidence)
  requireShare(share)
  const sorted = sortedValues(units.flat())
  const count = sorted.length
  const nothing = { low: null, high: null, confidence, standardError: null, degreesOfFreedom: null, designEffect: null }
  if (count === 0) return { estimate: null, ...nothing, reason: 'empty-arm' }
  const estimate = sampleQuantile(sorted, share)
  const events = units.map((unit) => unit.length)
  const below = units.map((unit) => unit.reduce((sum, event) => sum + Number(event <= estimate), 0))
  const arm = armRatio(coMomentsOf(events, below))
  if (typeof arm === 'string') return { estimate, ...nothing, reason: 'too-few-values' }
  const reach = reachOf(confidence, arm.degreesOfFreedom)
  // In places among the events, from 1 to count.
  const half = reach * Math.sqrt(arm.variance) * count
  const lowRank = Math.floor(share * count - half)
  const highRank = Math.ceil(share * count + half) + 1
  if (lowRank < 1 || highRank > count) return { estimate, ...nothing, reason: 'too-few-values' }
  const [low, high] = [sorted[lowRank - 1] as number, sorted[highRank - 1] as number]
  if (low === high) return { estimate, ...nothing, reason: 'not-resolvable' }
  return {
    ...{ estimate, low, high, confidence, standardError: (high - low) / (2 * reach) },
    ...{ degreesOfFreedom: arm.degreesOfFreedom, designEffect: (arm.variance * count) / (share * (1 - share)) },
    reason: null,
  }
}
