import { acrossCohorts, meanOf, sharedPart } from './aggregated-part.ts'
import { type EffectEstimate, estimatesFrom } from './effect-estimate.ts'
import type { GroupTimeEffect, GroupTimeEffects } from './group-time-effects.ts'
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
