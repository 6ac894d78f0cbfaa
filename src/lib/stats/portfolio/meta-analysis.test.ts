import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { betweenVariance } from './between-variance.ts'
import { metaAnalysis } from './meta-analysis.ts'

const effect = fc.record({
  estimate: fc.double({ min: -20, max: 20, noNaN: true }),
  standardError: fc.double({ min: 0.1, max: 5, noNaN: true }),
})
const effects = fc.array(effect, { minLength: 3, maxLength: 12 })
const method = fc.constantFrom('fixed' as const, 'dersimonian-laird' as const, 'paule-mandel' as const, 'reml' as const)

describe('metaAnalysis', () => {
  test('under three trials it is a fixed effect, and says why', () => {
    const one = metaAnalysis([{ estimate: 3, standardError: 2 }])
    expect(one).toMatchObject({
      method: 'fixed',
      interval: 'normal',
      estimate: 3,
      standardError: 2,
      prediction: null,
      reason: 'too-few-effects',
    })
    expect(one.heterogeneity).toEqual({ q: 0, degreesOfFreedom: 0, pValue: null, iSquared: 0 })
    const two = metaAnalysis([
      { estimate: 1, standardError: 1 },
      { estimate: 3, standardError: 1 },
    ])
    expect(two).toMatchObject({ method: 'fixed', estimate: 2, reason: 'too-few-effects' })
  })

  test('equal effects have no spread, and the factor of Hartung and Knapp stays at 1', () => {
    const same = [1, 2, 3].map((standardError) => ({ estimate: 5, standardError }))
    const answer = metaAnalysis(same)
    expect(answer).toMatchObject({ betweenVariance: 0, estimate: 5 })
    expect(answer.standardError).toBeCloseTo(1 / Math.sqrt(1 + 1 / 4 + 1 / 9), 12)
    expect(metaAnalysis(same, { floor: false })).toMatchObject({ standardError: 0, statistic: 0, pValue: 1 })
  })

  test('interval and p-value agree; the prediction holds the interval', () => {
    fc.assert(
      fc.property(effects, method, (given, of) => {
        const { low, high, pValue, estimate, prediction, heterogeneity } = metaAnalysis(given, { method: of })
        expect(low).toBeLessThanOrEqual(estimate)
        expect(high).toBeGreaterThanOrEqual(estimate)
        if (Math.abs(pValue - 0.05) > 1e-9) expect(low > 0 || high < 0).toBe(pValue < 0.05)
        if (prediction) expect(prediction.high - prediction.low).toBeGreaterThan(high - low - 1e-9)
        expect(heterogeneity.iSquared).toBeGreaterThanOrEqual(0)
        expect(heterogeneity.iSquared).toBeLessThan(1)
      }),
    )
  })

  test('the order, the unit and the zero do not matter', () => {
    fc.assert(
      fc.property(effects, method, (given, of) => {
        const plain = metaAnalysis(given, { method: of })
        const turned = metaAnalysis([...given].reverse(), { method: of })
        const moved = metaAnalysis(
          given.map((e) => ({ estimate: 1000 * e.estimate + 5e5, standardError: 1000 * e.standardError })),
          { method: of },
        )
        expect(turned.estimate).toBeCloseTo(plain.estimate, 6)
        expect((moved.estimate - 5e5) / 1000).toBeCloseTo(plain.estimate, 5)
        expect(moved.betweenVariance / 1e6).toBeCloseTo(plain.betweenVariance, 4)
      }),
    )
  })

  test('refuses impossible input', () => {
    expect(() => metaAnalysis([])).toThrow(RangeError)
    expect(() => metaAnalysis([{ estimate: 1, standardError: 0 }])).toThrow(RangeError)
    expect(() => metaAnalysis([{ estimate: 1, standardError: 1 }], { confidence: 0 })).toThrow(RangeError)
  })
})

describe('betweenVariance', () => {
  test('of one effect is 0; about a known mean one effect says something', () => {
    expect(betweenVariance([{ estimate: 9, standardError: 1 }])).toBe(0)
    expect(betweenVariance([{ estimate: 9, standardError: 1 }], 'paule-mandel', 0)).toBeCloseTo(80, 9)
    expect(() => betweenVariance([{ estimate: 9, standardError: 1 }], 'reml', 0)).toThrow(RangeError)
  })
  test('for equal standard errors all three are the excess of the sample variance', () => {
    const values = [1, 4, 9, 2, 7].map((estimate) => ({ estimate, standardError: 2 }))
    for (const of of ['reml', 'dersimonian-laird', 'paule-mandel'] as const)
      expect(betweenVariance(values, of)).toBeCloseTo(11.3 - 4, 8)
  })
})
