import { describe, expect, test } from 'vitest'
import { matrixFrom, rowsOf } from '../numeric/matrix.ts'
import { seededGenerator } from '../numeric/seeded-generator.ts'
import { fitAutoregressive } from './fit-autoregressive.ts'
import { lowestOnLine } from './lowest-on-line.ts'
import { automaticLag, neweyWest } from './newey-west.ts'
import { poissonRegression } from './poisson-regression.ts'
import { checkResiduals } from './residual-checks.ts'
import { segmentedDesign } from './segmented-design.ts'

describe('segmentedDesign', () => {
  test('counts time from the change, so that the level is the step there', () => {
    const { terms, x, unchanged } = segmentedDesign([0, 1, 2, 3], 2)
    expect(terms).toEqual(['intercept', 'trend', 'level', 'slope'])
    expect(rowsOf(x)).toEqual([
      [1, -2, 0, 0],
      [1, -1, 0, 0],
      [1, 0, 1, 0],
      [1, 1, 1, 1],
    ])
    expect(rowsOf(unchanged)[3]).toEqual([1, 1, 0, 0])
  })

  test('a season adds two waves by default', () => {
    const { terms } = segmentedDesign([0, 1, 2], 1, { season: 12, slope: false })
    expect(terms).toEqual(['intercept', 'trend', 'level', 'sine-1', 'cosine-1', 'sine-2', 'cosine-2'])
  })
})

describe('neweyWest', () => {
  test.each([
    [24, 2],
    [36, 3],
    [100, 4],
    [200, 4],
  ])('looks back by the usual rule: %d periods, %d', (count, lag) => {
    expect(automaticLag(count)).toBe(lag)
  })

  test('without a lag it is the heteroscedastic one, worked by hand', () => {
    // Mean of 4 values: bread 1/4, errors -3, -1, 1, 3.
    const scores = matrixFrom([[-3], [-1], [1], [3]])
    const covariance = neweyWest(matrixFrom([[0.25]]), scores, [0, 1, 2, 3], 1, 0)
    expect(covariance.values[0]).toBeCloseTo((20 / 16) * (4 / 3), 14)
    // Lag 1: products of neighbours 3 - 1 + 3 = 5, weight a half, twice.
    expect(neweyWest(matrixFrom([[0.25]]), scores, [0, 1, 2, 3], 1, 1).values[0]).toBeCloseTo((25 / 16) * (4 / 3), 14)
    // Across a gap of two periods nothing is correlated at lag 1.
    expect(neweyWest(matrixFrom([[0.25]]), scores, [0, 2, 4, 6], 1, 1).values[0]).toBeCloseTo((20 / 16) * (4 / 3), 14)
    expect(() => neweyWest(matrixFrom([[0.25]]), scores, [0, 1, 2, 3], 1, 1.5)).toThrow(RangeError)
    expect(() => neweyWest(matrixFrom([[0.25]]), scores, [0, 1, 2, 3], 4, 1)).toThrow(RangeError)
  })
})

describe('fitAutoregressive', () => {
  test.each(['reml', 'prais-winsten'] as const)('finds the memory that is there: %s', (method) => {
    const { normal } = seededGenerator(3)
    let last = 0
    const y = Array.from({ length: 2_000 }, () => {
      last = 0.6 * last + normal()
      return last
    })
    const x = matrixFrom(y.map(() => [1]))
    expect(fitAutoregressive(x, y, Array.from(y.keys()), method).autocorrelation).toBeCloseTo(0.6, 1)
    // Every third period: the memory of a period is the cube root of what neighbours in the record share.
    const third = y.filter((_, i) => i % 3 === 0)
    const times = third.map((_, i) => 3 * i)
    const sparse = fitAutoregressive(matrixFrom(third.map(() => [1])), third, times, 'reml')
    expect(sparse.autocorrelation).toBeCloseTo(0.6, 1)
  })

  test('refuses fewer periods than coefficients', () => {
    expect(() =>
      fitAutoregressive(
        matrixFrom([
          [1, 0],
          [1, 1],
        ]),
        [1, 2],
        [0, 1],
      ),
    ).toThrow(RangeError)
  })
})

describe('poissonRegression', () => {
  test('two groups: the coefficient is the logarithm of the ratio of means', () => {
    const fit = poissonRegression(
      matrixFrom([
        [1, 0],
        [1, 0],
        [1, 1],
        [1, 1],
      ]),
      [2, 4, 10, 14],
    )
    expect(Math.exp(fit.coefficients[1] ?? 0)).toBeCloseTo(4, 12)
    // 1/6 + 1/24, as of two Poisson totals.
    expect(fit.covariance.values[3]).toBeCloseTo(1 / 6 + 1 / 24, 12)
    expect(fit.dispersion).toBeCloseTo(((1 + 1) / 3 + (4 + 4) / 12) / 2, 12)
  })

  test('says when a coefficient runs off to infinity', () => {
    expect(
      poissonRegression(
        matrixFrom([
          [1, 0],
          [1, 0],
          [1, 1],
          [1, 1],
        ]),
        [2, 4, 0, 0],
      ),
    ).toMatchObject({
      isConverged: false,
      dispersion: null,
    })
  })

  test('refuses impossible counts and exposures', () => {
    const x = matrixFrom([[1], [1]])
    expect(() => poissonRegression(x, [0, 0])).toThrow(RangeError)
    expect(() => poissonRegression(x, [1, -1])).toThrow(RangeError)
    expect(() => poissonRegression(x, [1, 1], [1, 0])).toThrow(RangeError)
    expect(() => poissonRegression(x, [1])).toThrow(RangeError)
  })
})

describe('checkResiduals', () => {
  test('alternating residuals are near 4, drifting ones near 0', () => {
    expect(checkResiduals(Array.from({ length: 50 }, (_, i) => (i % 2 === 0 ? 1 : -1))).durbinWatson).toBeCloseTo(
      3.92,
      10,
    )
    expect(checkResiduals(Array.from({ length: 50 }, (_, i) => i - 24.5)).durbinWatson).toBeLessThan(0.01)
  })

  test('nothing to check is said', () => {
    expect(checkResiduals([])).toEqual({ durbinWatson: null, ljungBox: null })
    expect(checkResiduals([0, 0, 0])).toEqual({ durbinWatson: null, ljungBox: null })
    expect(checkResiduals([2, 2, 2])).toEqual({ durbinWatson: 0, ljungBox: null })
    expect(() => checkResiduals([1, 2, 3], 3)).toThrow(RangeError)
  })

  test('does not depend on the unit', () => {
    const residuals = [1, -2, 0.5, 3, -1, 0.2, -0.7, 1.1]
    const plain = checkResiduals(residuals)
    const far = checkResiduals(residuals.map((residual) => residual * 1e200))
    expect(far.durbinWatson).toBeCloseTo(plain.durbinWatson ?? 0, 12)
    expect(far.ljungBox?.statistic).toBeCloseTo(plain.ljungBox?.statistic ?? 0, 12)
  })
})

describe('lowestOnLine', () => {
  test('finds the lower of two valleys, and an end', () => {
    expect(lowestOnLine((x) => Math.cos(3 * x) + 0.1 * x, 0, 6)).toBeCloseTo(1.036, 2)
    expect(lowestOnLine((x) => x, 2, 5)).toBeCloseTo(2, 8)
    expect(lowestOnLine((x) => -x, 2, 5)).toBeCloseTo(5, 8)
    expect(lowestOnLine((x) => (x - 0.3) ** 2, -1, 1)).toBeCloseTo(0.3, 7)
  })
})
