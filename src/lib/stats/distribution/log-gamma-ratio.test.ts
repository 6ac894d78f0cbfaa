import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { logGamma } from './log-gamma.ts'
import { logGammaRatio } from './log-gamma-ratio.ts'

describe('logGammaRatio', () => {
  test('of one step is the logarithm: Γ(a + 1) = a Γ(a)', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1e9, noNaN: true }), (a) => {
        expect(Math.abs(logGammaRatio(a, 1) - Math.log(a))).toBeLessThan(1e-13 * (1 + Math.abs(Math.log(a))))
      }),
    )
  })

  test('keeps the digits of a small step, which the difference of logarithms has lost', () => {
    // Twice half the step is the step, but for the curvature of ln Γ (here below 1e-15 of it).
    const [a, b] = [1e6, 1e-9]
    expect(Math.abs((2 * logGammaRatio(a, b / 2)) / logGammaRatio(a, b) - 1)).toBeLessThan(1e-13)
    const plain = logGamma(a + b) - logGamma(a)
    expect(Math.abs(plain / logGammaRatio(a, b) - 1)).toBeGreaterThan(0.01)
  })

  test('refuses what is not positive', () => {
    expect(() => logGammaRatio(0, 1)).toThrow(RangeError)
    expect(() => logGammaRatio(1, -1)).toThrow(RangeError)
    expect(() => logGammaRatio(1, Number.POSITIVE_INFINITY)).toThrow(RangeError)
  })
})
