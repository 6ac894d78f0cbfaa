import type { MetricKind, SplitUnit } from '#lib/stats/analyse/analyse-split.ts'
import type { TrialAnswer, TrialEffect } from '#lib/stats/analyse/trial-answer.ts'
import type { Proportion } from '#lib/stats/counts/proportion.ts'
import { coMomentsOf } from '#lib/stats/numeric/co-moments.ts'
import { momentsOf } from '#lib/stats/numeric/moments.ts'
import { WrongInput } from '../wrong-input.ts'
import type { AnalyseJson } from './json.ts'
import type { Told } from './told.ts'

/** The units of one arm that have everything, as the methods want to read them. */
export interface ArmUnits {
  readonly values: readonly number[]
  readonly denominators: readonly number[]
  /** Null where it is missing. */
  readonly pre: readonly (number | null)[]
}
export type Arms = readonly [treated: ArmUnits, comparison: ArmUnits]

/** What an alternative may be told; each has its own use for some of it. */
export interface MethodOptions {
  readonly better: 'higher' | 'lower'
  readonly kind: MetricKind
  readonly hasPre: boolean
  /** Units in both arms together, fixed before the first look. */
  readonly planned?: number | undefined
  /** Parts of what was planned at each look so far, this one last. */
  readonly looks?: readonly number[] | undefined
  /** Standard deviation of what effects usually are, as a share. */
  readonly prior: number
  /** Values beyond this quantile are set to it. */
  readonly cap: number
}

/** What an alternative found, in place of what the usual method finds. */
export interface Found {
  readonly method: string
  /** `pValue` is null for a belief, and for a trial that goes on. */
  readonly effect: Omit<TrialEffect, 'pValue' | 'confidence' | 'smallestPossibleP'> & { pValue: number | null }
  readonly relative: TrialAnswer['relative']
  readonly words: Told['method']
  readonly more?: Pick<AnalyseJson, 'belief' | 'look'>
}

/** Of both arms: the units that have all that the kind of metric needs. */
export function readArms(units: readonly SplitUnit[], names: readonly [string, string], kind: MetricKind): Arms {
  const isDivided = kind === 'rate' || kind === 'ratio'
  const of = (name: string): ArmUnits => {
    const used = units.filter(
      ({ arm, value, denominator = null }) => arm === name && value !== null && !(isDivided && denominator === null),
    )
    return {
      values: used.map(({ value }) => value ?? 0),
      denominators: used.map(({ denominator }) => denominator ?? 1),
      pre: used.map(({ pre = null }) => pre),
    }
  }
  return [of(names[0]), of(names[1])]
}

/** @throws {WrongInput} unless every value is 0 or 1. */
export function countOf({ values }: ArmUnits): Proportion {
  if (!values.every((value) => value === 0 || value === 1))
    throw new WrongInput('--kind proportion: the value must be 0 or 1 for each unit; for figures use --kind mean.')
  return { events: values.filter((value) => value === 1).length, units: values.length }
}

export function moments([a, b]: Arms) {
  return [momentsOf(a.values), momentsOf(b.values)] as const
}

export function ratioMoments([a, b]: Arms) {
  return [coMomentsOf(a.denominators, a.values), coMomentsOf(b.denominators, b.values)] as const
}

const noAnswer =
  'Nothing can be told by this method: there are too few figures, or they do not vary. Leave --method out to see what can.'

/** @throws {WrongInput} when the method gave no answer. */
export function effectOrSay(found: {
  estimate: number | null
  standardError?: number | null
  low: number | null
  high: number | null
  pValue: number | null
}): Found['effect'] {
  const { estimate, standardError = null, low, high, pValue } = found
  if (estimate === null || pValue === null) throw new WrongInput(noAnswer)
  return { estimate, standardError, low, high, pValue }
}

export function ends({ estimate, low, high }: TrialAnswer['relative']): TrialAnswer['relative'] {
  return { estimate, low, high }
}
