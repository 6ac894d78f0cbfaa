import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareRates } from './compare-rates.ts'
import { eTest } from './e-test.ts'
import { exactRateTest } from './exact-rate-test.ts'
import { quasiPoissonComparison } from './quasi-poisson-comparison.ts'
import { exactRateInterval, scoreRateInterval } from './rate-interval.ts'
import { rateEquivalence, rateNonInferiority } from './rate-margin.ts'
import { scoreRateTest } from './score-rate-test.ts'

const of = (events: number, exposure: number) => ({ events, exposure })
const aRate = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.double({ min: 0.1, max: 1000, noNaN: true }))
  .map(([events, exposure]) => of(events, exposure))

describe('one rate', () => {
  test('no events: upper end -ln(alpha) / T; R leaves half the error unused', () => {
    expect(exactRateInterval(of(0, 40)).high).toBeCloseTo(-Math.log(0.05) / 40, 14)
    expect(exactRateInterval(of(0, 40), { atEdge: 'two-sided' }).high).toBeCloseTo(-Math.log(0.025) / 40, 14)
    expect(exactRateInterval(of(0, 40)).low).toBe(0)
  })

  test('no exposure: no answer; events without exposure: refused', () => {
    expect(exactRateInterval(of(0, 0))).toMatchObject({ estimate: null, high: null, reason: 'no-exposure' })
    expect(scoreRateInterval(of(0, 0)).reason).toBe('no-exposure')
    expect(() => exactRateInterval(of(1, 0))).toThrow(RangeError)
    expect(() => scoreRateInterval(of(1.5, 2))).toThrow(RangeError)
    expect(() => scoreRateInterval(of(1, -2))).toThrow(RangeError)
  })

  test('another unit of exposure scales the interval, no more', () => {
    fc.assert(
      fc.property(aRate, ({ events, exposure }) => {
        const [hours, days] = [exactRateInterval(of(events, exposure)), exactRateInterval(of(events, exposure / 24))]
        expect(days.high).toBeCloseTo(24 * (hours.high ?? 0), 6)
        expect(hours.low).toBeLessThanOrEqual(hours.estimate ?? 0)
        expect(hours.high).toBeGreaterThan(hours.estimate ?? 0)
      }),
    )
  })
})

describe('two rates', () => {
  test('breast cancer after fluoroscopy, by R (poisson.test): 41 in 28,010 against 15 in 19,017 woman-years', () => {
    const { estimate, low, high, pValue } = exactRateTest(of(41, 28_010), of(15, 19_017))
    expect(estimate).toBeCloseTo(1.8557586576, 9)
    expect(low).toBeCloseTo(1.0056840627, 9)
    expect(high).toBeCloseTo(3.6093003111, 9)
    expect(pValue).toBeCloseTo(0.0408520263, 9)
  })

  test('the example of Gu et al. 2008, by statsmodels: 60 in 51,477.5 against 30 in 54,308.75 person-years', () => {
    expect(eTest(of(60, 51_477.5), of(30, 54_308.75))?.pValue).toBeCloseTo(0.0005672613109, 12)
  })

  test('exchanging the arms turns the difference round', () => {
    fc.assert(
      fc.property(aRate, aRate, (a, b) => {
        const [there, back] = [scoreRateTest(a, b), scoreRateTest(b, a)]
        expect((there.low ?? 0) + (back.high ?? 0)).toBeCloseTo(0, 8)
        expect(there.pValue).toBeCloseTo(back.pValue ?? 0, 10)
        expect(there.low).toBeLessThanOrEqual(there.estimate ?? 0)
        if (Math.abs((there.pValue ?? 0) - 0.05) > 1e-6)
          expect((there.low ?? 0) > 0 || (there.high ?? 0) < 0).toBe((there.pValue ?? 1) < 0.05)
      }),
    )
  })

  test('few events take an E-test, many the score; nothing at all: p 1 and a finite interval', () => {
    expect(compareRates(of(0, 8), of(6, 8)).method).toBe('e-test')
    expect(compareRates(of(40, 8), of(60, 8)).method).toBe('score')
    const nothing = compareRates(of(0, 10), of(0, 20))
    expect(nothing).toMatchObject({ pValue: 1, estimate: 0, agrees: true })
    expect(nothing.high).toBeCloseTo(1.959963984540054 ** 2 / 10, 9)
    expect(compareRates(of(0, 0), of(3, 20))).toMatchObject({ pValue: null, reason: 'no-exposure' })
    expect(exactRateTest(of(0, 10), of(0, 20))).toMatchObject({ pValue: 1, reason: 'no-events' })
    expect(exactRateTest(of(3, 10), of(0, 20))).toMatchObject({ high: null, reason: 'unbounded' })
  })

  test('every answer survives JSON', () => {
    fc.assert(
      fc.property(aRate, aRate, (a, b) => {
        const result = [compareRates(a, b), exactRateTest(a, b)]
        expect(JSON.parse(JSON.stringify(result))).toEqual(result)
      }),
      { numRuns: 40 },
    )
  })

  test('margins: safe goes with its p-value', () => {
    fc.assert(
      fc.property(aRate, aRate, fc.double({ min: 0.01, max: 5, noNaN: true }), (a, b, margin) => {
        const { verdict, pValue } = rateNonInferiority(a, b, 'lower', { margin })
        if (Math.abs((pValue ?? 0) - 0.025) > 1e-6) expect(verdict === 'safe').toBe((pValue ?? 1) < 0.025)
      }),
    )
    expect(rateEquivalence(of(0, 0), of(1, 2), { margin: 1 })).toMatchObject({ equivalent: null, pValue: null })
    expect(() => rateEquivalence(of(0, 1), of(1, 2), { margin: 0 })).toThrow(RangeError)
  })
})

describe('units that scatter more than Poisson', () => {
  const busy = [of(3, 1), of(30, 1), of(12, 1), of(25, 1)]
  const quiet = [of(8, 1), of(2, 1), of(20, 1), of(5, 1)]

  test('the sums alone are sure of a difference that the units do not show', () => {
    expect(compareRates(of(70, 4), of(35, 4)).pValue).toBeLessThan(0.001)
    const quasi = quasiPoissonComparison(busy, quiet)
    expect(quasi.estimate).toBe(2)
    expect(quasi.dispersion).toBeGreaterThan(5)
    expect(quasi.pValue).toBeGreaterThan(0.1)
  })

  test('what it cannot tell, it says', () => {
    expect(quasiPoissonComparison([of(1, 1)], [of(2, 1)]).reason).toBe('too-few-units')
    expect(quasiPoissonComparison([of(0, 1), of(0, 1)], [of(0, 1)]).reason).toBe('no-events')
    expect(quasiPoissonComparison([of(4, 2), of(2, 1)], [of(3, 1), of(3, 1)]).reason).toBe('no-variation')
    expect(quasiPoissonComparison([of(4, 1), of(2, 1)], [of(0, 1), of(0, 0)])).toMatchObject({
      estimate: null,
      high: null,
      reason: 'unbounded',
    })
    expect(quasiPoissonComparison([of(0, 1), of(0, 1)], [of(3, 1), of(5, 1)])).toMatchObject({ low: 0, reason: null })
  })
})
