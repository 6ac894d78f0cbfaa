import type { CoMoments } from '../numeric/co-moments.ts'

/**
 * The standard deviation of one unit's part in a ratio of sums (revenue per order, one row per customer), to be given to
 * `planMeans` as it is: null when the denominator adds up to 0 or there are fewer than two units.
 *
 * By the delta method: of `(y - ratio * x) / mean x`. The effect is then in the unit of the ratio.
 *
 * @param units Co-moments with the denominator as x and the numerator as y, one pair per unit of randomisation.
 * @see Deng, Knoblich & Lu (2018), KDD, "Applying the delta method in metric analytics", section 3.
 */
export function ratioDeviation({ count, meanX, meanY, sumXX, sumXY, sumYY }: CoMoments): number | null {
  if (count < 2 || meanX === 0) return null
  const ratio = meanY / meanX
  const scatter = sumYY - 2 * ratio * sumXY + ratio * ratio * sumXX
  return Math.sqrt(Math.max(0, scatter) / (count - 1)) / Math.abs(meanX)
}
