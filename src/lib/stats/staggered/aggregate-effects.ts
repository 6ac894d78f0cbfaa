import { countOf, poolOf } from './comparison-pool.ts'
import { type EffectEstimate, estimatesFrom, type Influence } from './effect-estimate.ts'
import type { GroupTimeEffect, GroupTimeEffects } from './group-time-effects.ts'
import { satterthwaite } from './satterthwaite.ts'
import { type BandOptions, simultaneousCritical } from './simultaneous-critical.ts'

/**
 * `simple`: one number, every treated cohort-period by its cohort's size. `group`: a cohort's mean over its treated
 * periods. `calendar`: a period's mean over the cohorts treated by then. `event`: by periods since the start, 0 the first.
 */
export type Aggregation = 'simple' | 'group' | 'calendar' | 'event'

export interface AggregatedPart extends EffectEstimate {
  /** The cohort's first treated period, the period, or periods since the start (below 0: before it). */
  at: number
  /** How many effects it averages. */
  effects: number
}

export interface AggregatedEffects {
  kind: Aggregation
  /** Null when no treated effect could be compared with anybody. `event`: the mean of the parts from 0 on. */
  overall: EffectEstimate | null
  /** Ascending; empty for `simple`. */
  parts: AggregatedPart[]
  /** Of the parts' estimates, in the unit of the values squared; null where a part has no standard error. */
  covariance: number[][] | null
  /** How many standard errors the parts' bands reach in large samples; null when not asked for. */
  critical: number | null
}

interface Part extends Influence {
  at: number
  terms: { weight: number; effect: GroupTimeEffect }[]
}

/**
 * The effects of a roll-out in waves, put together: to one number, by cohort, by period, or by time since the start.
 *
 * Cohorts count by their number of units; that these shares are estimated is part of the error. In `event`, late parts
 * rest on early cohorts alone, so a slope across parts may be a change of cohorts and not a growing effect. Read
 * `group` for the number that does not depend on how long each cohort was watched.
 *
 * @param bands Asks for bands that hold for all parts at once.
 * @throws {RangeError} when the band's draws or seed are impossible.
 * @see Callaway & Sant'Anna (2021), Journal of Econometrics 225, 200-230, equations 3.3 to 3.11 and corollary 2.
 */
export function aggregateEffects(
  table: GroupTimeEffects,
  kind: Aggregation,
  { bands }: { bands?: BandOptions } = {},
): AggregatedEffects {
  const treated = table.effects.filter((effect) => effect.treated)
  const chosen = kind === 'event' ? table.effects : treated
  const placeOf = {
    simple: () => 0,
    group: ({ group }: GroupTimeEffect) => group,
    calendar: ({ period }: GroupTimeEffect) => period,
    event: ({ group, period }: GroupTimeEffect) => period - group,
  }[kind]
  const places = [...new Set(chosen.map(placeOf))].sort((a, b) => a - b)
  const parts = places.map((at) =>
    sharedPart(
      table,
      at,
      chosen.filter((effect) => placeOf(effect) === at),
      // Within one cohort the periods count alike: nothing about its size is estimated.
      kind === 'group',
    ),
  )
  const counted = kind === 'event' ? parts.filter(({ at }) => at >= 0) : parts
  const overall = kind === 'group' ? acrossCohorts(table, parts) : meanOf(table, counted)
  const shown = kind === 'simple' ? [] : parts
  const varying = shown.filter(({ hasOneUnit }) => !hasOneUnit)
  const critical =
    bands && varying.length > 0
      ? simultaneousCritical(
          varying.map(({ influence }) => influence),
          bands,
          table.confidence,
        )
      : null
  const estimates = estimatesFrom(shown, { ...table, critical })
  return {
    kind,
    overall: overall ? (estimatesFrom([overall], { ...table, critical: null })[0] ?? null) : null,
    parts: shown.map(({ at, terms }, index) => ({
      at,
      effects: terms.length,
      ...(estimates[index] as EffectEstimate),
    })),
    covariance: varying.length === shown.length ? covarianceOf(shown) : null,
    critical,
  }
}

/** Covariances of estimates from their influence values. */
export function covarianceOf(effects: readonly { influence: readonly number[] }[]): number[][] {
  return effects.map(({ influence: a }) =>
    effects.map(
      ({ influence: b }) => a.reduce((sum, value, i) => sum + value * (b[i] as number), 0) / a.length / a.length,
    ),
  )
}

/** The mean of some effects, each by the share of its cohort (or alike), and how the shares' own chance moves it. */
function sharedPart(table: GroupTimeEffects, at: number, effects: readonly GroupTimeEffect[], alike: boolean): Part {
  const sizes = effects.map(({ groupUnits }) => (alike ? 1 : groupUnits))
  const total = sizes.reduce((sum, size) => sum + size, 0)
  const terms = effects.map((effect, index) => ({ weight: (sizes[index] as number) / total, effect }))
  return combined(
    table,
    at,
    terms,
    alike ? [] : terms.map(({ effect }) => ({ group: effect.group, value: effect.estimate })),
  )
}

function acrossCohorts(table: GroupTimeEffects, parts: readonly Part[]): Part | null {
  if (parts.length === 0) return null
  const sizeOf = (at: number) => table.cohorts.find(({ since }) => since === at)?.count ?? 0
  const total = parts.reduce((sum, { at }) => sum + sizeOf(at), 0)
  const terms = parts.flatMap(({ at, terms: own }) =>
    own.map(({ weight, effect }) => ({ weight: (weight * sizeOf(at)) / total, effect })),
  )
  return combined(
    table,
    0,
    terms,
    parts.map(({ at, estimate }) => ({ group: at, value: estimate })),
  )
}

function meanOf(table: GroupTimeEffects, parts: readonly Part[]): Part | null {
  if (parts.length === 0) return null
  const [first] = parts
  if (first && parts.length === 1) return first
  const mean = (of: (part: Part) => number) => parts.reduce((sum, part) => sum + of(part), 0) / parts.length
  const terms = parts.flatMap((part) =>
    part.terms.map(({ weight, effect }) => ({ weight: weight / parts.length, effect })),
  )
  const influence = table.cohortOf.map((_, unit) => mean((part) => part.influence[unit] as number))
  return { ...combined(table, 0, terms, []), estimate: mean(({ estimate }) => estimate), influence }
}

function combined(
  { cohorts, cohortOf, comparison, errors, covariates }: GroupTimeEffects,
  at: number,
  terms: Part['terms'],
  shares: readonly { group: number; value: number }[],
): Part {
  const estimate = terms.reduce((sum, { weight, effect }) => sum + weight * effect.estimate, 0)
  const influence = cohortOf.map((_, unit) =>
    terms.reduce((sum, { weight, effect }) => sum + weight * (effect.influence[unit] as number), 0),
  )
  // A unit more in a cohort moves the mean towards that cohort's effects, by their distance from it.
  const counts = cohorts.map(({ since, count }) => ({
    since,
    count,
    moved: shares.filter(({ group }) => group === since),
  }))
  const total = counts.reduce((sum, { count, moved }) => sum + count * moved.length, 0)
  cohortOf.forEach((cohort, unit) => {
    for (const { value } of counts[cohort]?.moved ?? [])
      influence[unit] = (influence[unit] as number) + ((value - estimate) * cohortOf.length) / total
  })
  const roles = terms.map(({ weight, effect: { group, period, base } }) => {
    const cohort = cohorts.findIndex(({ since }) => since === group)
    return { weight, cell: { cohort, period, base, pool: poolOf(cohorts, comparison, cohort, Math.max(period, base)) } }
  })
  return {
    at,
    terms,
    estimate,
    influence,
    degreesOfFreedom: errors === 'small-sample' ? satterthwaite(roles, cohorts, covariates) : null,
    hasOneUnit: roles.some(({ cell }) => cohorts[cell.cohort]?.count === 1 || countOf(cohorts, cell.pool) === 1),
  }
}
