import { describe, expect, test } from 'vitest'
import { seededGenerator } from '../numeric/seeded-generator.ts'
import {
  definitionCheck,
  enoughPointsCheck,
  missingCheck,
  negativeControlCheck,
  planKeptCheck,
  sampleRatioCheck,
} from './evidence-checks.ts'
import { type Check, gradeEvidence } from './grade-evidence.ts'

const graded = (
  design: 'split' | 'switchback' | 'staggered' | 'before-after' | 'pilot',
  checks: Check[],
  randomised = true,
) => gradeEvidence(design, { randomised, planned: 'before', checks })

describe('checks that lower a grade by one (METHODS, section 3)', () => {
  test.each<[string, Check, boolean | null]>([
    ['5050 against 4950', sampleRatioCheck(0.3173105), true],
    ['a sample-ratio mismatch', sampleRatioCheck(0.0009), false],
    ['a ratio that could not be tested', sampleRatioCheck(null), null],
    ['the plan was kept', planKeptCheck([]), true],
    ['the plan was changed', planKeptCheck(['primary metric']), false],
    ['the definition stayed', definitionCheck(null), true],
    ['the definition changed', definitionCheck('2026-03'), false],
    ['8 points on each side', enoughPointsCheck(8, 8), true],
    ['7 points before', enoughPointsCheck(7, 30), false],
    ['a control that stood still', negativeControlCheck(0.4), true],
    ['a control that moved', negativeControlCheck(0.01), false],
    ['little is missing', missingCheck([0.1, 0.05]), true],
    ['a fifth is bearable, more is not', missingCheck([0.21]), false],
    ['unevenly missing', missingCheck([0.15, 0.01]), false],
    ['nothing could be missing', missingCheck([]), true],
    ['none and none', missingCheck([0, 0]), true],
    ['20 and 15 of a hundred', missingCheck([0.2, 0.15]), true],
    ['21 of a hundred on both sides', missingCheck([0.21, 0.21]), false],
    ['none and 10 of a hundred', missingCheck([0, 0.1]), true],
  ])('%s', (_, check, passed) => {
    expect(check).toMatchObject({ passed, lowersGrade: true })
    const { grade, reasons } = graded('split', [check])
    expect(grade).toBe(passed === false ? 'B' : 'A')
    if (passed === false) expect(reasons.at(-1)).toMatchObject({ why: 'failed', code: check.code, from: 'A', to: 'B' })
  })

  test('for every design', () => {
    const failed = [planKeptCheck(['dates'])]
    expect(graded('switchback', failed).grade).toBe('B')
    expect(graded('staggered', failed, false).grade).toBe('C')
    expect(graded('before-after', failed).grade).toBe('D')
  })
})

describe('the worst site was picked', () => {
  test('it improves by itself: nothing was changed, and most of them got better', () => {
    const { normal } = seededGenerator(4)
    let better = 0
    for (let run = 0; run < 1000; run++) {
      // Twenty sites that differ little; the one with the worst month is picked, and measured again.
      const sites = Array.from({ length: 20 }, () => 0.5 * normal()).map((level) => ({
        level,
        month: level + normal(),
      }))
      const worst = sites.reduce((a, b) => (b.month < a.month ? b : a))
      if (worst.level + normal() > worst.month) better += 1
    }
    expect(better).toBeGreaterThan(850)
  })

  const facts = { randomised: false, planned: 'before' as const, checks: [] }

  test('grade D without twelve points before or a comparison group, whatever else was done', () => {
    const choice = { baselinePoints: 11, comparisonGroup: false }
    for (const design of ['before-after', 'pilot', 'split'] as const) {
      const { grade, reasons } = gradeEvidence(design, { ...facts, choice })
      expect(grade).toBe('D')
      expect(reasons.at(-1)).toMatchObject({ why: 'failed', code: 'picked-at-extreme', to: 'D' })
    }
    // A single series draws nothing by chance, so that "randomised" is no shelter there.
    expect(gradeEvidence('before-after', { ...facts, randomised: true, choice }).grade).toBe('D')
  })

  test('either of them keeps the grade, and so does a draw among the picked', () => {
    expect(
      gradeEvidence('before-after', { ...facts, choice: { baselinePoints: 12, comparisonGroup: false } }).grade,
    ).toBe('C')
    expect(gradeEvidence('pilot', { ...facts, choice: { baselinePoints: 0, comparisonGroup: true } }).grade).toBe('B')
    const drawn = { ...facts, randomised: true, choice: { baselinePoints: 0, comparisonGroup: false } }
    expect(gradeEvidence('pilot', drawn).grade).toBe('A')
  })
})
