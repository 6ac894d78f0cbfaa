import { describe, expect, test } from 'vitest'
import { expectAgreement, referenceCases } from '../testing/reference-cases.ts'
import { sampleQuantile, sortedValues } from './sample-quantile.ts'

describe('sampleQuantile', () => {
  test.each(referenceCases<{ values: number[]; share: number }, number>('means', 'sampleQuantile'))(
    'agrees with numpy, case %#',
    (each) => {
      expectAgreement(sampleQuantile(sortedValues(each.given.values), each.given.share), each)
    },
  )

  test('never leaves the values, however large they are', () => {
    expect(sampleQuantile([-1e308, 1e308], 0.5)).toBe(0)
    expect(sampleQuantile([0.1, 0.1, 0.1], 0.3)).toBe(0.1)
    expect(sampleQuantile([7], 0.99)).toBe(7)
  })

  test('refuses no values and impossible shares', () => {
    expect(() => sampleQuantile([], 0.5)).toThrow(RangeError)
    expect(() => sampleQuantile([1], 1.1)).toThrow(RangeError)
    expect(() => sortedValues([1, Number.NaN])).toThrow(RangeError)
  })
})
