import type { AnsweredAnalysis } from './analysis.ts'
import type { Beside } from './analysis-parts.ts'
import { methodName } from './design-method-lines.ts'
import { type Line, line, rough, sidedOf, sidedRangeOf } from './line.ts'
import type { Question } from './result.ts'
import { inSpoken, scaled, spokenOf } from './spoken.ts'

/** One thing that was asked beside the headline, and what it gave. */
export interface BesideTold {
  readonly id: string
  readonly title: Line
  readonly detail: Line
}

/** How much it takes to overturn the result, and what other readings say. Nothing where an earlier version computed it. */
export function besideLines(analysis: AnsweredAnalysis, question: Question): BesideTold[] {
  const { beside } = analysis
  if (!beside) return []
  return [
    ...trendLines(beside, analysis, question),
    ...receivedLines(beside, question),
    ...readingLines(beside, question),
    ...leftOutLines(analysis, beside, question),
  ]
}

function trendLines({ trends }: Beside, { verdict }: AnsweredAnalysis, question: Question): BesideTold[] {
  if (!trends) return []
  const { unit } = question.metric
  const asBad = trends.bounds.find(({ magnitude }) => magnitude === 1)
  const said = {
    units: trends.units,
    step: rough(trends.largestStepBefore ?? 0, unit),
    breakdown: { chance: trends.breakdown ?? 0 },
    range: asBad ? rangeOf({ estimate: trends.estimate, ...asBad }, question) : '',
  }
  const isFirm = verdict !== 'unclear' && trends.breakdown !== null
  const { straight } = trends
  return [
    {
      id: 'trends',
      title: line('result.beside.trends', { breakdown: said.breakdown, holds: isFirm ? 'yes' : 'no' }),
      detail: line('result.beside.trends.detail', said),
    },
    ...(straight
      ? [
          {
            id: 'straight',
            title: line('result.beside.straight'),
            detail: line('result.beside.straight.detail', {
              size: sizeOf(straight.estimate, straight, question),
              range: rangeOf(straight, question),
            }),
          },
        ]
      : []),
  ]
}

function receivedLines({ received }: Beside, question: Question): BesideTold[] {
  if (!received) return []
  const { estimate, low, high, takenTreated, takenComparison, isWeak, reason } = received
  const title = line('result.beside.received')
  if (estimate === null) return [{ id: 'received', title, detail: line('result.beside.received.open') }]
  const figures = { estimate, low, high }
  const said = {
    size: sizeOf(estimate, figures, question),
    range: low === null || high === null ? line('result.no-range') : rangeOf(figures, question),
    hasShares: takenTreated === null || takenComparison === null ? 'no' : 'yes',
    treated: { share: takenTreated ?? 0 },
    comparison: { share: takenComparison ?? 0 },
    weak: isWeak || reason !== null ? 'yes' : 'no',
  }
  return [{ id: 'received', title, detail: line('result.beside.received.detail', said) }]
}

function readingLines({ readings }: Beside, question: Question): BesideTold[] {
  return readings.map(({ method, estimate, low, high, pValue }) => ({
    id: method,
    title: methodName(method),
    detail:
      low === null || high === null
        ? line('result.beside.reading-bare', {
            size: sizeOf(estimate, { estimate, low, high }, question),
            p: { p: pValue ?? 1 },
          })
        : line('result.beside.reading', {
            size: sizeOf(estimate, { estimate, low, high }, question),
            range: rangeOf({ estimate, low, high }, question),
          }),
  }))
}

function leftOutLines(analysis: AnsweredAnalysis, { leaveOneOut }: Beside, question: Question): BesideTold[] {
  // A pilot's own check says it already.
  if (!leaveOneOut || analysis.design === 'pilot') return []
  const { low, high, site, estimateWithout } = leaveOneOut
  return [
    {
      id: 'leave-one-out',
      title: line('result.beside.leave-one-out', { turns: leaveOneOut.signChanges ? 'yes' : 'no' }),
      detail: line('result.beside.leave-one-out.detail', {
        range: rangeOf({ estimate: analysis.estimate, low, high }, question),
        site,
        without: sizeOf(estimateWithout, analysis, question),
      }),
    },
  ]
}

type Ends = { readonly estimate: number; readonly low: number | null; readonly high: number | null }

function sizeOf(value: number, figures: Ends, question: Question) {
  const spoken = spokenOf(question)
  return sidedOf(inSpoken(figures, spoken), spoken.unit)(scaled(value, spoken.factor))
}

function rangeOf(figures: Ends & { low: number | null; high: number | null }, question: Question): Line {
  const spoken = spokenOf(question)
  const turned = inSpoken(figures, spoken)
  return sidedRangeOf(turned, spoken.unit)(turned.low ?? turned.estimate, turned.high ?? turned.estimate)
}
