import type { Figures } from '#platform/anywhere/figures.ts'
import { type Analysis, isRefused } from './analysis.ts'
import { type Line, line, sidedOf } from './line.ts'
import type { ResultShown } from './result-api.ts'
import { inSpoken, spokenOf } from './spoken.ts'

/** What a later result moved, and what may have moved it: the figures, the plan, or the version that computed it. */
export function movedLines(before: ResultShown, after: ResultShown): Line[] {
  const causes = [...planLines(before, after), ...dataLines(before, after), ...codeLines(before, after)]
  return [
    answerLine(before, after),
    ...gradeLines(before, after),
    ...(causes.length > 0 ? causes : [line('result.moved-nothing')]),
  ]
}

function answerLine(before: ResultShown, after: ResultShown): Line {
  const [then, now] = [sizeOf(before), sizeOf(after)]
  if (then === null && now === null) return line('result.moved-still-none')
  if (then === null || now === null)
    return then === null
      ? line('result.moved-no-answer-before', { after: now ?? '' })
      : line('result.moved-no-answer-now', { before: then })
  return line('result.moved-from', { before: then, after: now })
}

function sizeOf({ analysis, question }: ResultShown) {
  if (isRefused(analysis)) return null
  const spoken = spokenOf(question)
  const figures: Figures = inSpoken(analysis, spoken)
  return sidedOf(figures, spoken.unit)(figures.estimate)
}

function gradeLines({ grade: before }: ResultShown, { grade: after }: ResultShown): Line[] {
  return before === after || before === null || after === null ? [] : [line('result.moved-grade', { before, after })]
}

function planLines(before: ResultShown, after: ResultShown): Line[] {
  if (before.planVersion === after.planVersion) return []
  return [line('result.moved-plan', { before: before.planVersion, after: after.planVersion })]
}

function dataLines(before: ResultShown, after: ResultShown): Line[] {
  const [then, now] = [usedIn(before.analysis), usedIn(after.analysis)]
  if (then !== now) return [line('result.moved-data', { before: then, after: now })]
  // The cut is over plan and sheets: by the same plan, only the sheets can differ.
  return before.planId === after.planId && before.cut !== after.cut ? [line('result.moved-data-same')] : []
}

function usedIn(analysis: Analysis): number {
  return isRefused(analysis) ? 0 : analysis.rows.used
}

function codeLines({ codeVersion: before }: ResultShown, { codeVersion: after }: ResultShown): Line[] {
  return before === after ? [] : [line('result.moved-code', { before, after })]
}
