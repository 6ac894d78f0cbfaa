import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expectAgreement, referenceCases } from '../testing/reference-cases.ts'
import { armQuantile } from './arm-quantile.ts'

describe('armQuantile', () => {
  test.each(referenceCases<{ values: number[]; share: number }, unknown>('means', 'armQuantile'))(
    "agrees with Price and Bonett's formula for the median, case %#",
    (each) => {
      expectAgreement(armQuantile(each.given.values, each.given.share), each)
    },
  )

  test('mirrored values have the same variance; another unit scales it', () => {
    const values = fc.uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: 40, maxLength: 80 })
    fc.assert(
      fc.property(values, fc.constantFrom(0.25, 0.5, 0.75, 0.9), (list, share) => {
        const [plain, mirrored, scaled] = [
          armQuantile(list, share),
          armQuantile(
            list.map((v) => -v),
            1 - share,
          ),
          armQuantile(
            list.map((v) => v * 1000),
            share,
          ),
        ]
        if (typeof plain === 'string' || typeof mirrored === 'string' || typeof scaled === 'string') return
        expect(mirrored.variance / plain.variance).toBeCloseTo(1, 9)
        expect(mirrored.estimate).toBeCloseTo(-plain.estimate, 9)
        expect(scaled.variance / plain.variance / 1e6).toBeCloseTo(1, 9)
      }),
    )
  })

  test('says why there is none', () => {
    expect(armQuantile([], 0.5)).toBe('empty-arm')
    expect(armQuantile([1, 2, 3], 0.5)).toBe('too-few-values')
    expect(armQuantile(Array(50).fill(3), 0.5)).toBe('not-resolvable')
  })
})
