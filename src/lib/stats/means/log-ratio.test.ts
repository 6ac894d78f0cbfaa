import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { momentsOf } from '../numeric/moments.ts'
import { expectAgreement, referenceCases } from '../testing/reference-cases.ts'
import { logRatio } from './log-ratio.ts'

interface Given {
  treated: number[]
  comparison: number[]
}
const positive = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 3, maxLength: 30 })

describe('logRatio', () => {
  test.each(referenceCases<Given, unknown>('means-r', 'logRatio'))('agrees with metafor, case %#', (each) => {
    expectAgreement(logRatio(momentsOf(each.given.treated), momentsOf(each.given.comparison)), each)
  })

  test('exchanging the arms turns the ratio over', () => {
    fc.assert(
      fc.property(positive, positive, (a, b) => {
        const [forward, backward] = [logRatio(momentsOf(a), momentsOf(b)), logRatio(momentsOf(b), momentsOf(a))]
        if (forward.low === null || backward.high === null) return
        expect((1 + forward.low) * (1 + backward.high)).toBeCloseTo(1, 6)
        expect(forward.low).toBeGreaterThanOrEqual(-1)
      }),
    )
  })

  test('says why there is no interval', () => {
    expect(logRatio(momentsOf([]), momentsOf([1, 2])).reason).toBe('empty-arm')
    expect(logRatio(momentsOf([1]), momentsOf([1, 2])).reason).toBe('too-few-values')
    expect(logRatio(momentsOf([1, 2]), momentsOf([-1, 0]))).toMatchObject({
      estimate: null,
      reason: 'base-not-positive',
    })
    expect(logRatio(momentsOf([0, 0]), momentsOf([1, 2]))).toMatchObject({ estimate: -1, reason: 'mean-not-positive' })
    expect(logRatio(momentsOf([2, 2]), momentsOf([1, 1])).reason).toBe('no-variation')
    expect(logRatio(momentsOf([2, 3]), momentsOf([-1e6, 1e6 + 1e-3])).reason).toBe('unbounded')
  })
})
