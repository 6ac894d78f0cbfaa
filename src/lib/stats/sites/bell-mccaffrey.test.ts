import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bellMcCaffrey } from './bell-mccaffrey.ts'

describe('bellMcCaffrey', () => {
  // The R package clubSandwich 0.5.8, coef_test(vcov = "CR2", test = "Satterthwaite").
  test.each([
    [309, 75, 112.686839546604],
    [321, 78, 117.30042963271],
    [6, 4, 6.578947368421],
  ])('of %d against %d sites is what clubSandwich gives', (a, b, expected) => {
    expect(bellMcCaffrey(a, b)).toBeCloseTo(expected, 9)
    expect(bellMcCaffrey(b, a)).toBe(bellMcCaffrey(a, b))
  })

  test('lies between the smaller group less 1 and the total less 2, which even groups reach', () => {
    const size = fc.integer({ min: 2, max: 500 })
    fc.assert(
      fc.property(size, size, (a, b) => {
        expect(bellMcCaffrey(a, b)).toBeGreaterThan(Math.min(a, b) - 1)
        expect(bellMcCaffrey(a, b)).toBeLessThanOrEqual(a + b - 2 + 1e-9)
        expect(bellMcCaffrey(a, a)).toBeCloseTo(2 * a - 2, 9)
      }),
    )
  })

  test('needs two values in each group', () => {
    expect(() => bellMcCaffrey(1, 5)).toThrow(RangeError)
    expect(() => bellMcCaffrey(5, 2.5)).toThrow(RangeError)
  })
})
