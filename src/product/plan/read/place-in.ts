import type { DateOrder, PeriodKind } from '#lib/sheet/period-of.ts'
import { keyIn } from '#lib/sheet/place-of-since.ts'

/** Periods in their order, as far as a text can be found among them. */
export interface Ordered {
  periods: { label: string; key: number }[]
  periodKind: PeriodKind
  dateOrder: DateOrder
}

/** Where a text stands among periods, in the measure of their keys. Null: it names no such period. */
export function keyOf(text: string, { periods, periodKind, dateOrder }: Ordered): number | null {
  return keyIn(text, { periods, kind: periodKind, order: dateOrder })
}

/** The first period at or after the one that a text names: its place, or their number when all come before. Null: it names none. */
export function placeIn(text: string, ordered: Ordered): number | null {
  const key = keyOf(text, ordered)
  if (key === null) return null
  const place = ordered.periods.findIndex((period) => period.key >= key)
  return place < 0 ? ordered.periods.length : place
}
