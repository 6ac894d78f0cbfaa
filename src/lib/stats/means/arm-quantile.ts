import { binomialCdf } from '../distribution/binomial.ts'
import { normalQuantile } from '../distribution/normal.ts'
import type { ArmEstimate } from './arm-estimate.ts'
import { binomialRanks } from './binomial-ranks.ts'
import { type QuantileGap, requireShare } from './quantile-interval.ts'
import { sampleQuantile, sortedValues } from './sample-quantile.ts'

/**
 * An arm's quantile with its variance from two order statistics about two standard deviations of the rank apart.
 *
 * No density is estimated. For the median this is Price and Bonett's; feed two of them to `compareEstimates` or
 * `relativeOfEstimates` for an interval in closed form. `compareQuantiles` holds its promise better with skewed values.
 *
 * @param share The quantile, in (0, 1).
 * @throws {RangeError} when the share is outside (0, 1) or a value is not finite.
 * @see Price & Bonett (2001), JSCS 68, 295-305 (variance of a median); (2002), JSCS 72, 119-124 (differences, ratios).
 */
export function armQuantile(values: readonly number[], share: number): ArmEstimate | QuantileGap {
  requireShare(share)
  const sorted = sortedValues(values)
  const count = sorted.length
  if (count === 0) return 'empty-arm'
  if (binomialRanks(count, share, 0.95) === null) return 'too-few-values'
  const middle = (count + 1) * share
  const step = 2 * Math.sqrt(count * share * (1 - share))
  const low = Math.max(1, Math.round(middle - step))
  // Counted from the top in the same way, so that the mirrored quantile of mirrored values has the same variance.
  const high = count + 1 - Math.max(1, Math.round(count + 1 - middle - step))
  const width = (sorted[high - 1] as number) - (sorted[low - 1] as number)
  if (width === 0) return 'not-resolvable'
  const deviations =
    -normalQuantile(binomialCdf(low - 1, count, share)) - normalQuantile(binomialCdf(count - high, count, 1 - share))
  return { estimate: sampleQuantile(sorted, share), variance: (width / deviations) ** 2, degreesOfFreedom: null }
}
