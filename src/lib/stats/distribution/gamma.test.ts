import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  chiSquareCdf,
  chiSquareDensity,
  chiSquareQuantile,
  chiSquareUpperQuantile,
  chiSquareUpperTail,
} from './chi-square.ts'
import {
  gammaCdf,
  gammaDensity,
  gammaLogCdf,
  gammaLogDensity,
  gammaLogUpperTail,
  gammaQuantile,
  gammaUpperQuantile,
  gammaUpperTail,
} from './gamma.ts'
import { poissonUpperTail } from './poisson.ts'

const shapes = fc.double({ min: 0.05, max: 2000, noNaN: true })
const shares = fc.double({ min: 1e-12, max: 0.999, noNaN: true })

describe('the gamma distribution', () => {
  test('with shape 1 is the exponential one', () => {
    for (const x of [1e-10, 0.3, 2, 50]) {
      expect(Math.abs(gammaUpperTail(x, 1, 2) / Math.exp(-2 * x) - 1)).toBeLessThan(1e-13)
      expect(Math.abs(gammaCdf(x, 1, 2) / -Math.expm1(-2 * x) - 1)).toBeLessThan(1e-13)
      expect(Math.abs(gammaDensity(x, 1, 2) / (2 * Math.exp(-2 * x)) - 1)).toBeLessThan(1e-13)
    }
  })

  test('the quantile undoes the share, from either end', () => {
    fc.assert(
      fc.property(shares, shapes, (p, shape) => {
        const below = gammaQuantile(p, shape)
        if (below > 0) expect(Math.abs(gammaCdf(below, shape) / p - 1)).toBeLessThan(1e-10)
        expect(Math.abs(gammaUpperTail(gammaUpperQuantile(p, shape), shape) / p - 1)).toBeLessThan(1e-10)
      }),
    )
  })

  test('the two tails add up to 1, and the unit does not matter', () => {
    fc.assert(
      fc.property(shapes, fc.double({ min: 1e-300, max: 4000, noNaN: true }), (shape, x) => {
        expect(gammaCdf(x, shape) + gammaUpperTail(x, shape)).toBeCloseTo(1, 13)
        expect(gammaCdf(x / 8, shape, 8)).toBe(gammaCdf(x, shape))
      }),
    )
  })

  test('the logarithm goes on where the share is too small for a number', () => {
    expect(gammaUpperTail(2000, 3)).toBe(0)
    // Q(3, x) = e^-x (1 + x + x²/2).
    expect(gammaLogUpperTail(2000, 3)).toBeCloseTo(-2000 + Math.log(1 + 2000 + 2e6), 9)
  })

  test('ends and impossible input', () => {
    expect([gammaCdf(-1, 2), gammaUpperTail(0, 2), gammaCdf(Number.POSITIVE_INFINITY, 2)]).toEqual([0, 1, 1])
    expect([gammaDensity(-1, 2), gammaLogDensity(0, 1, 3), gammaDensity(0, 2)]).toEqual([0, Math.log(3), 0])
    expect(gammaDensity(0, 0.5)).toBe(Number.POSITIVE_INFINITY)
    expect(gammaLogDensity(Number.POSITIVE_INFINITY, 2)).toBe(Number.NEGATIVE_INFINITY)
    expect(gammaLogCdf(0, 2)).toBe(Number.NEGATIVE_INFINITY)
    // P(X < x) = x^0.001 / Γ(1.001) for tiny x: half of it lies below 1e-301.
    expect(gammaQuantile(1e-3, 0.001)).toBe(0)
    for (const [shape, rate] of [
      [0, 1],
      [1, 0],
      [1, Number.NaN],
      [Number.POSITIVE_INFINITY, 1],
    ] as const)
      expect(() => gammaCdf(1, shape, rate)).toThrow(RangeError)
    expect(() => gammaCdf(Number.NaN, 1)).toThrow(RangeError)
    expect(() => gammaQuantile(1, 1)).toThrow(RangeError)
    expect(() => gammaUpperQuantile(0, 1)).toThrow(RangeError)
  })
})

describe('the chi-square distribution', () => {
  // Every printed table.
  test.each([
    [0.05, 1, 3.841458820694124],
    [0.01, 10, 23.209251158954356],
    [0.001, 3, 16.26623619623813],
    [0.95, 20, 10.850811394182585],
  ])('%d lies above the critical value with %d degrees of freedom', (tail, df, critical) => {
    expect(chiSquareUpperQuantile(tail, df)).toBeCloseTo(critical, 11)
    expect(chiSquareQuantile(1 - tail, df)).toBeCloseTo(critical, 11)
    expect(chiSquareUpperTail(critical, df)).toBeCloseTo(tail, 13)
  })

  test('with 2 degrees of freedom is exponential, and its tail is a Poisson share', () => {
    expect(chiSquareUpperTail(7, 2)).toBeCloseTo(Math.exp(-3.5), 15)
    expect(chiSquareDensity(7, 2)).toBeCloseTo(Math.exp(-3.5) / 2, 15)
    // Abramowitz & Stegun 26.4.21.
    expect(chiSquareCdf(9, 8)).toBeCloseTo(poissonUpperTail(3, 4.5), 15)
  })

  test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d degrees of freedom', (df) => {
    expect(() => chiSquareCdf(1, df)).toThrow(RangeError)
  })
})
