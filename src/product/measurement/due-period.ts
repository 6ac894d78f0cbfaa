import type { Every } from '#product/metric/metric.ts'
import type { Point } from './measurement.ts'
import { firstDayOf, lastOverOn, periodsBetween } from './period.ts'

/** Periods to choose from while entering: further back a table is quicker. */
const offered = 14

/** The periods that a figure can be entered for, latest first: the running one too. */
export function offeredPeriods(today: string, every: Every): string[] {
  return periodsBetween('1900-01-01', firstDayOf(today, every), every, offered).reverse()
}

/**
 * The period that a figure is wanted for now: the latest that is over and has none, back to the first figure there is.
 * A day may be entered before it is over. When nothing is missing, the running period.
 */
export function duePeriod(points: readonly Pick<Point, 'on'>[], today: string, every: Every): string {
  const running = firstDayOf(today, every)
  const there = new Set(points.map(({ on }) => on))
  const latest = every === 'day' ? running : lastOverOn(today, every)
  const first = points[0]?.on ?? latest
  const wanted = offeredPeriods(today, every).filter((on) => on <= latest && on >= first)
  return wanted.find((on) => !there.has(on)) ?? running
}
