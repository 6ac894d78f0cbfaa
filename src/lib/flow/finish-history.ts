import type { Works } from './calendar.ts'
import { dayNumber, dayOf, weekdayOf } from './day.ts'

/** What a team finished, and in which days it was looked for. */
export interface FinishHistory {
  /** The first and last day of the history, both counted, `YYYY-MM-DD`. Days on which nothing was finished count too. */
  from: string
  to: string
  /** The day of every item finished, in any order; days outside the history are left out. */
  finishedOn: readonly string[]
}

/** Seven days of a history, the last ending on its last day. */
export interface HistoryWeek {
  /** Items. */
  finished: number
  /** Working days, each weighted by its day of the week: 5 is an ordinary week of five. */
  effort: number
}

export interface WeeklyHistory {
  /** Oldest first; the oldest may be a part of a week. */
  weeks: HistoryWeek[]
  /** How much of an ordinary working day each day of the week is, Monday first; 1 on average over what was finished. */
  weekdays: number[]
  /** Items in all weeks. */
  finished: number
}

/** As if so many items had been seen on each day of the week in step with all others: keeps few items from making a rhythm. */
const STEADY = 5

/**
 * The history by weeks, counted back from its last day, with the rhythm of the days within a week.
 *
 * What was finished on a day off counts for the working day before it (or after, at the start): forecasts end on working days.
 *
 * @param longest The most weeks, the latest are kept.
 * @throws {RangeError} when a day is none or `from` comes after `to`.
 */
export function weeklyHistory(history: FinishHistory, works: Works, longest: number): WeeklyHistory {
  const to = dayNumber(history.to)
  if (dayNumber(history.from) > to) throw new RangeError(`from must not be after to, got ${history.from}`)
  const from = Math.max(dayNumber(history.from), to - 7 * longest + 1)
  const days = Array.from({ length: to - from + 1 }, (_, i) => ({ works: works(dayOf(from + i)), finished: 0 }))
  const open = days.flatMap((day, place) => (day.works ? [place] : []))
  for (const on of history.finishedOn) {
    const place = dayNumber(on) - from
    if (place < 0 || place >= days.length || open.length === 0) continue
    const day = days[open.findLast((each) => each <= place) ?? (open[0] as number)]
    if (day) day.finished += 1
  }
  const weekdays = rhythmOf(days, from)
  const weeks: HistoryWeek[] = []
  for (let end = days.length; end > 0; end -= 7) {
    const week = { finished: 0, effort: 0 }
    for (let place = Math.max(0, end - 7); place < end; place++) {
      const day = days[place]
      if (!day?.works) continue
      week.finished += day.finished
      week.effort += weekdays[weekdayOf(from + place) - 1] ?? 1
    }
    weeks.unshift(week)
  }
  return { weeks, weekdays, finished: days.reduce((sum, { finished }) => sum + finished, 0) }
}

function rhythmOf(days: readonly { works: boolean; finished: number }[], from: number): number[] {
  const seen = Array.from({ length: 7 }, () => ({ days: 0, finished: 0 }))
  for (const [place, day] of days.entries()) {
    const weekday = seen[weekdayOf(from + place) - 1]
    if (!day.works || !weekday) continue
    weekday.days += 1
    weekday.finished += day.finished
  }
  const all = seen.reduce((sum, weekday) => sum + weekday.days, 0)
  const mean = seen.reduce((sum, weekday) => sum + weekday.finished, 0) / Math.max(1, all)
  return seen.map((weekday) => (weekday.finished + STEADY) / (weekday.days * mean + STEADY))
}
