import { dayNumber, dayOf } from './day.ts'
import type { Passage } from './passages-of.ts'

export interface LittlesLaw {
  /** Items in progress at the end of a day, on average over the days. */
  inProgress: number
  /** Items finished a day, on average. */
  finishedPerDay: number
  /** From start to finish, of the items finished in these days, on average; 0 is within a day. Null when nothing was finished. */
  cycleDays: number | null
  /** What the law says that should be: in progress / finished a day. Null when nothing was finished. */
  expectedDays: number | null
  /**
   * `holds`: the three agree, and may be used together. `growing`, `shrinking`: more was started than finished, or the other way
   * round, by a fifth of what was finished and at least two items. `ageing`: finished items were younger than the flow explains:
   * others are left lying. `catching-up`: they were older: what had lain long was finished.
   */
  verdict: 'holds' | 'growing' | 'shrinking' | 'ageing' | 'catching-up' | 'nothing-finished'
}

const APART = 0.2

/**
 * Whether work in progress, throughput and cycle time of a stretch of days go together (Little's law). Where they do, fewer items
 * at once means shorter times; where not, says which assumption is broken. Calendar days, all of them.
 *
 * Not for stretches shorter than the cycle times: items begun before it and finished after it make any law fail.
 *
 * @throws {RangeError} when a day is none or `from` is after `to`.
 * @see Little (1961), Operations Research 9, 383-387; Little (2011), Operations Research 59, 536-549 (finite stretches).
 */
export function littlesLaw(passages: readonly Passage[], from: string, to: string): LittlesLaw {
  const [first, last] = [dayNumber(from), dayNumber(to)]
  if (first > last) throw new RangeError(`from must not be after to, got ${from}`)
  const days = last - first + 1
  let [itemDays, before, after, finished, cycle] = [0, 0, 0, 0, 0]
  for (const { startedOn, finishedOn, droppedOn } of passages) {
    if (startedOn === null) continue
    const begin = dayNumber(startedOn)
    const over = finishedOn ?? droppedOn
    const end = over === null ? Number.POSITIVE_INFINITY : dayNumber(over)
    // In progress at the end of a day: begun by then, and not yet over.
    itemDays += Math.max(0, Math.min(end - 1, last) - Math.max(begin, first) + 1)
    if (begin < first && end >= first) before += 1
    if (begin <= last && end > last) after += 1
    if (finishedOn === null || finishedOn < dayOf(first) || finishedOn > dayOf(last)) continue
    finished += 1
    cycle += end - begin
  }
  const basis = { inProgress: itemDays / days, finishedPerDay: finished / days }
  if (finished === 0) return { ...basis, cycleDays: null, expectedDays: null, verdict: 'nothing-finished' }
  const [cycleDays, expectedDays] = [cycle / finished, itemDays / finished]
  return { ...basis, cycleDays, expectedDays, verdict: verdictOf(after - before, finished, cycleDays, expectedDays) }
}

function verdictOf(grown: number, finished: number, cycleDays: number, expectedDays: number): LittlesLaw['verdict'] {
  if (Math.abs(grown) > Math.max(1, APART * finished)) return grown > 0 ? 'growing' : 'shrinking'
  if (Math.abs(cycleDays - expectedDays) <= APART * Math.max(expectedDays, 1)) return 'holds'
  return cycleDays < expectedDays ? 'ageing' : 'catching-up'
}
