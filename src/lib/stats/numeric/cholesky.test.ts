import { describe, expect, test } from 'vitest'
import { cholesky, solveFromCholesky, solvePositive } from './cholesky.ts'
import { crossProduct, matrixFrom, multiply, multiplyVector, rowsOf, transposed, zeroMatrix } from './matrix.ts'
import { seededGenerator } from './seeded-generator.ts'

const positive = matrixFrom([
  [4, 12, -16],
  [12, 37, -43],
  [-16, -43, 98],
])

describe('cholesky', () => {
  test('gives the triangle of the textbook', () => {
    // Wikipedia, "Cholesky decomposition", example.
    expect(rowsOf(cholesky(positive) ?? zeroMatrix(0, 0))).toEqual([
      [2, 0, 0],
      [6, 1, 0],
      [-8, 5, 3],
    ])
  })

  test('the triangle times its transpose is the matrix, and solving undoes multiplying', () => {
    const generator = seededGenerator(3)
    for (let round = 0; round < 50; round++) {
      const n = 1 + generator.below(8)
      const rows = Array.from({ length: n + 3 }, () => Array.from({ length: n }, generator.normal))
      const a = crossProduct(matrixFrom(rows))
      const lower = cholesky(a)
      if (!lower) throw new Error('not positive definite')
      multiply(lower, transposed(lower)).values.forEach((value, i) => {
        expect(Math.abs(value - (a.values[i] ?? 0))).toBeLessThan(1e-13)
      })
      const x = Array.from({ length: n }, generator.normal)
      const solved = solvePositive(a, multiplyVector(a, x)) ?? []
      expect(solved).toEqual(solveFromCholesky(lower, multiplyVector(a, x)))
      solved.forEach((value, i) => {
        expect(value).toBeCloseTo(x[i] ?? 0, 9)
      })
    }
  })

  test('is null where the matrix is not positive definite', () => {
    const flat = matrixFrom([
      [1, 1],
      [1, 1],
    ])
    expect(cholesky(flat)).toBeNull()
    expect(solvePositive(flat, [1, 1])).toBeNull()
    expect(cholesky(matrixFrom([[-1]]))).toBeNull()
    expect(cholesky(matrixFrom([[0]]))).toBeNull()
    expect(cholesky(zeroMatrix(0, 0))).toEqual(zeroMatrix(0, 0))
  })

  test('refuses a matrix that is not square and a right side of another length', () => {
    expect(() => cholesky(zeroMatrix(2, 3))).toThrow(RangeError)
    expect(() => solvePositive(positive, [1])).toThrow(RangeError)
  })
})
