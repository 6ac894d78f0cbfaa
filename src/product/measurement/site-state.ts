import { z } from 'zod'
import { day } from '#platform/anywhere/time.ts'
import type { Metric } from '#product/metric/metric.ts'
import { type Site, SiteId } from '#product/site/site.ts'
import { figureOf, Point } from './measurement.ts'
import { isOutlying, usualOf } from './outlying.ts'
import { addPeriods, firstDayOf, lastOverOn, periodsBetween } from './period.ts'

const shown = 20

/** How the figures of a metric stand at one site: the latest, and what is missing, late or far off. */
export const SiteState = z.strictObject({
  siteId: SiteId,
  last: Point.nullable(),
  /** The one before the latest. */
  before: Point.nullable(),
  /** Periods between figures that have none: how many, and the latest 20 of them. */
  missing: z.strictObject({ count: z.int().min(0), ons: z.array(day) }),
  /** Periods that are over since the latest figure and have none: how many, and the latest 20. */
  late: z.strictObject({ count: z.int().min(0), ons: z.array(day) }),
  /** Figures far from where the others of this site are, the latest 20. They count like any other. */
  outlying: z.strictObject({ count: z.int().min(0), points: z.array(Point) }),
})
export type SiteState = z.output<typeof SiteState>

/** Periods looked back over: what is missing before is history. */
export const periodsLooked = { day: 400, week: 156, month: 60, quarter: 40, year: 20 } as const

/** The first day that the state of a metric looks back to. */
export function lookedFromOn(today: string, every: Metric['every']): string {
  return addPeriods(firstDayOf(today, every), every, -periodsLooked[every])
}

/** @param points Earliest first. */
export function siteStateOf(
  { id, closedOn }: Pick<Site, 'id' | 'closedOn'>,
  points: readonly Point[],
  { every }: Pick<Metric, 'every'>,
  today: string,
): SiteState {
  const last = points.at(-1) ?? null
  const first = points[0]
  const none = { count: 0, ons: [] }
  if (!last || !first)
    return { siteId: id, last, before: null, missing: none, late: none, outlying: { count: 0, points: [] } }
  const there = new Set(points.map(({ on }) => on))
  const missing = periodsBetween(first.on, last.on, every, periodsLooked[every]).filter((on) => !there.has(on))
  // Nothing is expected of a period in which the site closed.
  const dueOn =
    closedOn === null ? lastOverOn(today, every) : earlier(lastOverOn(today, every), lastOverOn(closedOn, every))
  const late = periodsBetween(addPeriods(last.on, every, 1), dueOn, every, periodsLooked[every])
  const usual = usualOf(points.map(figureOf))
  const outlying = points.filter((point) => isOutlying(figureOf(point), usual))
  return {
    siteId: id,
    last,
    before: points.at(-2) ?? null,
    missing: counted(missing),
    late: counted(late),
    outlying: { count: outlying.length, points: outlying.slice(-shown) },
  }
}

function counted(ons: readonly string[]) {
  return { count: ons.length, ons: ons.slice(-shown) }
}

function earlier(a: string, b: string): string {
  return a < b ? a : b
}
