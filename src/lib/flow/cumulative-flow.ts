import { dayNumber, dayOf } from './day.ts'
import type { Passage } from './passages-of.ts'

export interface FlowDay {
  on: string
  /** Items in each state at the end of the day, in the order of the states asked for. */
  counts: number[]
}

/**
 * How many items stand in each state at the end of each day: the bands of a cumulative flow diagram, and with the active states
 * the work in progress. Nothing leaves a done state by itself, so its band grows.
 *
 * @param states In the order of the board; others are left out.
 * @param from First day; what came before it is counted where it stands.
 * @throws {RangeError} when a day is none or `from` is after `to`.
 */
export function cumulativeFlow(
  passages: readonly Passage[],
  states: readonly string[],
  from: string,
  to: string,
): FlowDay[] {
  const [first, last] = [dayNumber(from), dayNumber(to)]
  if (first > last) throw new RangeError(`from must not be after to, got ${from}`)
  const places = new Map(states.map((state, place) => [state, place]))
  // What changes on a day; one more for what leaves after the last.
  const changes = Array.from({ length: last - first + 2 }, () => states.map(() => 0))
  const change = (day: number, place: number, by: number) => {
    const counts = changes[Math.min(Math.max(day - first, 0), last - first + 1)]
    if (counts) counts[place] = (counts[place] ?? 0) + by
  }
  for (const { stays } of passages)
    for (const stay of stays) {
      const place = places.get(stay.state)
      if (place === undefined) continue
      change(dayNumber(stay.from), place, 1)
      if (stay.to !== null) change(dayNumber(stay.to), place, -1)
    }
  const counts = states.map(() => 0)
  return changes.slice(0, -1).map((day, i) => {
    for (const [place, by] of day.entries()) counts[place] = (counts[place] ?? 0) + by
    return { on: dayOf(first + i), counts: [...counts] }
  })
}
