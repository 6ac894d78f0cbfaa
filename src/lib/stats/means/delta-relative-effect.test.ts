import { describe, expect, test } from 'vitest'
import { momentsOf } from '../numeric/moments.ts'
import { expectAgreement, referenceCases } from '../testing/reference-cases.ts'
import { deltaRelativeEffect } from './delta-relative-effect.ts'
import { momentsFromSums } from './moments-from-sums.ts'

interface Given {
  treated: number[]
  comparison: number[]
}

describe('deltaRelativeEffect', () => {
  test.each(referenceCases<Given, unknown>('means', 'deltaRelativeEffect'))(
    'agrees with a numerical gradient at 50 digits, case %#',
    (each) => {
      expectAgreement(deltaRelativeEffect(momentsOf(each.given.treated), momentsOf(each.given.comparison)), each)
    },
  )

  test('100 of 1000 against 125 of 1000', () => {
    const yesOrNo = (yes: number) => ({ count: 1000, mean: yes / 1000, sumOfSquares: (yes * (1000 - yes)) / 1000 })
    const answer = deltaRelativeEffect(yesOrNo(125), yesOrNo(100))
    expect(answer.estimate).toBeCloseTo(0.25, 12)
    // Published with the normal quantile: (-0.0601, 0.5601), p 0.1140; 1979 degrees of freedom move the fourth digit.
    expect((answer.standardError ?? 0) * 1.959963984540054).toBeCloseTo(0.3101, 4)
    expect(answer.low).toBeCloseTo(-0.0602, 4)
    expect(answer.high).toBeCloseTo(0.5602, 4)
    expect(answer.pValue).toBeCloseTo(0.1142, 4)
  })

  test('reproduces the published figures from sums', () => {
    const from = (sum: number, sumOfSquaredValues: number, count: number) => {
      const moments = momentsFromSums({ sum, sumOfSquaredValues, count })
      if (moments === null) throw new Error('the totals keep their spread')
      return moments
    }
    const mean = deltaRelativeEffect(from(1922.7, 94_698.29, 2461), from(1196.87, 37_377.9767, 2507))
    // 0.6364670, published 0.63646: cut, not rounded; so is the p-value.
    expect(mean.estimate).toBeCloseTo(0.636467, 6)
    expect(mean.low).toBeCloseTo(-0.0875, 4)
    expect(mean.high).toBeCloseTo(1.36048, 5)
    expect(mean.pValue).toBeCloseTo(0.084878, 6)
  })

  test('reproduces the published proportion, whose variance there is p (1 - p)', () => {
    // So the sum of squares is that of n - 1 units instead of n.
    const asThere = (yes: number, count: number) => {
      const mean = yes / count
      return { count, mean, sumOfSquares: mean * (1 - mean) * (count - 1) }
    }
    const answer = deltaRelativeEffect(asThere(62, 1471), asThere(87, 1529))
    expect(answer.estimate).toBeCloseTo(-0.25926, 5)
    expect(answer.low).toBeCloseTo(-0.49475, 5)
    expect(answer.high).toBeCloseTo(-0.02376, 4)
    expect(answer.pValue).toBeCloseTo(0.03096, 5)
  })

  test('says why there is no answer', () => {
    expect(deltaRelativeEffect(momentsOf([]), momentsOf([1, 2])).reason).toBe('empty-arm')
    expect(deltaRelativeEffect(momentsOf([3]), momentsOf([1, 2]))).toMatchObject({
      estimate: 1,
      reason: 'too-few-values',
    })
    expect(deltaRelativeEffect(momentsOf([3, 4]), momentsOf([-1, 1])).reason).toBe('base-not-positive')
    expect(deltaRelativeEffect(momentsOf([3, 3]), momentsOf([1, 1]))).toMatchObject({
      estimate: 2,
      reason: 'no-variation',
    })
  })
})
