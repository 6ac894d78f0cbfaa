import { describe, expect, test } from 'vitest'
import { coMomentsOf } from '../numeric/co-moments.ts'
import { expectAgreement, referenceCases } from '../testing/reference-cases.ts'
import { compareRatios } from './compare-ratios.ts'
import { cuped } from './cuped.ts'
import { type RatioUnits, ratioCuped } from './ratio-cuped.ts'

interface Given {
  treated: RatioUnits
  comparison: RatioUnits
}
const cases = referenceCases<Given, unknown>('means', 'ratioCuped')

describe('ratioCuped', () => {
  test.each(cases)('agrees with the analysis of covariance of linearised values (statsmodels), case %#', (each) => {
    expectAgreement(ratioCuped(each.given.treated, each.given.comparison), each)
  })

  test('unadjusted it is the comparison of ratios', () => {
    for (const { given } of cases) {
      const answer = ratioCuped(given.treated, given.comparison)
      if ('reason' in answer) throw new Error(answer.reason)
      const [a, b] = [given.treated, given.comparison].map((arm) => coMomentsOf(arm.denominators, arm.numerators))
      if (!a || !b) throw new Error('two arms')
      const plain = compareRatios(a, b).difference
      expect(answer.unadjusted.estimate).toBeCloseTo(plain.estimate ?? 0, 12)
      expect(answer.unadjusted.standardError).toBeCloseTo(plain.standardError ?? 0, 12)
    }
  })

  test('with denominators of 1 and a prior mean it is CUPED', () => {
    const arm = (shift: number) => {
      const prior = Array.from({ length: 12 }, (_, i) => (i * 7) % 12)
      return { prior, outcome: prior.map((value, i) => value + shift + ((i * 5) % 7)) }
    }
    const [a, b] = [arm(1), arm(0)]
    const units = ({ prior, outcome }: ReturnType<typeof arm>) => ({
      numerators: outcome,
      denominators: Array(12).fill(1),
      priorNumerators: prior,
    })
    const answer = ratioCuped(units(a), units(b))
    if ('reason' in answer) throw new Error(answer.reason)
    const plain = cuped(coMomentsOf(a.prior, a.outcome), coMomentsOf(b.prior, b.outcome))
    expect(answer.difference.low).toBeCloseTo(plain.difference.low ?? 0, 10)
  })

  test('says why there is none', () => {
    const none = { numerators: [1, 2], denominators: [0, 0], priorNumerators: [1, 2] }
    const some = { numerators: [1, 2], denominators: [2, 3], priorNumerators: [1, 2] }
    expect(ratioCuped(none, some)).toEqual({ reason: 'no-denominator' })
    expect(ratioCuped({ ...some, priorDenominators: [0, 0] }, some)).toEqual({ reason: 'no-denominator' })
    const empty = { numerators: [], denominators: [], priorNumerators: [] }
    expect(ratioCuped(empty, some)).toEqual({ reason: 'empty-arm' })
    expect(() => ratioCuped({ ...some, denominators: [1] }, some)).toThrow(RangeError)
    expect(() => ratioCuped({ ...some, priorNumerators: [1] }, some)).toThrow(RangeError)
  })
})
