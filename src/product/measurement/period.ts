import { dateOrderOf } from '#lib/sheet/date-order.ts'
import { type DateOrder, type Period, periodOf } from '#lib/sheet/period-of.ts'
import type { Every } from '#product/metric/metric.ts'

const dayMs = 86_400_000

/** Days from 1970-01-01 to a day `YYYY-MM-DD`, and back. */
function numberOf(on: string): number {
  return Date.parse(`${on}T00:00:00Z`) / dayMs
}
function dayOfNumber(number: number): string {
  return new Date(number * dayMs).toISOString().slice(0, 10)
}

/** The first day of the period that holds `on`. Weeks begin on Monday (ISO 8601). */
export function firstDayOf(on: string, every: Every): string {
  const [year = '', month = ''] = on.split('-')
  switch (every) {
    case 'day':
      return on
    case 'week': {
      const number = numberOf(on)
      // 1970-01-01 was a Thursday.
      return dayOfNumber(number - ((((number + 3) % 7) + 7) % 7))
    }
    case 'month':
      return `${year}-${month}-01`
    case 'quarter':
      return `${year}-${String(3 * Math.floor((Number(month) - 1) / 3) + 1).padStart(2, '0')}-01`
    case 'year':
      return `${year}-01-01`
  }
}

const months: Partial<Record<Every, number>> = { month: 1, quarter: 3, year: 12 }

/** The first day of the period `by` periods after the one that begins on `on`; before it when negative. */
export function addPeriods(on: string, every: Every, by: number): string {
  const step = months[every]
  if (step === undefined) return dayOfNumber(numberOf(on) + by * (every === 'week' ? 7 : 1))
  const at = new Date(`${on}T00:00:00Z`)
  at.setUTCMonth(at.getUTCMonth() + by * step)
  return at.toISOString().slice(0, 10)
}

/** First days from `fromOn` to `toOn`, both first days and both included, at most `most`, the latest of them. */
export function periodsBetween(fromOn: string, toOn: string, every: Every, most: number): string[] {
  const found: string[] = []
  for (let on = toOn; on >= fromOn && found.length < most; on = addPeriods(on, every, -1)) found.push(on)
  return found.reverse()
}

/** The latest period that is over on `today`. */
export function lastOverOn(today: string, every: Every): string {
  return addPeriods(firstDayOf(today, every), every, -1)
}

export interface ReadPeriods {
  /** For each text: the first day of its period; or why it names none of the metric's. */
  found: readonly ({ on: string } | { fault: 'no-period' | 'other-period' })[]
  /** A date that reads both ways while nothing settles it. */
  unsure: string | null
}

/**
 * The periods that texts name, for a metric that is measured `every` so long.
 *
 * A day may stand for the longer period that holds it, as many systems write weeks and months; but only if all days do
 * so alike (the same weekday; the first or the last of the month). Days that do not are figures by the day: their sums
 * or means are for people to make, so they are refused.
 *
 * @param order How 01/02/2024 is meant, when a person has said so.
 */
export function readPeriods(texts: readonly string[], every: Every, order?: DateOrder): ReadPeriods {
  const guess = order ? { order, unsure: null } : dateOrderOf(texts)
  const periods = texts.map((text) => periodOf(text, guess.order))
  const days = periods.flatMap((period) => (period?.kind === 'day' ? [dayOfNumber(period.key)] : []))
  const daysFit = standAlike(days, every)
  const found = periods.map((period): ReadPeriods['found'][number] => {
    if (!period) return { fault: 'no-period' }
    const on = onOf(period, every, daysFit)
    return on === null ? { fault: 'other-period' } : { on }
  })
  return { found, unsure: guess.unsure }
}

function onOf({ kind, key }: Period, every: Every, daysFit: boolean): string | null {
  if (kind === 'number') {
    const isYear = every === 'year' && Number.isInteger(key) && key >= 1900 && key <= 2200
    return isYear ? `${key}-01-01` : null
  }
  if (kind === every) return dayOfNumber(key)
  if (kind === 'day' && daysFit) return firstDayOf(dayOfNumber(key), every)
  return null
}

function standAlike(days: readonly string[], every: Every): boolean {
  if (every === 'day') return true
  if (every === 'week') return new Set(days.map((on) => numberOf(on) - numberOf(firstDayOf(on, 'week')))).size <= 1
  const isFirst = (on: string) => on === firstDayOf(on, every)
  const isLast = (on: string) => isFirst(addPeriods(on, 'day', 1))
  return days.every(isFirst) || days.every(isLast)
}
