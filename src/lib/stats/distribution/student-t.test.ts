import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalUpperTail } from './normal.ts'
import { studentTCdf, studentTDensity, studentTQuantile, studentTTwoSided, studentTUpperTail } from './student-t.ts'

const degrees = fc.double({ min: 0.5, max: 1e5, noNaN: true })

describe("Student's t distribution", () => {
  // t, degrees of freedom, density, upper tail: mpmath 1.3 at 40 digits.
  test.each([
    [0.1, 0.5, 0.2657006721774053, 0.4731658105643032],
    [12, 0.5, 0.0038474182424763415, 0.09253026053460106],
    [1.96, 1.7, 0.07031646094128728, 0.10550481071483814],
    [1.96, 4.63, 0.06902733257462985, 0.05593351558732736],
    [12, 4.63, 2.1715212049173764e-5, 5.7812312970356616e-5],
    [0.1, 37.2, 0.3942413975207137, 0.46044065811135076],
    [12, 37.2, 2.914341430145431e-14, 1.1753184082582732e-14],
    [1.96, 1e4, 0.0584498169083546, 0.025011760115916524],
    [1.96, 1e6, 0.05844103308584548, 0.024998033792634895],
  ])('at %d with %d degrees of freedom is right to 13 digits', (t, df, density, tail) => {
    expect(Math.abs(studentTDensity(t, df) / density - 1)).toBeLessThan(1e-13)
    expect(Math.abs(studentTUpperTail(t, df) / tail - 1)).toBeLessThan(1e-13)
    expect(studentTTwoSided(-t, df)).toBe(studentTTwoSided(t, df))
  })

  // Upper tail, degrees of freedom, quantile: mpmath 1.3; 3.18245 and 2.22814 are in every printed table.
  test.each([
    [1e-9, 0.7, 1355731312173.4375],
    [0.025, 0.7, 36.61141503158869],
    [0.3, 1.5, 0.6517954826023571],
    [0.025, 3, 3.1824463052837095],
    [1e-9, 4.63, 129.86241290258153],
    [0.025, 10, 2.228138851986275],
    [0.3, 37.2, 0.5289243143517336],
    [1e-9, 1e4, 6.003355447947142],
  ])('%d lies above the quantile with %d degrees of freedom', (tail, df, quantile) => {
    expect(Math.abs(-studentTQuantile(tail, df) / quantile - 1)).toBeLessThan(1e-12)
  })

  test('the quantile undoes the distribution function', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 0.49, noNaN: true }), degrees, (p, df) => {
        expect(Math.abs(studentTCdf(studentTQuantile(p, df), df) / p - 1)).toBeLessThan(1e-11)
      }),
    )
  })

  test('the shares below and above add up to 1', () => {
    fc.assert(
      fc.property(fc.double({ min: -50, max: 50, noNaN: true }), degrees, (t, df) => {
        expect(studentTCdf(t, df) + studentTUpperTail(t, df)).toBeCloseTo(1, 13)
      }),
    )
  })

  test('many degrees of freedom make it normal', () => {
    expect(studentTUpperTail(2, 1e9)).toBeCloseTo(normalUpperTail(2), 9)
    expect(studentTQuantile(0.975, 1e9)).toBeCloseTo(1.959964, 6)
  })

  test('the ends are 0 and 1, the middle a half', () => {
    expect(studentTTwoSided(Number.POSITIVE_INFINITY, 3)).toBe(0)
    expect(studentTTwoSided(1e200, 3)).toBe(0)
    expect(studentTTwoSided(0, 3)).toBe(1)
    expect(studentTQuantile(0.5, 3)).toBe(0)
  })

  test('refuses what is not a share, a number or degrees of freedom', () => {
    expect(() => studentTQuantile(1, 3)).toThrow(RangeError)
    expect(() => studentTQuantile(0.9, 0)).toThrow(RangeError)
    expect(() => studentTTwoSided(Number.NaN, 3)).toThrow(RangeError)
    expect(() => studentTDensity(1, Number.POSITIVE_INFINITY)).toThrow(RangeError)
  })
})
