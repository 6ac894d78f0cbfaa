import { describe, expect, test } from 'vitest'
import { momentsOf } from '../numeric/moments.ts'
import { expectAgreement, referenceCases } from '../testing/reference-cases.ts'
import { welch } from './welch.ts'
import { winsorisedComparison } from './winsorised-comparison.ts'

interface Given {
  treated: number[]
  comparison: number[]
  upper: number
  lower: number
}
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1)

describe('winsorisedComparison', () => {
  test.each(referenceCases<Given, unknown>('means', 'winsorisedComparison'))(
    'agrees with numpy and scipy, case %#',
    (each) => {
      const { treated, comparison, ...options } = each.given
      expectAgreement(winsorisedComparison(treated, comparison, options), each)
    },
  )

  test('one wild order no longer decides, and the uncapped answer stands beside it', () => {
    const [a, b] = [[...upTo(200), 1e6], upTo(200)]
    const answer = winsorisedComparison(a, b)
    expect(answer.uncapped).toEqual(welch(momentsOf(a), momentsOf(b)))
    expect(answer.cap).toBeLessThanOrEqual(200)
    expect(answer.treated.cappedHigh).toBeGreaterThan(0)
    expect(Math.abs(answer.difference.estimate ?? 9e9)).toBeLessThan(2)
    expect(answer.difference.standardError).toBeLessThan((answer.uncapped.standardError ?? 0) / 100)
  })

  test('both tails, either, or none', () => {
    const values = upTo(100)
    const both = winsorisedComparison(values, values, { upper: 0.9, lower: 0.1 })
    expect(both).toMatchObject({ treated: { cappedHigh: 0.1, cappedLow: 0.1 }, floor: expect.closeTo(10.9) })
    const none = winsorisedComparison(values, values, { upper: null })
    expect(none).toMatchObject({ cap: null, floor: null, treated: { cappedHigh: 0 }, disabled: false })
    expect(none.difference).toEqual(none.uncapped)
  })

  test('a cap of 0 would erase the few who bought: it is left off', () => {
    const rare = [...Array(999).fill(0), 80]
    const answer = winsorisedComparison(rare, Array(1000).fill(0))
    expect(answer).toMatchObject({ cap: null, disabled: true, treated: { cappedHigh: 0 } })
    expect(answer.difference.estimate).toBeCloseTo(0.08, 12)
    const all = winsorisedComparison([0, 0, 0], [0, 0])
    expect(all).toMatchObject({ disabled: false, difference: { estimate: 0, reason: 'no-variation' } })
    expect(winsorisedComparison([-80, ...Array(999).fill(0)], Array(9).fill(0), { lower: 0.01 })).toMatchObject({
      floor: null,
      disabled: true,
    })
  })

  test('empty arms and impossible shares', () => {
    expect(winsorisedComparison([], [1, 2]).difference.reason).toBe('empty-arm')
    expect(winsorisedComparison([], [])).toMatchObject({ cap: null, difference: { reason: 'empty-arm' } })
    expect(() => winsorisedComparison([1], [2], { upper: 0.5 })).toThrow(RangeError)
    expect(() => winsorisedComparison([1], [2], { lower: 0.5 })).toThrow(RangeError)
    expect(() => winsorisedComparison([Number.NaN], [2])).toThrow(RangeError)
  })
})
