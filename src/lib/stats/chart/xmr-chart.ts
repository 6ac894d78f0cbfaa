import { momentsOf } from '../numeric/moments.ts'
import type { ChartOptions, ControlChart } from './control-chart.ts'
import { drawChart, type Limits } from './draw-chart.ts'
import { readValues } from './read-values.ts'

/** Limits are this many average moving ranges from the mean: 3 / d2, as everybody rounds it. */
const REACH = 2.66

/** A moving range above this many times the average is itself outside: D4 of pairs. */
export const RANGE_REACH = 3.267

export interface XmrOptions extends ChartOptions {
  /** Leave moving ranges above 3.267 times their average out of a second average. Default false. */
  screenRanges?: boolean
}

/**
 * One value per period about the mean of the baseline, with limits at 2.66 times the average moving range: the chart
 * for any measure that no other chart fits, and the default.
 *
 * The moving range sees only the noise from one period to the next, so a shift inside the baseline does not widen
 * the limits, as a standard deviation would. For the same reason a series that drifts or is autocorrelated gets limits
 * that are too narrow: see `interruptedTimeSeries`. Not for small counts (g, c or u), nor for long times (t).
 *
 * @param values In order of time; null for a period without a value. Neighbours across a gap are neighbours.
 * @throws {RangeError} when a value is not finite, or an option is out of range.
 * @see Wheeler (2000), Understanding Variation; NHS England, Making data count; Nelson (1982), Journal of Quality
 *   Technology 14, 172-173 (screening).
 */
export function xmrChart(values: readonly (number | null)[], options: XmrOptions = {}): ControlChart {
  const read = readValues(values)
  const { screenRanges = false, ...chart } = options
  return drawChart(
    { kind: 'xmr', values: read, learn: (indexes) => individualLimits(read, indexes, screenRanges) },
    chart,
  )
}

/** Mean and 2.66 / 3 of the average moving range of the values at `indexes`. */
export function individualLimits(values: Float64Array, indexes: readonly number[], screenRanges = false): Limits {
  const baseline = indexes.map((i) => values[i] ?? 0)
  const { mean } = momentsOf(baseline)
  if (baseline.length < 2) return { middleAt: () => mean, sigmaAt: null, reason: 'too-few-points' }
  const range = averageRange(baseline, screenRanges)
  if (isRounding(range, baseline)) return { middleAt: () => mean, sigmaAt: null, reason: 'no-variation' }
  const sigma = (REACH / 3) * range
  return { middleAt: () => mean, sigmaAt: () => sigma, reason: null }
}

/** Mean distance between neighbours, at least two values. */
export function averageRange(values: readonly number[], screenRanges = false): number {
  const ranges = values.slice(1).map((value, i) => Math.abs(value - (values[i] ?? 0)))
  const { mean } = momentsOf(ranges)
  if (!screenRanges) return mean
  return momentsOf(ranges.filter((range) => range <= RANGE_REACH * mean)).mean
}

/** Whether a spread is no more than what is lost in writing the values down: 0.1 + 0.2 is not 0.3. */
export function isRounding(spread: number, values: readonly number[]): boolean {
  let largest = 0
  for (const value of values) largest = Math.max(largest, Math.abs(value))
  return spread <= 8 * Number.EPSILON * largest
}
