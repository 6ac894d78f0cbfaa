import { sampleRatio } from '../counts/sample-ratio.ts'
import { missingCheck, sampleRatioCheck } from '../evidence/evidence-checks.ts'
import type { Check } from '../evidence/grade-evidence.ts'
import { type CompleteUnit, compareArms, type MetricKind, type SplitRefusal } from './compare-arms.ts'
import {
  type TrialAnswer,
  type TrialEffect,
  type TrialQuestion,
  type TrialRefusal,
  trialAnswer,
} from './trial-answer.ts'

export type { MetricKind, SplitRefusal }

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

export interface SplitQuestion extends TrialQuestion {
  kind: MetricKind
  treated: string
  comparison: string
  /** Of `quantile`: which, in (0, 1), default 0.5. */
  share?: number
  /** The planned parts of both arms, such as 1 and 1; left out: nobody says, and nothing can be held against it. */
  parts?: { treated: number; comparison: number } | null
}

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
  const found = compareArms(kind, arms, confidence, share)
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

function completeOf(units: readonly SplitUnit[], arm: string, kind: MetricKind): CompleteUnit[] {
  const isDivided = kind === 'rate' || kind === 'ratio'
  return units.flatMap((unit) => {
    const { value, denominator = null, pre = null } = unit
    if (unit.arm !== arm || value === null || (isDivided && denominator === null)) return []
    return [{ value, denominator: denominator ?? 1, pre }]
  })
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
