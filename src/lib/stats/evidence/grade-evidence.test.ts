import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Check, type Design, gradeEvidence } from './grade-evidence.ts'

const check = (code: string, passed: boolean | null, lowersGrade = true): Check => ({
  code,
  passed,
  lowersGrade,
  values: {},
})
const frozen = { randomised: true, planned: 'before' as const, checks: [] }

describe('gradeEvidence', () => {
  test.each([
    ['split', true, 'A'],
    ['split', false, 'B'],
    ['pilot', true, 'A'],
    ['pilot', false, 'B'],
    ['staggered', true, 'A'],
    ['staggered', false, 'B'],
    ['switchback', true, 'A'],
    ['before-after', true, 'C'],
    ['before-after', false, 'C'],
    ['word', false, 'D'],
  ] as const)('a %s, randomised %s, is %s at best', (design, randomised, grade) => {
    expect(gradeEvidence(design, { ...frozen, randomised }).grade).toBe(grade)
  })

  test.each([
    ['after', 'plan-after-data'],
    ['none', 'no-frozen-plan'],
  ] as const)('with the plan frozen %s it is never A', (planned, code) => {
    expect(gradeEvidence('pilot', { ...frozen, planned })).toEqual({
      grade: 'B',
      reasons: [
        { why: 'design', code: 'pilot-randomised', from: null, to: 'A' },
        { why: 'plan', code, from: 'A', to: 'B' },
      ],
    })
    // The cap is no penalty: a pilot with chosen sites is B anyway, and the reason is still named.
    const chosen = gradeEvidence('pilot', { ...frozen, randomised: false, planned })
    expect(chosen.grade).toBe('B')
    expect(chosen.reasons.at(-1)).toEqual({ why: 'plan', code, from: 'B', to: 'B' })
  })

  test('each failed check takes one off, down to D', () => {
    const failed = [check('a', false), check('b', false), check('c', true)]
    expect(gradeEvidence('pilot', { ...frozen, checks: failed }).grade).toBe('C')
    const many = gradeEvidence('before-after', { ...frozen, checks: [...failed, check('d', false)] })
    expect(many.grade).toBe('D')
    expect(many.reasons.at(-1)).toEqual({ why: 'failed', code: 'd', from: 'D', to: 'D' })
  })

  test('what could not be checked is named and takes nothing off', () => {
    const answer = gradeEvidence('pilot', { ...frozen, randomised: false, checks: [check('pre-trend', null)] })
    expect(answer.grade).toBe('B')
    expect(answer.reasons.at(-1)).toEqual({ why: 'untested', code: 'pre-trend', from: 'B', to: 'B' })
  })

  test('a failed check that only limits the answer is not a reason', () => {
    const answer = gradeEvidence('pilot', { ...frozen, checks: [check('no-single-site', false, false)] })
    expect(answer).toMatchObject({ grade: 'A', reasons: [{ why: 'design' }] })
  })

  test('the steps lead from the design to the grade, and never up', () => {
    const design = fc.constantFrom<Design>('split', 'pilot', 'staggered', 'switchback', 'before-after', 'word')
    const checks = fc.array(
      fc.record({
        code: fc.string(),
        passed: fc.constantFrom(true, false, null),
        lowersGrade: fc.boolean(),
        values: fc.constant({}),
      }),
    )
    const facts = fc.record({ randomised: fc.boolean(), planned: fc.constantFrom('before', 'after', 'none'), checks })
    fc.assert(
      fc.property(design, facts, (of, given) => {
        const { grade, reasons } = gradeEvidence(of, given)
        expect(reasons.at(-1)?.to).toBe(grade)
        reasons.forEach((reason, i) => {
          expect(reason.from).toBe(i === 0 ? null : reasons[i - 1]?.to)
          if (reason.from !== null) expect(reason.to >= reason.from).toBe(true)
        })
        if (given.planned !== 'before') expect(grade).not.toBe('A')
      }),
    )
  })
})
