import { countOf, poolOf } from './comparison-pool.ts'
import type { Influence } from './effect-estimate.ts'
import type { GroupTimeEffect, GroupTimeEffects } from './group-time-effects.ts'
import { satterthwaite } from './satterthwaite.ts'

/** A weighted sum of group-time effects, and how far each unit moves it. */
export interface Part extends Influence {
  at: number
  terms: { weight: number; effect: GroupTimeEffect }[]
}

/** The mean of some effects, each by the share of its cohort (or alike), and how the shares' own chance moves it. */
export function sharedPart(
  table: GroupTimeEffects,
  at: number,
  effects: readonly GroupTimeEffect[],
  alike: boolean,
): Part {
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

/** Every cohort's mean by the cohort's size; null without any. */
export function acrossCohorts(table: GroupTimeEffects, parts: readonly Part[]): Part | null {
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

/** The plain mean of parts; null without any. */
export function meanOf(table: GroupTimeEffects, parts: readonly Part[]): Part | null {
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
