import { describe, expect, test } from 'vitest'
import { judgeEffect } from './judge-effect.ts'

const effect = (low: number, high: number) => ({ estimate: (low + high) / 2, low, high, pValue: 0.5, confidence: 0.95 })

describe('judgeEffect', () => {
  // Up is better, 2 is worth having.
  test.each([
    [3, 5, 'better', false, false, 'yes'],
    [1, 5, 'better', false, true, 'unclear'],
    [0.5, 1.5, 'better', false, false, 'no'],
    [-1, 1, 'unclear', true, false, 'no'],
    [-1, 4, 'unclear', true, true, 'unclear'],
    [-4, -1, 'worse', false, false, 'no'],
    [0, 3, 'unclear', true, true, 'unclear'],
  ])('an interval from %d to %d', (low, high, verdict, zeroInside, worthHavingInside, worthHaving) => {
    const expected = { verdict, zeroInside, worthHavingInside, worthHaving }
    expect(judgeEffect(effect(low, high), 'higher', 2)).toEqual(expected)
    expect(judgeEffect(effect(-high, -low), 'lower', 2)).toEqual(expected)
  })

  test('says nothing about an effect worth having that nobody named', () => {
    expect(judgeEffect(effect(1, 2), 'higher', null)).toMatchObject({ worthHavingInside: null, worthHaving: null })
  })

  test('without an interval the p-value decides, and only direction can be said', () => {
    const placebo = { estimate: -3, low: null, high: null, pValue: 0.05, confidence: 0.95 }
    expect(judgeEffect(placebo, 'lower', 1)).toEqual({
      verdict: 'better',
      zeroInside: null,
      worthHavingInside: null,
      worthHaving: 'unclear',
    })
    expect(judgeEffect(placebo, 'higher', null).verdict).toBe('worse')
    expect(judgeEffect({ ...placebo, pValue: 0.06 }, 'higher', null).verdict).toBe('unclear')
  })

  test.each([
    [false, 'unclear', 'unclear'],
    [null, 'better', 'yes'],
    [true, 'better', 'yes'],
  ])('arms that are not as planned (sample ratio passed: %s) have no winner', (passed, verdict, worthHaving) => {
    const checks = [{ code: 'sample-ratio', passed, lowersGrade: true, values: {} }]
    expect(judgeEffect(effect(3, 5), 'higher', 2, checks)).toEqual({
      ...judgeEffect(effect(3, 5), 'higher', 2),
      verdict,
      worthHaving,
    })
    expect(judgeEffect({ ...effect(3, 5), low: null, high: null, pValue: 0.01 }, 'higher', null, checks).verdict).toBe(
      verdict,
    )
    expect(judgeEffect(effect(3, 5), 'higher', null, checks).worthHaving).toBeNull()
  })

  test('refuses an effect worth having that is not positive', () => {
    expect(() => judgeEffect(effect(1, 2), 'higher', 0)).toThrow(RangeError)
  })
})
