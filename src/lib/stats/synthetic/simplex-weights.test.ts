import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dot } from '../numeric/matrix.ts'
import { expectAgreement, referenceCases } from '../testing/reference-cases.ts'
import { simplexWeights } from './simplex-weights.ts'

interface Given {
  columns: number[][]
  target: number[]
  ridge: number
}

describe('simplexWeights', () => {
  it.each(referenceCases<Given, number[]>('synthetic', 'simplexWeights'))('agrees with cvxopt %#', (each) => {
    const { columns, target, ridge } = each.given
    expectAgreement(simplexWeights(columns, target, { ridge }), each)
  })

  it('meets the conditions of the optimum, also with more columns than rows', () => {
    const problems = fc.record({
      columns: fc.array(fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 5, maxLength: 5 }), {
        minLength: 1,
        maxLength: 12,
      }),
      target: fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 5, maxLength: 5 }),
      ridge: fc.constantFrom(0, 0.5, 100),
    })
    fc.assert(
      fc.property(problems, ({ columns, target, ridge }) => {
        const weights = simplexWeights(columns, target, { ridge })
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12)
        expect(Math.min(...weights)).toBeGreaterThanOrEqual(0)
        const rest = target.map((value, i) =>
          columns.reduce((sum, c, j) => sum - (weights[j] ?? 0) * (c[i] ?? 0), value),
        )
        const slopes = columns.map((column, j) => dot(column, rest) - ridge * (weights[j] ?? 0))
        const used = slopes.filter((_, j) => (weights[j] ?? 0) > 0)
        // Columns in use pull alike, and no other pulls more.
        expect(Math.max(...slopes) - Math.min(...used)).toBeLessThan(1e-7)
      }),
      { numRuns: 300 },
    )
  })

  it('takes the column that is the target', () => {
    expect(
      simplexWeights(
        [
          [1, 2],
          [3, 4],
        ],
        [3, 4],
      ),
    ).toEqual([0, 1])
    expect(simplexWeights([[5, 5]], [0, 0])).toEqual([1])
    expect(
      simplexWeights(
        [
          [0, 2],
          [2, 0],
        ],
        [1, 1],
      ),
    ).toEqual([expect.closeTo(0.5, 14), expect.closeTo(0.5, 14)])
  })

  it('refuses what cannot be', () => {
    expect(() => simplexWeights([], [1])).toThrow(RangeError)
    expect(() => simplexWeights([[1, 2]], [1])).toThrow(RangeError)
    expect(() => simplexWeights([[Number.NaN]], [1])).toThrow(RangeError)
    expect(() => simplexWeights([[1]], [1], { ridge: -1 })).toThrow(RangeError)
  })
})
