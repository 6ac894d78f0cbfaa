import { dayOf } from './calendar.ts'
import type { OrderedPeriods } from './order-periods.ts'
import { type Period, periodOf } from './period-of.ts'
import { SheetProblem } from './sheet-problem.ts'

export interface PlaceOfSince {
  /** The first treated period: its place in `periods`, or their number when all come before. */
  place: number
  /** Whether a period starts exactly there. */
  isExact: boolean
}

/**
 * Where the treated time begins, as typed by a person: the first period at or after `since`.
 *
 * A label is taken as it is. Calendar periods compare by their first moment, so "2024-05-13" in a column of months
 * begins with June: May is treated in part only. A year alone means its first of January; a number alone is enough
 * for "Week 3".
 *
 * @throws {SheetProblem} `no-since` when it is no period or of a kind that does not compare.
 */
export function placeOfSince(since: string, ordered: Dated): PlaceOfSince {
  const label = since.trim()
  const key = keyIn(label, ordered)
  if (key === null) throw new SheetProblem('no-since', { since: label, example: ordered.periods[0]?.label ?? '' })
  const place = ordered.periods.findIndex((period) => period.key >= key)
  if (place < 0) return { place: ordered.periods.length, isExact: false }
  return { place, isExact: ordered.periods[place]?.key === key }
}

/** Periods in their order, as far as a text can be found among them. */
export type Dated = Pick<OrderedPeriods, 'periods' | 'kind' | 'order'>

/** Where a text stands among periods, in the measure of their keys: a label as it is, else what it means. Null: it is no such period. */
export function keyIn(text: string, ordered: Dated): number | null {
  const label = text.trim()
  const named = ordered.periods.find((period) => period.label === label)
  return named ? named.key : keyOf(periodOf(label, ordered.order), ordered)
}

const calendarKinds = new Set(['moment', 'day', 'week', 'month', 'quarter'])

function keyOf(period: Period | null, { kind }: Dated): number | null {
  if (!period) return null
  if (period.kind === kind) return period.key
  if (calendarKinds.has(kind)) {
    if (calendarKinds.has(period.kind)) return period.key
    return period.kind === 'number' ? dayOf(period.key, 1, 1) : null
  }
  return kind === 'numbered' && period.kind === 'number' ? period.key : null
}
