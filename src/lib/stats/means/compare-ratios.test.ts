import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { coMomentsOf, mergeCoMoments } from '../numeric/co-moments.ts'
import { momentsOf } from '../numeric/moments.ts'
import { expectAgreement, referenceCases } from '../testing/reference-cases.ts'
import { armRatio } from './arm-ratio.ts'
import { compareRatios } from './compare-ratios.ts'
import { welch } from './welch.ts'

interface Arm {
  denominators: number[]
  numerators: number[]
}
interface Given {
  treated: Arm
  comparison: Arm
}
const momentsFrom = ({ denominators, numerators }: Arm) => coMomentsOf(denominators, numerators)
const unit = fc.record({ x: fc.integer({ min: 1, max: 50 }), y: fc.integer({ min: 0, max: 100 }) })
const units = fc.array(unit, { minLength: 3, maxLength: 30 })
const armOf = (list: { x: number; y: number }[]) =>
  coMomentsOf(
    list.map(({ x }) => x),
    list.map(({ y }) => y),
  )

describe('compareRatios', () => {
  test.each([
    ...referenceCases<Given, unknown>('means', 'compareRatios'),
    ...referenceCases<Given, unknown>('means-r', 'compareRatios'),
  ])('agrees with a numerical gradient, and with instrumental variables in R, case %#', (each) => {
    const { treated, comparison } = each.given
    expectAgreement(compareRatios(momentsFrom(treated), momentsFrom(comparison)).difference, each)
  })

  test('with a denominator of 1 everywhere it is Welch on the numerators', () => {
    const [a, b] = [
      [3, 1, 4, 1, 5],
      [9, 2, 6],
    ]
    const ones = (list: number[]) => coMomentsOf(Array(list.length).fill(1), list)
    expect(compareRatios(ones(a), ones(b)).difference).toEqual(welch(momentsOf(a), momentsOf(b)))
  })

  test('mirrors, merges, and scales', () => {
    fc.assert(
      fc.property(units, units, (a, b) => {
        const answer = compareRatios(armOf(a), armOf(b)).difference
        if (answer.low === null || answer.high === null) return
        const size = Math.abs(answer.low) + Math.abs(answer.high) + 1
        const mirrored = compareRatios(armOf(b), armOf(a)).difference
        expect(Math.abs((mirrored.low ?? 0) + answer.high) / size).toBeLessThan(1e-9)
        const merged = compareRatios(mergeCoMoments(armOf(a.slice(0, 2)), armOf(a.slice(2))), armOf(b)).difference
        expect(Math.abs((merged.low ?? 0) - answer.low) / size).toBeLessThan(1e-9)
        const inCents = compareRatios(
          armOf(a.map((u) => ({ ...u, y: 100 * u.y }))),
          armOf(b.map((u) => ({ ...u, y: 100 * u.y }))),
        )
        expect(Math.abs((inCents.difference.low ?? 0) / 100 - answer.low) / size).toBeLessThan(1e-9)
      }),
    )
  })

  test('units without denominator stay in and count as units', () => {
    const some = { denominators: [4, 0, 6, 3, 0], numerators: [1, 0, 2, 2, 0] }
    const arm = armRatio(momentsFrom(some))
    expect(arm).toMatchObject({ degreesOfFreedom: 4 })
    expect(typeof arm === 'object' && arm.estimate).toBeCloseTo(5 / 13, 14)
    const without = armRatio(coMomentsOf([4, 6, 3], [1, 2, 2]))
    expect(typeof without === 'object' && without.estimate).toBeCloseTo(5 / 13, 14)
  })

  test('numerator and denominator that move as one have no variance; below 0 by rounding is flagged', () => {
    const x = [0.1, 0.7, 1.3, 2.9]
    const arm = armRatio(
      coMomentsOf(
        x,
        x.map((value) => 3 * value),
      ),
    )
    expect(arm).toMatchObject({ variance: 0 })
    const below = armRatio({ count: 4, meanX: 1, meanY: 1, sumXX: 2, sumYY: 2, sumXY: 2 + 1e-15 })
    expect(below).toMatchObject({ variance: 0, clamped: true })
    const both = coMomentsOf([10, 11, 12], [20, 22, 24])
    expect(compareRatios(both, both).difference).toMatchObject({ estimate: 0, pValue: null, reason: 'no-variation' })
  })

  test('says why there is no answer', () => {
    const some = coMomentsOf([10, 11, 12], [1, 2, 4])
    expect(compareRatios(coMomentsOf([], []), some).difference.reason).toBe('empty-arm')
    expect(compareRatios(coMomentsOf([1], [1]), some).difference.reason).toBe('too-few-values')
    expect(compareRatios(coMomentsOf([0, 0], [1, 2]), some).difference.reason).toBe('no-denominator')
    expect(compareRatios(some, coMomentsOf([0, 0, 0, 1], [0, 0, 0, 1])).relative.reason).toBe('denominator-near-zero')
  })
})
