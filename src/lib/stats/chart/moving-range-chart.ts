import { momentsOf } from '../numeric/moments.ts'
import type { ChartOptions, ControlChart } from './control-chart.ts'
import { drawChart } from './draw-chart.ts'
import { readValues } from './read-values.ts'
import { isRounding, RANGE_REACH } from './xmr-chart.ts'

/**
 * The distances between neighbours of an `xmrChart`, with their upper limit at 3.267 times the average: a sudden jump,
 * or scatter that has grown.
 *
 * Only the limit is looked at: each value is in two ranges, so runs and trends of ranges mean nothing.
 *
 * @param values As for `xmrChart`. The first point of each phase has no range.
 * @throws {RangeError} when a value is not finite, or an option is out of range.
 * @see Wheeler (2000), Understanding Variation, chapter 3.
 */
export function movingRangeChart(
  values: readonly (number | null)[],
  options: Omit<ChartOptions, 'rules'> = {},
): ControlChart {
  const read = readValues(values)
  const starts = new Set(options.changes)
  const ranges = new Float64Array(read.length).fill(Number.NaN)
  let last: number | null = null
  for (const [i, value] of read.entries()) {
    if (starts.has(i)) last = null
    if (Number.isNaN(value)) continue
    if (last !== null) ranges[i] = Math.abs(value - last)
    last = value
  }
  return drawChart(
    {
      kind: 'moving-range',
      values: ranges,
      floor: 0,
      learn: (indexes) => {
        const { mean } = momentsOf(indexes.map((i) => ranges[i] ?? 0))
        if (isRounding(mean, Array.from(read).filter(Number.isFinite)))
          return { middleAt: () => mean, sigmaAt: null, reason: 'no-variation' }
        const sigma = ((RANGE_REACH - 1) / 3) * mean
        return { middleAt: () => mean, sigmaAt: () => sigma, reason: null }
      },
    },
    { ...options, rules: 'outside' },
  )
}
