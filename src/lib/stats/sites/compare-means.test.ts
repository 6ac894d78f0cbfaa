import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareMeans } from './compare-means.ts'

const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 30 })

describe('compareMeans', () => {
  test("reproduces Student's sleep data", () => {
    // Cushny & Peebles 1905, in Student 1908. Ten each, so the degrees of freedom are 18 (Welch's would be 17.776).
    const dextro = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]
    const laevo = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
    const answer = compareMeans(laevo, dextro)
    expect(answer.estimate).toBeCloseTo(1.58, 12)
    expect((answer.estimate ?? 0) / (answer.standardError ?? 1)).toBeCloseTo(1.8608134674868526, 12)
    expect(answer.degreesOfFreedom).toBeCloseTo(18, 12)
    expect(answer.pValue).toBeCloseTo(0.0791867, 7)
    expect(answer.low).toBeCloseTo(-0.203874, 6)
    expect(answer.high).toBeCloseTo(3.363874, 6)
  })

  test('swapping the groups mirrors the interval', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        const forward = compareMeans(a, b)
        const backward = compareMeans(b, a)
        if (forward.low === null) return
        expect(backward.low).toBeCloseTo(-(forward.high ?? 0), 9)
        expect(backward.pValue).toBeCloseTo(forward.pValue ?? 0, 12)
      }),
    )
  })

  test('a level of 1e9 and a change of unit change nothing but the unit', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        const plain = compareMeans(a, b)
        const lifted = compareMeans(
          a.map((v) => v + 1e9),
          b.map((v) => v + 1e9),
        )
        const scaled = compareMeans(
          a.map((v) => v * 1000),
          b.map((v) => v * 1000),
        )
        expect(lifted.estimate).toBeCloseTo(plain.estimate, 5)
        expect(lifted.reason).toBe(plain.reason)
        if (plain.low === null) return
        expect(lifted.low).toBeCloseTo(plain.low, 4)
        expect((scaled.low ?? 0) / 1000).toBeCloseTo(plain.low, 8)
        expect(scaled.pValue).toBeCloseTo(plain.pValue ?? 0, 9)
      }),
    )
  })

  test('the p-value is below the level exactly when zero lies outside', () => {
    fc.assert(
      fc.property(values, values, fc.double({ min: 0.5, max: 0.999, noNaN: true }), (a, b, confidence) => {
        const { low, high, pValue } = compareMeans(a, b, { confidence })
        if (low === null || high === null || pValue === null || Math.abs(pValue - 1 + confidence) < 1e-9) return
        expect(low > 0 || high < 0).toBe(pValue < 1 - confidence)
      }),
    )
  })

  test('says why there is no interval', () => {
    expect(compareMeans([3], [1, 2])).toMatchObject({
      estimate: 1.5,
      standardError: null,
      low: null,
      reason: 'too-few-values',
    })
    expect(compareMeans([3, 3], [1, 1, 1])).toMatchObject({
      estimate: 2,
      standardError: 0,
      pValue: null,
      reason: 'no-variation',
    })
    // 0.1 + 0.2 is not 0.3: the difference of the two is rounding, not variation.
    expect(compareMeans([0.1 + 0.2, 0.3], [0, 0]).reason).toBe('no-variation')
    // One group that stands still is no reason to stop.
    expect(compareMeans([3, 3, 3], [1, 2, 1]).reason).toBeNull()
  })

  test('refuses empty groups, gaps and a confidence outside (0, 1)', () => {
    expect(() => compareMeans([], [1, 2])).toThrow(RangeError)
    expect(() => compareMeans([Number.NaN, 1], [1, 2])).toThrow(RangeError)
    expect(() => compareMeans([1, 2], [1, 2], { confidence: 1 })).toThrow(RangeError)
  })
})
