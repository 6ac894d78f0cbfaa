import { describe, expect, test } from 'vitest'
import { momentsOf } from '../numeric/moments.ts'
import { compareMeansWithControl } from './compare-means-with-control.ts'
import { welch } from './welch.ts'

describe('compareMeansWithControl', () => {
  const control = momentsOf([4, 5, 3, 6, 4])
  const arms = [
    [6, 7, 5, 8],
    [4, 4, 6, 5],
    [9, 8, 9],
  ].map(momentsOf)

  test('each arm alone is Welch; together each has its part of the level', () => {
    const answers = compareMeansWithControl(arms, control)
    for (const [i, { alone, together }] of answers.entries()) {
      const arm = arms[i] ?? control
      expect(alone).toEqual(welch(arm, control))
      expect(together.low).toBeCloseTo(welch(arm, control, { confidence: 1 - 0.05 / 3 }).low ?? 0, 10)
      expect(together).toMatchObject({ confidence: 0.95, pValue: Math.min(1, 3 * (alone.pValue ?? 1)) })
      expect((together.pValue ?? 1) < 0.05).toBe((together.low ?? 0) > 0 || (together.high ?? 0) < 0)
    }
  })

  test('one arm has no room to make; gaps keep their reason', () => {
    const [only] = compareMeansWithControl([momentsOf([1, 2])], control)
    expect(only?.together.low).toBeCloseTo(only?.alone.low ?? 0, 12)
    expect(compareMeansWithControl([momentsOf([])], control)[0]?.together.reason).toBe('empty-arm')
    expect(() => compareMeansWithControl([], control)).toThrow(RangeError)
  })
})
