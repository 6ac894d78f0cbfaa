import { momentsOf } from '../numeric/moments.ts'
import type { ChartOptions, ControlChart } from './control-chart.ts'
import { drawChart } from './draw-chart.ts'
import { readValues } from './read-values.ts'

export interface CountOptions extends ChartOptions {
  /** Each period's count is a part of this many units, the same every time: an np chart. Default: no such number, c. */
  size?: number
}

/**
 * Counts of events over equal periods about the mean of the baseline: a c chart, or np when `size` is given.
 *
 * Where exposure differs use `rateChart`, where sizes differ `proportionChart`. Not below a mean of about 5 (`gChart`),
 * nor for counts of hundreds, which differ by more than chance (u', or `xmrChart`).
 *
 * @param counts In order of time, at least 0; null is a gap.
 * @throws {RangeError} when a count is negative or exceeds the size, or an option is out of range.
 * @see Montgomery, Introduction to Statistical Quality Control, sections 7.2 (np) and 7.3 (c).
 */
export function countChart(counts: readonly (number | null)[], { size, ...options }: CountOptions = {}): ControlChart {
  if (size !== undefined && !(size > 0 && size < Number.POSITIVE_INFINITY))
    throw new RangeError(`size must be positive and finite, got ${size}`)
  const values = readValues(counts, 0)
  const most = size ?? Number.POSITIVE_INFINITY
  for (const value of values)
    if (value > most) throw new RangeError(`the count must not exceed its size, got ${value} of ${most}`)
  return drawChart(
    {
      kind: size === undefined ? 'c' : 'np',
      values,
      floor: 0,
      ceiling: most,
      learn: (indexes) => {
        const { mean } = momentsOf(indexes.map((i) => values[i] ?? 0))
        const middleAt = () => mean
        if (mean === 0) return { middleAt, sigmaAt: null, reason: 'no-events' }
        if (mean === most) return { middleAt, sigmaAt: null, reason: 'all-events' }
        const sigma = Math.sqrt(size === undefined ? mean : mean * (1 - mean / size))
        return { middleAt, sigmaAt: () => sigma, reason: null }
      },
    },
    options,
  )
}
