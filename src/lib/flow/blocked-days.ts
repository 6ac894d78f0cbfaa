import { everyDay, type Works } from './calendar.ts'
import { daysUntil } from './count-days.ts'
import { dayNumber, dayOf } from './day.ts'

/** Something keeps an item from going on. */
export interface Block {
  item: string
  /** The kind of obstacle, such as resistance or resources. */
  why: string
  from: string
  /** The day it was over, null while it lasts. */
  to: string | null
}

export interface BlockedDays {
  /** Days each item was blocked, most first; a day with two blocks counts once. */
  items: { item: string; days: number; isBlocked: boolean }[]
  /** Days lost to each kind, most first; a day with two kinds counts for both. */
  kinds: { why: string; days: number; items: number }[]
}

/**
 * How many days items stood still, and for what. The first day of a block counts and the day it was over does not.
 *
 * @param on Today: blocks that last count up to and with it; those that begin later are left out.
 * @throws {RangeError} when a day is none, or a block is over before it began.
 */
export function blockedDays(
  blocks: readonly Block[],
  on: string,
  { works = everyDay }: { works?: Works } = {},
): BlockedDays {
  const tomorrow = dayOf(dayNumber(on) + 1)
  for (const { from, to } of blocks)
    if (dayNumber(from) > dayNumber(to ?? from)) throw new RangeError(`a block from ${from} cannot be over on ${to}`)
  const begun = blocks
    .filter(({ from }) => from <= on)
    .map((block) => ({ ...block, end: block.to === null || block.to > tomorrow ? tomorrow : block.to }))
  const grouped = <Key extends 'item' | 'why'>(key: Key) => [...Map.groupBy(begun, (block) => block[key])]
  return {
    items: grouped('item')
      .map(([item, own]) => ({ item, days: daysCovered(own, works), isBlocked: own.some(({ end }) => end > on) }))
      .sort((a, b) => b.days - a.days),
    kinds: grouped('why')
      .map(([why, own]) => {
        const items = [...Map.groupBy(own, ({ item }) => item).values()]
        return { why, days: items.reduce((sum, each) => sum + daysCovered(each, works), 0), items: items.length }
      })
      .sort((a, b) => b.days - a.days),
  }
}

/** Days in at least one of the blocks. */
function daysCovered(blocks: readonly { from: string; end: string }[], works: Works): number {
  let [days, upTo] = [0, '']
  for (const { from, end } of [...blocks].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (end <= upTo) continue
    days += daysUntil(from, end, works) - (upTo === '' ? 0 : daysUntil(from, upTo, works))
    upTo = end
  }
  return days
}
