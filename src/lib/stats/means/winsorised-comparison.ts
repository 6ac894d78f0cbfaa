import { type Moments, momentsOf } from '../numeric/moments.ts'
import type { ArmGap } from './arm-estimate.ts'
import type { Difference } from './compare-estimates.ts'
import { type RelativeDifference, relativeDifference } from './relative-difference.ts'
import { sampleQuantile, sortedValues } from './sample-quantile.ts'
import { welch } from './welch.ts'

export interface WinsoriseOptions {
  /** Values above this quantile are set to it: a share in (0.5, 1], null for no cap. Default 0.995. */
  upper?: number | null
  /** Values below this quantile are set to it: a share in [0, 0.5), null (default) for no floor. */
  lower?: number | null
  /** Long-run coverage in (0, 1), default 0.95. */
  confidence?: number
}

export interface CappedArm {
  /** Of the capped values. */
  moments: Moments
  /** Share of units whose value was lowered to the cap, and raised to the floor, in [0, 1]. */
  cappedHigh: number
  cappedLow: number
}

export interface WinsorisedComparison {
  /** Of the capped means. */
  difference: Difference<ArmGap>
  relative: RelativeDifference<ArmGap>
  /** Of the values as they are: always kept beside it. */
  uncapped: Difference<ArmGap>
  treated: CappedArm
  comparison: CappedArm
  /** In the unit of the values; null where nothing is capped on that side. */
  cap: number | null
  floor: number | null
  /** A cap or floor of 0 was left off: nearly all values are 0, and it would have erased those that are not. */
  disabled: boolean
}

/**
 * The difference of means after values beyond a quantile are set to it, so that a few wild orders do not decide.
 *
 * The thresholds come from both arms together: a change cannot move its own cap. The result is about capped values;
 * a change that works through the largest ones is partly hidden, so the uncapped one stands beside it. Fix the quantile in
 * the plan. Not for metrics that are money to be booked as they are.
 *
 * @throws {RangeError} when a share is outside its range, a value is not finite or the confidence outside (0, 1).
 * @see Dixon (1960), Annals of Mathematical Statistics 31, 385-391; Tukey (1962), same journal 33, 1-67, section 14.
 */
export function winsorisedComparison(
  treated: readonly number[],
  comparison: readonly number[],
  { upper = 0.995, lower = null, confidence = 0.95 }: WinsoriseOptions = {},
): WinsorisedComparison {
  if (upper !== null && !(upper > 0.5 && upper <= 1)) throw new RangeError(`upper must be in (0.5, 1], got ${upper}`)
  if (lower !== null && !(lower >= 0 && lower < 0.5)) throw new RangeError(`lower must be in [0, 0.5), got ${lower}`)
  const sorted = sortedValues([...treated, ...comparison])
  const wanted = { cap: thresholdOf(sorted, upper), floor: thresholdOf(sorted, lower) }
  const erasesHigh = wanted.cap === 0 && (sorted[sorted.length - 1] ?? 0) > 0
  const erasesLow = wanted.floor === 0 && (sorted[0] ?? 0) < 0
  const [cap, floor] = [erasesHigh ? null : wanted.cap, erasesLow ? null : wanted.floor]
  const [a, b] = [cappedArm(treated, cap, floor), cappedArm(comparison, cap, floor)]
  return {
    difference: welch(a.moments, b.moments, { confidence }),
    relative: relativeDifference(a.moments, b.moments, { confidence }),
    uncapped: welch(momentsOf(treated), momentsOf(comparison), { confidence }),
    treated: a,
    comparison: b,
    cap,
    floor,
    disabled: erasesHigh || erasesLow,
  }
}

function thresholdOf(sorted: Float64Array, share: number | null): number | null {
  return share === null || sorted.length === 0 ? null : sampleQuantile(sorted, share)
}

function cappedArm(values: readonly number[], cap: number | null, floor: number | null): CappedArm {
  let [high, low] = [0, 0]
  const capped = values.map((value) => {
    if (cap !== null && value > cap) {
      high += 1
      return cap
    }
    if (floor !== null && value < floor) {
      low += 1
      return floor
    }
    return value
  })
  const count = Math.max(1, values.length)
  return { moments: momentsOf(capped), cappedHigh: high / count, cappedLow: low / count }
}
