import type { Works } from './calendar.ts'
import { dayNumber, dayOf } from './day.ts'
import type { Uniform } from './draws.ts'
import { type FinishHistory, weeklyHistory } from './finish-history.ts'
import { type ForecastDoubt, type ForecastRefusal, readForecast, type WeeklyPace } from './forecast-basis.ts'
import { futuresAfter } from './simulate-futures.ts'

export interface ForecastOptions {
  works: Works
  /** A seeded generator: the same draws give the same dates. */
  uniform: Uniform
  /** How sure to be, each in (0, 1); default 0.5, 0.85 and 0.95. */
  shares?: readonly number[]
  /** The most weeks of history that are used, the latest ones; whole, default 52. */
  weeks?: number
  /** Futures simulated; whole, default 4,000 (an 85 % date is then an 84 to 86 % date). */
  futures?: number
  /** Days after the history at which a future ends; whole, default 1,826 (five years). */
  horizon?: number
}

export interface FinishForecast {
  /** As the shares were given; `on` is null where the day lies beyond the horizon, or with a reason. */
  dates: { share: number; on: string | null }[]
  /** The pace it rests on; null with a reason. */
  pace: WeeklyPace | null
  doubts: ForecastDoubt[]
  reason: ForecastRefusal | null
}

/**
 * By which day so many items will be done, with 50, 85 and 95 % certainty, from what the team finished so far.
 *
 * For one item in a queue give its place: the third is done when three are. For n items give n. Every future takes a pace, a
 * burstiness and a wander that the history allows (`pacePosterior`), so a short or changing history gives later dates, and is
 * finished only on working days.
 *
 * Not when the work ahead is unlike the work behind (other size, other people), not for a queue that is overtaken, and not by
 * the date alone: work that is added later comes on top. Items that vary in size are no problem; sizes that grow are.
 *
 * @param items Still to be finished, whole, at least 1.
 * @throws {RangeError} when an option is out of range, a day is none, or `from` is after `to`.
 * @see Vacanti (2015), Actionable Agile Metrics for Predictability (the question); `pacePosterior` (the method).
 */
export function forecastFinish(history: FinishHistory, items: number, options: ForecastOptions): FinishForecast {
  const { works, uniform, shares, futures, horizon, weeks } = readOptions(options)
  if (!(Number.isSafeInteger(items) && items >= 1)) throw new RangeError(`items must be whole and >= 1, got ${items}`)
  const weekly = weeklyHistory(history, works, weeks)
  const first = dayNumber(history.to) + 1
  const nothing = shares.map((share) => ({ share, on: null }))
  const refusal = refusalOf(weekly.finished, works, first, horizon)
  if (refusal) return { dates: nothing, pace: null, doubts: [], reason: refusal }

  const { paces, next } = futuresAfter(weekly, history.to, works, uniform)
  const days: number[] = []
  for (let future = 0; future < futures; future++) {
    const { nextWeek } = next()
    days.push(dayReached(nextWeek, items, horizon))
  }
  days.sort((a, b) => a - b)
  return {
    dates: shares.map((share) => {
      const day = days[Math.ceil(share * futures) - 1] as number
      return { share, on: day < horizon ? dayOf(first + day) : null }
    }),
    ...readForecast(weekly, paces),
    reason: null,
  }
}

/** Days after the first, from 0; Infinity when the horizon comes first. */
function dayReached(nextWeek: () => readonly number[], items: number, horizon: number): number {
  let left = items
  for (let start = 0; start < horizon; start += 7)
    for (const [day, finished] of nextWeek().entries()) {
      left -= finished
      if (left <= 0) return start + day
    }
  return Number.POSITIVE_INFINITY
}

/** @throws {RangeError} */
export function readOptions(options: ForecastOptions): Required<ForecastOptions> {
  const { works, uniform, shares = [0.5, 0.85, 0.95], weeks = 52, futures = 4_000, horizon = 1_826 } = options
  for (const share of shares)
    if (!(share > 0 && share < 1)) throw new RangeError(`a share must be in (0, 1), got ${share}`)
  for (const [name, value] of Object.entries({ weeks, futures, horizon }))
    if (!(Number.isSafeInteger(value) && value >= 1))
      throw new RangeError(`${name} must be whole and >= 1, got ${value}`)
  return { works, uniform, shares, weeks, futures, horizon }
}

export function refusalOf(finished: number, works: Works, first: number, horizon: number): ForecastRefusal | null {
  if (finished === 0) return 'nothing-finished'
  for (let day = 0; day < Math.min(horizon, 366); day++) if (works(dayOf(first + day))) return null
  return 'no-working-day'
}
