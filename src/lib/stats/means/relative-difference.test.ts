import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { momentsOf } from '../numeric/moments.ts'
import { expectAgreement, referenceCases } from '../testing/reference-cases.ts'
import { deltaRelativeEffect } from './delta-relative-effect.ts'
import { relativeDifference, relativeOfEstimates } from './relative-difference.ts'
import { welch } from './welch.ts'

interface Given {
  treated: number[]
  comparison: number[]
  confidence: number
}
const positive = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 3, maxLength: 30 })
const yesOrNo = (yes: number, count: number) => ({
  count,
  mean: yes / count,
  sumOfSquares: (yes * (count - yes)) / count,
})

describe('relativeDifference', () => {
  test.each(referenceCases<Given, unknown>('means', 'relativeDifference'))(
    'agrees with the test inverted at 50 digits, case %#',
    (each) => {
      const { treated, comparison, confidence } = each.given
      expectAgreement(relativeDifference(momentsOf(treated), momentsOf(comparison), { confidence }), each)
    },
  )

  test('the trap: the display unit does not decide', () => {
    // 100 of 1000 against 125 of 1000: between these two levels the delta method on shares says "no", the test "yes".
    const [treated, comparison] = [yesOrNo(125, 1000), yesOrNo(100, 1000)]
    const [absolute, delta] = [welch(treated, comparison), deltaRelativeEffect(treated, comparison)]
    expect(absolute.pValue).toBeCloseTo(0.077, 3)
    expect(delta.pValue).toBeCloseTo(0.114, 3)
    const relative = relativeDifference(treated, comparison, { confidence: 0.9 })
    expect(relative.low).toBeGreaterThan(0)
    expect(deltaRelativeEffect(treated, comparison, { confidence: 0.9 }).low).toBeLessThan(0)
  })

  test('leaves 0 out exactly when the test on the absolute scale rejects', () => {
    fc.assert(
      fc.property(positive, positive, fc.double({ min: 0.5, max: 0.999, noNaN: true }), (a, b, confidence) => {
        const [treated, comparison] = [momentsOf(a), momentsOf(b)]
        const { low, high } = relativeDifference(treated, comparison, { confidence })
        const { pValue } = welch(treated, comparison, { confidence })
        if (low === null || high === null || pValue === null || Math.abs(pValue - 1 + confidence) < 1e-6) return
        expect(low > 0 || high < 0).toBe(pValue < 1 - confidence)
      }),
    )
  })

  test('another unit changes nothing', () => {
    fc.assert(
      fc.property(positive, positive, (a, b) => {
        const plain = relativeDifference(momentsOf(a), momentsOf(b))
        const scaled = relativeDifference(momentsOf(a.map((v) => v * 1e-7)), momentsOf(b.map((v) => v * 1e-7)))
        expect(scaled.reason).toBe(plain.reason)
        if (plain.low !== null) expect(scaled.low).toBeCloseTo(plain.low, 9)
      }),
    )
  })

  test('says "unbounded" when the base could be 0, and refuses a share of nothing', () => {
    expect(relativeDifference(momentsOf([4, 5, 7]), momentsOf([0, 0, 1]))).toMatchObject({
      low: null,
      high: null,
      reason: 'unbounded',
    })
    expect(relativeDifference(momentsOf([4, 5]), momentsOf([-1, -2]))).toMatchObject({
      estimate: null,
      reason: 'base-not-positive',
    })
    expect(relativeDifference(momentsOf([4, 5]), momentsOf([0, 0])).reason).toBe('base-not-positive')
    expect(relativeDifference(momentsOf([4, 4]), momentsOf([2, 2]))).toMatchObject({
      estimate: 1,
      reason: 'no-variation',
    })
    expect(relativeDifference(momentsOf([4]), momentsOf([2, 3]))).toMatchObject({
      estimate: 0.6,
      reason: 'too-few-values',
    })
    expect(relativeDifference(momentsOf([]), momentsOf([2, 3])).reason).toBe('empty-arm')
    expect(() => relativeDifference(momentsOf([1, 2]), momentsOf([2, 3]), { confidence: 0 })).toThrow(RangeError)
  })

  test('a base known without error gives the absolute interval over the base', () => {
    const treated = { estimate: 12, variance: 4, degreesOfFreedom: 9 }
    const { low, high } = relativeOfEstimates(treated, { estimate: 10, variance: 0, degreesOfFreedom: 9 })
    expect(low).toBeCloseTo((2 - 2 * 2.2621571628) / 10, 9)
    expect(high).toBeCloseTo((2 + 2 * 2.2621571628) / 10, 9)
  })
})
