import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergeMoments, momentsOf, varianceOf } from './moments.ts'

const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { maxLength: 40 })

describe('momentsOf', () => {
  test('gives count, mean and spread', () => {
    const moments = momentsOf([2, 4, 4, 4, 5, 5, 7, 9])
    expect(moments).toEqual({ count: 8, mean: 5, sumOfSquares: 32 })
    expect(varianceOf(moments)).toBeCloseTo(32 / 7, 14)
  })

  test('keeps the variance of values around 1e9, where sums of squares lose it', () => {
    // NIST StRD NumAcc4 in kind: exact variance 0.01 around a large level.
    const wild = Array.from({ length: 1001 }, (_, i) => 1e9 + (i === 0 ? 0.2 : i % 2 === 0 ? 0.3 : 0.1))
    expect(varianceOf(momentsOf(wild))).toBeCloseTo(0.01, 6)
  })

  test('the trap: sums of squares give a negative variance, and none of it is left', () => {
    const values = Array.from({ length: 10 }, (_, i) => 1.004e9 + ((i * 7) % 10) / 6)
    const sum = values.reduce((total, value) => total + value, 0)
    const squares = values.reduce((total, value) => total + value * value, 0)
    expect((squares - (sum * sum) / 10) / 9).toBeLessThan(-100)
    // 82.5 / 9 / 36: the variance of 0 to 9 in steps of a sixth.
    expect(varianceOf(momentsOf(values))).toBeCloseTo(82.5 / 9 / 36, 6)
    const parts = mergeMoments(momentsOf(values.slice(0, 3)), momentsOf(values.slice(3)))
    expect(varianceOf(parts)).toBeCloseTo(82.5 / 9 / 36, 6)
  })

  test('merging is reading everything in one pass', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        const merged = mergeMoments(momentsOf(a), momentsOf(b))
        const direct = momentsOf([...a, ...b])
        const size = Math.max(1, ...[...a, ...b].map(Math.abs))
        expect(merged.count).toBe(direct.count)
        expect(Math.abs(merged.mean - direct.mean) / size).toBeLessThan(1e-12)
        expect(Math.abs(merged.sumOfSquares - direct.sumOfSquares) / size ** 2).toBeLessThan(1e-10)
      }),
    )
  })

  test('no value and one value have no variance, and it says null', () => {
    expect(momentsOf([])).toEqual({ count: 0, mean: 0, sumOfSquares: 0 })
    expect(varianceOf(momentsOf([]))).toBeNull()
    expect(varianceOf(momentsOf([3]))).toBeNull()
    expect(varianceOf(momentsOf([3, 3, 3]))).toBe(0)
  })

  test('refuses what is not a finite number', () => {
    expect(() => momentsOf([1, Number.NaN])).toThrow(RangeError)
    expect(() => momentsOf([Number.POSITIVE_INFINITY])).toThrow(RangeError)
  })
})
