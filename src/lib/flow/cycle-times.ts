import { everyDay, type Works } from './calendar.ts'
import { daysThrough } from './count-days.ts'
import { dayNumber } from './day.ts'
import { orderInterval, requireShares } from './order-interval.ts'
import type { Passage } from './passages-of.ts'

export interface DurationPercentile {
  /** As it was asked for, in (0, 1). */
  share: number
  /** That share of the items took so many days or fewer; whole. */
  days: number
  /** The interval of the percentile; null on a side about which so few items say nothing. */
  low: number | null
  high: number | null
}

export interface CycleTimes {
  /** Items finished between the days. */
  finished: number
  /** In the order of the shares; empty with a reason. */
  percentiles: DurationPercentile[]
  reason: 'nothing-finished' | null
}

export interface CycleOptions {
  /** Counts working days only; default every day. */
  works?: Works
  /** Only items finished on these days or between, `YYYY-MM-DD`; default all. */
  from?: string
  to?: string
  /** Default 0.5, 0.85 and 0.95. */
  shares?: readonly number[]
  /** Of each interval, in (0, 1), default 0.95. */
  confidence?: number
}

/**
 * How many days finished items took from start to finish, both days counted.
 *
 * Only what is finished: where many old items are still open, these times are too short, and `lastingTimes` is the honest
 * figure. The intervals take the items as independent; items stuck together for one cause make them too narrow.
 *
 * @throws {RangeError} when a share or the confidence is outside (0, 1), or a day is none.
 */
export function cycleTimes(passages: readonly Passage[], options: CycleOptions = {}): CycleTimes {
  const { shares = [0.5, 0.85, 0.95], confidence = 0.95 } = options
  requireShares(shares, confidence)
  const sorted = finishedDays(passages, options)
  if (sorted.length === 0) return { finished: 0, percentiles: [], reason: 'nothing-finished' }
  const percentiles = shares.map((share) => {
    const { low, high } = orderInterval(sorted.length, share, confidence)
    return {
      share,
      days: sorted[placeOf(share, sorted.length)] as number,
      low: low === null ? null : (sorted[low - 1] as number),
      high: high === null ? null : (sorted[high - 1] as number),
    }
  })
  return { finished: sorted.length, percentiles, reason: null }
}

/** Days of every item finished between the days, shortest first. */
export function finishedDays(passages: readonly Passage[], { works = everyDay, from, to }: CycleOptions): number[] {
  for (const on of [from, to]) if (on !== undefined) dayNumber(on)
  return passages
    .flatMap(({ startedOn, finishedOn }) =>
      startedOn !== null && finishedOn !== null && (!from || finishedOn >= from) && (!to || finishedOn <= to)
        ? [daysThrough(startedOn, finishedOn, works)]
        : [],
    )
    .sort((a, b) => a - b)
}

/** Of the smallest value with at least that share at or below it; a share that is reached but for rounding is reached. */
function placeOf(share: number, count: number): number {
  return Math.max(0, Math.ceil(share * count * (1 - 1e-12)) - 1)
}
