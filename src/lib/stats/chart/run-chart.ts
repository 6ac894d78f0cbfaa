import type { ChartOptions, ControlChart } from './control-chart.ts'
import { drawChart } from './draw-chart.ts'
import { readValues } from './read-values.ts'

/**
 * The values about the median of their baseline, with Anhoej's rules: no limits, and no assumption about the
 * distribution. The first chart to draw, and the right one for short or odd series.
 *
 * It sees shifts and drifts, not single wild values (use `xmrChart`), and little below ten points.
 *
 * @param values In order of time, in any unit; null for a period without a value.
 * @throws {RangeError} when a value is not finite, or an option is out of range.
 * @see Perla, Provost & Murray (2011), BMJ Quality & Safety 20, 46-51; Anhoej & Olesen (2014), PLoS ONE 9, e113825.
 */
export function runChart(values: readonly (number | null)[], options: ChartOptions = {}): ControlChart {
  const read = readValues(values)
  return drawChart(
    {
      kind: 'run',
      values: read,
      learn: (indexes) => {
        const median = medianOf(Float64Array.from(indexes, (i) => read[i] ?? 0))
        return { middleAt: () => median, sigmaAt: null, reason: null }
      },
    },
    options,
    'anhoej',
  )
}

/** Of at least one value. The halves are added, not the values: the sum of two large ones would overflow. */
function medianOf(values: Float64Array): number {
  values.sort()
  const middle = values.length >> 1
  const upper = values[middle] ?? 0
  return values.length % 2 === 1 ? upper : (values[middle - 1] ?? 0) / 2 + upper / 2
}
