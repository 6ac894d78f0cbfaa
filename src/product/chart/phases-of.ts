import type { ChartOptions } from '#lib/stats/chart/control-chart.ts'
import { FREEZE_AT } from '#lib/stats/chart/control-chart.ts'
import { firstDayOf } from '#product/measurement/period.ts'
import type { Metric } from '#product/metric/metric.ts'
import type { ChartEntry, Drawing } from './chart.ts'
import type { SeriesPoint } from './draw-series.ts'

/** What is drawn, one for each dot: the first days of periods, and their figures; null in a gap. */
export interface Rows {
  ons: readonly string[]
  series: readonly (SeriesPoint | null)[]
  /** Place of the gap that is not over yet: limits are not learnt from it. Null without one. */
  openAt: number | null
}

export interface PhasePlan {
  /** First position, and the one after the last. */
  from: number
  to: number
  change: ChartEntry | null
  baseline: ChartEntry | null
  /** First position of the frozen stretch and how many figures it has; null without one. */
  frozen: { from: number; count: number } | null
}

/** The latest entry speaks: whoever froze a stretch later has seen the earlier one. */
export function phasesOf(
  { ons, series, openAt }: Rows,
  entries: readonly ChartEntry[],
  every: Metric['every'],
  leftOut: ReadonlySet<number>,
): PhasePlan[] {
  if (ons.length === 0) return []
  const changes = new Map<number, ChartEntry>()
  for (const entry of inOrder(entries)) {
    if (entry.kind !== 'change' || entry.effect !== 'new-limits') continue
    const at = positionFrom(ons, firstDayOf(entry.on, every))
    if (at > 0 && at < ons.length) changes.set(at, entry)
  }
  const starts = [0, ...[...changes.keys()].sort((a, b) => a - b)]
  const plans = starts.map((from, nth): PhasePlan => {
    const to = starts[nth + 1] ?? ons.length
    return { from, to, change: changes.get(from) ?? null, baseline: null, frozen: null }
  })
  for (const entry of inOrder(entries)) {
    if (entry.kind !== 'baseline' || entry.toOn === null) continue
    const from = positionFrom(ons, firstDayOf(entry.on, every))
    const plan = plans.find((one) => from >= one.from && from < one.to)
    if (!plan) continue
    const end = firstDayOf(entry.toOn, every)
    let count = 0
    for (let at = from; at < plan.to && (ons[at] ?? '') <= end; at++)
      if (series[at] && !leftOut.has(at) && at !== openAt) count += 1
    // Of fewer than two figures there are no limits: then the rule's own stretch stands.
    if (count < 2) continue
    plan.baseline = entry
    plan.frozen = { from, count }
  }
  return plans
}

export function positionsLeftOut(
  { ons }: Pick<Rows, 'ons'>,
  entries: readonly ChartEntry[],
  every: Metric['every'],
): Set<number> {
  const left = new Set(entries.flatMap(({ effect, on }) => (effect === 'left-out' ? firstDayOf(on, every) : [])))
  return new Set(left.size === 0 ? [] : ons.flatMap((on, at) => (left.has(on) ? at : [])))
}

export function optionsOf(
  { from, to, frozen }: PhasePlan,
  { series, openAt }: Pick<Rows, 'series' | 'openAt'>,
  { rules }: Pick<Drawing, 'rules'>,
  leftOut: ReadonlySet<number>,
): ChartOptions {
  const exclude: number[] = []
  let usable = 0
  for (let at = from; at < to; at++) {
    if (leftOut.has(at) || (frozen && at < frozen.from)) exclude.push(at - from)
    else if (series[at] && at !== openAt) usable += 1
  }
  if (frozen) return { rules, exclude, baseline: frozen.count }
  return openAt === null ? { rules, exclude } : { rules, exclude, baseline: Math.max(2, Math.min(FREEZE_AT, usable)) }
}

function inOrder(entries: readonly ChartEntry[]): ChartEntry[] {
  return [...entries].sort((a, b) => a.at.getTime() - b.at.getTime())
}

/** The first position whose period begins on `on` or later; the length when there is none. */
function positionFrom(ons: readonly string[], on: string): number {
  const at = ons.findIndex((one) => one >= on)
  return at === -1 ? ons.length : at
}
