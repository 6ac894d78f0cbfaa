import { dayOf, fullYear } from './calendar.ts'
import type { DateOrder } from './period-of.ts'

export interface DateOrderGuess {
  order: DateOrder
  /** A date that reads both ways while no cell settles it, such as 01/02/2024; null when certain or when there is none. */
  unsure: string | null
}

/**
 * Whether the dates of a column written with slashes or hyphens have the day or the month first.
 *
 * A part above 12 settles it. When none is above 12, a part that never changes is taken for the day (monthly
 * figures dated on the first); otherwise day first. Either guess is reported in `unsure`.
 */
export function dateOrderOf(cells: Iterable<string>): DateOrderGuess {
  const firsts = new Set<number>()
  const seconds = new Set<number>()
  let unsure: string | null = null
  for (const cell of cells) {
    const [, a = '', , b = '', year = ''] = /^(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d\d)$/.exec(cell.trim()) ?? []
    if (!a) continue
    firsts.add(Number(a))
    seconds.add(Number(b))
    const [dayFirst, monthFirst] = [
      dayOf(fullYear(year), Number(b), Number(a)),
      dayOf(fullYear(year), Number(a), Number(b)),
    ]
    if (dayFirst !== null && monthFirst === null) return { order: 'day-first', unsure: null }
    if (monthFirst !== null && dayFirst === null) return { order: 'month-first', unsure: null }
    if (dayFirst !== monthFirst) unsure ??= cell.trim()
  }
  return { order: seconds.size === 1 && firsts.size > 1 ? 'month-first' : 'day-first', unsure }
}
