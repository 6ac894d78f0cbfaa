import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededGenerator } from '../numeric/seeded-generator.ts'
import { expectAgreement, referenceCases } from '../testing/reference-cases.ts'
import { filterSeries } from './filter-series.ts'
import { forecastImpact, type ImpactOptions } from './forecast-impact.ts'
import { smoothSeries } from './smooth-series.ts'
import type { StructuralModel, StructuralVariances } from './structural-model.ts'

interface Given {
  values: (number | null)[]
  start: number
  options: ImpactOptions
}
interface GivenModel {
  model: StructuralModel
  values: (number | null)[]
  variances: StructuralVariances
}

const { normal } = seededGenerator(11)
const quiet = Array.from({ length: 40 }, () => 10 + normal())

describe('filterSeries', () => {
  test('agrees with the exact diffuse likelihood of statsmodels', () => {
    for (const each of referenceCases<GivenModel, unknown>('series', 'filterSeries'))
      expectAgreement(filterSeries(each.given.model, each.given.values, each.given.variances), each)
  })

  test('a constant level is the mean', () => {
    const model = { hasDrift: false, season: null, regressors: [] }
    const { state, covariance, degreesOfFreedom } = filterSeries(model, [3, null, 5, 10], {
      irregular: 2,
      level: 0,
      weight: null,
    })
    expect(state[0]).toBeCloseTo(6, 12)
    expect(covariance[0]).toBeCloseTo(2 / 3, 12)
    expect(degreesOfFreedom).toBe(2)
  })
})

describe('smoothSeries', () => {
  test('agrees with statsmodels, diffuse start, gaps and regressors included', () => {
    for (const each of referenceCases<GivenModel, unknown>('series', 'smoothSeries'))
      expectAgreement(smoothSeries(each.given.model, each.given.values, each.given.variances), each)
  })

  test('needs to have seen every part of the state', () => {
    const model = { hasDrift: false, season: 4, regressors: [] }
    expect(smoothSeries(model, [1, 2, 3], { irregular: 1, level: 0.1, weight: null })).toBeNull()
  })
})

describe('forecastImpact', () => {
  test('agrees with kriging: one normal distribution over all periods, likelihood by scipy', () => {
    for (const each of referenceCases<Given, unknown>('series', 'forecastImpact'))
      expectAgreement(forecastImpact(each.given.values, each.given.start, each.given.options), each)
  })

  test('a level that stands still is static, and the forecast is the mean', () => {
    const result = forecastImpact([3, 5, 4, 3, 5, 4, 3, 5, 4, 3, 5, 4, 9], 12, { level: 'estimated' })
    expect(result.fit).toMatchObject({ isStatic: true, level: 0 })
    expect(result.periods[0]?.predicted.estimate).toBeCloseTo(4, 10)
    expect(result.cumulative?.estimate).toBeCloseTo(5, 10)
    // A new value around an estimated mean: s sqrt(1 + 1/12).
    expect(result.cumulative?.standardError).toBeCloseTo(Math.sqrt((8 / 11) * (1 + 1 / 12)), 10)
  })

  test('moving and stretching the values does so to the effect', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        fc.double({ min: -1e4, max: 1e4, noNaN: true }),
        (scale, by) => {
          const plain = forecastImpact(quiet, 30).cumulative
          const moved = forecastImpact(
            quiet.map((value) => by + scale * value),
            30,
          ).cumulative
          expect((moved?.estimate ?? 0) / scale).toBeCloseTo(plain?.estimate ?? 0, 3)
          expect((moved?.standardError ?? 0) / scale).toBeCloseTo(plain?.standardError ?? 0, 3)
        },
      ),
      { numRuns: 20 },
    )
  })

  test('the effect added to the values after the change is found in full', () => {
    const none = forecastImpact(quiet, 30).cumulative
    const some = forecastImpact(
      quiet.map((value, i) => value + (i >= 30 ? 7 : 0)),
      30,
    )
    expect((some.cumulative?.estimate ?? 0) - (none?.estimate ?? 0)).toBeCloseTo(70, 8)
    expect(some.average?.estimate).toBeCloseTo((some.cumulative?.estimate ?? 0) / 10, 10)
    expect(some.relative?.estimate).toBeGreaterThan(0.5)
    expect(some.cumulative?.pValue).toBeLessThan(1e-6)
  })

  test('a period without a value adds no effect, and its uncertainty is not lost', () => {
    const gap = quiet.map((value, i) => (i === 5 || i === 33 ? null : value))
    const { periods, cumulative } = forecastImpact(gap, 30)
    expect(periods[3]).toMatchObject({ actual: null, effect: null })
    expect(periods[3]?.cumulative).toEqual(periods[2]?.cumulative)
    expect(cumulative?.standardError).toBeGreaterThan(periods[2]?.cumulative.standardError ?? 9)
  })

  test('a regressor that carries the noise sharpens the forecast', () => {
    const weather = Array.from({ length: 40 }, () => normal())
    const sales = weather.map((value) => 100 + 5 * value + 0.1 * normal())
    const without = forecastImpact(sales, 30).cumulative?.standardError ?? 0
    const knowing = forecastImpact(sales, 30, { regressors: [weather] }).cumulative?.standardError ?? 0
    expect(knowing).toBeLessThan(without / 10)
    // The same series twice cannot be told apart, unless weights are penalised.
    expect(forecastImpact(sales, 30, { regressors: [weather, weather] }).reason).toBe('not-determined')
    expect(forecastImpact(sales, 30, { regressors: [weather, weather], penalty: 1 }).reason).toBeNull()
  })

  test('values around 1e9 keep their effect', () => {
    const far = forecastImpact(
      quiet.map((value) => value + 1e9),
      30,
    ).cumulative
    expect(far?.estimate).toBeCloseTo(forecastImpact(quiet, 30).cumulative?.estimate ?? 0, 4)
  })

  test('says why there is no answer', () => {
    expect(forecastImpact(quiet.slice(0, 12), 7)).toMatchObject({
      reason: 'describe-only',
      periods: [],
      cumulative: null,
    })
    expect(forecastImpact(quiet, 30, { season: 12 }).reason).toBe('describe-only')
    expect(forecastImpact(quiet, 40).reason).toBe('nothing-after')
    expect(
      forecastImpact(
        quiet.map((value, i) => (i < 30 ? value : null)),
        30,
      ).reason,
    ).toBe('nothing-after')
    expect(forecastImpact(Array(20).fill(1e9), 15).reason).toBe('no-variation')
    expect(forecastImpact(quiet, 30, { regressors: [Array(40).fill(3)] }).reason).toBe('not-determined')
  })

  test('survives JSON', () => {
    for (const result of [forecastImpact(quiet, 30, { season: 4, level: 'causal-impact' }), forecastImpact([], 0)])
      expect(JSON.parse(JSON.stringify(result))).toEqual(result)
  })

  test('refuses impossible input', () => {
    expect(() => forecastImpact([Number.NaN], 0)).toThrow(RangeError)
    expect(() => forecastImpact(quiet, 41)).toThrow(RangeError)
    expect(() => forecastImpact(quiet, 30, { season: 1 })).toThrow(RangeError)
    expect(() => forecastImpact(quiet, 30, { penalty: -1 })).toThrow(RangeError)
    expect(() => forecastImpact(quiet, 30, { level: 0 })).toThrow(RangeError)
    expect(() => forecastImpact(quiet, 30, { regressors: [[1]] })).toThrow(RangeError)
    expect(() => forecastImpact(quiet, 30, { confidence: 0 })).toThrow(RangeError)
  })
})
