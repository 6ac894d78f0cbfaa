import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergeMoments, momentsOf } from '../numeric/moments.ts'
import { expectAgreement, referenceCases } from '../testing/reference-cases.ts'
import { compareEstimates } from './compare-estimates.ts'
import { welch } from './welch.ts'

const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 30 })
interface Given {
  treated: number[]
  comparison: number[]
  confidence?: number
  hypothesis?: number
}
const asked = ({ confidence = 0.95, hypothesis = 0 }: Given) => ({ confidence, hypothesis })

/** The moments of `yes` ones among `count` units. */
const yesOrNo = (yes: number, count: number) => ({
  count,
  mean: yes / count,
  sumOfSquares: (yes * (count - yes)) / count,
})

describe('welch', () => {
  test.each([
    ...referenceCases<Given, unknown>('means', 'welch'),
    ...referenceCases<Given, unknown>('means-r', 'welch'),
  ])('agrees with scipy, statsmodels and R, case %#', (each) => {
    const { treated, comparison } = each.given
    expectAgreement(welch(momentsOf(treated), momentsOf(comparison), asked(each.given)), each)
  })

  test('100 of 1000 against 125 of 1000: the published figures use the normal distribution, Welch nearly the same', () => {
    const [treated, comparison] = [yesOrNo(125, 1000), yesOrNo(100, 1000)]
    const asNormal = (moments: typeof treated) => ({
      estimate: moments.mean,
      variance: moments.sumOfSquares / (moments.count - 1) / moments.count,
      degreesOfFreedom: null,
    })
    const published = compareEstimates(asNormal(treated), asNormal(comparison))
    expect(published.estimate).toBeCloseTo(0.025, 14)
    expect(published.low).toBeCloseTo(-0.00269, 5)
    expect(published.high).toBeCloseTo(0.05269, 5)
    expect(published.pValue).toBeCloseTo(0.07679, 5)
    const answer = welch(treated, comparison)
    expect(answer.degreesOfFreedom).toBeCloseTo(1979.308, 3)
    expect(answer.pValue).toBeCloseTo(0.07694, 5)
  })

  test('reproduces Student, sleep data with unequal variances', () => {
    const dextro = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]
    const laevo = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
    const answer = welch(momentsOf(laevo), momentsOf(dextro))
    // As printed by R's help page of t.test: t = 1.8608, df = 17.776, p = 0.07939, (-0.2054832, 3.3654832).
    expect(answer.degreesOfFreedom).toBeCloseTo(17.776, 3)
    expect(answer.pValue).toBeCloseTo(0.07939, 5)
    expect(answer.low).toBeCloseTo(-0.2054832, 7)
    expect(answer.high).toBeCloseTo(3.3654832, 7)
  })

  test('exchanging the arms mirrors the answer; test and interval agree; merging shards changes nothing', () => {
    fc.assert(
      fc.property(values, values, fc.double({ min: 0.5, max: 0.999, noNaN: true }), (a, b, confidence) => {
        const answer = welch(momentsOf(a), momentsOf(b), { confidence })
        const { low, high, pValue, estimate } = answer
        if (low === null || high === null || pValue === null || estimate === null) return
        const mirrored = welch(momentsOf(b), momentsOf(a), { confidence })
        expect(mirrored.low).toBeCloseTo(-high, 9)
        expect(mirrored.pValue).toBeCloseTo(pValue, 12)
        expect(low <= estimate && estimate <= high).toBe(true)
        if (Math.abs(pValue - 1 + confidence) > 1e-9) expect(low > 0 || high < 0).toBe(pValue < 1 - confidence)
        const merged = mergeMoments(momentsOf(a.slice(0, 1)), momentsOf(a.slice(1)))
        expect(welch(merged, momentsOf(b), { confidence }).low).toBeCloseTo(low, 8)
      }),
    )
  })

  test('a shift of both arms, and another unit, change nothing but the unit', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        const plain = welch(momentsOf(a), momentsOf(b))
        const moved = (by: number, times: number) =>
          welch(momentsOf(a.map((v) => times * v + by)), momentsOf(b.map((v) => times * v + by)))
        expect(moved(1e9, 1).reason).toBe(plain.reason)
        if (plain.low === null || plain.pValue === null) return
        expect(moved(1e9, 1).low).toBeCloseTo(plain.low, 4)
        expect((moved(0, 1e-9).low ?? 0) * 1e9).toBeCloseTo(plain.low, 6)
        expect(moved(0, 1e150).pValue).toBeCloseTo(plain.pValue, 9)
      }),
    )
  })

  test('says why there is no interval', () => {
    const some = momentsOf([1, 2, 4])
    expect(welch(momentsOf([]), some)).toMatchObject({ estimate: null, pValue: null, reason: 'empty-arm' })
    expect(welch(momentsOf([5]), some)).toMatchObject({ standardError: null, low: null, reason: 'too-few-values' })
    expect(welch(momentsOf([5]), momentsOf([2])).estimate).toBe(3)
    const still = welch(momentsOf([3, 3]), momentsOf([1, 1, 1]))
    expect(still).toMatchObject({ estimate: 2, standardError: 0, pValue: null, reason: 'no-variation' })
    // 0.1 + 0.2 is not 0.3: that is rounding, not variation.
    expect(welch(momentsOf([0.1 + 0.2, 0.3]), momentsOf([0, 0])).reason).toBe('no-variation')
    // One arm that stands still leaves the other's degrees of freedom.
    expect(welch(momentsOf([3, 3, 3]), some)).toMatchObject({ reason: null, degreesOfFreedom: 2 })
  })

  test('refuses impossible moments', () => {
    const some = momentsOf([1, 2, 4])
    expect(() => welch({ count: 2.5, mean: 0, sumOfSquares: 1 }, some)).toThrow(RangeError)
    expect(() => welch({ count: 2, mean: 0, sumOfSquares: -1 }, some)).toThrow(RangeError)
    expect(() => welch({ count: 2, mean: Number.NaN, sumOfSquares: 1 }, some)).toThrow(RangeError)
    expect(() => welch(some, some, { confidence: 1 })).toThrow(RangeError)
    expect(() => welch(some, some, { hypothesis: Number.POSITIVE_INFINITY })).toThrow(RangeError)
  })
})
