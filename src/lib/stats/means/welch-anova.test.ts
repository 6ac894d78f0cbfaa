import { describe, expect, test } from 'vitest'
import { momentsOf } from '../numeric/moments.ts'
import { expectAgreement, referenceCases } from '../testing/reference-cases.ts'
import { welch } from './welch.ts'
import { welchAnova } from './welch-anova.ts'

describe('welchAnova', () => {
  test.each([
    ...referenceCases<{ arms: number[][] }, unknown>('means', 'welchAnova'),
    ...referenceCases<{ arms: number[][] }, unknown>('means-r', 'welchAnova'),
  ])('agrees with statsmodels and R, case %#', (each) => {
    expectAgreement(welchAnova(each.given.arms.map(momentsOf)), each)
  })

  test('of two arms it is Welch, F = t²', () => {
    const [a, b] = [momentsOf([1, 4, 2, 8]), momentsOf([5, 7, 6])]
    const [anova, plain] = [welchAnova([a, b]), welch(a, b)]
    expect(anova.statistic).toBeCloseTo((plain.statistic ?? 0) ** 2, 12)
    expect(anova.denominatorDegreesOfFreedom).toBeCloseTo(plain.degreesOfFreedom ?? 0, 12)
    expect(anova.pValue).toBeCloseTo(plain.pValue ?? 0, 12)
  })

  test('neither the level nor the unit matters', () => {
    const arms = [
      [1, 4, 2, 8],
      [5, 7, 6],
      [2, 2, 3, 9, 4],
    ]
    const plain = welchAnova(arms.map(momentsOf)).statistic ?? 0
    expect(welchAnova(arms.map((arm) => momentsOf(arm.map((v) => v + 1e9)))).statistic).toBeCloseTo(plain, 6)
    expect(welchAnova(arms.map((arm) => momentsOf(arm.map((v) => v * 1e-120)))).statistic).toBeCloseTo(plain, 10)
  })

  test('says why there is none', () => {
    const some = momentsOf([1, 2, 3])
    expect(welchAnova([some, momentsOf([])]).reason).toBe('empty-arm')
    expect(welchAnova([some, momentsOf([1])]).reason).toBe('too-few-values')
    expect(welchAnova([some, momentsOf([1, 1])])).toMatchObject({ pValue: null, reason: 'no-variation' })
    expect(() => welchAnova([some])).toThrow(RangeError)
  })
})
