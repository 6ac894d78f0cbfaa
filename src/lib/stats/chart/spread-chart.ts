import type { ControlChart } from './control-chart.ts'
import { drawChart } from './draw-chart.ts'
import { readSubgroups, sigmaWithin, spreadConstants } from './subgroup-spread.ts'
import type { SubgroupOptions } from './x-bar-chart.ts'
import { isRounding } from './xmr-chart.ts'

/**
 * The scatter inside small subgroups: their standard deviations (S chart, the default) or their ranges (R chart).
 *
 * Goes with `xBarChart`, and is read first. Subgroups with fewer than two values are gaps. The lower limit is 0
 * for fewer than six (S) or seven (R) values: such subgroups cannot show that the scatter fell, except by a run.
 *
 * @param subgroups In order of time, the values of each.
 * @throws {RangeError} when a value is not finite, a subgroup too large for `range`, or an option out of range.
 * @see Montgomery, Introduction to Statistical Quality Control, sections 6.2 and 6.3.
 */
export function spreadChart(subgroups: readonly (readonly number[])[], options: SubgroupOptions = {}): ControlChart {
  const { by = 'deviation', ...chart } = options
  const read = readSubgroups(subgroups, by)
  const constantsAt = (index: number) => spreadConstants(read[index]?.size ?? 2, by)
  return drawChart(
    {
      kind: by,
      values: Float64Array.from(read, ({ spread }) => spread ?? Number.NaN),
      floor: 0,
      learn: (indexes) => {
        const baseline = indexes.flatMap((i) => read[i] ?? [])
        const sigma = sigmaWithin(baseline, by) ?? 0
        const middleAt = (index: number) => constantsAt(index).mean * sigma
        const means = baseline.map(({ mean }) => mean)
        if (isRounding(sigma, means)) return { middleAt, sigmaAt: null, reason: 'no-variation' }
        return { middleAt, sigmaAt: (index) => constantsAt(index).deviation * sigma, reason: null }
      },
    },
    chart,
  )
}
