import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { betaKernel, deviance } from './beta-kernel.ts'

describe('betaKernel', () => {
  // mpmath 1.3 at 40 digits.
  test.each([
    [0.3, 2, 5, 0.453789],
    [0.999, 50, 0.5, 0.11970127022711063],
    [0.5, 1e5, 1e5, 89.20609429995099],
    [1e-6, 0.5, 3, 0.0009374971875028125],
  ])('at x %d, shapes %d and %d is right to 13 digits', (x, a, b, expected) => {
    expect(Math.abs(betaKernel(x, 1 - x, a, b) / expected - 1)).toBeLessThan(1e-13)
  })

  test('is 0 at both ends', () => {
    expect(betaKernel(0, 1, 2, 3)).toBe(0)
    expect(betaKernel(1, 0, 2, 3)).toBe(0)
  })

  test.each([
    [0.5, 0, 1],
    [-0.1, 1, 1],
    [0.5, 1, Number.POSITIVE_INFINITY],
  ])('refuses x %d, shapes %d and %d', (x, a, b) => {
    expect(() => betaKernel(x, 0.5, a, b)).toThrow(RangeError)
  })
})

describe('deviance', () => {
  test('is zero where both are equal and positive elsewhere', () => {
    const positive = fc.double({ min: 1e-6, max: 1e9, noNaN: true })
    fc.assert(
      fc.property(positive, positive, (k, m) => {
        expect(deviance(k, k)).toBe(0)
        expect(deviance(k, m)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  test('keeps its digits close to zero, where the plain formula has none left', () => {
    // (m - k)^2 / 2k, the next term 1e-6 smaller.
    expect(deviance(1e6, 1e6 + 1) * 2e6).toBeCloseTo(1, 5)
  })

  test('refuses what is not positive', () => {
    expect(() => deviance(0, 1)).toThrow(RangeError)
  })
})
