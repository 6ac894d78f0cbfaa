import { momentsOf } from '../numeric/moments.ts'
import type { ChartOptions, ControlChart } from './control-chart.ts'
import { drawChart } from './draw-chart.ts'
import { readValues } from './read-values.ts'

/**
 * How many units went well between two bad ones: the chart for rare events, where p and c sit at 0.
 *
 * Up is better. Limits are three standard deviations of a geometric distribution from its mean; the lower one is always
 * 0, so a worsening shows as a run or not at all. Geometric gaps are skewed, so runs are counted about the theoretical
 * median, ln 2 = 0.693 of the mean: about the mean, nearly two thirds of the points lie below and long runs are nothing
 * special. By chance alone, 2 % of points are above the limit (the skewness), not 0.3 %.
 *
 * @param gaps Units between one event and the next, in order, whole numbers of at least 0; null is a gap in the record.
 * @throws {RangeError} when a value is negative, or an option is out of range.
 * @see Benneyan (2001), Health Care Management Science 4, 305-318; Provost & Murray (2011), The Health Care Data Guide,
 *   chapter 7 (the median).
 */
export function gChart(gaps: readonly (number | null)[], options: ChartOptions = {}): ControlChart {
  const values = readValues(gaps, 0)
  return drawChart(
    {
      kind: 'g',
      values,
      floor: 0,
      learn: (indexes) => {
        const { mean } = momentsOf(indexes.map((i) => values[i] ?? 0))
        // No gap at all between any two: every unit is an event.
        if (mean === 0) return { middleAt: () => 0, sigmaAt: null, reason: 'all-events' }
        const sigma = Math.sqrt(mean * (mean + 1))
        return { middleAt: () => mean, sigmaAt: () => sigma, centreAt: () => Math.LN2 * mean, reason: null }
      },
    },
    options,
  )
}
