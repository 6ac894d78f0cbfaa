import { lookSchedule, type PlannedLook } from '#lib/stats/looks/look-schedule.ts'
import type { Trial } from '#product/trial/trial.ts'
import type { PlanBody } from './plan-body.ts'
import type { TrialFigures } from './trial-figures.ts'

/** Looks of one plan: a split of a million people is looked at after every hundredth of them. */
const looksMost = 400
const looksOfUnits = 100

/** Where no schedule says how sure an interval must be, and nobody looks before the end. */
const usualConfidence = 0.95

/** The interval of a trial that was stopped before anything could be told: nothing is ruled out, and that is said. */
const nearlySure = 1 - 1e-6

/** How far a trial has come: periods with the change that have a figure, or units. */
export function elapsedOf(figures: Pick<TrialFigures, 'design'> & TrialFigures): number {
  if (figures.design === 'split') return figures.units.filter(({ value }) => value !== null).length
  const { sites, periods, since } = figures
  const isFilled = (at: number) => sites.some(({ values }) => (values[at] ?? null) !== null)
  return periods.filter((_, at) => at >= since && isFilled(at)).length
}

/**
 * The look that a trial has come to, and how sure its interval must be; null before the first, and where the plan does
 * not say how long it runs. A look past the planned end is the last one.
 */
export function lookAt({ runsFor, design }: Pick<PlanBody, 'runsFor' | 'design'>, elapsed: number): PlannedLook | null {
  if (runsFor === null) return null
  const looks = Math.min(runsFor, design === 'split' ? looksOfUnits : looksMost)
  const reached = Math.min(looks, Math.floor((elapsed / runsFor) * looks + 1e-9))
  return reached < 1 ? null : (scheduleOf(looks)[reached - 1] ?? null)
}

/**
 * How sure the interval of a trial's result is. Looked at once, at the planned end: 95 %. What was, or could have been,
 * stopped by what the looks showed is judged as those looks are: otherwise it would be stopped at its best moment.
 */
export function confidenceOfResult(
  { state, door }: Pick<Trial, 'state' | 'door'>,
  { runsFor, design, stops }: Pick<PlanBody, 'runsFor' | 'design' | 'stops'>,
  elapsed: number,
): number {
  if (door === 'look-back' || runsFor === null) return usualConfidence
  const isWhole = state !== 'stopped' && elapsed >= runsFor
  if (isWhole && !stops.success) return usualConfidence
  return lookAt({ runsFor, design }, elapsed)?.confidence ?? nearlySure
}

const schedules = new Map<number, PlannedLook[]>()
const schedulesMost = 100

/** A schedule takes up to three seconds to compute and never changes. */
function scheduleOf(looks: number): PlannedLook[] {
  const known = schedules.get(looks)
  if (known) return known
  const schedule = lookSchedule(looks)
  if (schedules.size >= schedulesMost) schedules.delete(schedules.keys().next().value ?? 0)
  schedules.set(looks, schedule)
  return schedule
}
