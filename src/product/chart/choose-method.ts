import type { Metric } from '#product/metric/metric.ts'
import { type ChartMethod, type Drawing, isOfGaps, methodsFor } from './chart.ts'
import { drawPhase } from './draw-phase.ts'
import type { DrawnSeries, SeriesPoint } from './draw-series.ts'
import { gapsBetween, isCount } from './gaps-between.ts'
import { optionsOf, type PhasePlan, type Rows } from './phases-of.ts'

/** A baseline that scatters this many times as much as chance alone gets limits that know it. */
const scatterMost = 1.5
/**
 * With so many events in the usual period (and of shares as many without one) chance alone explains next to nothing, and
 * what scatters is the way things are. With fewer, wide limits would hide the very points that a plain chart shows.
 */
const eventsMany = 100
/** Of a plain number nobody says that it counts events; one that was ever higher than this is no count of rare ones. */
const eventsFew = 5
/** With fewer events, the gaps between them say even less than the figures. */
const eventsLeast = 4

export interface Chosen {
  method: ChartMethod
  because: DrawnSeries['methodBecause']
}

/** The chart that somebody chose, where the figures allow it; else the one that fits them. */
export function methodOf(
  { kind }: Pick<Metric, 'kind'>,
  drawing: Drawing,
  rows: Rows,
  plans: readonly PhasePlan[],
): Chosen {
  const { series } = rows
  const [usual = 'xmr', wide = usual] = methodsFor(kind)
  if (drawing.method !== null) {
    if (drawing.method === 'c' && series.some((point) => point !== null && point.value < 0))
      return { method: 'xmr', because: 'negative' }
    if (isOfGaps(drawing.method) && gapsBetween(kind, series) === null) return { method: usual, because: 'no-gaps' }
    return { method: drawing.method, because: 'chosen' }
  }
  const gaps = methodsFor(kind).find(isOfGaps)
  if (gaps && areRare(kind, series)) return { method: gaps, because: 'rare' }
  if (kind !== 'proportion' && kind !== 'rate') return { method: usual, because: 'kind' }
  const scatters =
    usualEvents(kind, series) >= eventsMany &&
    plans.some((plan) => {
      const chart = drawPhase(wide, series.slice(plan.from, plan.to), optionsOf(plan, rows, drawing, new Set()))
      return chart.phases.some(({ dispersion, isProvisional }) => !isProvisional && (dispersion ?? 0) > scatterMost)
    })
  return scatters ? { method: wide, because: 'scatter' } : { method: usual, because: 'kind' }
}

/** Whether most periods have no event at all: then a chart of their number lies on 0, and one event is all it can show. */
function areRare(kind: Metric['kind'], series: Rows['series']): boolean {
  let [periods, none, events] = [0, 0, 0]
  for (const point of series) {
    if (point === null) continue
    const { value } = point
    if (!isCount(value) || (kind === 'mean' && value > eventsFew)) return false
    periods += 1
    events += value
    if (value === 0) none += 1
  }
  return none > periods / 2 && events >= eventsLeast && gapsBetween(kind, series) !== null
}

/** How many events a period usually has; of shares, or how many without one where those are fewer. */
function usualEvents(kind: Metric['kind'], series: Rows['series']): number {
  const counts = series.flatMap((point: SeriesPoint | null) => {
    if (point === null) return []
    const { value, denominator } = point
    return [kind === 'proportion' ? Math.min(value, (denominator ?? value) - value) : value]
  })
  return counts.sort((a, b) => a - b)[counts.length >> 1] ?? 0
}
