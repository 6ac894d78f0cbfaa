import type { Metric } from '#product/metric/metric.ts'
import type { SiteId } from '#product/site/site.ts'
import { type ChartEntry, chartStands, type Drawing } from './chart.ts'
import { drawSeries, type SeriesPoint } from './draw-series.ts'
import { standOf } from './stand-of.ts'
import type { SmallChart } from './wall.ts'

/** Periods that a small chart shows. */
const wallPeriods = 120

/** A small chart before it is said in somebody's language. */
export type UnsaidChart = Omit<SmallChart, 'signal'> & {
  signal: Omit<NonNullable<SmallChart['signal']>, 'reason'> | null
}

export interface SmallAsked {
  metric: Metric
  siteId: SiteId
  points: readonly SeriesPoint[]
  drawing: Drawing
  entries: readonly ChartEntry[]
}

export function smallChartOf({ metric, siteId, points, drawing, entries }: SmallAsked): UnsaidChart {
  const drawn = drawSeries(metric, points, drawing, entries)
  const { stand, standsBy } = standOf(drawn)
  const signal = standsBy === null ? null : (drawn.signals[standsBy] ?? null)
  const left = Math.max(0, drawn.points.length - wallPeriods)
  const shown = drawn.points.slice(left)
  const ons = shown.map(({ on }) => on)
  const placesOf = (side: 'better' | 'worse' | null) => {
    const members = drawn.signals.filter((one) => one.side === side && one.rule !== 'few-crossings')
    return [...new Set(members.flatMap((one) => one.members))].map((at) => at - left).filter((at) => at >= 0)
  }
  const [better, worse, pattern] = [placesOf('better'), placesOf('worse'), placesOf(null)]
  return {
    metricId: metric.id,
    siteId,
    every: metric.every,
    method: drawn.method,
    stand,
    signal: signal && {
      rule: signal.rule,
      direction: signal.direction,
      count: signal.count,
      fromOn: signal.fromOn,
      toOn: signal.toOn,
    },
    isExplained:
      signal !== null &&
      entries.some(({ kind, on }) => kind !== 'baseline' && on >= signal.fromOn && on <= (ons.at(-1) ?? '')),
    ons,
    figures: shown.map(({ figure }) => figure),
    centre: shown.map(({ centre }) => centre),
    low: shown.map(({ low }) => low),
    high: shown.map(({ high }) => high),
    better,
    worse,
    pattern,
    changes: changesIn(entries, ons),
  }
}

function changesIn(entries: readonly ChartEntry[], ons: readonly string[]): number[] {
  const changes = entries.filter(({ kind }) => kind === 'change')
  const places = changes.map(({ on }) => {
    const after = ons.findIndex((one) => one > on)
    return after === -1 ? (on >= (ons.at(-1) ?? '') ? ons.length - 1 : -1) : after - 1
  })
  return [...new Set(places.filter((at) => at > 0))].sort((a, b) => a - b)
}

/**
 * What needs attention first: worse, then odd, then what cannot be told yet, then better, then steady. Among the same the
 * newest signal; then names. Not by the size of figures: the wall is no ranking.
 */
export function inOrderOfAttention<Named extends { chart: UnsaidChart; name: string }>(
  charts: readonly Named[],
): Named[] {
  return [...charts].sort((a, b) => {
    const byStand = chartStands.indexOf(a.chart.stand) - chartStands.indexOf(b.chart.stand)
    if (byStand !== 0) return byStand
    const bySaid = Number(a.chart.isExplained) - Number(b.chart.isExplained)
    if (bySaid !== 0) return bySaid
    const [newA, newB] = [a.chart.signal?.fromOn ?? '', b.chart.signal?.fromOn ?? '']
    if (newA !== newB) return newA > newB ? -1 : 1
    return a.name < b.name ? -1 : a.name > b.name ? 1 : 0
  })
}

/** Lowest and highest of what is drawn; null when there is nothing. */
export function spanOf(charts: readonly UnsaidChart[]): [number, number] | null {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const chart of charts)
    for (const values of [chart.figures, chart.low, chart.high])
      for (const value of values) {
        if (value === null) continue
        if (value < low) low = value
        if (value > high) high = value
      }
  return low > high ? null : [low, high]
}
