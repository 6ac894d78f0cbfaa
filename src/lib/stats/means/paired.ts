import { momentsOf } from '../numeric/moments.ts'
import type { ArmGap } from './arm-estimate.ts'
import type { Difference, DifferenceOptions } from './compare-estimates.ts'
import { oneSample } from './one-sample.ts'

/**
 * The mean difference within pairs, treated less comparison: matched sites, or one unit under both conditions.
 *
 * The pair is the unit, so the degrees of freedom are pairs less 1. For arms drawn independently use `welch`; a
 * before-and-after of the same units without a comparison arm measures the times as much as the change.
 *
 * @param treated One value a pair, in the order of `comparison`.
 * @throws {RangeError} when the lengths differ, a value is not finite or the confidence is outside (0, 1).
 * @see Student (1908), Biometrika 6, 1-25, section IX (the sleep data).
 */
export function paired(
  treated: readonly number[],
  comparison: readonly number[],
  options: DifferenceOptions = {},
): Difference<ArmGap> {
  if (treated.length !== comparison.length)
    throw new RangeError(`pairs need equal lengths, got ${treated.length} and ${comparison.length}`)
  const { mean, sumOfSquares, count } = momentsOf(treated.map((value, i) => value - (comparison[i] ?? Number.NaN)))
  // 0.3 - 0.1 and 0.4 - 0.2 differ in the last bit: what rounding of the values leaves in the differences is no spread.
  const largest = [...treated, ...comparison].reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const isRounding = sumOfSquares <= count * (8 * Number.EPSILON * largest) ** 2
  return oneSample({ count, mean, sumOfSquares: isRounding ? 0 : sumOfSquares }, options)
}
