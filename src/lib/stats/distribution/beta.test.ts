import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  betaCdf,
  betaDensity,
  betaLogCdf,
  betaLogDensity,
  betaQuantile,
  betaUpperQuantile,
  betaUpperTail,
} from './beta.ts'
import { fCdf, fDensity, fQuantile, fUpperQuantile, fUpperTail } from './f.ts'
import { studentTTwoSided } from './student-t.ts'

const shapes = fc.double({ min: 0.1, max: 3000, noNaN: true })
const shares = fc.double({ min: 1e-12, max: 0.999, noNaN: true })

describe('the beta distribution', () => {
  test('with whole shapes is a polynomial', () => {
    // I_x(2, 3) = 6x² - 8x³ + 3x⁴.
    for (const x of [1e-9, 0.2, 0.5, 0.9]) {
      expect(Math.abs(betaCdf(x, 2, 3) / (6 * x ** 2 - 8 * x ** 3 + 3 * x ** 4) - 1)).toBeLessThan(1e-13)
      expect(Math.abs(betaDensity(x, 2, 3) / (12 * x * (1 - x) ** 2) - 1)).toBeLessThan(1e-13)
    }
  })

  test('nothing and everything of n, as Clopper and Pearson bound them', () => {
    // Above 0 of n: 1 - (α/2)^(1/n).
    expect(betaQuantile(0.975, 1, 20)).toBeCloseTo(1 - 0.025 ** (1 / 20), 14)
    expect(betaQuantile(0.025, 20, 1)).toBeCloseTo(0.025 ** (1 / 20), 14)
  })

  test('the quantile undoes the share, from either end', () => {
    fc.assert(
      fc.property(shares, shapes, shapes, (p, a, b) => {
        const below = betaQuantile(p, a, b)
        // Close to 1 a double cannot say where it lies.
        if (below > 0 && below < 0.999) expect(Math.abs(betaCdf(below, a, b) / p - 1)).toBeLessThan(1e-9)
        const above = betaUpperQuantile(p, a, b)
        if (above < 0.999) expect(Math.abs(betaUpperTail(above, a, b) / p - 1)).toBeLessThan(1e-9)
      }),
    )
  })

  test('turned round, the tails change places', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1023 }), shapes, shapes, (k, a, b) => {
        const x = k / 1024
        expect(Math.abs(betaCdf(x, a, b) - betaUpperTail(1 - x, b, a))).toBeLessThanOrEqual(1e-13 * betaCdf(x, a, b))
      }),
    )
  })

  test('ends and impossible input', () => {
    expect([betaCdf(-1, 2, 3), betaCdf(2, 2, 3), betaUpperTail(0, 2, 3), betaLogCdf(1, 2, 3)]).toEqual([0, 1, 1, 0])
    expect([betaLogDensity(0, 1, 3), betaDensity(1, 2, 3), betaDensity(-1, 1, 1)]).toEqual([Math.log(3), 0, 0])
    expect(betaDensity(1, 2, 0.5)).toBe(Number.POSITIVE_INFINITY)
    expect(() => betaCdf(Number.NaN, 1, 1)).toThrow(RangeError)
    expect(() => betaCdf(0.5, 0, 1)).toThrow(RangeError)
    expect(() => betaQuantile(0, 1, 1)).toThrow(RangeError)
    expect(() => betaUpperQuantile(1.5, 1, 1)).toThrow(RangeError)
  })
})

describe('the F distribution', () => {
  // Every printed table.
  test.each([
    [0.05, 3, 10, 3.7082648190468435],
    [0.01, 1, 5, 16.258177038],
    [0.05, 5, 2, 19.29640965],
  ])('%d lies above the critical value with %d and %d degrees of freedom', (tail, above, below, critical) => {
    expect(fUpperQuantile(tail, above, below)).toBeCloseTo(critical, 7)
    expect(fQuantile(1 - tail, above, below)).toBeCloseTo(critical, 7)
  })

  test('with one degree above is the square of t, and its inverse changes the two', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 30, noNaN: true }), shapes, shapes, (t, above, below) => {
        expect(Math.abs(fUpperTail(t * t, 1, below) - studentTTwoSided(t, below))).toBeLessThan(1e-13)
        expect(Math.abs(fUpperTail(t, above, below) - fCdf(1 / t, below, above))).toBeLessThan(1e-12)
      }),
    )
  })

  test('ends and impossible input', () => {
    expect([fCdf(0, 2, 3), fUpperTail(-1, 2, 3), fCdf(Number.POSITIVE_INFINITY, 2, 3)]).toEqual([0, 1, 1])
    expect([fDensity(0, 2, 5), fDensity(0, 3, 5), fDensity(-1, 2, 5)]).toEqual([1, 0, 0])
    expect(fDensity(0, 1, 5)).toBe(Number.POSITIVE_INFINITY)
    expect(() => fCdf(1, 0, 3)).toThrow(RangeError)
    expect(() => fCdf(Number.NaN, 1, 3)).toThrow(RangeError)
    expect(() => fQuantile(0, 1, 3)).toThrow(RangeError)
  })
})
