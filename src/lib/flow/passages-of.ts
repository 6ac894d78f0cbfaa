import { dayNumber } from './day.ts'

/** An item came into a state. What order moves of one item on one day have is the order in which they are given. */
export interface Move {
  item: string
  state: string
  /** `YYYY-MM-DD`, the day in the calendar of the people who work: the caller cuts instants into days. */
  on: string
}

/** What the states mean. A state that is named nowhere is one in which an item waits to be started. */
export interface Workflow {
  /** Work has begun: the clock runs. */
  active: readonly string[]
  /** Finished: the clock stands. */
  done: readonly string[]
  /** Given up: neither open nor finished. */
  dropped?: readonly string[]
}

export interface Stay {
  state: string
  from: string
  /** The day it moved on, null while it is there. */
  to: string | null
}

/** An item's way through the states. */
export interface Passage {
  item: string
  arrivedOn: string
  /** First came into an active state (or straight into a done one); null while it waits. */
  startedOn: string | null
  /** Came into the done state (or states) in which it is now; null while open: an item that was opened again is open. */
  finishedOn: string | null
  /** Came into the dropped state in which it is now. */
  droppedOn: string | null
  stays: Stay[]
}

/**
 * Each item's way through the states, from the moves of all items; in the order in which the items first came.
 *
 * @param moves In any order of days; a move into the state in which an item is already is none.
 * @throws {RangeError} when a day is none, or a state has two meanings.
 */
export function passagesOf(moves: readonly Move[], { active, done, dropped = [] }: Workflow): Passage[] {
  const meant = [...active, ...done, ...dropped]
  if (new Set(meant).size < meant.length) throw new RangeError('a state must be one of active, done and dropped')
  const [isActive, isDone, isDropped] = [new Set(active), new Set(done), new Set(dropped)]
  for (const { on } of moves) dayNumber(on)
  const passages = new Map<string, Passage>()
  for (const { item, state, on } of [...moves].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) {
    const found = passages.get(item)
    const passage = found ?? { item, arrivedOn: on, startedOn: null, finishedOn: null, droppedOn: null, stays: [] }
    if (!found) passages.set(item, passage)
    const last = passage.stays.at(-1)
    if (last?.state === state) continue
    if (last) last.to = on
    passage.stays.push({ state, from: on, to: null })
    if (isActive.has(state) || isDone.has(state)) passage.startedOn ??= on
    passage.finishedOn = isDone.has(state) ? (passage.finishedOn ?? on) : null
    passage.droppedOn = isDropped.has(state) ? (passage.droppedOn ?? on) : null
  }
  return [...passages.values()]
}
