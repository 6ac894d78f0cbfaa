import { describe, expect, test } from 'vitest'
import { inverseOf } from './inverse-of.ts'
import { matrixFrom, multiply, rowsOf, zeroMatrix } from './matrix.ts'
import { seededGenerator } from './seeded-generator.ts'

describe('inverseOf', () => {
  test('gives the inverse of a whole matrix', () => {
    const a = matrixFrom([
      [0, 2],
      [4, 6],
    ])
    expect(rowsOf(inverseOf(a) ?? zeroMatrix(0, 0))).toEqual([
      [-0.75, 0.25],
      [0.5, 0],
    ])
  })

  test('the matrix times its inverse is the identity', () => {
    const generator = seededGenerator(4)
    for (let round = 0; round < 50; round++) {
      const n = 1 + generator.below(9)
      const a = matrixFrom(Array.from({ length: n }, () => Array.from({ length: n }, generator.normal)))
      const inverse = inverseOf(a)
      if (!inverse) throw new Error('singular')
      multiply(a, inverse).values.forEach((value, i) => {
        expect(value).toBeCloseTo(i % (n + 1) === 0 ? 1 : 0, 9)
      })
    }
  })

  test('is no matter of units: rows of 1e-200 are not taken for zeros', () => {
    expect(rowsOf(inverseOf(matrixFrom([[1e-200]])) ?? zeroMatrix(0, 0))).toEqual([[1e200]])
  })

  test('is null for a singular matrix', () => {
    const flat = [
      [1, 2, 3],
      [4, 5, 6],
      [5, 7, 9],
    ]
    expect(inverseOf(matrixFrom(flat))).toBeNull()
    expect(inverseOf(zeroMatrix(2, 2))).toBeNull()
    expect(inverseOf(zeroMatrix(0, 0))).toEqual(zeroMatrix(0, 0))
  })

  test('refuses a matrix that is not square', () => {
    expect(() => inverseOf(zeroMatrix(2, 3))).toThrow(RangeError)
  })
})
