import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { momentsOf, varianceOf } from '../numeric/moments.ts'
import { momentsFromSums } from './moments-from-sums.ts'

const sumsOf = (values: number[]) => ({
  count: values.length,
  sum: values.reduce((sum, value) => sum + value, 0),
  sumOfSquaredValues: values.reduce((sum, value) => sum + value * value, 0),
})

describe('momentsFromSums', () => {
  test('gives the moments behind whole numbers exactly', () => {
    expect(momentsFromSums(sumsOf([2, 4, 4, 4, 5, 5, 7, 9]))).toEqual({ count: 8, mean: 5, sumOfSquares: 32 })
  })

  test('the trap: sums of squares leave a variance of -227.6 where the truth is 0.278', () => {
    const values = [0, 1, 0, 1, 0, 1, 0, 1, 0, 1].map((more) => 1e9 + more)
    const { count, sum, sumOfSquaredValues } = sumsOf(values)
    expect((sumOfSquaredValues - (sum * sum) / count) / (count - 1)).toBeCloseTo(-227.6, 1)
    expect(varianceOf(momentsOf(values))).toBeCloseTo(0.278, 3)
    expect(momentsFromSums({ count, sum, sumOfSquaredValues })).toBeNull()
  })

  test('what it gives agrees with the centred moments to three digits at least', () => {
    const level = fc.double({ min: -1e8, max: 1e8, noNaN: true })
    const many = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 2, maxLength: 50 })
    fc.assert(
      fc.property(level, many, (level, values) => {
        const moments = momentsFromSums(sumsOf(values.map((value) => level + value)))
        if (moments === null) return
        const direct = momentsOf(values.map((value) => level + value))
        expect(Math.abs(moments.sumOfSquares - direct.sumOfSquares)).toBeLessThanOrEqual(
          // Squares of numbers below 1e-150 have no digits left to agree in.
          2e-3 * direct.sumOfSquares + 1e-300,
        )
      }),
      { numRuns: 500 },
    )
  })

  test('no unit, one unit, all zero, and impossible totals', () => {
    expect(momentsFromSums(sumsOf([]))).toEqual({ count: 0, mean: 0, sumOfSquares: 0 })
    expect(momentsFromSums(sumsOf([7]))).toEqual({ count: 1, mean: 7, sumOfSquares: 0 })
    expect(momentsFromSums(sumsOf([0, 0]))).toEqual({ count: 2, mean: 0, sumOfSquares: 0 })
    expect(() => momentsFromSums({ count: -1, sum: 0, sumOfSquaredValues: 0 })).toThrow(RangeError)
    expect(() => momentsFromSums({ count: 2, sum: 0, sumOfSquaredValues: -1 })).toThrow(RangeError)
    expect(() => momentsFromSums({ count: 2, sum: Number.NaN, sumOfSquaredValues: 1 })).toThrow(RangeError)
  })
})
