import { everyDay, type Works } from './calendar.ts'
import { dayNumber, dayOf } from './day.ts'

/**
 * Days from one day to another, the first counted and the last not; with a calendar working days only.
 *
 * @throws {RangeError} when a day is none. @returns 0 when `to` is not after `from`.
 */
export function daysUntil(from: string, to: string, works: Works): number {
  const [first, last] = [dayNumber(from), dayNumber(to)]
  if (works === everyDay) return Math.max(0, last - first)
  let days = 0
  for (let day = first; day < last; day++) if (works(dayOf(day))) days += 1
  return days
}

/** Days from one day to another, both counted, at least 1: what began and ended on one day took a day, on a day off too. */
export function daysThrough(from: string, to: string, works: Works): number {
  return Math.max(1, daysUntil(from, dayOf(dayNumber(to) + 1), works))
}
