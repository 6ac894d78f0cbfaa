import type { Works } from './calendar.ts'
import { dayNumber, dayOf, weekdayOf } from './day.ts'

export interface ThroughputPeriod {
  /** First and last day, within the days asked for. */
  from: string
  to: string
  finished: number
  /** Days on which people work; 0 on a day off. */
  workingDays: number
}

/**
 * Items finished in each day or week, those with none too, oldest first. Weeks run from Monday; the first and last may be parts of one.
 *
 * @param finishedOn Days in any order; days outside are left out.
 * @param options.by Default `week`.
 * @throws {RangeError} when a day is none or `from` is after `to`.
 */
export function throughput(
  finishedOn: readonly string[],
  { from, to, works, by = 'week' }: { from: string; to: string; works: Works; by?: 'day' | 'week' },
): ThroughputPeriod[] {
  const [first, last] = [dayNumber(from), dayNumber(to)]
  if (first > last) throw new RangeError(`from must not be after to, got ${from}`)
  const counts = new Map<number, number>()
  for (const on of finishedOn) counts.set(dayNumber(on), (counts.get(dayNumber(on)) ?? 0) + 1)
  const periods: ThroughputPeriod[] = []
  for (let day = first; day <= last; day++) {
    const on = dayOf(day)
    if (by === 'day' || day === first || weekdayOf(day) === 1)
      periods.push({ from: on, to: on, finished: 0, workingDays: 0 })
    const period = periods.at(-1)
    if (!period) continue
    period.to = on
    period.finished += counts.get(day) ?? 0
    if (works(on)) period.workingDays += 1
  }
  return periods
}
