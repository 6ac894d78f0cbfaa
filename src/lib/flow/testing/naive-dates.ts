import type { Works } from '../calendar.ts'
import { dayNumber, dayOf } from '../day.ts'
import type { Uniform } from '../draws.ts'
import type { FinishHistory } from '../finish-history.ts'

/** What most tools do: days of the past drawn again one by one, and the 85th of 100 such futures. A control. */
export function dateByResampledDays(history: FinishHistory, items: number, works: Works, uniform: Uniform): string {
  const { counts, first } = countsOf(history, works)
  const ends: number[] = []
  for (let future = 0; future < 200; future++) {
    let [left, day] = [items, first - 1]
    while (left > 0 && day < first + 5_000) {
      day += 1
      if (works(dayOf(day))) left -= counts[Math.floor(uniform() * counts.length)] ?? 0
    }
    ends.push(day)
  }
  return dayOf(ends.sort((a, b) => a - b)[169] ?? first)
}

/** The mean pace, with no doubt about it. A control. */
export function dateByMean(history: FinishHistory, items: number, works: Works): string {
  const { counts, first } = countsOf(history, works)
  const pace = history.finishedOn.length / counts.length
  let [left, day] = [items, first - 1]
  while (left > 1e-9) {
    day += 1
    if (works(dayOf(day))) left -= pace
  }
  return dayOf(day)
}

function countsOf({ from, to, finishedOn }: FinishHistory, works: Works): { counts: number[]; first: number } {
  const byDay = new Map<string, number>()
  for (const on of finishedOn) byDay.set(on, (byDay.get(on) ?? 0) + 1)
  const counts: number[] = []
  for (let day = dayNumber(from); day <= dayNumber(to); day++)
    if (works(dayOf(day))) counts.push(byDay.get(dayOf(day)) ?? 0)
  return { counts, first: dayNumber(to) + 1 }
}
