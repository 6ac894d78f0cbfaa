import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gaussHermite, gaussLegendre } from './gauss-nodes.ts'
import { integrate } from './integrate.ts'

describe('integrate', () => {
  test('knows integrals with a closed form', () => {
    const bell = integrate((x) => Math.exp((-x * x) / 2), Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)
    expect(bell.value).toBeCloseTo(Math.sqrt(2 * Math.PI), 13)
    expect(bell.error).toBeLessThan(1e-11)
    expect(integrate(Math.sqrt, 0, 1).value).toBeCloseTo(2 / 3, 12)
    expect(integrate((x) => 1 / x ** 2, 1, Number.POSITIVE_INFINITY).value).toBeCloseTo(1, 14)
    expect(integrate(Math.exp, Number.NEGATIVE_INFINITY, 0).value).toBeCloseTo(1, 13)
    expect(integrate((x) => Math.exp(-((x - 3) ** 2) / 1e-4), 0, 10).value).toBeCloseTo(0.01 * Math.sqrt(Math.PI), 14)
  })

  test('the other direction changes the sign, and no range has no integral', () => {
    expect(integrate(Math.sin, Math.PI, 0).value).toBeCloseTo(-2, 13)
    expect(integrate(Math.sin, 1, 1)).toEqual({ value: 0, error: 0, evaluations: 0 })
  })

  test('parts of a range add up to the whole', () => {
    const place = fc.double({ min: -3, max: 3, noNaN: true })
    const f = (x: number) => Math.exp(Math.sin(3 * x)) + x
    fc.assert(
      fc.property(place, place, place, (a, b, c) => {
        const whole = integrate(f, a, c, { absolute: 1e-12 }).value
        const parts = integrate(f, a, b, { absolute: 1e-12 }).value + integrate(f, b, c, { absolute: 1e-12 }).value
        expect(Math.abs(whole - parts)).toBeLessThan(1e-11)
      }),
    )
  })

  test('the error says when it did not get there', () => {
    const { error } = integrate((x) => 1 / (x - 1 / 3), 0, 1, { parts: 20 })
    expect(error).toBeGreaterThan(0.1)
  })

  test('refuses a range or a value that is no number', () => {
    expect(() => integrate((x) => x, Number.NaN, 1)).toThrow(RangeError)
    expect(() => integrate((x) => Math.log(x), -1, 1)).toThrow(RangeError)
  })
})

describe('Gauss rules', () => {
  test.each([1, 2, 5, 20, 64])('with %d points are exact for polynomials of degree 2n - 1', (n) => {
    const legendre = gaussLegendre(n, -1, 3)
    const hermite = gaussHermite(n)
    // The normal moments are 1, 0, 1, 0, 3, 0, 15, ...; those of the uniform on (-1, 3) are (3^(k+1) - (-1)^(k+1)) / (k + 1).
    let moment = 1
    for (let k = 0; k < Math.min(2 * n, 20); k++) {
      const mean = ({ nodes, weights }: typeof hermite) =>
        nodes.reduce((sum, node, i) => sum + (weights[i] ?? 0) * node ** k, 0)
      const scale = 3 ** (k + 1) / (k + 1)
      expect(mean(legendre) / scale).toBeCloseTo(1 - (-1 / 3) ** (k + 1), 12)
      if (k % 2 === 0) {
        if (k > 0) moment *= k - 1
        expect(mean(hermite) / moment).toBeCloseTo(1, 11)
      } else expect(Math.abs(mean(hermite)) / moment).toBeLessThan(1e-9)
    }
  })

  test('refuse a number of points that is none', () => {
    expect(() => gaussLegendre(0)).toThrow(RangeError)
    expect(() => gaussHermite(1.5)).toThrow(RangeError)
  })
})
