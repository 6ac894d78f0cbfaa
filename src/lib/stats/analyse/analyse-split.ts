import { compareProportions } from '../counts/compare-proportions.ts'
import { compareRates } from '../counts/compare-rates.ts'
import { sampleRatio } from '../counts/sample-ratio.ts'
import { missingCheck, sampleRatioCheck } from '../evidence/evidence-checks.ts'
import type { Check } from '../evidence/grade-evidence.ts'
import { compareQuantiles } from '../means/compare-quantiles.ts'
import { compareRatios } from '../means/compare-ratios.ts'
import { cuped } from '../means/cuped.ts'
import { relativeDifference } from '../means/relative-difference.ts'
import { sampleQuantile, sortedValues } from '../means/sample-quantile.ts'
import { welch } from '../means/welch.ts'
import { coMomentsOf } from '../numeric/co-moments.ts'
import { momentsOf } from '../numeric/moments.ts'
import { shareOf } from './share-of.ts'
import {
  type TrialAnswer,
  type TrialEffect,
  type TrialQuestion,
  type TrialRefusal,
  trialAnswer,
} from './trial-answer.ts'

/** One person, visit or day that was given one arm. */
export interface SplitUnit {
  arm: string
  /** What was measured: a figure, 1 or 0, a count, a numerator. Null: missing. */
  value: number | null
  /** What the value is divided by: exposure of a rate, denominator of a ratio. */
  denominator?: number | null
  /** The same figure before the start, or anything else from before that foretells the value. */
  pre?: number | null
}

/** What is compared: means, shares of yes, events per exposure, sums over sums, or a quantile. */
export type MetricKind = 'mean' | 'proportion' | 'rate' | 'ratio' | 'quantile'

export interface SplitQuestion extends TrialQuestion {
  kind: MetricKind
  treated: string
  comparison: string
  /** Of `quantile`: which, in (0, 1), default 0.5. */
  share?: number
  /** The planned parts of both arms, such as 1 and 1; left out: nobody says, and nothing can be held against it. */
  parts?: { treated: number; comparison: number } | null
}

export type SplitRefusal =
  | 'empty-arm'
  | 'too-few-values'
  | 'no-variation'
  | 'no-denominator'
  | 'denominator-near-zero'
  | 'not-resolvable'
  | 'not-yes-or-no'
  | 'not-counts'

/** Units of both arms that have everything that the kind of metric needs. */
interface Arms {
  treated: Complete[]
  comparison: Complete[]
}
interface Complete {
  value: number
  denominator: number
  pre: number | null
}

/** What one kind of metric found. */
interface Found {
  method: string
  estimate: number | null
  standardError: number | null
  low: number | null
  high: number | null
  pValue: number | null
  relative: TrialAnswer['relative']
  means: [number | null, number | null]
  checks: Check[]
  reason: string | null
}

/** With fewer units in an arm, rates are compared as counts of independent events, not by how units differ. */
const LEAST_UNITS_FOR_DELTA = 10

/**
 * Everything that a trial with two arms can say, one value per unit: the unit that was randomised, never its rows.
 *
 * Means by Welch (by CUPED where a figure from before is known), shares by score or exact test, rates as counts of events
 * (by the delta method from 10 units an arm on), ratios by the delta method, quantiles by ranks. One look, at the end:
 * while it runs use a confidence sequence.
 *
 * @throws {RangeError} when an option is out of range or a value is not finite.
 * @see welch, cuped, compareProportions, compareRates, compareRatios, compareQuantiles for methods and sources.
 */
export function analyseSplit(
  units: readonly SplitUnit[],
  { kind, treated, comparison, share = 0.5, parts = null, ...question }: SplitQuestion,
): TrialAnswer | TrialRefusal<SplitRefusal> {
  const { confidence = 0.95 } = question
  const arms = { treated: completeOf(units, treated, kind), comparison: completeOf(units, comparison, kind) }
  const sizes = { treated: arms.treated.length, comparison: arms.comparison.length }
  if (sizes.treated === 0 || sizes.comparison === 0) return { refused: 'empty-arm', values: sizes }
  const found = kinds[kind](arms, confidence, share)
  if (typeof found === 'string') return { refused: found, values: sizes }
  const { estimate, pValue, standardError, low, high } = found
  if (estimate === null || pValue === null)
    return { refused: (found.reason ?? 'too-few-values') as SplitRefusal, values: sizes }
  const inArms = units.filter(({ arm }) => arm === treated || arm === comparison).length
  const used = sizes.treated + sizes.comparison
  return trialAnswer(
    'split',
    {
      method: found.method,
      effect: { estimate, standardError, low, high, confidence, pValue, smallestPossibleP: null } satisfies TrialEffect,
      relative: found.relative,
      groups: [
        { name: treated, units: sizes.treated, rows: sizes.treated, mean: found.means[0] },
        { name: comparison, units: sizes.comparison, rows: sizes.comparison, mean: found.means[1] },
      ],
      rows: { used, missing: inArms - used, dropped: 0 },
      checks: [
        ratioCheck(units, [treated, comparison], parts),
        missingIn(units, [treated, comparison], sizes),
        ...found.checks,
      ],
    },
    question,
  )
}

function completeOf(units: readonly SplitUnit[], arm: string, kind: MetricKind): Complete[] {
  const isDivided = kind === 'rate' || kind === 'ratio'
  return units.flatMap((unit) => {
    const { value, denominator = null, pre = null } = unit
    if (unit.arm !== arm || value === null || (isDivided && denominator === null)) return []
    return [{ value, denominator: denominator ?? 1, pre }]
  })
}

const kinds: Record<MetricKind, (arms: Arms, confidence: number, share: number) => Found | SplitRefusal> = {
  mean: means,
  proportion: proportions,
  rate: rates,
  ratio: ratios,
  quantile: quantiles,
}

function means({ treated, comparison }: Arms, confidence: number): Found {
  const [a, b] = [treated, comparison].map((arm) => momentsOf(arm.map(({ value }) => value)))
  const of = [a ?? momentsOf([]), b ?? momentsOf([])] as const
  const plain = { means: [of[0].mean, of[1].mean] as [number, number] }
  const hasPre = [...treated, ...comparison].every(({ pre }) => pre !== null)
  if (hasPre) {
    const pairs = [treated, comparison].map((arm) =>
      coMomentsOf(
        arm.map(({ pre }) => pre ?? 0),
        arm.map(({ value }) => value),
      ),
    )
    const adjusted = cuped(pairs[0] ?? coMomentsOf([], []), pairs[1] ?? coMomentsOf([], []), { confidence })
    return {
      ...{ ...adjusted.difference, ...plain, method: adjusted.notAdjusted ? 'welch' : 'cuped' },
      relative: ends(adjusted.relative),
      checks: [adjustedCheck(adjusted)],
    }
  }
  const difference = welch(of[0], of[1], { confidence })
  return {
    ...difference,
    ...plain,
    method: 'welch',
    relative: ends(relativeDifference(of[0], of[1], { confidence })),
    checks: [],
  }
}

function proportions({ treated, comparison }: Arms, confidence: number): Found | SplitRefusal {
  const [a, b] = [treated, comparison].map((arm) => ({
    events: arm.filter(({ value }) => value === 1).length,
    units: arm.length,
    isYesOrNo: arm.every(({ value }) => value === 0 || value === 1),
  }))
  if (!a?.isYesOrNo || !b?.isYesOrNo) return 'not-yes-or-no'
  const found = compareProportions(a, b, { confidence })
  return {
    ...found,
    method: `proportion-${found.method}`,
    standardError: null,
    means: [found.treated, found.comparison],
    relative: ends(found.relative),
    checks: [agreesCheck(found.agrees)],
  }
}

function rates(arms: Arms, confidence: number): Found | SplitRefusal {
  const fewest = Math.min(arms.treated.length, arms.comparison.length)
  const isCount = [...arms.treated, ...arms.comparison].every(({ value }) => Number.isInteger(value) && value >= 0)
  if (!isCount) return 'not-counts'
  if (fewest >= LEAST_UNITS_FOR_DELTA) return ratios(arms, confidence)
  const [a, b] = [arms.treated, arms.comparison].map((arm) => ({
    events: arm.reduce((sum, { value }) => sum + value, 0),
    exposure: arm.reduce((sum, { denominator }) => sum + denominator, 0),
  }))
  if (!a || !b) return 'empty-arm'
  const found = compareRates(a, b, { confidence })
  if (found.reason !== null) return 'no-denominator'
  return {
    ...found,
    method: `rate-${found.method}`,
    standardError: null,
    means: [found.treated, found.comparison],
    checks: [agreesCheck(found.agrees)],
  }
}

function ratios({ treated, comparison }: Arms, confidence: number): Found {
  const [a, b] = [treated, comparison].map((arm) =>
    coMomentsOf(
      arm.map(({ denominator }) => denominator),
      arm.map(({ value }) => value),
    ),
  )
  const of = [a ?? coMomentsOf([], []), b ?? coMomentsOf([], [])] as const
  const { difference, relative } = compareRatios(of[0], of[1], { confidence })
  const ratioOf = ({ meanX, meanY }: { meanX: number; meanY: number }) => {
    const ratio = meanY / meanX
    return Number.isFinite(ratio) ? ratio : null
  }
  return {
    ...difference,
    method: 'ratio-delta',
    means: [ratioOf(of[0]), ratioOf(of[1])],
    relative: ends(relative),
    checks: [],
  }
}

function quantiles({ treated, comparison }: Arms, confidence: number, share: number): Found {
  const [a, b] = [treated.map(({ value }) => value), comparison.map(({ value }) => value)]
  const difference = compareQuantiles(a, b, share, { confidence })
  const middles: [number, number] = [sampleQuantile(sortedValues(a), share), sampleQuantile(sortedValues(b), share)]
  const relative = difference.estimate === null ? null : shareOf(difference.estimate, middles[1])
  return {
    ...difference,
    method: 'quantile-ranks',
    means: middles,
    relative: { estimate: relative, low: null, high: null },
    checks: [],
  }
}

function ends({ estimate, low, high }: TrialAnswer['relative']): TrialAnswer['relative'] {
  return { estimate, low, high }
}

/** The arms have the sizes that were planned, counted before anything is missing: else something chose who was counted. */
function ratioCheck(
  units: readonly SplitUnit[],
  [treated, comparison]: readonly [string, string],
  parts: SplitQuestion['parts'],
): Check {
  const count = (name: string) => units.filter(({ arm }) => arm === name).length
  const counts = { treated: count(treated), comparison: count(comparison) }
  const ratio = parts && sampleRatio([counts.treated, counts.comparison], [parts.treated, parts.comparison])
  return sampleRatioCheck(ratio ? ratio.pValue : null, counts)
}

function missingIn(
  units: readonly SplitUnit[],
  [treated, comparison]: readonly [string, string],
  sizes: { treated: number; comparison: number },
): Check {
  const inArm = (name: string) => units.filter(({ arm }) => arm === name).length
  const [treatedShare, comparisonShare] = [1 - sizes.treated / inArm(treated), 1 - sizes.comparison / inArm(comparison)]
  return missingCheck([treatedShare, comparisonShare], { treatedShare, comparisonShare })
}

/** Test and interval fall on one side of "no difference"; near the limit they need not, and neither is to be trusted alone. */
function agreesCheck(agrees: boolean | null): Check {
  return { code: 'methods-agree', passed: agrees, lowersGrade: false, values: {} }
}

function adjustedCheck({ varianceReduction, theta, notAdjusted }: ReturnType<typeof cuped>): Check {
  return {
    code: 'adjusted',
    passed: notAdjusted === null ? true : null,
    lowersGrade: false,
    values: { varianceReduction, theta, reason: notAdjusted },
  }
}
