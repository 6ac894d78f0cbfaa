import { everyDay } from './calendar.ts'
import { daysThrough } from './count-days.ts'
import { type CycleOptions, cycleTimes, finishedDays } from './cycle-times.ts'
import type { Passage } from './passages-of.ts'

export interface AgeingItem {
  item: string
  state: string
  /** Days since the start, today counted. */
  age: number
  /** Days in the state in which it is, today counted. */
  inState: number
  /** Share of the finished items that took fewer days than this one has by now, in [0, 1]; null when nothing was finished. */
  olderThan: number | null
  /** The largest of the shares whose percentile the age is above: 0.85 when it took longer than 85 % of what was finished. */
  passed: number | null
}

/**
 * Every item in progress beside the items that were finished, oldest first: which ones to look at today.
 *
 * @param on Today, `YYYY-MM-DD`. Items started later are left out.
 * @param options Which finished items to compare with, and how days are counted.
 * @throws {RangeError} as `cycleTimes`.
 */
export function ageing(passages: readonly Passage[], on: string, options: CycleOptions = {}): AgeingItem[] {
  const { works = everyDay } = options
  const { percentiles } = cycleTimes(passages, options)
  const finished = finishedDays(passages, options)
  return passages
    .flatMap(({ item, startedOn, finishedOn, droppedOn, stays }) => {
      const stay = stays.at(-1)
      if (startedOn === null || startedOn > on || finishedOn !== null || droppedOn !== null || !stay) return []
      const age = daysThrough(startedOn, on, works)
      const shorter = finished.findIndex((days) => days >= age)
      const passed = percentiles.filter(({ days }) => age > days).map(({ share }) => share)
      return [
        {
          item,
          state: stay.state,
          age,
          inState: daysThrough(stay.from, on, works),
          olderThan: finished.length === 0 ? null : (shorter === -1 ? finished.length : shorter) / finished.length,
          passed: passed.length === 0 ? null : Math.max(...passed),
        },
      ]
    })
    .sort((a, b) => b.age - a.age)
}
