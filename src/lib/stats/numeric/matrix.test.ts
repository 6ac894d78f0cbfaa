import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  crossProduct,
  dot,
  matrixFrom,
  multiply,
  multiplyVector,
  rowOf,
  rowsOf,
  transposed,
  zeroMatrix,
} from './matrix.ts'

const whole = fc.integer({ min: -1000, max: 1000 })
const matrices = (rows: number, columns: number) =>
  fc
    .array(fc.array(whole, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows })
    .map((values) => matrixFrom(values))

describe('a matrix', () => {
  test('lies row by row, and comes back as rows', () => {
    const matrix = matrixFrom([
      [1, 2, 3],
      [4, 5, 6],
    ])
    expect(matrix).toEqual({ rows: 2, columns: 3, values: Float64Array.of(1, 2, 3, 4, 5, 6) })
    expect(rowsOf(matrix)).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ])
    expect(rowOf(matrix, 1)).toEqual(Float64Array.of(4, 5, 6))
    expect(matrixFrom([])).toEqual(zeroMatrix(0, 0))
  })

  test('is multiplied', () => {
    const a = matrixFrom([
      [1, 2],
      [3, 4],
      [5, 6],
    ])
    const b = matrixFrom([
      [7, 8],
      [9, 10],
    ])
    expect(rowsOf(multiply(a, b))).toEqual([
      [25, 28],
      [57, 64],
      [89, 100],
    ])
    expect(multiplyVector(a, [1, -1])).toEqual([-1, -1, -1])
    expect(dot([1, 2, 3], [4, 5, 6], 1)).toBe(28)
  })

  test('the transpose of a product is the product of the transposes, the other way round', () => {
    fc.assert(
      fc.property(matrices(3, 4), matrices(4, 2), (a, b) => {
        expect(transposed(multiply(a, b))).toEqual(multiply(transposed(b), transposed(a)))
      }),
    )
  })

  test('the cross product is x transposed times x', () => {
    fc.assert(
      fc.property(matrices(5, 3), (x) => {
        expect(rowsOf(crossProduct(x))).toEqual(rowsOf(multiply(transposed(x), x)).map((row) => row.map((v) => v + 0)))
      }),
    )
  })

  test('refuses sizes that do not fit, and values that are no numbers', () => {
    expect(() => matrixFrom([[1, 2], [3]])).toThrow(RangeError)
    expect(() => matrixFrom([[Number.NaN]])).toThrow(RangeError)
    expect(() => zeroMatrix(-1, 2)).toThrow(RangeError)
    expect(() => multiply(zeroMatrix(2, 3), zeroMatrix(2, 3))).toThrow(RangeError)
    expect(() => multiplyVector(zeroMatrix(2, 3), [1, 2])).toThrow(RangeError)
  })
})
