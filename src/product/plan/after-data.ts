import { type PeriodKind, periodOf } from '#lib/sheet/period-of.ts'
import type { SheetPanel } from '#lib/sheet/sheet-panel.ts'
import type { SheetTimes } from './plan.ts'

const msPerDay = 86_400_000

/** How many periods of a panel have a figure, before the change and from its start on. */
export function timesOf({ sites, since, periods }: Pick<SheetPanel, 'sites' | 'since' | 'periods'>): SheetTimes {
  const isFilled = (period: number) => sites.some(({ values }) => (values[period] ?? null) !== null)
  const filled = [...periods.keys()].filter(isFilled)
  return { before: filled.filter((at) => at < since).length, after: filled.filter((at) => at >= since).length }
}

/**
 * Whether outcomes could have been there when a plan was written, even if its sheet holds none: the first period with
 * the change was over by then. Nobody can say for periods that are mere numbers, so only a calendar tells.
 *
 * @param today `YYYY-MM-DD`, where the workspace is.
 */
export function isOver(
  { periods, since, periodKind }: Pick<SheetPanel, 'periods' | 'since' | 'periodKind'>,
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
