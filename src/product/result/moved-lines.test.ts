import { describe, expect, test } from 'vitest'
import { sayIn } from '#platform/anywhere/say-in.ts'
import { sayLines } from './line.ts'
import { movedLines } from './moved-lines.ts'
import type { ResultShown } from './result-api.ts'
import { anAnalysis, aQuestion } from './testing/an-analysis.ts'
import { resultEn } from './words/en.ts'

const result = (part: Partial<ResultShown>) =>
  ({
    question: aQuestion(),
    planVersion: 1,
    planId: 'p',
    cut: 'a',
    codeVersion: '0.1.0',
    grade: 'B',
    ...part,
  }) as ResultShown
const told = (before: ResultShown, after: ResultShown) =>
  sayLines(movedLines(before, after), sayIn('en', resultEn), 'en').replaceAll('\u00a0', ' ')

describe('what a later result moved', () => {
  const before = result({ analysis: { ...anAnalysis({ effect: 3 }), estimate: 3, low: 2, high: 4 } })

  test('another plan, more figures and another version are each named, with what they moved', () => {
    const analysis = { ...anAnalysis({ effect: 3, after: 6 }), estimate: 2, low: 1, high: 3 }
    const after = result({ analysis, planVersion: 2, planId: 'q' as never, cut: 'b', codeVersion: '0.2.0', grade: 'C' })
    expect(told(before, after)).toBe(
      'Before, it came out 3 boxes higher; now 2 boxes higher. The grade went from B to C. The plan is version 2 instead of 1. The figures changed: 96 were used then, 120 now. Ratchet 0.2.0 computed it, 0.1.0 then.',
    )
  })

  test('an answer that is gone is said, and so is one that came', () => {
    const refused = result({ analysis: { refused: 'no-variation', values: {} }, grade: null })
    expect(told(before, refused)).toMatch(/^Before, it came out 3 boxes higher; now the figures hold no answer\./)
    expect(told(refused, before)).toMatch(/^Before, the figures held no answer; now it comes out 3 boxes higher\./)
  })
})
