import type { Works } from './calendar.ts'
import { dayNumber, dayOf, weekdayOf } from './day.ts'
import { drawGamma, drawNormal, drawPoisson, type Uniform } from './draws.ts'
import type { WeeklyHistory } from './finish-history.ts'
import { type Pace, pacePosterior, RATE_STEP } from './pace-posterior.ts'

/** One way in which the future may go: how many items are finished, day by day. */
export interface Future {
  /** Goes on to the next seven days. @returns items finished on each of them; the first begins the day after the history. */
  nextWeek(): readonly number[]
}

/** Keeps a wandering rate within reason: nobody works at a hundred times the pace. */
const FARTHEST = 4.5

/**
 * As many futures as are asked for, one after another, from the paces that explain the history.
 *
 * @param to The last day of the history.
 * @returns also how likely each pace is.
 */
export function futuresAfter(
  history: WeeklyHistory,
  to: string,
  works: Works,
  uniform: Uniform,
): { paces: Pace[]; next: () => Future } {
  const paces = pacePosterior(history.weeks)
  const upTo: number[] = []
  let sum = 0
  for (const { probability } of paces) {
    sum += probability
    upTo.push(sum)
  }
  const first = dayNumber(to) + 1
  const efforts: number[][] = []
  const effortsOf = (week: number): number[] => {
    for (let w = efforts.length; w <= week; w++) efforts.push(effortsIn(first + 7 * w))
    return efforts[week] as number[]
  }

  function effortsIn(start: number): number[] {
    return Array.from({ length: 7 }, (_, i) =>
      works(dayOf(start + i)) ? (history.weekdays[weekdayOf(start + i) - 1] ?? 1) : 0,
    )
  }

  function next(): Future {
    const pace = paces[placeOf(uniform() * sum, upTo)] as Pace
    const from = pace.logRate + RATE_STEP * (uniform() - 0.5)
    let [logRate, week] = [from, 0]
    return {
      nextWeek() {
        if (pace.drift > 0) logRate = within(logRate + pace.drift * drawNormal(uniform), from)
        const days = effortsOf(week)
        week += 1
        return drawWeek(days, logRate, pace.dispersion, uniform)
      },
    }
  }
  return { paces, next }
}

function within(logRate: number, from: number): number {
  return Math.min(from + FARTHEST, Math.max(from - FARTHEST, logRate))
}

/** The items of a week, spread over its days as the days of a week usually go. */
function drawWeek(efforts: readonly number[], logRate: number, dispersion: number, uniform: Uniform): number[] {
  const finished = efforts.map(() => 0)
  const effort = efforts.reduce((sum, each) => sum + each, 0)
  if (effort === 0) return finished
  const mean = effort * Math.exp(logRate)
  const burst = dispersion === 1 ? mean : drawGamma(mean / (dispersion - 1), uniform) * (dispersion - 1)
  const upTo: number[] = []
  let sum = 0
  for (const each of efforts) {
    sum += each
    upTo.push(sum)
  }
  for (let count = drawPoisson(burst, uniform); count > 0; count--) {
    const day = placeOf(uniform() * sum, upTo)
    finished[day] = (finished[day] ?? 0) + 1
  }
  return finished
}

/** The first place whose sum is above the value. */
function placeOf(value: number, upTo: readonly number[]): number {
  let [from, to] = [0, upTo.length - 1]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((upTo[middle] as number) > value) to = middle
    else from = middle + 1
  }
  return from
}
