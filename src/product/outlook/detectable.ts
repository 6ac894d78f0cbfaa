import { planMeans } from '#lib/stats/planning/plan-means.ts'
import { planPilot } from '#lib/stats/planning/plan-pilot.ts'
import { planProportions } from '#lib/stats/planning/plan-proportions.ts'
import { planSeries } from '#lib/stats/planning/plan-series.ts'
import { planSwitchback } from '#lib/stats/planning/plan-switchback.ts'
import { powerOfEffect } from '#lib/stats/planning/power-of-effect.ts'
import { type Schedule, scheduleError } from '#lib/stats/planning/schedule-error.ts'
import { smallestPermutationP } from '#lib/stats/planning/smallest-permutation-p.ts'
import { solvePlan } from '#lib/stats/planning/solve-plan.ts'
import { type Design, mostPeriods, type Shortfall, shownPeriods, wantedPower } from './outlook.ts'
import { varianceOfChange } from './site-change.ts'
import type { Reading } from './site-history.ts'
import { type Wave, wavesError, wavesOf } from './waves-error.ts'

/** A trial that might be: which sites, what is known before, and how single units scatter. */
export interface Prospect extends Omit<Reading, 'season' | 'doubt'> {
  /** Sites that get the change where others do not. */
  treated: number
  carryOver: number
  better: 'higher' | 'lower'
  unitsPerPeriod: number | null
  /** Of one unit's value: a standard deviation, or a share of yes. Null: not known. */
  unit: { deviation: number } | { share: number } | null
  /** How a pilot is read: its change, as it is done, or its after adjusted for its before. */
  analysis?: 'change' | 'adjusted'
  /** How a roll-out in waves is read: by group-time effects, as it is done, or by the mixed model of a stepped wedge. */
  isWedge?: boolean
}

export type Detectable = { effect: number; shortfall: null } | { effect: null; shortfall: Shortfall }

/** Half of the sites, or as many as may get it, and never all. */
export function treatedOf(sites: number, treatable: number): number {
  return Math.max(1, Math.min(treatable, Math.floor(sites / 2)))
}

/**
 * The smallest effect that a design would find four times out of five after so many periods, in the metric's unit: by the
 * very test that reads it in the end.
 */
export function detectable(design: Design, periods: number, prospect: Prospect): Detectable {
  const known = answers.get(prospect) ?? new Map<string, Detectable>()
  answers.set(prospect, known)
  const key = `${design} ${periods}`
  const before = known.get(key)
  if (before) return before
  const answer = ask(design, periods, prospect)
  known.set(key, answer)
  return answer
}

/** What was asked of a prospect once: the picture, the looks and the remedies ask the same again. */
const answers = new WeakMap<Prospect, Map<string, Detectable>>()

function ask(design: Design, periods: number, prospect: Prospect): Detectable {
  switch (design) {
    case 'split':
      return ofSplit(periods, prospect)
    case 'pilot-randomised':
    case 'pilot-chosen':
      return ofPilot(periods, prospect)
    case 'staggered-randomised':
    case 'staggered-chosen':
      return ofWaves(periods, prospect, design === 'staggered-randomised')
    case 'switchback':
      return ofSwitchback(periods, prospect)
    case 'before-after':
      return ofSeries(periods, prospect)
    case 'word':
      return none('no-comparison')
  }
}

function none(shortfall: Shortfall): Detectable {
  return { effect: null, shortfall }
}

function found(effect: number | null, otherwise: Shortfall): Detectable {
  return effect === null ? none(otherwise) : { effect: Math.abs(effect), shortfall: null }
}

function ofSplit(periods: number, { unitsPerPeriod, unit, better }: Prospect): Detectable {
  if (unitsPerPeriod === null || unit === null) return none('unit-noise')
  const size = Math.floor((unitsPerPeriod * periods) / 2)
  if (size < 2) return none('too-short')
  if ('deviation' in unit) return found(planMeans({ standardDeviation: unit.deviation, size, power }).effect, 'floor')
  if (unit.share <= 0 || unit.share >= 1) return none('unit-noise')
  return found(planProportions({ share: unit.share, better, size, power }).effect, 'floor')
}

function ofPilot(
  periods: number,
  { shared, sites, treated, periods: before, analysis = 'change' }: Prospect,
): Detectable {
  if (shared === null) return none('noise')
  if (sites < 3 || treated >= sites) return none('no-comparison')
  if (before < 1) return none('too-short')
  // Asked first: below the floor the search for an effect would run to infinity and find none.
  if (!smallestPermutationP({ by: 'sites', treated, comparison: sites - treated }).canReject) return none('floor')
  const reach = pilotReach(treated, sites - treated, analysis)
  const ofSite = varianceOfChange(shared, before, periods, analysis)
  return found(reach === null ? null : reach * Math.sqrt(ofSite), 'floor')
}

const reaches = new Map<string, number | null>()

/**
 * The effect that so many sites see, in standard deviations of what one site contributes: whatever the noise and the periods,
 * it is the same, and with few sites it takes a simulation to find. So it is asked once, of the planner itself.
 */
function pilotReach(treated: number, comparison: number, analysis: 'change' | 'adjusted'): number | null {
  const key = `${treated} ${comparison} ${analysis}`
  const known = reaches.get(key)
  if (known !== undefined) return known
  // Levels far apart and one period each: then the adjusted reading is the change, and both have a variance of 2.
  const noise = { between: 1e12, within: 1, autocorrelation: 0 }
  const ratio = comparison / treated
  const { effect } = planPilot({ noise, before: 1, after: 1, size: treated, ratio, analysis, power })
  const reach = effect === null ? null : effect / Math.SQRT2
  if (reaches.size >= 1000) reaches.clear()
  reaches.set(key, reach)
  return reach
}

/** From this many sites on the effects are read by their own errors, below it by permuting the drawn order. */
const MANY_SITES = 20

function ofWaves(periods: number, prospect: Prospect, isDrawn: boolean): Detectable {
  const { shared, sites, isWedge = false } = prospect
  if (shared === null) return none('noise')
  const waves = wavesOf(sites, periods)
  if (waves.length < 2) return none(sites < 2 ? 'no-comparison' : 'too-short')
  const isPermuted = isDrawn && sites < MANY_SITES
  const order = { by: 'order', sizes: waves.map((wave) => wave.sites) } as const
  if (isPermuted && !smallestPermutationP(order).canReject) return none('floor')
  if (isWedge) return found(ofWedge(waves, periods, prospect), 'no-comparison')
  const error = wavesError(waves, periods, shared.autocorrelation, isPermuted ? 'simple' : 'group')
  const freedom = sites - waves.length
  if (error === null || freedom < 1) return none('no-comparison')
  const standardError = error * Math.sqrt(shared.within)
  // Permuting an order finds more than t with what is left of the sites, and less than a normal test; twice the sites gives the
  // power that simulation finds (`testing/found-share.ts`).
  return found(smallestBy(standardError, isPermuted ? 2 * sites : freedom), 'floor')
}

/** Older periods add next to nothing to a wedge, and much to the work. */
const wedgeBefore = 26

function ofWedge(waves: readonly Wave[], periods: number, { shared, sites, periods: all }: Prospect): number | null {
  const before = Math.min(all, wedgeBefore)
  if (shared === null || sites < 3) return null
  const schedule: Schedule = waves.flatMap(({ start, sites: count }) => {
    const row = Array.from({ length: before + periods }, (_, t): 0 | 1 => (t < before + start ? 0 : 1))
    return Array.from({ length: count }, () => row)
  })
  // Levels cancel within sites; sites that differ a million times more than their periods would only cost digits.
  const noise = { ...shared, between: Math.min(shared.between, 1e4 * shared.within) }
  const error = scheduleError(schedule, noise)
  return error === null ? null : smallestBy(error, sites - 2)
}

function ofSwitchback(periods: number, { alone, sites, carryOver }: Prospect): Detectable {
  if (alone === null) return none('noise')
  const blockLength = Math.max(1, 2 * carryOver)
  // Blocks come in pairs, one on and one off, so an odd one is of no use.
  const blocks = 2 * Math.floor(periods / blockLength / 2)
  if (blocks < 4) return none('too-short')
  const answer = planSwitchback({ noise: alone, blockLength, carryOver, sites, size: blocks, power })
  return answer.reason === 'p-floor' ? none('floor') : found(answer.effect, 'floor')
}

const LEAST_POINTS = 8

function ofSeries(periods: number, { series, periods: before }: Prospect): Detectable {
  if (series === null) return none('noise')
  if (Math.min(periods, before) < LEAST_POINTS) return none('too-few-points')
  const { standardDeviation, autocorrelation, season } = series
  const answer = planSeries({
    standardDeviation,
    autocorrelation,
    before,
    size: periods,
    power,
    ...(season && { season }),
  })
  return found(answer.effect, 'too-few-points')
}

const power = wantedPower

const inErrors = new Map<number, number | null>()

/** The effect that a t test finds: so many standard errors for so many degrees of freedom, asked once. */
function smallestBy(standardError: number, degreesOfFreedom: number): number | null {
  let reach = inErrors.get(degreesOfFreedom)
  if (reach === undefined) {
    const powerAt = (effect: number) => powerOfEffect(effect, 1, degreesOfFreedom)
    reach = solvePlan({ size: 1, power }, powerAt, { leastSize: 1, startEffect: 1 }).effect
    if (inErrors.size >= 1000) inErrors.clear()
    inErrors.set(degreesOfFreedom, reach)
  }
  return reach === null ? null : reach * standardError
}

/** Beyond the picture the search looks at every so many periods first. */
const stride = 13

/** The first number of periods from which the effect is seen, at most `mostPeriods`; null when it is not. */
export function tellsIn(design: Design, effect: number, prospect: Prospect): number | null {
  const sees = (periods: number) => {
    const seen = detectable(design, periods, prospect).effect
    return seen !== null && seen <= effect * (1 + 1e-9)
  }
  for (let periods = 1; periods <= shownPeriods; periods++) if (sees(periods)) return periods
  for (let high = shownPeriods + stride; high <= mostPeriods; high += stride) {
    if (!sees(high)) continue
    for (let periods = high - stride + 1; periods < high; periods++) if (sees(periods)) return periods
    return high
  }
  return null
}
