import { describe, expect, test } from 'vitest'
import { seededGenerator } from '../numeric/seeded-generator.ts'
import { expectAgreement, referenceCases } from '../testing/reference-cases.ts'
import { cupac } from './cupac.ts'
import { ridgeLine } from './ridge-line.ts'

function drawn(count: number, columns: number, seed: number, lift = 0) {
  const { normal } = seededGenerator(seed)
  const covariates = Array.from({ length: count }, () => Array.from({ length: columns }, () => 3 + normal()))
  const outcomes = covariates.map((row) => row.reduce((sum, value) => sum + value, normal() + lift))
  return { outcomes, covariates }
}

describe('ridgeLine', () => {
  test.each(
    referenceCases<{ rows: number[][]; outcomes: number[]; penalty: number; at: number[] }, number>(
      'means',
      'ridgeLine',
    ),
  )('agrees with least squares on rows added for the penalty (numpy), case %#', (each) => {
    const { rows, outcomes, penalty, at } = each.given
    expectAgreement(ridgeLine(rows, outcomes, penalty)(at), each)
  })
})

describe('cupac', () => {
  test('many covariates take their share off the variance, where regression would refuse them', () => {
    const answer = cupac(drawn(100, 15, 1, 1), drawn(100, 15, 2), { seed: 3 })
    expect(answer.varianceReduction).toBeGreaterThan(0.85)
    expect(answer.theta).toBeCloseTo(1, 0)
    expect(answer.difference.low).toBeLessThan(1)
    expect(answer.difference.high).toBeGreaterThan(1)
  })

  test('the same seed gives the same answer; no covariates, or still ones, adjust nothing', () => {
    const [a, b] = [drawn(40, 2, 4), drawn(40, 2, 5)]
    expect(cupac(a, b, { seed: 1 })).toEqual(cupac(a, b, { seed: 1 }))
    const still = ({ outcomes }: typeof a) => ({ outcomes, covariates: outcomes.map(() => [7, 7]) })
    const answer = cupac(still(a), still(b), { seed: 1 })
    expect(Math.abs(answer.varianceReduction ?? 1)).toBeLessThan(0.2)
    const empty = { outcomes: [], covariates: [] }
    expect(cupac(empty, b, { seed: 1 }).difference.reason).toBe('empty-arm')
  })

  test('refuses impossible options', () => {
    const a = drawn(20, 2, 6)
    expect(() => cupac(a, a, { seed: 1, folds: 1 })).toThrow(RangeError)
    expect(() => cupac(a, a, { seed: 1, penalty: 0 })).toThrow(RangeError)
    expect(() => cupac(a, { outcomes: [1], covariates: [] }, { seed: 1 })).toThrow(RangeError)
  })
})
