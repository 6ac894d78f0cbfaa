import { type ClusteredQuantile, clusteredQuantile } from './clustered-quantile.ts'
import { compareEstimates, type Difference, noDifference } from './compare-estimates.ts'
import type { QuantileGap } from './quantile-interval.ts'

/**
 * How much higher a quantile over events is in the treated arm, where each unit has many: two `clusteredQuantile`,
 * their interval widths taken as standard errors.
 *
 * @param treated The events of each unit.
 * @param share The quantile, in (0, 1).
 * @throws {RangeError} when the share or the confidence is outside (0, 1) or an event is not finite.
 * @see Liu, Sun, Varshney & Xu (2019), arXiv:1903.08762, section 3 (difference of two quantiles).
 */
export function compareClusteredQuantiles(
  treated: readonly (readonly number[])[],
  comparison: readonly (readonly number[])[],
  share: number,
  { confidence = 0.95 }: { confidence?: number } = {},
): Difference<QuantileGap> {
  const [a, b] = [
    clusteredQuantile(treated, share, { confidence }),
    clusteredQuantile(comparison, share, { confidence }),
  ]
  if (a.estimate === null || b.estimate === null) return noDifference(confidence, 'empty-arm')
  const [armA, armB] = [asArm(a), asArm(b)]
  if (armA && armB) return compareEstimates(armA, armB, { confidence })
  const reason = a.reason ?? b.reason ?? 'too-few-values'
  return { ...noDifference(confidence, reason), estimate: a.estimate - b.estimate }
}

function asArm({ estimate, standardError, degreesOfFreedom }: ClusteredQuantile) {
  if (estimate === null || standardError === null) return null
  return { estimate, variance: standardError ** 2, degreesOfFreedom }
}
