import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { logGamma } from './log-gamma.ts'

describe('logGamma', () => {
  // mpmath 1.3 at 40 digits.
  test.each([
    [1e-8, 18.42068073818021],
    [0.1, 2.252712651734206],
    [0.5, 0.5723649429247001],
    [0.999999, 5.772164873855652e-7],
    [1.000001, -5.772148423874147e-7],
    [1.5, -0.12078223763524522],
    [1.999999, -4.227840125965854e-7],
    [2.5, 0.2846828704729192],
    [11.9, 17.25847745059552],
    [1e6, 12815504.569147611],
  ])('of %d is right to 14 digits', (x, expected) => {
    expect(Math.abs(logGamma(x) / expected - 1)).toBeLessThan(1e-14)
  })

  test('is exactly zero at 1 and 2', () => {
    expect(logGamma(1)).toBe(0)
    expect(logGamma(2)).toBe(0)
  })

  test('steps up by ln x', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e4, noNaN: true }), (x) => {
        const scale = Math.max(1, Math.abs(logGamma(x)))
        expect(Math.abs(logGamma(x + 1) - logGamma(x) - Math.log(x)) / scale).toBeLessThan(1e-14)
      }),
    )
  })

  test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d', (x) => {
    expect(() => logGamma(x)).toThrow(RangeError)
  })
})
