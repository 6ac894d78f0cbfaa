import { everyDay, type Works } from './calendar.ts'
import { daysUntil } from './count-days.ts'
import { dayNumber, dayOf } from './day.ts'
import type { Passage } from './passages-of.ts'

export interface StateTime {
  state: string
  /** Items that were ever in it. */
  items: number
  /** Of all items together, and of the item in the middle; an item that came back counts once with all its days. */
  days: number
  middle: number
  /** Of the days in all these states, in [0, 1]; 0 when there are none. */
  share: number
}

/**
 * Where the time goes: how many days items stood in each state. A day belongs to the state in which it ended, so a state passed
 * within one day has 0, and the days of an item add up.
 *
 * @param states Those to report, in that order.
 * @param on Today: what is still in a state counts up to and with it.
 * @throws {RangeError} when a day is none.
 */
export function timeInState(
  passages: readonly Passage[],
  states: readonly string[],
  on: string,
  { works = everyDay }: { works?: Works } = {},
): StateTime[] {
  const tomorrow = dayOf(dayNumber(on) + 1)
  const days = new Map(states.map((state) => [state, new Map<string, number>()]))
  for (const { item, stays } of passages)
    for (const { state, from, to } of stays) {
      const found = days.get(state)
      const end = to === null || to > tomorrow ? tomorrow : to
      if (found && from <= on) found.set(item, (found.get(item) ?? 0) + daysUntil(from, end, works))
    }
  const totals = states.map((state) => [...(days.get(state)?.values() ?? [])].sort((a, b) => a - b))
  const all = totals.flat().reduce((sum, each) => sum + each, 0)
  return states.map((state, i) => {
    const sorted = totals[i] ?? []
    const total = sorted.reduce((sum, each) => sum + each, 0)
    const middle = ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2
    return { state, items: sorted.length, days: total, middle, share: all === 0 ? 0 : total / all }
  })
}
