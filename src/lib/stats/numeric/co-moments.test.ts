import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { coMomentsOf, correlationOf, covarianceOf, mergeCoMoments } from './co-moments.ts'
import { momentsOf } from './moments.ts'

const values = fc.array(fc.tuple(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: -1e6, max: 1e6 })), {
  maxLength: 30,
})
const of = (pairs: readonly [number, number][]) =>
  coMomentsOf(
    pairs.map(([x]) => x),
    pairs.map(([, y]) => y),
  )

describe('coMomentsOf', () => {
  test('gives means, scatter and covariance', () => {
    const moments = coMomentsOf([1, 2, 3, 4, 5], [2, 4, 5, 4, 5])
    expect(moments).toEqual({ count: 5, meanX: 3, meanY: 4, sumXX: 10, sumYY: 6, sumXY: 6 })
    expect(covarianceOf(moments)).toBe(1.5)
    expect(correlationOf(moments)).toBeCloseTo(6 / Math.sqrt(60), 15)
  })

  test('each side is what momentsOf gives, and both are one when x is y', () => {
    fc.assert(
      fc.property(values, (pairs) => {
        const { count, meanX, sumXX, sumYY } = of(pairs)
        expect({ count, mean: meanX, sumOfSquares: sumXX }).toEqual(momentsOf(pairs.map(([x]) => x)))
        expect(sumYY).toBe(momentsOf(pairs.map(([, y]) => y)).sumOfSquares)
        const same = of(pairs.map(([x]) => [x, x]))
        expect(same.sumXY).toBe(same.sumXX)
      }),
    )
  })

  test('merging is reading everything in one pass', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        const merged = mergeCoMoments(of(a), of(b))
        const direct = of([...a, ...b])
        expect(merged.count).toBe(direct.count)
        for (const key of ['meanX', 'meanY', 'sumXX', 'sumYY', 'sumXY'] as const)
          expect(Math.abs(merged[key] - direct[key])).toBeLessThanOrEqual(1e-13 * 1e6 ** 2 * 60)
      }),
    )
  })

  test('an offset of 1e9 leaves covariance and correlation alone', () => {
    const [x, y] = [
      [1, 2, 3, 4, 5],
      [2, 4, 5, 4, 5],
    ]
    const moved = coMomentsOf(
      x.map((value) => value + 1e9),
      y.map((value) => value - 1e9),
    )
    expect(covarianceOf(moved)).toBeCloseTo(1.5, 6)
    expect(correlationOf(moved)).toBeCloseTo(6 / Math.sqrt(60), 6)
  })

  test('too few pairs and no variation have no correlation, and it says null', () => {
    expect(covarianceOf(coMomentsOf([1], [2]))).toBeNull()
    expect(correlationOf(coMomentsOf([], []))).toBeNull()
    expect(covarianceOf(coMomentsOf([1, 1], [2, 3]))).toBe(0)
    expect(correlationOf(coMomentsOf([1, 1], [2, 3]))).toBeNull()
    expect(correlationOf(coMomentsOf([1e-200, 2e-200], [1, 2]))).toBeNull()
    expect(correlationOf(coMomentsOf([1e-100, 2e-100], [1e-100, 2e-100]))).toBe(1)
  })

  test('refuses lists of different lengths and what is not a finite number', () => {
    expect(() => coMomentsOf([1], [])).toThrow(RangeError)
    expect(() => coMomentsOf([1], [Number.NaN])).toThrow(RangeError)
  })
})
