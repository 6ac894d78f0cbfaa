import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { regularisedIncompleteBeta } from './incomplete-beta.ts'

describe('regularisedIncompleteBeta', () => {
  // mpmath 1.3 at 40 digits.
  test.each([
    [0.5, 0.5, 0.3, 0.36901011956554536],
    [2, 3, 0.4, 0.5248],
    [5, 0.5, 0.01, 2.4712578086395448e-11],
    [100, 200, 0.3, 0.10884306564490975],
    [100, 200, 0.4, 0.9916844649260861],
    [1000, 1000, 0.49, 0.18555265943151145],
    [1000, 0.5, 0.999, 0.15724727426672383],
    [3, 1e5, 1e-5, 0.0803041561955605],
    [30, 0.1, 0.999, 0.26281069988906036],
    [50, 60, 0.001, 3.2306766001524043e-119],
  ])('with shapes %d and %d at %d is right to 13 digits', (a, b, x, expected) => {
    expect(Math.abs(regularisedIncompleteBeta(x, a, b) / expected - 1)).toBeLessThan(1e-13)
  })

  const shape = fc.double({ min: 0.05, max: 5000, noNaN: true })
  const share = fc.double({ min: 0, max: 1, noNaN: true })

  test('the two tails add up to 1', () => {
    fc.assert(
      fc.property(share, shape, shape, (x, a, b) => {
        const below = regularisedIncompleteBeta(x, a, b)
        const above = regularisedIncompleteBeta(1 - x, b, a, x)
        expect(below + above).toBeCloseTo(1, 12)
      }),
    )
  })

  test('never falls as x grows, and stays in [0, 1]', () => {
    fc.assert(
      fc.property(share, share, shape, shape, (x, y, a, b) => {
        const [low, high] = [Math.min(x, y), Math.max(x, y)]
        const below = regularisedIncompleteBeta(low, a, b)
        expect(below).toBeGreaterThanOrEqual(0)
        expect(regularisedIncompleteBeta(high, a, b)).toBeLessThanOrEqual(1)
        expect(below).toBeLessThanOrEqual(regularisedIncompleteBeta(high, a, b) + 1e-13)
      }),
    )
  })

  test('refuses an x outside [0, 1] and shapes that are not positive', () => {
    expect(() => regularisedIncompleteBeta(1.1, 1, 1)).toThrow(RangeError)
    expect(() => regularisedIncompleteBeta(Number.NaN, 1, 1)).toThrow(RangeError)
    expect(() => regularisedIncompleteBeta(0.5, 0, 1)).toThrow(RangeError)
  })
})
