import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { momentsOf } from '../numeric/moments.ts'
import { expectAgreement, referenceCases } from '../testing/reference-cases.ts'
import { equivalentMeans } from './equivalent-means.ts'
import type { Margin } from './margin-test.ts'
import { welch } from './welch.ts'

interface Given {
  treated: number[]
  comparison: number[]
  margins: { low: Margin; high: Margin }
}
const values = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 3, maxLength: 20 })

describe('equivalentMeans', () => {
  test.each(referenceCases<Given, unknown>('means', 'equivalentMeans'))(
    'agrees with two one-sided tests of statsmodels and scipy, case %#',
    (each) => {
      const { treated, comparison, margins } = each.given
      expectAgreement(equivalentMeans(momentsOf(treated), momentsOf(comparison), margins), each)
    },
  )

  test('equivalent exactly when the 90 % interval lies within the margins', () => {
    fc.assert(
      fc.property(values, values, fc.double({ min: 1, max: 60, noNaN: true }), (a, b, margin) => {
        const [treated, comparison] = [momentsOf(a), momentsOf(b)]
        const answer = equivalentMeans(treated, comparison, { low: { absolute: -margin }, high: { absolute: margin } })
        const { low, high } = welch(treated, comparison, { confidence: 0.9 })
        if (low === null || high === null || answer.pValue === null || Math.abs(answer.pValue - 0.05) < 1e-9) return
        expect(answer.verdict === 'equivalent').toBe(low > -margin && high < margin)
        if (low > margin + 1e-9 || high < -margin - 1e-9) expect(answer.verdict).toBe('different')
      }),
    )
  })

  test('a large p-value of a small trial shows nothing of the kind', () => {
    const [a, b] = [momentsOf([1, 9, 5]), momentsOf([2, 8, 5])]
    expect(welch(a, b).pValue).toBeGreaterThan(0.9)
    expect(equivalentMeans(a, b, { low: { absolute: -1 }, high: { absolute: 1 } }).verdict).toBe('unclear')
  })

  test('reasons and refusals', () => {
    const some = momentsOf([1, 2, 3])
    const within = { low: { absolute: -1 }, high: { absolute: 1 } }
    expect(equivalentMeans(momentsOf([]), some, within).reason).toBe('empty-arm')
    expect(equivalentMeans(momentsOf([2, 2]), momentsOf([2, 2]), within).reason).toBe('no-variation')
    const share = { low: { relative: -0.1 }, high: { relative: 0.1 } }
    expect(equivalentMeans(some, momentsOf([-1, 0, 1]), share).reason).toBe('base-near-zero')
    expect(() => equivalentMeans(some, some, { low: { relative: 0 }, high: { absolute: 1 } })).toThrow(RangeError)
    expect(() => equivalentMeans(some, some, { low: { absolute: 1 }, high: { absolute: 1 } })).toThrow(RangeError)
    expect(() => equivalentMeans(some, some, { low: { relative: -1 }, high: { relative: 1 } })).toThrow(RangeError)
  })
})
