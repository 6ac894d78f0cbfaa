import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expectAgreement, referenceCases } from '../testing/reference-cases.ts'
import { binomialRanks } from './binomial-ranks.ts'
import { quantileInterval } from './quantile-interval.ts'

interface Given {
  values: number[]
  share: number
  confidence: number
}
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1)

describe('quantileInterval', () => {
  test.each(referenceCases<Given, unknown>('means', 'quantileInterval'))(
    'agrees with every rank tried, case %#',
    (each) => {
      const { values, share, confidence } = each.given
      expectAgreement(quantileInterval(values, share, { confidence }), each)
    },
  )

  test('the median of 10: the textbook ranks 2 and 9, exactly 97.85 %', () => {
    // Conover (1999), table of confidence intervals for the median.
    const answer = quantileInterval(upTo(10), 0.5)
    expect(answer).toMatchObject({ estimate: 5.5, low: 2, high: 9 })
    expect(answer.coverage).toBeCloseTo(1 - 22 / 1024, 14)
  })

  test('far out it needs many units: 0.99 from 381 on, at 95 %', () => {
    expect(quantileInterval(upTo(380), 0.99)).toMatchObject({ low: null, reason: 'too-few-values' })
    expect(quantileInterval(upTo(381), 0.99).reason).toBeNull()
    expect(quantileInterval(upTo(5), 0.5).reason).toBe('too-few-values')
    expect(quantileInterval(upTo(6), 0.5)).toMatchObject({ low: 1, high: 6, reason: null })
  })

  test('any rising change of scale changes nothing; mirrored values have the mirrored interval', () => {
    const values = fc.uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: 6, maxLength: 80 })
    fc.assert(
      fc.property(values, fc.double({ min: 0.05, max: 0.95, noNaN: true }), (list, share) => {
        const plain = quantileInterval(list, share)
        const risen = quantileInterval(
          list.map((v) => Math.exp(v / 100)),
          share,
        )
        expect(risen.reason).toBe(plain.reason)
        if (plain.low === null || plain.high === null || plain.estimate === null) return
        expect(risen.low).toBe(Math.exp(plain.low / 100))
        expect(plain.coverage).toBeGreaterThanOrEqual(0.95 - 1e-12)
        expect(
          quantileInterval(
            list.map((v) => -v),
            1 - share,
          ).low,
        ).toBe(-plain.high)
      }),
    )
  })

  test('ties that leave no width are said, and so are empty arms', () => {
    expect(quantileInterval([...Array(90).fill(0), ...upTo(10)], 0.5)).toMatchObject({
      estimate: 0,
      low: null,
      reason: 'not-resolvable',
    })
    expect(quantileInterval([], 0.5)).toMatchObject({ estimate: null, reason: 'empty-arm' })
    expect(() => quantileInterval([1], 1)).toThrow(RangeError)
    expect(() => quantileInterval([1], 0.5, { confidence: 2 })).toThrow(RangeError)
  })
})

describe('binomialRanks', () => {
  test('a million values cost twenty steps', () => {
    const ranks = binomialRanks(1_000_000, 0.5, 0.95)
    expect(ranks).toMatchObject({ low: 499_020, high: 500_981 })
    expect(binomialRanks(0, 0.5, 0.95)).toBeNull()
  })
})
