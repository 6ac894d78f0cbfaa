import { workingWeek } from '../calendar.ts'
import { dayNumber, dayOf, weekdayOf } from '../day.ts'
import { drawGamma, drawNormal, drawPoisson, type Uniform } from '../draws.ts'
import type { FinishHistory } from '../finish-history.ts'

/** Teams whose truth is known, none of which is the model of the forecast but the first. */
export const teamKinds = [
  'poisson',
  'bursty days',
  'bursty weeks',
  'clumps',
  'weekly rhythm',
  'helpers come and go',
  'wandering',
  'one a fortnight',
  'short and small',
] as const
export type TeamKind = (typeof teamKinds)[number]

export const works = workingWeek()
const START = dayNumber('2024-01-01')
/** No team is waited for longer. */
const FAR = 9_000

/** Items finished on a day; asked for every day in order. A day off gives none. */
type Team = (day: number) => number

const usualPerWeek: Record<TeamKind, number> = {
  poisson: 10,
  'bursty days': 7.5,
  'bursty weeks': 6,
  clumps: 4.2,
  'weekly rhythm': 6,
  'helpers come and go': 6,
  wandering: 7.5,
  'one a fortnight': 0.5,
  'short and small': 2.5,
}

function teamOf(kind: TeamKind, uniform: Uniform): Team {
  switch (kind) {
    case 'poisson':
      return () => drawPoisson(2, uniform)
    case 'bursty days':
      // Negative binomial, mean 1.5, variance five times as large.
      return () => drawPoisson(drawGamma(1.5 / 4, uniform) * 4, uniform)
    case 'bursty weeks': {
      // Good weeks follow good weeks: correlation 0.6, and one week in six at twice the usual pace.
      let mood = drawNormal(uniform)
      return (day) => {
        if (weekdayOf(day) === 1) mood = 0.6 * mood + 0.8 * drawNormal(uniform)
        return drawPoisson(1.2 * Math.exp(0.7 * mood - 0.245), uniform)
      }
    }
    case 'clumps':
      // Nothing for days, then seven at once.
      return () => (uniform() < 0.12 ? 1 + drawPoisson(6, uniform) : 0)
    case 'weekly rhythm':
      return (day) => drawPoisson([0, 0.3, 0.5, 1.2, 4][weekdayOf(day) - 1] ?? 0, uniform)
    case 'helpers come and go': {
      let helpers = 4
      return (day) => {
        if (weekdayOf(day) === 1) {
          if (uniform() < 0.12) helpers += 1
          if (uniform() < (0.08 * (helpers - 1)) / 3) helpers -= 1
        }
        return drawPoisson(0.3 * helpers, uniform)
      }
    }
    case 'wandering': {
      let logPace = 0
      return (day) => {
        if (weekdayOf(day) === 1) logPace += 0.1 * drawNormal(uniform)
        return drawPoisson(1.5 * Math.exp(logPace), uniform)
      }
    }
    case 'one a fortnight':
      return () => drawPoisson(0.1, uniform)
    case 'short and small':
      return () => drawPoisson(0.5, uniform)
  }
}

export interface SimulatedTeam {
  history: FinishHistory
  /** The number of the first day after the history. */
  today: number
  /** The day on which so many more are finished, `YYYY-MM-DD`. Goes on from where it was asked last: ask once. */
  doneOn(items: number): string
  /** Items finished after the history, up to and with that day. Ask once. */
  finishedBy(on: string): number
}

/** A team's past of so many weeks, ending on any day of the week, and its true future. */
export function teamHistory(kind: TeamKind, weeks: number, uniform: Uniform): SimulatedTeam {
  const team = teamOf(kind, uniform)
  const begin = START + Math.floor(7 * uniform())
  const today = begin + 7 * weeks
  // A day off is asked too, and given away: so the mood of a week changes on every Monday.
  const finishedIn = (day: number) => (works(dayOf(day)) ? team(day) : 0)
  const finishedOn: string[] = []
  for (let day = begin; day < today; day++)
    for (let count = finishedIn(day); count > 0; count--) finishedOn.push(dayOf(day))
  return {
    history: { from: dayOf(begin), to: dayOf(today - 1), finishedOn },
    today,
    doneOn(items) {
      let left = items
      for (let day = today; day < today + FAR; day++) {
        left -= finishedIn(day)
        if (left <= 0) return dayOf(day)
      }
      return dayOf(today + FAR)
    },
    finishedBy(on) {
      let count = 0
      for (let day = today; day <= dayNumber(on); day++) count += finishedIn(day)
      return count
    },
  }
}
teamHistory.usualPerWeek = usualPerWeek
