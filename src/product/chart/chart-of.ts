import { limits } from '#platform/anywhere/limits.ts'
import type { Say } from '#platform/anywhere/message.ts'
import { siteStateOf } from '#product/measurement/site-state.ts'
import type { Metric, MetricDefinition } from '#product/metric/metric.ts'
import type { Site } from '#product/site/site.ts'
import {
  type Chart,
  type ChartEntry,
  type ChartSetting,
  type Drawing,
  isOfGaps,
  stepOf,
  usualDrawing,
} from './chart.ts'
import { type DrawnSeries, drawSeries, type SeriesPoint } from './draw-series.ts'
import { saySignal } from './signal-words.ts'
import { standOf } from './stand-of.ts'

export interface ChartAsked {
  metric: Metric
  /** Null: all sites together. */
  site: Site | null
  /** Earliest first. */
  points: readonly SeriesPoint[]
  setting: ChartSetting | null
  /** Looked at another way, this once. */
  drawing: Partial<Drawing>
  /** Those of the site and of all sites; on a chart of all sites the latter only. */
  entries: readonly ChartEntry[]
  /** Newest version first. */
  definitions: readonly MetricDefinition[]
  today: string
}

/** Fewer events than this in a usual period, and most of them are 0, 1 or 2: their gaps say more than their number. */
const rareBelow = 2

/** Everything that a page of one chart shows, the latest `limits.chartPeriods` of it. */
export function chartOf(asked: ChartAsked, say: Say): Chart {
  const { metric, site, points, setting, drawing, entries, definitions, today } = asked
  const chosen = { ...usualDrawing, ...setting, ...drawing }
  const drawn = drawSeries(metric, points, chosen, entries)
  const { stand, standsBy } = standOf(drawn)
  const earlier = Math.max(0, drawn.points.length - limits.chartPeriods)
  const shown = latestOf(drawn, earlier)
  const step = stepOf(drawn.method, metric.every)
  const state = site ? siteStateOf(site, points, metric, today) : null
  return {
    metricId: metric.id,
    siteId: site?.id ?? null,
    method: drawn.method,
    methodBecause: drawn.methodBecause,
    rules: chosen.rules,
    setting,
    points: shown.points,
    earlier,
    phases: shown.phases,
    signals: shown.signals.map((signal) => ({ ...signal, reason: saySignal(say, signal, step) })),
    stand,
    // What is news reaches the latest figures, so it is among those shown.
    standsBy: standsBy === null ? null : standsBy - (drawn.signals.length - shown.signals.length),
    missing: drawn.missing.filter((on) => on >= (shown.points[0]?.on ?? '')),
    late: state?.late.ons ?? [],
    areRare: areRare(drawn),
    entries: [...entries],
    // The first version is where its figures begin to mean anything: no change.
    definitions: definitions
      .filter(({ version }) => version > 1)
      .map(({ version, fromOn, because }) => ({ version, fromOn, because })),
  }
}

function latestOf({ points, phases, signals }: DrawnSeries, earlier: number) {
  const fromOn = points[earlier]?.on ?? ''
  // Signals stand in the order in which they begin; one that is over leaves from the front only, to keep places countable.
  let over = 0
  while (over < signals.length && (signals[over]?.toOn ?? '') < fromOn) over += 1
  return {
    points: points.slice(earlier),
    phases: phases.filter(({ toOn }) => toOn >= fromOn),
    signals: signals.slice(over).map((signal) => ({
      ...signal,
      members: signal.members.map((at) => at - earlier).filter((at) => at >= 0),
    })),
  }
}

function areRare({ method, points }: DrawnSeries): boolean {
  if (method === 'xmr' || method === 'run' || isOfGaps(method)) return false
  const counts = points.flatMap(({ value }) => value ?? [])
  return counts.length > 0 && counts.reduce((sum, count) => sum + count, 0) / counts.length < rareBelow
}
