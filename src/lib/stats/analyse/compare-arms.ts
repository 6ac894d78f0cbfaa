import { compareProportions } from '../counts/compare-proportions.ts'
import { compareRates } from '../counts/compare-rates.ts'
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
import type { TrialAnswer } from './trial-answer.ts'

/** What is compared: means, shares of yes, events per exposure, sums over sums, or a quantile. */
export type MetricKind = 'mean' | 'proportion' | 'rate' | 'ratio' | 'quantile'

export type SplitRefusal =
  | 'empty-arm'
  | 'too-few-values'
  | 'no-variation'
  | 'no-denominator'
  | 'denominator-near-zero'
  | 'not-resolvable'
  | 'not-yes-or-no'
  | 'not-counts'

/** A unit that has everything that the kind of metric needs. */
export interface CompleteUnit {
  value: number
  /** 1 where nothing is divided. */
  denominator: number
  /** From before the start; null: not known. */
  pre: number | null
}

interface Arms {
  treated: readonly CompleteUnit[]
  comparison: readonly CompleteUnit[]
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
 * Both arms by the method of their kind of metric: its estimate, interval and p-value, what it is in relation to the comparison, and
 * what the method says about itself.
 *
 * @param share Of `quantile`: which, in (0, 1).
 * @returns the refusal where the values are not of this kind.
 */
export function compareArms(kind: MetricKind, arms: Arms, confidence: number, share: number): Found | SplitRefusal {
  return kinds[kind](arms, confidence, share)
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
