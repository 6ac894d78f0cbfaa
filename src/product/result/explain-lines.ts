import { type AnsweredAnalysis, isPilot } from './analysis.ts'
import { type Line, line, sidedOf, sidedRangeOf, sizesOf } from './line.ts'
import { facing, type Question } from './result.ts'
import { inSpoken, spokenOf } from './spoken.ts'

/** The result for somebody who never heard of an interval, with the result's own numbers. */
export function explainLines(analysis: AnsweredAnalysis, question: Question): Line[] {
  const spoken = spokenOf(question)
  const figures = inSpoken(analysis, spoken)
  const { metric } = question
  const size = sidedOf(figures, spoken.unit)(figures.estimate)
  return [
    line('result.explain.estimate', { metric: metric.name, size }),
    ...rangeLines(analysis, question),
    line(`result.explain.design.${isPilot(analysis) || analysis.design !== 'pilot' ? analysis.design : 'synthetic'}`),
    line('result.explain.grade', { grade: analysis.grade }),
    ...(analysis.guardrails.length > 0
      ? [line('result.explain.guardrails', { count: analysis.guardrails.length })]
      : []),
  ]
}

function rangeLines(analysis: AnsweredAnalysis, question: Question): Line[] {
  const spoken = spokenOf(question)
  const figures = inSpoken(analysis, spoken)
  const { low, high } = facing(figures, question.metric.better)
  const { pValue, smallestPossibleP, confidence } = analysis
  const times = Math.round(pValue * 1000)
  if (low === null || high === null || figures.low === null || figures.high === null)
    return [line('result.explain.chance', { times, floor: Math.round((smallestPossibleP ?? 0) * 1000) })]
  const size = sizesOf(figures, spoken.unit)
  const range = {
    range: sidedRangeOf(figures, spoken.unit)(figures.low, figures.high),
    confidence: Math.round(100 * confidence),
  }
  if (low <= 0 && high >= 0)
    return [line('result.explain.range', range), line('result.explain.both', { worse: size(low), better: size(high) })]
  return [line('result.explain.range', range), line('result.explain.excluded', { side: low > 0 ? 'better' : 'worse' })]
}
