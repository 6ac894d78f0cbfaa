import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  noncentralTCdf,
  noncentralTLogUpperTail,
  noncentralTQuantile,
  noncentralTUpperQuantile,
  noncentralTUpperTail,
} from './noncentral-t.ts'
import { normalUpperTail } from './normal.ts'
import { studentTQuantile, studentTUpperTail } from './student-t.ts'

const degrees = fc.double({ min: 0.5, max: 1e4, noNaN: true })
const places = fc.double({ min: -8, max: 8, noNaN: true })

describe('the noncentral t distribution', () => {
  test('gives the published power: d 0.2, 393.4057 per arm, two-sided 0.05', () => {
    const n = 393.4057
    const [df, noncentrality] = [2 * n - 2, 0.2 * Math.sqrt(n / 2)]
    const critical = studentTQuantile(0.975, df)
    const power = noncentralTUpperTail(critical, df, noncentrality) + noncentralTCdf(-critical, df, noncentrality)
    expect(power).toBeCloseTo(0.8, 7)
  })

  test('without noncentrality is Student t, and at 0 normal', () => {
    fc.assert(
      fc.property(places, degrees, places, (t, df, noncentrality) => {
        expect(Math.abs(noncentralTUpperTail(t, df, 0) / studentTUpperTail(t, df) - 1)).toBeLessThan(1e-12)
        expect(noncentralTCdf(0, df, noncentrality)).toBeCloseTo(normalUpperTail(noncentrality), 15)
      }),
    )
  })

  test('the tails add up, mirror each other, and grow with the noncentrality', () => {
    fc.assert(
      fc.property(places, degrees, places, (t, df, noncentrality) => {
        const above = noncentralTUpperTail(t, df, noncentrality)
        expect(above + noncentralTCdf(t, df, noncentrality)).toBeCloseTo(1, 12)
        expect(noncentralTCdf(-t, df, -noncentrality)).toBe(above)
        expect(noncentralTUpperTail(t, df, noncentrality + 0.5)).toBeGreaterThan(above * (1 - 1e-12))
      }),
    )
  })

  test('the quantile undoes the share, from either end', () => {
    for (const [p, df, noncentrality] of [
      [0.9, 10, 1],
      [1e-8, 3, 2],
      [0.2, 0.7, -3],
      [0.5, 1e5, 6],
    ] as const) {
      expect(noncentralTCdf(noncentralTQuantile(p, df, noncentrality), df, noncentrality) / p).toBeCloseTo(1, 10)
      const upper = noncentralTUpperQuantile(p, df, noncentrality)
      expect(noncentralTUpperTail(upper, df, noncentrality) / p).toBeCloseTo(1, 10)
    }
  })

  test('many degrees of freedom make it normal, also far out', () => {
    expect(noncentralTUpperTail(5, 1e9, 2)).toBeCloseTo(normalUpperTail(3), 9)
    expect(noncentralTLogUpperTail(60, 1e9, 2) / (-(58 ** 2) / 2 - Math.log(58 * Math.sqrt(2 * Math.PI)))).toBeCloseTo(
      1,
      4,
    )
  })

  test('an effect of a million or a billion standard errors is found for sure, from either side', () => {
    for (const noncentrality of [999, 1001, 1e5, 2e6, 1e9, 1e300]) {
      expect(noncentralTUpperTail(4.3, 2, noncentrality)).toBeCloseTo(1, 4)
      expect(noncentralTCdf(-4.3, 2, -noncentrality)).toBeCloseTo(1, 4)
      expect(noncentralTUpperTail(4.3, 2, -noncentrality)).toBe(0)
    }
  })

  test('where the way to integrate changes, the share does not jump, in either tail', () => {
    for (const [t, df] of [
      [700, 4],
      [999, 20],
      [1200, 300],
      [-900, 3],
    ] as const) {
      const tails = [1000, 1000.000000001].map((d) => noncentralTUpperTail(t, df, d))
      const lower = [1000, 1000.000000001].map((d) => noncentralTCdf(t, df, d))
      expect((tails[1] ?? 0) / (tails[0] ?? 1) || 1).toBeCloseTo(1, 8)
      expect((lower[1] ?? 0) / (lower[0] ?? 1) || 1).toBeCloseTo(1, 8)
    }
  })

  test('refuses what is no number', () => {
    expect(() => noncentralTCdf(Number.NaN, 3, 1)).toThrow(RangeError)
    expect(() => noncentralTCdf(1, 0, 1)).toThrow(RangeError)
    expect(() => noncentralTCdf(1, 3, Number.POSITIVE_INFINITY)).toThrow(RangeError)
    expect(() => noncentralTQuantile(1, 3, 1)).toThrow(RangeError)
  })
})
