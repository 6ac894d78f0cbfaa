import type { PlannedLook } from '#lib/stats/looks/look-schedule.ts'
import { LEAST_SITES_FOR_HARM } from '#lib/stats/pilot/effect-or-harm.ts'
import { FEW_SITES } from '#lib/stats/sites/few-sites.ts'
import type { Trial } from '#product/trial/trial.ts'
import type { PlanBody } from './plan-body.ts'
import { scheduleApart } from './schedule-apart.ts'
import type { TrialFigures } from './trial-figures.ts'

/** Looks of one plan: a split of a million people is looked at after every hundredth of them. */
const looksMost = 400
const looksOfUnits = 100

/** Where no schedule says how sure an interval must be, and nobody looks before the end. */
const usualConfidence = 0.95

/** The interval of a trial that was stopped before anything could be told: nothing is ruled out, and that is said. */
export const nearlySure = 1 - 1e-6

/**
 * How far a trial has come: periods with the change, or units. A period counts when more than half of the sites have its
 * figure: that the first of them is early makes no look, and that one is always late holds none up.
 */
export function elapsedOf(figures: Pick<TrialFigures, 'design'> & TrialFigures): number {
  if (figures.design === 'split') return figures.units.filter(({ value }) => value !== null).length
  const { periods, since } = figures
  const sites: readonly { values: readonly (number | null)[] }[] = figures.sites
  const filledAt = (at: number) => sites.filter(({ values }) => (values[at] ?? null) !== null).length
  return periods.filter((_, at) => at >= since && 2 * filledAt(at) > sites.length).length
}

/**
 * The look that a trial has come to, and how sure its interval must be; null before the first, and where the plan does
 * not say how long it runs. A look past the planned end is the last one.
 */
export async function lookAt(
  { runsFor, design }: Pick<PlanBody, 'runsFor' | 'design'>,
  elapsed: number,
): Promise<PlannedLook | null> {
  if (runsFor === null) return null
  const looks = looksIn({ runsFor, design })
  const reached = Math.min(looks, Math.floor((elapsed / runsFor) * looks + 1e-9))
  return reached < 1 ? null : ((await scheduleApart(looks))[reached - 1] ?? null)
}

function looksIn({ runsFor, design }: { runsFor: number; design: PlanBody['design'] }): number {
  return Math.min(runsFor, design === 'split' ? looksOfUnits : looksMost)
}

/** How a result, or a look, is judged. */
export interface Judged {
  /** Of the intervals. */
  confidence: number
  /** Where it could be stopped for harm before its end: the one-sided p-value at which it is. */
  harmLevel?: number
}

/**
 * How sure the interval of a trial's result is. Looked at once, at the planned end: 95 %. What was, or could have been,
 * stopped by what the looks showed is judged as those looks are: otherwise it would be stopped at its best moment.
 */
export async function judgedBy(
  { state, door }: Pick<Trial, 'state' | 'door'>,
  { runsFor, design, stops }: Pick<PlanBody, 'runsFor' | 'design' | 'stops'>,
  elapsed: number,
): Promise<Judged> {
  if (door === 'look-back' || runsFor === null) return { confidence: usualConfidence }
  const isWhole = state !== 'stopped' && elapsed >= runsFor
  if (isWhole && !stops.success) return { confidence: usualConfidence }
  const look = await lookAt({ runsFor, design }, elapsed)
  return look === null ? { confidence: nearlySure } : judgedAt(look)
}

/** How the figures are judged at a look. */
export function judgedAt({ confidence, harmLevel }: PlannedLook): Judged {
  return { confidence: confidence ?? nearlySure, harmLevel }
}

/** From which look on a trial can be stopped, by how many sites it has; null: not before its end. */
export interface StopsFrom {
  harm: number | null
  success: number | null
}

/**
 * From which period on a pilot can be stopped early, whatever it shows: permutations of few sites have a smallest p-value,
 * and two sites in a group do not tell how much such sites differ. Null for designs without such a limit, and without a
 * length.
 */
export async function stopsFrom(body: PlanBody): Promise<StopsFrom | null> {
  const { design, runsFor } = body
  if (design !== 'pilot' || runsFor === null || body.method !== null) return null
  const treated = body.sites.filter((site) => site.treated).length
  const schedule = await scheduleApart(looksIn({ runsFor, design }))
  const periodOf = (found: PlannedLook | undefined) => (found ? Math.ceil(found.fraction * runsFor - 1e-9) : null)
  const least = smallestP(treated, body.sites.length - treated)
  const before = schedule.slice(0, -1)
  return {
    harm: Math.min(treated, body.sites.length - treated) < LEAST_SITES_FOR_HARM ? null : periodOf(schedule[0]),
    success: periodOf(before.find(({ confidence }) => confidence !== null && 1 - confidence >= least)),
  }
}

/** What the permutation of so many sites can show at best; 0 where there is no such limit. */
function smallestP(treated: number, comparison: number): number {
  const count = treated + comparison
  if (count >= FEW_SITES) return 0
  let ways = 1
  for (let at = 1; at <= treated; at++) ways = (ways * (count - treated + at)) / at
  return (treated === comparison ? 2 : 1) / ways
}
