import { describe, expect, test } from 'vitest'
import { leastSquares } from './least-squares.ts'
import { dot, matrixFrom, multiply, rowOf, rowsOf, transposed, zeroMatrix } from './matrix.ts'
import { seededGenerator } from './seeded-generator.ts'

// NIST StRD Longley: employment on prices, product, unemployment, forces, population and year. Certified values.
const longley = [
  [60323, 83, 234289, 2356, 1590, 107608, 1947],
  [61122, 88.5, 259426, 2325, 1456, 108632, 1948],
  [60171, 88.2, 258054, 3682, 1616, 109773, 1949],
  [61187, 89.5, 284599, 3351, 1650, 110929, 1950],
  [63221, 96.2, 328975, 2099, 3099, 112075, 1951],
  [63639, 98.1, 346999, 1932, 3594, 113270, 1952],
  [64989, 99, 365385, 1870, 3547, 115094, 1953],
  [63761, 100, 363112, 3578, 3350, 116219, 1954],
  [66019, 101.2, 397469, 2904, 3048, 117388, 1955],
  [67857, 104.6, 419180, 2822, 2857, 118734, 1956],
  [68169, 108.4, 442769, 2936, 2798, 120445, 1957],
  [66513, 110.8, 444546, 4681, 2637, 121950, 1958],
  [68655, 112.6, 482704, 3813, 2552, 123366, 1959],
  [69564, 114.2, 502601, 3931, 2514, 125368, 1960],
  [69331, 115.7, 518173, 4806, 2572, 127852, 1961],
  [70551, 116.9, 554894, 4007, 2827, 130081, 1962],
]
const certified = [
  [-3482258.63459582, 890420.383607373],
  [15.0618722713733, 84.9149257747669],
  [-0.035819179292591, 0.0334910077722432],
  [-2.02022980381683, 0.488399681651699],
  [-1.03322686717359, 0.214274163161675],
  [-0.0511041056535807, 0.22607320006937],
  [1829.15146461355, 455.478499142212],
]

describe('leastSquares', () => {
  test('agrees with the certified values of Longley to 10 digits or more', () => {
    const x = matrixFrom(longley.map(([, ...rest]) => [1, ...rest]))
    const y = longley.map(([employed = 0]) => employed)
    const { coefficients, residuals, inverse, rank } = leastSquares(x, y)
    expect(rank).toBe(7)
    const variance = dot(residuals, residuals) / (16 - 7)
    expect(Math.sqrt(variance) / 304.854073561965).toBeCloseTo(1, 11)
    certified.forEach(([coefficient = 0, standardError = 0], j) => {
      expect(Math.abs((coefficients[j] ?? 0) / coefficient - 1)).toBeLessThan(1e-10)
      const ours = Math.sqrt(variance * (inverse.values[j * 8] ?? 0))
      expect(Math.abs(ours / standardError - 1)).toBeLessThan(1e-10)
    })
  })

  test('keeps the slope of values around 1e9, where x transposed x has none', () => {
    const x = matrixFrom(Array.from({ length: 9 }, (_, i) => [1, 1e9 + i]))
    const { coefficients, rank } = leastSquares(
      x,
      Array.from({ length: 9 }, (_, i) => 3 * i),
    )
    expect(rank).toBe(2)
    expect(coefficients[1]).toBeCloseTo(3, 6)
  })

  test('drops the later column of two that say the same, and keeps the fit', () => {
    const rows = [1, 2, 3, 4, 5].map((t) => [1, t, 2 * t, t * t])
    const y = [2, 3, 5, 4, 9]
    const full = leastSquares(matrixFrom(rows), y)
    const plain = leastSquares(matrixFrom(rows.map(([a = 0, b = 0, , d = 0]) => [a, b, d])), y)
    expect([full.rank, full.dropped, full.coefficients[2]]).toEqual([3, [2], 0])
    expect([full.coefficients[0], full.coefficients[1], full.coefficients[3]]).toEqual(plain.coefficients)
    expect(full.residuals).toEqual(plain.residuals)
    expect(full.leverages).toEqual(plain.leverages)
    expect(Array.from(rowOf(full.inverse, 2))).toEqual([0, 0, 0, 0])
  })

  test('residuals are orthogonal to every column, leverages add up to the rank', () => {
    const generator = seededGenerator(5)
    for (let round = 0; round < 30; round++) {
      const p = 1 + generator.below(5)
      const x = matrixFrom(Array.from({ length: p + 4 }, () => Array.from({ length: p }, generator.normal)))
      const { residuals, leverages, inverse, rank } = leastSquares(x, Array.from({ length: p + 4 }, generator.normal))
      for (const column of rowsOf(transposed(x))) expect(dot(column, residuals)).toBeCloseTo(0, 12)
      expect(leverages.reduce((sum, value) => sum + value, 0)).toBeCloseTo(rank, 12)
      // Of the hat matrix, written out.
      const hat = multiply(multiply(x, inverse), transposed(x))
      leverages.forEach((value, i) => {
        expect(value).toBeCloseTo(hat.values[i * (p + 5)] ?? 0, 10)
      })
    }
  })

  test('nothing to fit by, nothing to fit, and a perfect fit', () => {
    expect(leastSquares(zeroMatrix(3, 0), [1, 2, 3])).toMatchObject({ coefficients: [], residuals: [1, 2, 3], rank: 0 })
    expect(leastSquares(zeroMatrix(2, 1), [1, 2])).toMatchObject({ coefficients: [0], rank: 0, dropped: [0] })
    expect(leastSquares(zeroMatrix(0, 2), [])).toMatchObject({ coefficients: [0, 0], residuals: [], rank: 0 })
    expect(leastSquares(matrixFrom([[2]]), [6])).toMatchObject({ coefficients: [3], residuals: [0], rank: 1 })
  })

  test('columns of 1e200 neither overflow nor vanish', () => {
    const { coefficients } = leastSquares(matrixFrom([[1e200], [2e200]]), [1, 2])
    expect((coefficients[0] ?? 0) * 1e200).toBeCloseTo(1, 12)
  })

  test('refuses another number of values than rows, and values that are no numbers', () => {
    expect(() => leastSquares(zeroMatrix(2, 1), [1])).toThrow(RangeError)
    expect(() => leastSquares(zeroMatrix(1, 1), [Number.NaN])).toThrow(RangeError)
  })
})
