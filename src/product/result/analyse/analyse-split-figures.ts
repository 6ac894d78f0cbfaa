import { analysePairs, type Pair } from '#lib/stats/analyse/analyse-pairs.ts'
import { analyseSplit, type SplitQuestion } from '#lib/stats/analyse/analyse-split.ts'
import { wilsonInterval } from '#lib/stats/counts/wilson-interval.ts'
import { studentTQuantile } from '#lib/stats/distribution/student-t.ts'
import { compliersEffect } from '#lib/stats/instrument/compliers-effect.ts'
import { armRatio } from '#lib/stats/means/arm-ratio.ts'
import { oneSample } from '#lib/stats/means/one-sample.ts'
import { quantileInterval } from '#lib/stats/means/quantile-interval.ts'
import { winsorisedComparison } from '#lib/stats/means/winsorised-comparison.ts'
import { benjaminiHochberg } from '#lib/stats/multiple/benjamini-hochberg.ts'
import { coMomentsOf } from '#lib/stats/numeric/co-moments.ts'
import { momentsOf } from '#lib/stats/numeric/moments.ts'
import type { SplitFigures, SplitUnit } from '#product/plan/trial-figures.ts'
import type { Analysis } from '../analysis.ts'
import { type Beside, nothingBeside, type Received, type Segment } from '../analysis-parts.ts'
import type { DrawnOf } from '../drawn.ts'
import { receivedOf } from './analyse-pilot-figures.ts'
import { type Asked, choiceOf, confidence, questionFor } from './asked.ts'
import { controlChecks, type Found, guardrailChecks, readGuardrail } from './read-guardrails.ts'

/** Kinds of unit in one segment; more are names, not kinds. */
const mostKinds = 20
/** From so many units an arm on the highest figures are also read capped: a few of them may carry a mean. */
const leastForCap = 200

/** Units in two arms, each one row; or the same units in both. */
export function analyseSplitFigures(
  figures: SplitFigures,
  asked: Asked,
): { analysis: Analysis; drawn: DrawnOf<'arms'> | null } {
  const { units, arms, kind, plan } = figures
  const { body } = plan
  const base: SplitQuestion = {
    ...questionFor(body, { ...asked, moreChecks: [] }),
    ...{ ...arms, kind, parts: body.shares },
    ...(body.quantile === null ? {} : { share: body.quantile }),
  }
  const isPaired = body.isPaired
  const guardrails = body.guardrails.map((guardrail, at) =>
    readGuardrail(
      guardrail,
      meanOf(units, (unit) => unit.guardrails[at] ?? null, base, isPaired),
      asked,
    ),
  )
  const control = figures.control === undefined ? null : meanOf(units, (unit) => unit.control ?? null, base, isPaired)
  const question = {
    ...base,
    moreChecks: [...asked.moreChecks, ...guardrailChecks(guardrails), ...controlChecks(figures.control, control)],
    choice: choiceOf(body, 0),
  }
  const answer = isPaired
    ? analysePairs(
        pairsOf(units, arms, ({ value }) => value),
        question,
      )
    : analyseSplit(units, question)
  if ('refused' in answer) return { analysis: { ...answer, design: 'split' }, drawn: null }
  const beside: Beside = asked.isLook
    ? nothingBeside
    : {
        ...nothingBeside,
        readings: isPaired ? [] : otherReadings(units, base, answer.method),
        received: isPaired ? null : readReceived(units, arms, kind),
        segments: isPaired ? [] : readSegments(figures, base),
      }
  return {
    analysis: { ...answer, design: 'split', kind, guardrails, beside },
    drawn: { kind: 'arms', arms: [arms.treated, arms.comparison].flatMap((arm) => armOf(units, arm, base)) },
  }
}

/** Pairs by the unit's name, in the order they came. */
function pairsOf(
  units: readonly SplitUnit[],
  arms: SplitFigures['arms'],
  of: (unit: SplitUnit) => number | null,
): Pair[] {
  const pairs = new Map<string, Pair>()
  for (const unit of units) {
    const pair = pairs.get(unit.name) ?? { treated: null, comparison: null }
    pairs.set(unit.name, { ...pair, [unit.arm === arms.treated ? 'treated' : 'comparison']: of(unit) })
  }
  return [...pairs.values()]
}

/** Another figure of the same units, compared by its mean. */
function meanOf(
  units: readonly SplitUnit[],
  of: (unit: SplitUnit) => number | null,
  question: SplitQuestion,
  isPaired: boolean,
): Found {
  if (isPaired) return analysePairs(pairsOf(units, question, of), question)
  return analyseSplit(
    units.map((unit) => ({ arm: unit.arm, value: of(unit) })),
    { ...question, kind: 'mean' },
  )
}

function otherReadings(units: readonly SplitUnit[], question: SplitQuestion, method: string): Beside['readings'] {
  const readings: Beside['readings'] = []
  if (method === 'cuped') {
    const plain = analyseSplit(
      units.map(({ arm, value }) => ({ arm, value })),
      question,
    )
    if (!('refused' in plain)) readings.push(readingOf(plain))
  }
  if (question.kind !== 'mean') return readings
  const [treated, comparison] = [question.treated, question.comparison].map((name) => valuesIn(units, name))
  if (!treated || !comparison || Math.min(treated.length, comparison.length) < leastForCap) return readings
  const { difference, disabled, cap } = winsorisedComparison(treated, comparison, { confidence })
  const { estimate, low, high, pValue } = difference
  if (estimate !== null && !disabled && cap !== null)
    readings.push({ method: 'winsorised', estimate, low, high, pValue })
  return readings
}

function readingOf({ method, estimate, low, high, pValue }: Beside['readings'][number]): Beside['readings'][number] {
  return { method, estimate, low, high, pValue }
}

function valuesIn(units: readonly SplitUnit[], name: string): number[] {
  return units.flatMap(({ arm, value }) => (arm === name && value !== null ? [value] : []))
}

/** The effect on those who took it because it was theirs: for means and shares, where somebody wrote down who did. */
function readReceived(
  units: readonly SplitUnit[],
  arms: SplitFigures['arms'],
  kind: SplitFigures['kind'],
): Received | null {
  if (kind !== 'mean' && kind !== 'proportion') return null
  const taken = (name: string) =>
    units.flatMap(({ arm, value, received }) =>
      arm !== name || value === null || received === null ? [] : [{ outcome: value, took: received }],
    )
  const [treated, comparison] = [taken(arms.treated), taken(arms.comparison)]
  if (treated.length === 0 || comparison.length === 0) return null
  return receivedOf(compliersEffect(treated, comparison, { confidence }))
}

/** Every kind of unit by itself, corrected for how many were looked at. */
function readSegments({ units, segments = [], arms }: SplitFigures, question: SplitQuestion): Segment[] {
  const found = segments.flatMap((column, at) => {
    const kinds = [...new Set(units.flatMap((unit) => unit.segments?.[at] ?? []))].sort()
    if (kinds.length < 2 || kinds.length > mostKinds) return []
    return kinds.map((value): Segment => {
      const own = units.filter((unit) => unit.segments?.[at] === value)
      const answer = analyseSplit(own, { ...question, parts: null })
      const sizes = {
        treatedUnits: own.filter(({ arm }) => arm === arms.treated).length,
        comparisonUnits: own.filter(({ arm }) => arm === arms.comparison).length,
      }
      const nothing = { estimate: null, low: null, high: null, pValue: null, adjustedP: null }
      if ('refused' in answer) return { column, value, ...sizes, ...nothing, refused: answer.refused }
      const { estimate, low, high, pValue } = answer
      return { column, value, ...sizes, estimate, low, high, pValue, adjustedP: null, refused: null }
    })
  })
  const adjusted = benjaminiHochberg(found.map(({ pValue }) => pValue))
  return found.map((segment, at) => ({ ...segment, adjustedP: adjusted[at] ?? null }))
}

/** An arm by itself, with its own interval: for the picture. Two bars that overlap may still differ beyond chance. */
function armOf(
  units: readonly SplitUnit[],
  name: string,
  { kind, share = 0.5 }: SplitQuestion,
): DrawnOf<'arms'>['arms'] {
  const own = units.filter(({ arm, value }) => arm === name && value !== null)
  const values = own.map(({ value }) => value ?? 0)
  const interval = intervalOf(own, values, kind, share)
  if (interval.estimate === null || !Number.isFinite(interval.estimate)) return []
  const { estimate: mean, low, high } = interval
  return [{ name, units: own.length, mean, low, high }]
}

function intervalOf(
  units: readonly SplitUnit[],
  values: readonly number[],
  kind: SplitQuestion['kind'],
  share: number,
): { estimate: number | null; low: number | null; high: number | null } {
  if (kind === 'proportion')
    return wilsonInterval(
      { events: values.filter((value) => value === 1).length, units: values.length },
      { confidence },
    )
  if (kind === 'quantile') return quantileInterval(values, share, { confidence })
  if (kind === 'mean') return oneSample(momentsOf(values), { confidence })
  const ratio = armRatio(
    coMomentsOf(
      units.map(({ denominator }) => denominator ?? 0),
      values,
    ),
  )
  if (typeof ratio === 'string') return { estimate: null, low: null, high: null }
  const { estimate, variance, degreesOfFreedom } = ratio
  const reach = studentTQuantile((1 + confidence) / 2, degreesOfFreedom ?? units.length - 1) * Math.sqrt(variance)
  return { estimate, low: estimate - reach, high: estimate + reach }
}
