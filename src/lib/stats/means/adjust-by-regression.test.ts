import { describe, expect, test } from 'vitest'
import { momentsOf } from '../numeric/moments.ts'
import { seededGenerator } from '../numeric/seeded-generator.ts'
import { expectAgreement, referenceCases } from '../testing/reference-cases.ts'
import { adjustByRegression, type CovariateArm } from './adjust-by-regression.ts'
import { welch } from './welch.ts'

interface Given {
  treated: CovariateArm
  comparison: CovariateArm
}
function drawn(count: number, seed: number, columns = 2): { outcomes: number[]; covariates: number[][] } {
  const { normal } = seededGenerator(seed)
  const covariates = Array.from({ length: count }, () => Array.from({ length: columns }, () => 3 + normal()))
  return { outcomes: covariates.map((row) => row.reduce((sum, value) => sum + value, normal())), covariates }
}
const changed = ({ outcomes, covariates }: CovariateArm, change: (row: readonly number[], i: number) => number[]) => ({
  outcomes,
  covariates: covariates.map(change),
})

describe('adjustByRegression', () => {
  test.each([
    ...referenceCases<Given, unknown>('means', 'adjustByRegression'),
    ...referenceCases<Given, unknown>('means-r', 'adjustByRegression'),
  ])('agrees with statsmodels and with sandwich, HC2, case %#', (each) => {
    expectAgreement(adjustByRegression(each.given.treated, each.given.comparison).difference, each)
  })

  test('another unit or origin of a covariate changes nothing; exchanging the arms mirrors', () => {
    const [a, b] = [drawn(30, 1), drawn(40, 2)]
    const plain = adjustByRegression(a, b)
    const turn = (arm: CovariateArm) => changed(arm, ([x = 0, y = 0]) => [1e6 + 1000 * x, y - 2 * x])
    expect(adjustByRegression(turn(a), turn(b)).difference.low).toBeCloseTo(plain.difference.low ?? 0, 7)
    expect(adjustByRegression(b, a).difference.low).toBeCloseTo(-(plain.difference.high ?? 0), 10)
    expect(plain.varianceReduction).toBeGreaterThan(0.4)
    const up = (arm: CovariateArm) => ({ ...arm, outcomes: arm.outcomes.map((value) => value + 1e9) })
    expect(adjustByRegression(up(a), up(b)).difference.low).toBeCloseTo(plain.difference.low ?? 0, 5)
  })

  test('more covariates than a tenth of the smaller arm are refused', () => {
    const [a, b] = [drawn(29, 3, 3), drawn(100, 4, 3)]
    const answer = adjustByRegression(a, b)
    expect(answer).toMatchObject({ notAdjusted: 'too-few-units', varianceReduction: 0 })
    expect(answer.difference).toEqual(welch(momentsOf(a.outcomes), momentsOf(b.outcomes)))
    expect(adjustByRegression(drawn(30, 3, 3), b).notAdjusted).toBeNull()
  })

  test('a column that the others determine in one arm is left out of both', () => {
    const [a, b] = [drawn(40, 5), drawn(40, 6)]
    const plain = adjustByRegression(a, b)
    const doubled = adjustByRegression(
      changed(a, (row) => [...row, (row[0] ?? 0) + (row[1] ?? 0)]),
      changed(b, (row, i) => [...row, i]),
    )
    expect(doubled.dropped).toEqual([2])
    expect(doubled.difference.low).toBeCloseTo(plain.difference.low ?? 0, 10)
    // A missing-value mark that nobody in one arm has.
    const marked = adjustByRegression(
      changed(a, (row) => [...row, 0]),
      changed(b, (row, i) => [...row, i % 2]),
    )
    expect(marked.dropped).toEqual([2])
  })

  test('covariates that do not vary, and one that marks a single unit', () => {
    const [a, b] = [drawn(40, 7), drawn(40, 8)]
    const still = adjustByRegression(
      changed(a, () => [1]),
      changed(b, () => [1]),
    )
    expect(still).toMatchObject({ notAdjusted: 'no-covariate-variation', dropped: [0] })
    const own = adjustByRegression(
      changed(a, (_, i) => [Number(i === 0)]),
      changed(b, (_, i) => [i % 3]),
    )
    expect(own.notAdjusted).toBe('unit-of-its-own')
    expect(own.difference).toEqual(own.unadjusted)
    const none = { outcomes: [1, 2, 3], covariates: [[], [], []] }
    expect(adjustByRegression(none, none)).toMatchObject({ notAdjusted: 'no-covariate-variation', dropped: [] })
  })

  test('empty arms and impossible input', () => {
    const empty = { outcomes: [], covariates: [] }
    expect(adjustByRegression(empty, drawn(20, 9)).difference.reason).toBe('empty-arm')
    expect(() => adjustByRegression({ outcomes: [1, 2], covariates: [[1]] }, drawn(20, 9, 1))).toThrow(RangeError)
    expect(() => adjustByRegression({ outcomes: [1], covariates: [[1, 2]] }, drawn(20, 9, 1))).toThrow(RangeError)
    expect(() => adjustByRegression({ outcomes: [1], covariates: [[Number.NaN]] }, drawn(20, 9, 1))).toThrow(RangeError)
  })
})
