import type { ControlChart } from '#lib/stats/chart/control-chart.ts'
import { figureOf } from '#product/measurement/measurement.ts'
import { periodsBetween } from '#product/measurement/period.ts'
import { isDivided, type Metric } from '#product/metric/metric.ts'
import {
  type Chart,
  type ChartEntry,
  type ChartMethod,
  type ChartPhase,
  type ChartPoint,
  type ChartSignal,
  type Drawing,
  isOfGaps,
} from './chart.ts'
import { methodOf } from './choose-method.ts'
import { drawPhase } from './draw-phase.ts'
import { type Gap, type Gaps, gapsBetween } from './gaps-between.ts'
import { optionsOf, type PhasePlan, phasesOf, positionsLeftOut, type Rows } from './phases-of.ts'

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
  methodBecause: Chart['methodBecause']
  points: ChartPoint[]
  phases: ChartPhase[]
  /** Members are places in `points`, in the order in which they begin. */
  signals: DrawnSignal[]
  /** Periods between others that have no figure. */
  missing: string[]
}

/** Periods that a chart reaches back at most, gaps included: 55 years of days. One slip of a date must not fill a memory. */
const periodsMost = 20_000

type Looked = Pick<Metric, 'kind' | 'every' | 'better'>

/**
 * The chart of one series, all of it: every period from the first figure to the last, gaps between them, limits by
 * phase, and every signal. Where events are rare it has a point for each of them instead, at the gap that it ended. Pure,
 * and fast enough to be drawn anew at each look.
 *
 * @param points Earliest first.
 * @param entries Those that count on this chart, of one site and of all.
 */
export function drawSeries(
  metric: Looked,
  points: readonly SeriesPoint[],
  drawing: Drawing,
  entries: readonly ChartEntry[],
): DrawnSeries {
  const periods = rowsOf(points, metric.every)
  const leftOut = positionsLeftOut(periods, entries, metric.every)
  const plans = phasesOf(periods, entries, metric.every, leftOut)
  const chosen = methodOf(metric, drawing, periods, plans)
  const missing = periods.ons.filter((_, at) => periods.series[at] === null)
  const gaps = isOfGaps(chosen.method) ? gapsBetween(metric.kind, periods.series) : null
  const drawn = gaps
    ? drawGaps(metric, gaps, chosen.method, drawing, entries)
    : drawRows(metric, periods, chosen.method, drawing, { plans, leftOut })
  return { ...drawn, method: chosen.method, methodBecause: chosen.because, missing }
}

function rowsOf(points: readonly SeriesPoint[], every: Metric['every']): Rows {
  const [first, last] = [points[0], points.at(-1)]
  const ons = first && last ? periodsOf(first.on, last.on, every) : []
  const there = new Map(points.map((point) => [point.on, point]))
  return { ons, series: ons.map((on) => there.get(on) ?? null), openAt: null }
}

type Drawn = Pick<DrawnSeries, 'points' | 'phases' | 'signals'>

/**
 * The gap that is still open is drawn once it is longer than usual: whatever comes, it can only become longer. Until then
 * it says nothing.
 */
function drawGaps(
  metric: Looked,
  { ended, open }: Gaps,
  method: ChartMethod,
  drawing: Drawing,
  entries: readonly ChartEntry[],
): Drawn {
  const drawn = draw(gapRows(ended, null))
  const [last, phase] = [drawn.points.at(-1), drawn.phases.at(-1)]
  const isTelling = last?.centre != null && open.value >= last.centre && (phase?.learntFrom ?? 0) >= 2
  const more = draw(gapRows([...ended, open], ended.length))
  // After a change that began new limits there is nothing yet to hold it against.
  return isTelling && more.phases.length === drawn.phases.length ? more : drawn

  function draw(rows: Rows): Drawn {
    const leftOut = positionsLeftOut(rows, entries, metric.every)
    const plans = phasesOf(rows, entries, metric.every, leftOut)
    // A gap is long where events are rare: up and down change places.
    const better = metric.better === 'higher' ? 'lower' : 'higher'
    return drawRows({ ...metric, kind: 'mean', better }, rows, method, drawing, { plans, leftOut })
  }
}

function gapRows(gaps: readonly Gap[], openAt: number | null): Rows {
  return { ons: gaps.map(({ on }) => on), series: gaps.map((gap) => ({ ...gap, denominator: null })), openAt }
}

function drawRows(
  metric: Looked,
  rows: Rows,
  method: ChartMethod,
  drawing: Drawing,
  { plans, leftOut }: { plans: readonly PhasePlan[]; leftOut: ReadonlySet<number> },
): Drawn {
  const { ons, series, openAt } = rows
  const drawn: Drawn = { points: [], phases: [], signals: [] }
  // What was never below 0 has no limit there: nobody falls less than never.
  const floor = series.every((point) => point === null || point.value >= 0) ? 0 : Number.NEGATIVE_INFINITY
  for (const plan of plans) {
    const { from, to } = plan
    const chart = drawPhase(method, series.slice(from, to), optionsOf(plan, rows, drawing, leftOut))
    for (const [at, { centre, low: lowest, high }] of chart.points.entries()) {
      const point = series[from + at] ?? null
      const figure = point && figureOf(point)
      const { value = null, denominator = null } = point ?? {}
      const low = lowest === null ? null : Math.max(floor, lowest)
      const sites = point ? (point.sites ?? 1) : 0
      const marks = { isLeftOut: leftOut.has(from + at), isOpen: from + at === openAt }
      drawn.points.push({ on: ons[from + at] ?? '', value, denominator, figure, centre, low, high, ...marks, sites })
    }
    const [phase] = chart.phases
    if (!phase) continue
    drawn.phases.push({
      fromOn: ons[from] ?? '',
      toOn: ons[to - 1] ?? '',
      ...learntOf(plan, rows, leftOut, phase.baseline),
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
  if (!isDivided(metric.kind)) for (const point of drawn.points) point.denominator = null
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

function learntOf({ from, to, frozen }: PhasePlan, { ons, series }: Rows, leftOut: ReadonlySet<number>, most: number) {
  let [learntFrom, learntFromOn, learntToOn]: [number, string | null, string | null] = [0, null, null]
  for (let at = frozen?.from ?? from; at < to && learntFrom < most; at++) {
    if (!series[at] || leftOut.has(at)) continue
    learntFrom += 1
    learntFromOn ??= ons[at] ?? null
    learntToOn = ons[at] ?? null
  }
  return { learntFrom, learntFromOn, learntToOn }
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
