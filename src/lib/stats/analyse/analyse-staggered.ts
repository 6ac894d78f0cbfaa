import type { Check } from '../evidence/grade-evidence.ts'
import { type AggregatedEffects, type Aggregation, aggregateEffects } from '../staggered/aggregate-effects.ts'
import type { EffectEstimate } from '../staggered/effect-estimate.ts'
import { type GroupTimeEffects, type GroupTimeOptions, groupTimeEffects } from '../staggered/group-time-effects.ts'
import { permuteOrder } from '../staggered/permute-order.ts'
import type { StaggeredRefusal, StaggeredUnit } from '../staggered/staggered-panel.ts'
import { type PreTrendTest, testPreTrends } from '../staggered/test-pre-trends.ts'
import {
  type TrialAnswer,
  type TrialEffect,
  type TrialQuestion,
  type TrialRefusal,
  trialAnswer,
} from './trial-answer.ts'

export interface StaggeredQuestion extends TrialQuestion {
  /** How the effects of cohorts and periods become one: default `group`, every cohort by its size. */
  aggregation?: Aggregation
  /** How the units' covariates are used; default `doubly-robust` where they have any. `none`: not at all. */
  adjust?: GroupTimeOptions['adjust']
}

export interface StaggeredAnswer extends TrialAnswer {
  design: 'staggered'
  /** The effects by cohort and period, without their influence. */
  effects: Omit<GroupTimeEffects['effects'][number], 'influence'>[]
  /** By periods since the start; below 0: before it, where there should be none. */
  byTime: AggregatedEffects['parts']
  preTrends: PreTrendTest
  comparison: GroupTimeEffects['comparison']
  /** `none` also where the units have no covariates; `covariates` says how many were adjusted for. */
  adjust: GroupTimeEffects['adjust']
  covariates: number
  dropped: GroupTimeEffects['dropped']
}

/**
 * Everything that a roll-out in waves can say: group-time effects against units that do not have the change (yet), as one
 * number, by time since the start, and with the test of what came before.
 *
 * Units with covariates (known before any start, such as their size) are compared with units alike in them, doubly robust: for
 * orders that somebody chose, where the large ones went first and would have moved otherwise anyway.
 *
 * The interval is the small-sample one of the effects. When chance drew the order, there are fewer than 20 units and nothing is
 * adjusted for, p and interval come from permuting the order. Not two-way fixed effects, which use units that have the change
 * already as a comparison.
 *
 * @throws {RangeError} as `groupTimeEffects`.
 * @see Callaway & Sant'Anna (2021), Journal of Econometrics 225, 200-230.
 */
export function analyseStaggered(
  units: readonly StaggeredUnit[],
  { aggregation = 'group', adjust, ...question }: StaggeredQuestion,
): StaggeredAnswer | TrialRefusal<StaggeredRefusal['refused'] | 'no-effect' | 'one-unit' | 'no-variation'> {
  const { confidence = 0.95, seed, randomised } = question
  const table = groupTimeEffects(units, { confidence, ...(adjust === undefined ? {} : { adjust }) })
  if ('refused' in table) return table
  const { overall } = aggregateEffects(table, aggregation)
  if (overall === null) return { refused: 'no-effect', values: {} }
  // Which order is drawn has nothing to do with covariates: where they are asked for, the effects' own errors are read.
  const isPermuted = randomised && table.adjust === 'none' && table.cohortOf.length < FEW_UNITS
  const order = isPermuted ? orderEffect(units, seed, confidence) : null
  const effect = order ?? effectOf(overall, confidence)
  if ('refused' in effect) return effect
  const preTrends = testPreTrends(table)
  const answer = trialAnswer(
    'staggered',
    {
      method: order ? 'order-permutation' : `group-time-${aggregation}`,
      effect,
      relative: { estimate: null, low: null, high: null },
      groups: groupsOf(table, units),
      rows: rowsOf(units, table),
      checks: [preTrendCheck(preTrends, randomised), comparedCheck(table)],
    },
    question,
  )
  return {
    ...answer,
    design: 'staggered',
    effects: table.effects.map(({ influence: _, ...each }) => each),
    byTime: aggregateEffects(table, 'event').parts,
    preTrends,
    comparison: table.comparison,
    adjust: table.adjust,
    covariates: table.covariates,
    dropped: table.dropped,
  }
}

/** Below this many units the order itself is permuted, where chance drew it. */
const FEW_UNITS = 20

function orderEffect(units: readonly StaggeredUnit[], seed: number, confidence: number): TrialEffect | null {
  const order = permuteOrder(units, { seed, confidence })
  if ('refused' in order || order.pValue === null) return null
  const { estimate, low, high, pValue, smallestPossibleP } = order
  return { estimate, standardError: null, low, high, confidence, pValue, smallestPossibleP }
}

function effectOf(
  overall: EffectEstimate,
  confidence: number,
): TrialEffect | TrialRefusal<'one-unit' | 'no-variation'> {
  const { estimate, standardError, low, high, pValue, reason } = overall
  if (reason !== null || pValue === null) return { refused: reason ?? 'no-variation', values: {} }
  return { estimate, standardError, low, high, confidence, pValue, smallestPossibleP: null }
}

function groupsOf({ cohorts }: GroupTimeEffects, units: readonly StaggeredUnit[]): TrialAnswer['groups'] {
  const periods = units[0]?.values.length ?? 0
  return cohorts.map(({ since, count }) => ({
    name: since === null ? 'never' : String(since),
    units: count,
    rows: count * periods,
    mean: null,
  }))
}

function rowsOf(units: readonly StaggeredUnit[], { dropped }: GroupTimeEffects): TrialAnswer['rows'] {
  const lost = new Set(dropped.map(({ name }) => name))
  const rows = { used: 0, missing: 0, dropped: 0 }
  for (const { name, values } of units)
    for (const value of values) rows[value === null ? 'missing' : lost.has(name) ? 'dropped' : 'used'] += 1
  return rows
}

/** Cohorts moved as the others did before their start. Lowers only where the order was chosen. */
function preTrendCheck({ pValue, effects, reason }: PreTrendTest, randomised: boolean): Check {
  return {
    code: 'pre-trend',
    passed: pValue === null ? null : pValue > 0.05,
    lowersGrade: !randomised,
    values: { pValue, effects, reason },
  }
}

/** Every period of every cohort had somebody to be compared with. It limits what is known, not how well. */
function comparedCheck({ skipped, effects }: GroupTimeEffects): Check {
  return {
    code: 'all-compared',
    passed: skipped.length === 0,
    lowersGrade: false,
    values: { skipped: skipped.length, effects: effects.length },
  }
}
