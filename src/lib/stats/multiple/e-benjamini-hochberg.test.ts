import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { eBenjaminiHochberg } from './e-benjamini-hochberg.ts'

describe('eBenjaminiHochberg', () => {
  test('rejects the k largest, k as large as the k-th e-value allows: e(k) >= m / (k level)', () => {
    const logs = fc.array(fc.double({ min: -5, max: 12, noNaN: true }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(logs, fc.double({ min: 0.01, max: 0.5, noNaN: true }), (given, level) => {
        const falling = given.map((x) => Math.exp(x)).sort((a, b) => b - a)
        let k = 0
        for (const [i, e] of falling.entries()) if (e * (i + 1) * level >= given.length) k = i + 1
        const rejected = eBenjaminiHochberg(given).filter((smallest) => smallest !== null && smallest <= level)
        // An e-value of 1 or less is never evidence, and cannot be rejected below level 1.
        expect(rejected.length).toBe(k)
      }),
    )
  })

  test('gaps stay gaps, overwhelming evidence is level 0, none is level 1', () => {
    expect(eBenjaminiHochberg([null, 2_000, -2_000])).toEqual([null, 0, 1])
    expect(eBenjaminiHochberg([])).toEqual([])
    expect(eBenjaminiHochberg([Math.log(20)])[0]).toBeCloseTo(0.05, 14)
  })

  test('refuses a logarithm that is not finite', () => {
    expect(() => eBenjaminiHochberg([Number.POSITIVE_INFINITY])).toThrow(RangeError)
    expect(() => eBenjaminiHochberg([Number.NaN])).toThrow(RangeError)
  })
})
