import { describe, expect, test } from 'vitest'
import { momentsOf } from '../numeric/moments.ts'
import { expectAgreement, referenceCases } from '../testing/reference-cases.ts'
import { postStratified } from './post-stratified.ts'
import { welch } from './welch.ts'

interface Given {
  strata: { treated: number[]; comparison: number[] }[]
}
const stratum = (treated: number[], comparison: number[], weight?: number) => ({
  treated: momentsOf(treated),
  comparison: momentsOf(comparison),
  ...(weight === undefined ? {} : { weight }),
})

describe('postStratified', () => {
  test.each(referenceCases<Given, unknown>('means', 'postStratified'))(
    'agrees with the saturated regression in statsmodels, case %#',
    (each) => {
      const strata = each.given.strata.map(({ treated, comparison }) => stratum(treated, comparison))
      expectAgreement(postStratified(strata), each)
    },
  )

  test('one stratum is Welch; the scale of the weights is all the same', () => {
    const only = stratum([1, 4, 2], [0, 3, 1, 1])
    const { treated, comparison } = only
    const [alone, plain] = [postStratified([only]), welch(treated, comparison)]
    expect(alone.low).toBeCloseTo(plain.low ?? 0, 12)
    expect(alone.degreesOfFreedom).toBeCloseTo(plain.degreesOfFreedom ?? 0, 12)
    const [one, other] = [
      [stratum([1, 2], [3, 5], 1), stratum([4, 9], [1, 2], 3)],
      [stratum([1, 2], [3, 5], 2.5), stratum([4, 9], [1, 2], 7.5)],
    ].map((strata) => postStratified(strata))
    expect(one?.low).toBeCloseTo(other?.low ?? 0, 12)
  })

  test('puts a chance imbalance right', () => {
    // Large shops sell 100 more and happened to land in the treated arm; nothing else differs.
    const strata = [stratum([101, 99, 100], [100]), stratum([1], [0, 1, 2])]
    expect(postStratified(strata).estimate).toBeCloseTo(0, 12)
  })

  test('says why there is no interval', () => {
    const thin = postStratified([stratum([1, 2], [1, 2]), stratum([1], [1, 2])])
    expect(thin).toMatchObject({ low: null, reason: 'too-few-values' })
    expect(thin.estimate).toBeCloseTo((3 / 7) * -0.5, 14)
    expect(postStratified([stratum([1, 2], [1, 2]), stratum([], [1, 2])]).reason).toBe('empty-arm')
    expect(postStratified([stratum([1, 2], [3, 2], 1), stratum([], [1, 2], 0)]).reason).toBeNull()
    expect(postStratified([stratum([], [])]).reason).toBe('empty-arm')
    expect(postStratified([stratum([1, 1], [2, 2])])).toMatchObject({ estimate: -1, reason: 'no-variation' })
  })

  test('refuses impossible strata', () => {
    expect(() => postStratified([])).toThrow(RangeError)
    expect(() => postStratified([stratum([1, 2], [3, 4], -1)])).toThrow(RangeError)
    expect(() => postStratified([stratum([1, 2], [3, 4], 1), stratum([1, 2], [3, 4])])).toThrow(RangeError)
  })
})
