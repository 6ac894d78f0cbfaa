import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededGenerator } from '../numeric/seeded-generator.ts'
import { expectAgreement, referenceCases } from '../testing/reference-cases.ts'
import { type InterruptedOptions, interruptedTimeSeries } from './interrupted-time-series.ts'

interface Given {
  values: (number | null)[]
  start: number
  options: InterruptedOptions
}
const analyse = ({ values, start, options }: Given) => interruptedTimeSeries(values, start, options)

/** 59 months of acute coronary events in Sicily; the ban on smoking began with the 37th. */
const sicily = readFileSync(new URL('../../../../reference/sicily-smoking-ban/sicily.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(',').map(Number))
const events = sicily.map((row) => row[2] ?? 0)
const exposure = sicily.map((row) => row[6] ?? 0)

describe('interruptedTimeSeries', () => {
  test('agrees with statsmodels, and with the full covariance matrix', () => {
    for (const each of referenceCases<Given, unknown>('series', 'interruptedTimeSeries'))
      expectAgreement(analyse(each.given), each)
    for (const each of referenceCases<Given, unknown>('series', 'cumulativeError'))
      expectAgreement(analyse(each.given).cumulative?.standardError, each)
  })

  test('agrees with R: nlme for REML, sandwich for robust errors', () => {
    for (const each of referenceCases<Given, unknown>('series-r', 'interruptedTimeSeries'))
      expectAgreement(analyse(each.given), { ...each, near: 1e-6 })
  })

  describe('the smoking ban in Sicily', () => {
    test('Poisson, step and trend: 0.8944 (0.8647, 0.9251), trend 1.00496, dispersion 3.559', () => {
      const { rateRatios, dispersion } = interruptedTimeSeries(events, 36, { model: 'poisson', slope: false, exposure })
      expect(rateRatios?.level?.estimate).toBeCloseTo(0.8944, 4)
      expect(rateRatios?.level?.low).toBeCloseTo(0.8647, 4)
      expect(rateRatios?.level?.high).toBeCloseTo(0.9251, 4)
      expect(rateRatios?.trend?.estimate).toBeCloseTo(1.00496, 5)
      expect(dispersion).toBeCloseTo(3.559, 3)
    })

    // The published intervals take the normal quantile; ours Student's t, because the dispersion is an estimate.
    test.each([
      ['as it is', {}, 0.894, 0.839, 0.953],
      ['seasonally adjusted', { season: 12 }, 0.885, 0.839, 0.933],
    ])('quasi-Poisson, %s: %o', (_, season, estimate, low, high) => {
      const { level, rateRatios } = interruptedTimeSeries(events, 36, { slope: false, exposure, ...season })
      expect(rateRatios?.level?.estimate).toBeCloseTo(estimate, 3)
      const reach = 1.959963984540054 * (level?.standardError ?? 0)
      expect(Math.exp((level?.estimate ?? 0) - reach)).toBeCloseTo(low, 3)
      expect(Math.exp((level?.estimate ?? 0) + reach)).toBeCloseTo(high, 3)
      expect(rateRatios?.level?.low).toBeLessThan(low)
      expect(rateRatios?.level?.high).toBeGreaterThan(high)
    })

    test('its slope did not change: p 0.43', () => {
      expect(interruptedTimeSeries(events, 36, { exposure, season: 12 }).slope?.pValue).toBeCloseTo(0.43, 2)
    })

    // Trap "trend and season".
    test('the raw rate rose after the ban that lowered it', () => {
      const { before, after, rateRatios } = interruptedTimeSeries(events, 36, { slope: false, exposure, season: 12 })
      expect(1e5 * (before.mean ?? 0)).toBeCloseTo(213, 0)
      expect(1e5 * (after.mean ?? 0)).toBeCloseTo(221, 0)
      expect(rateRatios?.level?.high).toBeLessThan(1)
    })
  })

  const noisy = fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 20, maxLength: 40 })
  const model = fc.constantFrom('reml', 'prais-winsten', 'newey-west', 'ols' as const)

  test('moving and stretching the values does so to the effect', () => {
    fc.assert(
      fc.property(noisy, model, fc.double({ min: 0.1, max: 50, noNaN: true }), (values, which, scale) => {
        const start = Math.floor(values.length / 2)
        const plain = interruptedTimeSeries(values, start, { model: which })
        const moved = interruptedTimeSeries(
          values.map((value) => 1000 + scale * value),
          start,
          { model: which },
        )
        if (!plain.level || !moved.level || plain.level.standardError < 1e-3) return
        expect(moved.level.estimate / scale).toBeCloseTo(plain.level.estimate, 3)
        expect(moved.level.pValue).toBeCloseTo(plain.level.pValue, 3)
      }),
      { numRuns: 30 },
    )
  })

  test('test and interval agree, and the interval holds the estimate', () => {
    fc.assert(
      fc.property(noisy, model, fc.double({ min: 0.5, max: 0.99, noNaN: true }), (values, which, confidence) => {
        const { level, cumulative } = interruptedTimeSeries(values, 10, { model: which, confidence })
        for (const term of [level, cumulative]) {
          if (!term || Math.abs(term.pValue - 1 + confidence) < 1e-9) continue
          expect(term.low).toBeLessThanOrEqual(term.estimate)
          expect(term.low > 0 || term.high < 0).toBe(term.pValue < 1 - confidence)
        }
      }),
      { numRuns: 40 },
    )
  })

  const wave = Array.from({ length: 30 }, (_, i) => 5 + Math.sin(i * 1.7) + 0.3 * Math.cos(i * 5.1))

  test('a transition is left out of the fit and of the effect', () => {
    const settled = wave.map((value, i) => value + (i >= 15 ? 3 : 0))
    const unsettled = settled.map((value, i) => (i === 15 || i === 16 ? value + 500 : value))
    const [a, b] = [settled, unsettled].map((values) => interruptedTimeSeries(values, 15, { transition: 2 }))
    expect(b?.level).toEqual(a?.level)
    expect(a?.after.count).toBe(13)
    expect((a?.cumulative?.estimate ?? 0) / (a?.average?.estimate ?? 1)).toBeCloseTo(13, 10)
  })

  test('the effect is what lies between the fit and the counterfactual', () => {
    const result = interruptedTimeSeries(wave, 15)
    const between = result.fitted.reduce<number>(
      (sum, value, i) => sum + (i < 15 ? 0 : (value ?? 0) - (result.counterfactual[i]?.estimate ?? 0)),
      0,
    )
    expect(result.cumulative?.estimate).toBeCloseTo(between, 10)
    expect(result.counterfactual[14]).toBeNull()
  })

  test('missing periods are passed over', () => {
    const gaps = wave.map((value, i) => (i === 3 || i === 20 ? null : value))
    for (const which of ['reml', 'prais-winsten', 'newey-west', 'ols'] as const) {
      const result = interruptedTimeSeries(gaps, 15, { model: which })
      expect(result.before.count + result.after.count).toBe(28)
      expect(result.reason).toBeNull()
    }
  })

  test('fewer than 8 periods on a side are described only', () => {
    const result = interruptedTimeSeries(wave.slice(0, 22), 15)
    expect(result).toMatchObject({ reason: 'describe-only', level: null, cumulative: null, after: { count: 7 } })
    expect(result.after.mean).not.toBeNull()
    expect(interruptedTimeSeries([], 0)).toMatchObject({ reason: 'describe-only', before: { count: 0, mean: null } })
  })

  test('columns that others determine are named and left out', () => {
    // One period after the change: a step and a slope cannot be told apart.
    const result = interruptedTimeSeries(wave.slice(0, 17), 15, { transition: 1, leastPeriods: 2, model: 'ols' })
    expect(result.reason).toBe('describe-only')
    // Every second period alone: the wave of two periods stands still.
    const odd = [...wave, ...wave].map((value, i) => (i % 2 === 0 ? value : null))
    const two = interruptedTimeSeries(odd, 30, { model: 'ols', season: 2 })
    expect(two.collinear).toEqual(['cosine-1'])
    expect(two.reason).toBeNull()
  })

  test('values that do not vary, or lie on the lines, have no error to judge by', () => {
    for (const values of [
      Array(20).fill(7),
      Array(20).fill(1e9),
      Array.from({ length: 20 }, (_, i) => 0.1 * i + (i > 9 ? 3 : 0)),
    ])
      for (const which of ['reml', 'prais-winsten', 'newey-west', 'ols'] as const)
        expect(interruptedTimeSeries(values, 10, { model: which })).toMatchObject({
          reason: 'no-variation',
          level: null,
        })
  })

  test('values around 1e9 keep their effect', () => {
    const low = interruptedTimeSeries(wave, 15).level
    const high = interruptedTimeSeries(
      wave.map((value) => value + 1e9),
      15,
    ).level
    expect(high?.estimate).toBeCloseTo(low?.estimate ?? 0, 4)
    expect(high?.standardError).toBeCloseTo(low?.standardError ?? 0, 4)
  })

  test('a side without events has no rate ratio', () => {
    const counts = [3, 2, 4, 1, 3, 2, 5, 3, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    expect(interruptedTimeSeries(counts, 9, { model: 'poisson' })).toMatchObject({
      reason: 'no-events',
      after: { mean: 0 },
    })
  })

  test('zero counts among others are no trouble', () => {
    const counts = [3, 0, 4, 1, 0, 2, 5, 3, 2, 0, 1, 0, 0, 2, 0, 1, 0, 0]
    const { rateRatios, reason } = interruptedTimeSeries(counts, 9, { model: 'quasi-poisson', slope: false })
    expect(reason).toBeNull()
    expect(rateRatios?.level?.high).toBeGreaterThan(rateRatios?.level?.estimate ?? 9)
  })

  test('survives JSON', () => {
    for (const result of [
      interruptedTimeSeries(events, 36, { exposure }),
      interruptedTimeSeries(wave, 15),
      interruptedTimeSeries([null], 0),
    ])
      expect(JSON.parse(JSON.stringify(result))).toEqual(result)
  })

  test('refuses impossible input', () => {
    expect(() => interruptedTimeSeries([1, Number.NaN], 1)).toThrow(RangeError)
    expect(() => interruptedTimeSeries([1, 2], 3)).toThrow(RangeError)
    expect(() => interruptedTimeSeries([1, 2], 1, { confidence: 1 })).toThrow(RangeError)
    expect(() => interruptedTimeSeries([1, -2], 1, { model: 'poisson' })).toThrow(RangeError)
    expect(() => interruptedTimeSeries([1, 2], 1, { exposure: [1, 0] })).toThrow(RangeError)
    expect(() => interruptedTimeSeries([1, 2], 1, { exposure: [1] })).toThrow(RangeError)
    expect(() => interruptedTimeSeries([1, 2], 1, { model: 'ols', exposure: [1, 1] })).toThrow(RangeError)
    expect(() => interruptedTimeSeries(wave, 15, { season: 1 })).toThrow(RangeError)
    expect(() => interruptedTimeSeries(wave, 15, { harmonics: 1 })).toThrow(RangeError)
    expect(() => interruptedTimeSeries(wave, 15, { transition: -1 })).toThrow(RangeError)
  })

  test('says so when the memory ran to its limit', () => {
    const { normal } = seededGenerator(4)
    let level = 0
    const walk = Array.from({ length: 36 }, () => {
      level += normal()
      return level
    })
    const answer = interruptedTimeSeries(walk, 18)
    expect(answer.autocorrelation).toBeCloseTo(0.99, 6)
    expect(answer.warning).toBe('autocorrelation-at-boundary')
    expect(interruptedTimeSeries(walk, 18, { model: 'ols' }).warning).toBeNull()
    expect(interruptedTimeSeries(Array.from({ length: 36 }, normal), 18).warning).toBeNull()
  })
})
