import type { WeeklyHistory } from './finish-history.ts'
import type { Pace } from './pace-posterior.ts'

/** `nothing-finished`: no item in the history, so nobody can say. `no-working-day`: none in the year ahead. */
export type ForecastRefusal = 'nothing-finished' | 'no-working-day'

/**
 * Why the dates lie far apart. `short-history`: under 8 weeks. `few-finished`: under 10 items. `bursty`: a week's count varies more than
 * twice as much as chance would have it. `wandering`: the pace changes by itself, by more than a tenth a week.
 */
export type ForecastDoubt = 'short-history' | 'few-finished' | 'bursty' | 'wandering'

/** Items finished in an ordinary week now: one in twenty that it is less than `low`, one in twenty that it is more than `high`. */
export interface WeeklyPace {
  low: number
  middle: number
  high: number
}

/** What a forecast rests on, for people to judge it. */
export function readForecast(
  { weeks, finished }: WeeklyHistory,
  paces: readonly Pace[],
): { pace: WeeklyPace; doubts: ForecastDoubt[] } {
  const fullest = Math.max(...weeks.map(({ effort }) => effort))
  const rates = new Map<number, number>()
  let [dispersion, drift] = [0, 0]
  for (const pace of paces) {
    rates.set(pace.logRate, (rates.get(pace.logRate) ?? 0) + pace.probability)
    dispersion += pace.probability * Math.log(pace.dispersion)
    drift += pace.probability * pace.drift
  }
  const sorted = [...rates].sort(([a], [b]) => a - b)
  const paceAt = (share: number): number => {
    let below = 0
    for (const [logRate, probability] of sorted) {
      below += probability
      if (below >= share) return Math.exp(logRate) * fullest
    }
    return Math.exp(sorted.at(-1)?.[0] ?? 0) * fullest
  }
  const doubts: ForecastDoubt[] = []
  if (weeks.length < 8) doubts.push('short-history')
  if (finished < 10) doubts.push('few-finished')
  if (Math.exp(dispersion) > 2) doubts.push('bursty')
  if (drift > 0.1) doubts.push('wandering')
  return { pace: { low: paceAt(0.05), middle: paceAt(0.5), high: paceAt(0.95) }, doubts }
}
