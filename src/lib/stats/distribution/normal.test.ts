import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalCdf, normalDensity, normalQuantile, normalUpperTail } from './normal.ts'

describe('the standard normal distribution', () => {
  // mpmath 1.3 at 40 digits. The last ones lie where 1 - cdf has no digits left.
  test.each([
    [-3, 0.9986501019683699],
    [0, 0.5],
    [0.3, 0.3820885778110474],
    [0.67, 0.2514288950953101],
    [0.68, 0.2482522304535705],
    [1, 0.15865525393145705],
    [3, 0.0013498980316300946],
    [5, 2.866515718791939e-7],
    [5.7, 5.990371401063528e-9],
    [8, 6.220960574271784e-16],
    [20, 2.7536241186062337e-89],
    [37, 5.725571222524577e-300],
  ])('above %d lies the right share', (z, expected) => {
    expect(Math.abs(normalUpperTail(z) / expected - 1)).toBeLessThan(2e-15)
    expect(normalCdf(-z)).toBe(normalUpperTail(z))
  })

  test.each([
    [1e-10, -6.361340902404057],
    [0.001, -3.0902323061678136],
    [0.025, -1.9599639845400543],
    [0.25, -0.6744897501960817],
    [0.4, -0.2533471031357997],
    [0.975, 1.9599639845400538],
    [0.999, 3.090232306167813],
  ])('below the quantile of %d lies that share', (p, expected) => {
    expect(Math.abs(normalQuantile(p) / expected - 1)).toBeLessThan(2e-15)
  })

  test('the quantile undoes the distribution function', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 0.5, noNaN: true }), (p) => {
        // The tail at z moves by z² relative to z: that is the conditioning, not the algorithm.
        const z = normalQuantile(p)
        expect(Math.abs(normalCdf(z) / p - 1)).toBeLessThan(1e-15 * (4 + 2 * z * z))
      }),
    )
  })

  test('the density is the slope of the distribution function', () => {
    const slope = (normalCdf(0.7 + 1e-5) - normalCdf(0.7 - 1e-5)) / 2e-5
    expect(normalDensity(0.7)).toBeCloseTo(slope, 9)
    expect(normalDensity(0)).toBeCloseTo(1 / Math.sqrt(2 * Math.PI), 15)
  })

  test.each([0, 1, -0.5, Number.NaN])('there is no quantile of %d', (p) => {
    expect(() => normalQuantile(p)).toThrow(RangeError)
  })
})
