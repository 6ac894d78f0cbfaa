import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arrangeSites } from './arrange-sites.ts'
import { isRejected, permutationInterval } from './permutation-interval.ts'

const seed = 1
const values = fc.array(fc.integer({ min: -30, max: 30 }), { minLength: 4, maxLength: 6 })

describe('permutationInterval', () => {
  test('holds zero exactly when the p-value does not reject it', () => {
    fc.assert(
      fc.property(values, values, (treated, comparison) => {
        const arrangements = arrangeSites(treated, comparison, { seed })
        const { low, high } = permutationInterval(arrangements, 0.95)
        if (low === null || high === null) throw new Error('four against four have an interval at 95 %')
        const pValue = arrangements.atLeastAsFar(0) / arrangements.count
        expect(low <= 0 && high >= 0).toBe(!isRejected(pValue, 0.05))
        expect(low).toBeLessThanOrEqual(arrangements.estimate)
        expect(high).toBeGreaterThanOrEqual(arrangements.estimate)
      }),
      { numRuns: 60 },
    )
  })

  test('moves with the effect and with the unit', () => {
    const [treated, comparison] = [
      [9, 14, 11, 16, 12],
      [5, 9, 4, 8, 7, 6],
    ]
    const plain = permutationInterval(arrangeSites(treated, comparison, { seed }), 0.95)
    const moved = permutationInterval(
      arrangeSites(
        treated.map((v) => (v + 100) * 1000),
        comparison.map((v) => v * 1000),
        { seed },
      ),
      0.95,
    )
    expect((moved.low ?? 0) / 1000 - 100).toBeCloseTo(plain.low ?? 0, 6)
    expect((moved.high ?? 0) / 1000 - 100).toBeCloseTo(plain.high ?? 0, 6)
  })

  test('swapping the groups mirrors it', () => {
    const [treated, comparison] = [
      [9, 14, 11, 16, 12],
      [5, 9, 4, 8, 7, 6, 30],
    ]
    const forward = permutationInterval(arrangeSites(treated, comparison, { seed }), 0.9)
    const backward = permutationInterval(arrangeSites(comparison, treated, { seed }), 0.9)
    expect(backward.low).toBeCloseTo(-(forward.high ?? 0), 6)
    expect(backward.high).toBeCloseTo(-(forward.low ?? 0), 6)
  })

  test('is unbounded, and says so, when nothing could be ruled out', () => {
    const fourEach = arrangeSites([1, 2, 3, 4], [5, 6, 7, 9], { seed })
    expect(permutationInterval(fourEach, 0.95).low).not.toBeNull()
    // 2 of 70 arrangements is 2.9 %: no effect can be rejected at 1 %.
    expect(permutationInterval(fourEach, 0.99)).toEqual({ low: null, high: null })
  })

  test('refuses a confidence outside (0, 1)', () => {
    expect(() => permutationInterval(arrangeSites([1, 2], [3, 5], { seed }), 1)).toThrow(RangeError)
  })
})

test('a p-value that reaches the level exactly is a rejection, rounding included', () => {
  expect(isRejected(0.05, 1 - 0.95)).toBe(true)
  expect(isRejected(1 / 20, 0.05)).toBe(true)
  expect(isRejected(0.0501, 0.05)).toBe(false)
})
