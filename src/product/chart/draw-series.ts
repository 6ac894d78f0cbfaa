import type { ChartOptions, ControlChart } from '#lib/stats/chart/control-chart.ts'
import { countChart } from '#lib/stats/chart/count-chart.ts'
import { proportionChart } from '#lib/stats/chart/proportion-chart.ts'
import { rateChart } from '#lib/stats/chart/rate-chart.ts'
import { runChart } from '#lib/stats/chart/run-chart.ts'
import { xmrChart } from '#lib/stats/chart/xmr-chart.ts'
import { figureOf } from '#product/measurement/measurement.ts'
import { firstDayOf, periodsBetween } from '#product/measurement/period.ts'
import { isDivided, type Metric } from '#product/metric/metric.ts'
import type { ChartEntry, ChartMethod, ChartPhase, ChartPoint, ChartSignal, Drawing } from './chart.ts'

/** A figure as a chart reads it: of one site, or of several that were put together. */
export interface SeriesPoint {
  on: string
  value: number
  denominator: number | null
  sites?: number
}

export type DrawnSignal = Omit<ChartSignal, 'reason'>

export interface DrawnSeries {
  method: ChartMethod
  methodBecause: 'kind' | 'scatter' | 'chosen' | 'negative'
  points: ChartPoint[]
  phases: ChartPhase[]
  /** Members are places in `points`, in the order in which they begin. */
  signals: DrawnSignal[]
}

/** Periods that a chart reaches back at most, gaps included: 55 years of days. One slip of a date must not fill a memory. */
const periodsMost = 20_000
/** A baseline that scatters this many times as much as chance alone gets limits that know it. */
const scatterMost = 1.5
/**
 * With so many events in the usual period (and of shares as many without one) chance alone explains next to nothing, and
 * what scatters is the way things are. With fewer, wide limits would hide the very points that a plain chart shows.
 */
const eventsMany = 100

/**
 * The chart of one series, all of it: every period from the first figure to the last, gaps between them, limits by
 * phase, and every signal. Pure, and fast enough to be drawn anew at each look.
 *
 * @param points Earliest first.
 * @param entries Those that count on this chart, of one site and of all.
 */
export function drawSeries(
  metric: Pick<Metric, 'kind' | 'every' | 'better'>,
  points: readonly SeriesPoint[],
  drawing: Drawing,
  entries: readonly ChartEntry[],
): DrawnSeries {
  const { kind, every } = metric
  const [first, last] = [points[0], points.at(-1)]
  const ons = first && last ? periodsOf(first.on, last.on, every) : []
  const there = new Map(points.map((point) => [point.on, point]))
  const series = ons.map((on) => there.get(on) ?? null)
  const leftOut = positionsLeftOut(ons, entries, every)
  const plans = phasesOf(ons, series, entries, every, leftOut)
  const { method, because } = methodOf(metric, drawing, series, plans)

  const drawn: DrawnSeries = { method, methodBecause: because, points: [], phases: [], signals: [] }
  for (const plan of plans) {
    const { from, to } = plan
    const chart = drawPhase(method, series.slice(from, to), optionsOf(plan, drawing, leftOut))
    for (const [at, { centre, low, high }] of chart.points.entries()) {
      const point = series[from + at] ?? null
      const figure = point && figureOf(point)
      const { value = null, denominator = null } = point ?? {}
      const sites = point ? (point.sites ?? 1) : 0
      const isLeftOut = leftOut.has(from + at)
      drawn.points.push({ on: ons[from + at] ?? '', value, denominator, figure, centre, low, high, isLeftOut, sites })
    }
    const [phase] = chart.phases
    if (!phase) continue
    drawn.phases.push({
      fromOn: ons[from] ?? '',
      toOn: ons[to - 1] ?? '',
      ...learntOf(plan, series, ons, leftOut, phase.baseline),
      baselineId: plan.baseline?.id ?? null,
      changeId: plan.change?.id ?? null,
      isProvisional: phase.isProvisional,
      dispersion: phase.dispersion,
      reason: phase.reason,
      runs: phase.runs,
    })
    for (const signal of chart.signals) drawn.signals.push(shownSignal(signal, chart, from, ons, metric))
  }
  // Where the kind does not divide, a denominator that an older import brought means nothing.
  if (!isDivided(kind)) for (const point of drawn.points) point.denominator = null
  return drawn
}

/** The sites of a wall share their periods: counting days is slower than drawing them. The latest few are remembered. */
const remembered = new Map<string, readonly string[]>()
const rememberedMost = 20

function periodsOf(fromOn: string, toOn: string, every: Metric['every']): readonly string[] {
  const key = `${every} ${fromOn} ${toOn}`
  const known = remembered.get(key)
  if (known) return known
  if (remembered.size >= rememberedMost) remembered.clear()
  const ons = periodsBetween(fromOn, toOn, every, periodsMost)
  remembered.set(key, ons)
  return ons
}

interface PhasePlan {
  /** First position, and the one after the last. */
  from: number
  to: number
  change: ChartEntry | null
  baseline: ChartEntry | null
  /** First and last position of the frozen stretch; null without one. */
  frozen: { from: number; to: number; count: number } | null
}

type Periods = readonly (SeriesPoint | null)[]

/** The latest entry speaks: whoever froze a stretch later has seen the earlier one. */
function phasesOf(
  ons: readonly string[],
  series: Periods,
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
    let [to, count] = [from - 1, 0]
    for (let at = from; at < plan.to && (ons[at] ?? '') <= end; at++) {
      to = at
      if (series[at] && !leftOut.has(at)) count += 1
    }
    // Of fewer than two figures there are no limits: then the rule's own stretch stands.
    if (count < 2) continue
    plan.baseline = entry
    plan.frozen = { from, to, count }
  }
  return plans
}

function inOrder(entries: readonly ChartEntry[]): ChartEntry[] {
  return [...entries].sort((a, b) => a.at.getTime() - b.at.getTime())
}

function positionsLeftOut(ons: readonly string[], entries: readonly ChartEntry[], every: Metric['every']): Set<number> {
  const places = new Map(ons.map((on, at) => [on, at]))
  const left = entries.filter(({ effect }) => effect === 'left-out')
  return new Set(left.flatMap(({ on }) => places.get(firstDayOf(on, every)) ?? []))
}

/** The first position whose period begins on `on` or later; the length when there is none. */
function positionFrom(ons: readonly string[], on: string): number {
  const at = ons.findIndex((one) => one >= on)
  return at === -1 ? ons.length : at
}

function optionsOf({ from, to, frozen }: PhasePlan, { rules }: Pick<Drawing, 'rules'>, leftOut: ReadonlySet<number>) {
  const exclude: number[] = []
  for (let at = from; at < to; at++) if (leftOut.has(at) || (frozen && at < frozen.from)) exclude.push(at - from)
  return { rules, exclude, ...(frozen ? { baseline: frozen.count } : {}) } satisfies ChartOptions
}

function learntOf(
  { from, to, frozen }: PhasePlan,
  series: Periods,
  ons: readonly string[],
  leftOut: ReadonlySet<number>,
  most: number,
) {
  let [learntFrom, learntFromOn, learntToOn]: [number, string | null, string | null] = [0, null, null]
  for (let at = frozen?.from ?? from; at < to && learntFrom < most; at++) {
    if (!series[at] || leftOut.has(at)) continue
    learntFrom += 1
    learntFromOn ??= ons[at] ?? null
    learntToOn = ons[at] ?? null
  }
  return { learntFrom, learntFromOn, learntToOn }
}

function methodOf(
  { kind }: Pick<Metric, 'kind'>,
  drawing: Drawing,
  series: Periods,
  plans: readonly PhasePlan[],
): { method: ChartMethod; because: DrawnSeries['methodBecause'] } {
  if (drawing.method === 'c' && series.some((point) => point !== null && point.value < 0))
    return { method: 'xmr', because: 'negative' }
  if (drawing.method) return { method: drawing.method, because: 'chosen' }
  const counted =
    kind === 'proportion' ? (['p', 'p-prime'] as const) : kind === 'rate' ? (['u', 'u-prime'] as const) : null
  if (!counted) return { method: 'xmr', because: 'kind' }
  const [plain, wide] = counted
  const scatters =
    usualEvents(kind, series) >= eventsMany &&
    plans.some((plan) => {
      const chart = drawPhase(wide, series.slice(plan.from, plan.to), optionsOf(plan, drawing, new Set()))
      return chart.phases.some(({ dispersion, isProvisional }) => !isProvisional && (dispersion ?? 0) > scatterMost)
    })
  return scatters ? { method: wide, because: 'scatter' } : { method: plain, because: 'kind' }
}

/** How many events a period usually has; of shares, or how many without one where those are fewer. */
function usualEvents(kind: Metric['kind'], series: Periods): number {
  const counts = series.flatMap((point) => {
    if (point === null) return []
    const { value, denominator } = point
    return [kind === 'proportion' ? Math.min(value, (denominator ?? value) - value) : value]
  })
  return counts.sort((a, b) => a - b)[counts.length >> 1] ?? 0
}

function drawPhase(method: ChartMethod, series: Periods, options: ChartOptions): ControlChart {
  switch (method) {
    case 'p':
    case 'p-prime':
      return proportionChart(series.map(countedOf), { ...options, overDispersion: method === 'p-prime' })
    case 'u':
    case 'u-prime':
      return rateChart(series.map(countedOf), { ...options, overDispersion: method === 'u-prime' })
    case 'c':
      return countChart(series.map(figureIn), options)
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

function shownSignal(
  { rule, direction, from, to, count }: ControlChart['signals'][number],
  { points }: ControlChart,
  offset: number,
  ons: readonly string[],
  { better }: Pick<Metric, 'better'>,
): DrawnSignal {
  const members: number[] = []
  for (let at = from; at <= to; at++) {
    const { value, centre, rules } = points[at] ?? { value: null, centre: null, rules: [] }
    if (value === null) continue
    // Of the phase as a whole no single point is marked: all of them are its members.
    const isMarked = rule === 'few-crossings' || rules.includes(rule)
    // Two of three above and two of three below may share their stretch.
    const isOnSide =
      centre === null || (direction === 'above' ? value >= centre : direction === 'below' ? value <= centre : true)
    if (isMarked && isOnSide) members.push(offset + at)
  }
  const isUp = direction === 'above' || direction === 'rising'
  const side = direction === null ? null : isUp === (better === 'higher') ? 'better' : 'worse'
  return { rule, direction, side, fromOn: ons[offset + from] ?? '', toOn: ons[offset + to] ?? '', count, members }
}
