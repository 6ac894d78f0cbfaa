import type { ChartOptions, ControlChart } from './control-chart.ts'
import { drawChart, type Limits } from './draw-chart.ts'
import { readSubgroups, type Spread, type Subgroup, sigmaWithin } from './subgroup-spread.ts'
import { isRounding } from './xmr-chart.ts'

export interface SubgroupOptions extends ChartOptions {
  /** Where the scatter inside subgroups is taken from: default `deviation`; `range` as on paper, up to 25 values each. */
  by?: Spread
}

/**
 * Means of small subgroups (five parts every hour) about their grand mean, with limits from the scatter inside them.
 *
 * Read `spreadChart` first: limits mean nothing while the scatter is out of control. Not where subgroups differ more
 * than their members would suggest, such as shifts or days of an office: every point would be outside; chart the means
 * by `xmrChart`. Sizes may differ; a subgroup without values is a gap.
 *
 * @param subgroups In order of time, the values of each.
 * @throws {RangeError} when a value is not finite, a subgroup too large for `range`, or an option out of range.
 * @see Montgomery, Introduction to Statistical Quality Control, sections 6.2 and 6.3.
 */
export function xBarChart(subgroups: readonly (readonly number[])[], options: SubgroupOptions = {}): ControlChart {
  const { by = 'deviation', ...chart } = options
  const read = readSubgroups(subgroups, by)
  return drawChart(
    {
      kind: 'x-bar',
      values: Float64Array.from(read, ({ size, mean }) => (size === 0 ? Number.NaN : mean)),
      learn: (indexes) => meanLimits(read, indexes, by),
    },
    chart,
  )
}

function meanLimits(read: readonly Subgroup[], indexes: readonly number[], by: Spread): Limits {
  const baseline = indexes.flatMap((i) => read[i] ?? [])
  const units = baseline.reduce((sum, { size }) => sum + size, 0)
  // About the first mean, so that a large level does not swallow the differences.
  const about = baseline[0]?.mean ?? 0
  const middle = about + baseline.reduce((sum, { size, mean }) => sum + (size / units) * (mean - about), 0)
  const middleAt = () => middle
  const sigma = sigmaWithin(baseline, by)
  if (sigma === null) return { middleAt, sigmaAt: null, reason: 'too-few-points' }
  const means = baseline.map(({ mean }) => mean)
  if (isRounding(sigma, means)) return { middleAt, sigmaAt: null, reason: 'no-variation' }
  return { middleAt, sigmaAt: (i) => sigma / Math.sqrt(read[i]?.size ?? 1), reason: null }
}
