import type { ChartOptions, ControlChart } from '#lib/stats/chart/control-chart.ts'
import { countChart } from '#lib/stats/chart/count-chart.ts'
import { gChart } from '#lib/stats/chart/g-chart.ts'
import { proportionChart } from '#lib/stats/chart/proportion-chart.ts'
import { rateChart } from '#lib/stats/chart/rate-chart.ts'
import { runChart } from '#lib/stats/chart/run-chart.ts'
import { tChart } from '#lib/stats/chart/t-chart.ts'
import { xmrChart } from '#lib/stats/chart/xmr-chart.ts'
import { figureOf } from '#product/measurement/measurement.ts'
import type { ChartMethod } from './chart.ts'
import type { SeriesPoint } from './draw-series.ts'

/** The chart of one stretch that has limits of its own. */
export function drawPhase(
  method: ChartMethod,
  series: readonly (SeriesPoint | null)[],
  options: ChartOptions,
): ControlChart {
  switch (method) {
    case 'p':
    case 'p-prime':
      return proportionChart(series.map(countedOf), { ...options, overDispersion: method === 'p-prime' })
    case 'u':
    case 'u-prime':
      return rateChart(series.map(countedOf), { ...options, overDispersion: method === 'u-prime' })
    case 'c':
      return countChart(series.map(figureIn), options)
    case 'g':
      return gChart(series.map(figureIn), options)
    case 't':
      return tChart(series.map(figureIn), options)
    case 'run':
      return runChart(series.map(figureIn), options)
    case 'xmr':
      return xmrChart(series.map(figureIn), options)
  }
}

function figureIn(point: SeriesPoint | null): number | null {
  return point && figureOf(point)
}

function countedOf(point: SeriesPoint | null): { count: number; size: number } | null {
  return point && { count: point.value, size: point.denominator ?? 0 }
}
