import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nonInferiority } from '../evidence/non-inferiority.ts'
import { momentsOf } from '../numeric/moments.ts'
import { nonInferiorMeans } from './non-inferior-means.ts'
import { relativeDifference } from './relative-difference.ts'
import { welch } from './welch.ts'

const values = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 3, maxLength: 20 })

describe('nonInferiorMeans', () => {
  test('an absolute margin gives the verdict of the two-sided interval, whichever way is better', () => {
    fc.assert(
      fc.property(values, values, fc.double({ min: 0, max: 60, noNaN: true }), fc.boolean(), (a, b, margin, isUp) => {
        const better = isUp ? 'higher' : 'lower'
        const [treated, comparison] = [momentsOf(a), momentsOf(b)]
        const answer = nonInferiorMeans(treated, comparison, { absolute: margin }, { better })
        const { estimate, low, high, confidence } = welch(treated, comparison)
        if (estimate === null || low === null || high === null || answer.pValue === null) return
        if (Math.abs(answer.pValue - 0.025) < 1e-9 || Math.abs(answer.pValue - 0.975) < 1e-9) return
        expect(answer.verdict).toBe(nonInferiority({ estimate, low, high, confidence }, margin, better).verdict)
      }),
    )
  })

  test('a relative margin of 0 is an absolute one of 0', () => {
    const [a, b] = [momentsOf([4, 6, 5, 7]), momentsOf([5, 3, 4, 4])]
    const [share, absolute] = [{ relative: 0 }, { absolute: 0 }].map((margin) =>
      nonInferiorMeans(a, b, margin, { better: 'higher' }),
    )
    expect(share).toEqual(absolute)
  })

  test('a relative margin agrees with the relative interval where the arms are large', () => {
    const arm = (mean: number) => ({ count: 5000, mean, sumOfSquares: 5000 * 4 })
    const { low } = relativeDifference(arm(9.8), arm(10))
    const verdict = (relative: number) =>
      nonInferiorMeans(arm(9.8), arm(10), { relative }, { better: 'higher' }).verdict
    expect(verdict(-(low ?? 0) + 1e-5)).toBe('safe')
    expect(verdict(-(low ?? 0) - 1e-5)).toBe('unclear')
    expect(verdict(0.01)).toBe('harm')
  })

  test('a base that is not clearly above 0 forces an absolute margin', () => {
    const answer = nonInferiorMeans(momentsOf([1, 2]), momentsOf([-1, 1, 0.2]), { relative: 0.1 }, { better: 'higher' })
    expect(answer).toEqual({ verdict: 'unclear', pValue: null, alpha: 0.025, reason: 'base-near-zero' })
  })

  test('what cannot be told is unclear, with its reason', () => {
    const some = momentsOf([1, 2, 3])
    const ask = (a: number[]) => nonInferiorMeans(momentsOf(a), some, { absolute: 1 }, { better: 'lower' })
    expect(ask([])).toMatchObject({ verdict: 'unclear', reason: 'empty-arm' })
    expect(ask([1])).toMatchObject({ verdict: 'unclear', reason: 'too-few-values' })
    const still = momentsOf([2, 2])
    expect(nonInferiorMeans(still, still, { absolute: 1 }, { better: 'lower' }).reason).toBe('no-variation')
  })

  test('refuses impossible margins and levels', () => {
    const some = momentsOf([1, 2, 3])
    for (const margin of [{ absolute: -1 }, { absolute: Number.NaN }, { relative: 1 }, { relative: -0.1 }])
      expect(() => nonInferiorMeans(some, some, margin, { better: 'higher' })).toThrow(RangeError)
    expect(() => nonInferiorMeans(some, some, { absolute: 1 }, { better: 'higher', alpha: 0.5 })).toThrow(RangeError)
  })
})
