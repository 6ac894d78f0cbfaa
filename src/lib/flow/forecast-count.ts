import { dayNumber } from './day.ts'
import { type FinishHistory, weeklyHistory } from './finish-history.ts'
import { type ForecastDoubt, type ForecastRefusal, readForecast, type WeeklyPace } from './forecast-basis.ts'
import { type ForecastOptions, readOptions, refusalOf } from './forecast-finish.ts'
import { futuresAfter } from './simulate-futures.ts'

export interface CountForecast {
  /** As the shares were given: with that certainty at least `count` more are finished. Null with a reason. */
  counts: { share: number; count: number | null }[]
  /** How likely it is that `items` are finished by then, in [0, 1]; null when not asked for, or with a reason. */
  chance: number | null
  pace: WeeklyPace | null
  doubts: ForecastDoubt[]
  reason: ForecastRefusal | null
}

/**
 * How many more items will be done by the end of a day, with 50, 85 and 95 % certainty, from what the team finished so far.
 *
 * The surer, the fewer. Method, and when not to use it: `forecastFinish`, whose dates say the same the other way round.
 *
 * @param by A day after the history, within the horizon (`options.horizon`).
 * @param options.items Asks how likely so many are; whole, at least 1.
 * @throws {RangeError} when an option is out of range, a day is none, or `by` is not after the history and within the horizon.
 */
export function forecastCount(
  history: FinishHistory,
  by: string,
  options: ForecastOptions & { items?: number },
): CountForecast {
  const { works, uniform, shares, futures, horizon, weeks } = readOptions(options)
  const { items } = options
  if (items !== undefined && !(Number.isSafeInteger(items) && items >= 1))
    throw new RangeError(`items must be whole and >= 1, got ${items}`)
  const weekly = weeklyHistory(history, works, weeks)
  const first = dayNumber(history.to) + 1
  const length = dayNumber(by) - first + 1
  if (length < 1 || length > horizon) throw new RangeError(`by must be 1..${horizon} days after the history, got ${by}`)
  const refusal = refusalOf(weekly.finished, works, first, horizon)
  if (refusal)
    return {
      counts: shares.map((share) => ({ share, count: null })),
      chance: null,
      pace: null,
      doubts: [],
      reason: refusal,
    }

  const { paces, next } = futuresAfter(weekly, history.to, works, uniform)
  const counts: number[] = []
  for (let future = 0; future < futures; future++) {
    const { nextWeek } = next()
    let count = 0
    for (let start = 0; start < length; start += 7)
      for (const finished of nextWeek().slice(0, length - start)) count += finished
    counts.push(count)
  }
  counts.sort((a, b) => b - a)
  return {
    counts: shares.map((share) => ({ share, count: counts[Math.ceil(share * futures) - 1] as number })),
    chance: items === undefined ? null : counts.filter((count) => count >= items).length / futures,
    ...readForecast(weekly, paces),
    reason: null,
  }
}
