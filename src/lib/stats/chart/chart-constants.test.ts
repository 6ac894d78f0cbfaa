import { describe, expect, test } from 'vitest'
import { expectAgreement, referenceCases } from '../testing/reference-cases.ts'
import { deviationConstant, rangeConstants } from './chart-constants.ts'

describe('rangeConstants', () => {
  test.each(referenceCases<number, unknown>('chart', 'rangeConstants'))(
    'agrees with quadrature for n = $given',
    (each) => {
      expectAgreement(rangeConstants(each.given), each)
    },
  )

  // Montgomery, appendix VI.
  test.each([
    [2, 1.128, 0.853],
    [5, 2.326, 0.864],
    [10, 3.078, 0.797],
    [25, 3.931, 0.708],
  ])('is what the tables print for n = %d', (n, d2, d3) => {
    expect(rangeConstants(n).d2).toBeCloseTo(d2, 3)
    expect(rangeConstants(n).d3).toBeCloseTo(d3, 3)
  })

  test('of two values has a closed form', () => {
    expect(rangeConstants(2).d2).toBeCloseTo(2 / Math.sqrt(Math.PI), 11)
    expect(rangeConstants(2).d3).toBeCloseTo(Math.sqrt(2 - 4 / Math.PI), 11)
  })

  test.each([1, 0, 26, 2.5])('refuses %d', (n) => {
    expect(() => rangeConstants(n)).toThrow(RangeError)
  })
})

describe('deviationConstant', () => {
  test.each(referenceCases<number, number>('chart', 'deviationConstant'))(
    'agrees with mpmath for n = $given',
    (each) => {
      expectAgreement(deviationConstant(each.given), each)
    },
  )

  test('has no seam where the series takes over', () => {
    const [below, at, above] = [100, 101, 102].map(deviationConstant) as [number, number, number]
    expect(below * at).toBeCloseTo(Math.sqrt(99 / 100), 14)
    expect(at * above).toBeCloseTo(Math.sqrt(100 / 101), 14)
  })

  test.each([1, 2.5, Number.POSITIVE_INFINITY])('refuses %d', (n) => {
    expect(() => deviationConstant(n)).toThrow(RangeError)
  })
})
