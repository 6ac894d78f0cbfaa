import { type PeriodKind, periodOf } from '#lib/sheet/period-of.ts'
import type { SheetTimes } from './plan.ts'
import type { PlanBody } from './plan-body.ts'

const msPerDay = 86_400_000

/** Figures of any design, as far as time goes. */
type Figures = Series | { units: readonly { value: number | null }[] }

interface Series {
  sites: readonly { values: readonly (number | null)[]; start?: number | null; on?: readonly (boolean | null)[] }[]
  periods: readonly { key: number }[]
  periodKind: PeriodKind
  since: number
}

/**
 * How many periods have a figure without the change, and with it; of a split, units. Where a design needs no time before,
 * one is counted.
 */
export function timesOf(figures: Figures): SheetTimes {
  if ('units' in figures) return { before: 1, after: figures.units.filter(({ value }) => value !== null).length }
  const { sites, periods, since } = figures
  const isChanged = (site: Series['sites'][number], period: number): boolean => {
    if (site.on) return (site.on[period] ?? null) !== null
    return site.start === undefined ? period >= since : site.start !== null && period >= site.start
  }
  const count = (changed: boolean) =>
    [...periods.keys()].filter((period) =>
      sites.some((site) => (site.values[period] ?? null) !== null && isChanged(site, period) === changed),
    ).length
  return { before: sites[0]?.on ? 1 : count(false), after: count(true) }
}

/** Outcomes are there, or could have been: the first of their time was over by the day the plan was written. */
export function isLate(figures: Figures, body: PlanBody, today: string): boolean {
  if (timesOf(figures).after > 0) return true
  if (body.startsOn !== null && body.startsOn < today) return true
  if ('units' in figures) return false
  return firstTexts(body).some((start) => isOver(placed(figures), start, today))
}

/** The texts that name a first period with outcomes. */
function firstTexts(body: PlanBody): string[] {
  switch (body.design) {
    case 'pilot':
    case 'before-after':
      return [body.since]
    case 'staggered':
      return body.sites.flatMap(({ start }) => start ?? [])
    case 'switchback':
      return [body.schedule.from]
    case 'split':
      return []
  }
}

/** Figures by the first place that outcomes may stand in. */
function placed({ sites, periods, periodKind, since }: Series) {
  const scheduled = periods.findIndex((_, period) => sites.some(({ on }) => (on?.[period] ?? null) !== null))
  return { periods, periodKind, since: sites[0]?.on && scheduled >= 0 ? scheduled : since }
}

/**
 * Whether outcomes could have been there when a plan was written, even if its sheet holds none: the first period with
 * the change was over by then. Nobody can say for periods that are mere numbers, so only a calendar tells.
 *
 * @param today `YYYY-MM-DD`, where the workspace is.
 */
export function isOver(
  { periods, since, periodKind }: Pick<Series, 'periods' | 'since' | 'periodKind'>,
  start: string,
  today: string,
): boolean {
  const first = periods[since]?.key ?? calendarKey(start)
  const end = first === null ? null : endOf(first, periodKind)
  return end !== null && end <= Date.parse(`${today}T00:00:00Z`) / msPerDay
}
const calendarKinds: ReadonlySet<PeriodKind> = new Set(['moment', 'day', 'week', 'month', 'quarter'])

/** Days from 1970-01-01 to the start that somebody typed, if it is a date. */
function calendarKey(start: string): number | null {
  const period = periodOf(start)
  return period && calendarKinds.has(period.kind) ? period.key : null
}

/** The day after a calendar period, as days from 1970-01-01; null for other kinds. */
function endOf(key: number, kind: PeriodKind): number | null {
  const start = new Date(key * msPerDay)
  const [year, month, day] = [start.getUTCFullYear(), start.getUTCMonth(), start.getUTCDate()]
  switch (kind) {
    case 'moment':
    case 'day':
      return Date.UTC(year, month, day + 1) / msPerDay
    case 'week':
      return Date.UTC(year, month, day + 7) / msPerDay
    case 'month':
      return Date.UTC(year, month + 1, day) / msPerDay
    case 'quarter':
      return Date.UTC(year, month + 3, day) / msPerDay
    default:
      return null
  }
}
