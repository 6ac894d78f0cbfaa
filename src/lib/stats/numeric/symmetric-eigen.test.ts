import { describe, expect, test } from 'vitest'
import { matrixFrom, multiply, rowsOf, transposed, zeroMatrix } from './matrix.ts'
import { seededGenerator } from './seeded-generator.ts'
import { symmetricEigen } from './symmetric-eigen.ts'

describe('symmetricEigen', () => {
  test('knows the second difference, whose eigenvalues are 2 - 2 cos(k π / (n + 1))', () => {
    const n = 12
    const rows = Array.from({ length: n }, (_, i) =>
      Array.from({ length: n }, (_, j) => (i === j ? 2 : Math.abs(i - j) === 1 ? -1 : 0)),
    )
    symmetricEigen(matrixFrom(rows)).values.forEach((value, k) => {
      expect(value).toBeCloseTo(2 - 2 * Math.cos(((k + 1) * Math.PI) / (n + 1)), 13)
    })
  })

  test('turns a diagonal matrix and repeated eigenvalues into themselves', () => {
    const rows = [
      [3, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ]
    expect(symmetricEigen(matrixFrom(rows)).values).toEqual([1, 1, 3])
    expect(symmetricEigen(zeroMatrix(3, 3)).values).toEqual([0, 0, 0])
    expect(symmetricEigen(zeroMatrix(0, 0)).values).toEqual([])
    expect(symmetricEigen(matrixFrom([[-2]]))).toMatchObject({ values: [-2] })
    const ones = Array.from({ length: 6 }, () => Array(6).fill(1) as number[])
    symmetricEigen(matrixFrom(ones)).values.forEach((value, i) => {
      expect(value).toBeCloseTo(i === 5 ? 6 : 0, 14)
    })
  })

  test('values and vectors give the matrix back, and the vectors are orthonormal', () => {
    const generator = seededGenerator(6)
    for (let n = 1; n < 25; n++) {
      const scale = 10 ** (generator.below(300) - 150)
      const rows = Array.from({ length: n }, () => Array.from({ length: n }, () => scale * generator.normal()))
      const symmetric = rows.map((row, i) => row.map((value, j) => value + (rows[j]?.[i] ?? 0)))
      const { values, vectors } = symmetricEigen(matrixFrom(symmetric))
      expect(values).toEqual(values.toSorted((a, b) => a - b))
      const scaled = matrixFrom(rowsOf(vectors).map((row) => row.map((value, k) => value * (values[k] ?? 0))))
      rowsOf(multiply(scaled, transposed(vectors))).forEach((row, i) => {
        row.forEach((value, j) => {
          expect((value - (symmetric[i]?.[j] ?? 0)) / scale).toBeCloseTo(0, 12)
        })
      })
      rowsOf(multiply(transposed(vectors), vectors)).forEach((row, i) => {
        row.forEach((value, j) => {
          expect(value).toBeCloseTo(i === j ? 1 : 0, 13)
        })
      })
    }
  })

  test('refuses what is not square or not finite', () => {
    expect(() => symmetricEigen(zeroMatrix(2, 3))).toThrow(RangeError)
    expect(() => symmetricEigen({ rows: 1, columns: 1, values: Float64Array.of(Number.NaN) })).toThrow(RangeError)
  })
})
