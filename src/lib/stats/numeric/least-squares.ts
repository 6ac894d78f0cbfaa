import { addMultiple, dot, type Matrix, zeroMatrix } from './matrix.ts'

export interface LeastSquares {
  /** One per column of x, in y's unit per unit of the column; 0 for a dropped column. */
  coefficients: number[]
  /** `y - x coefficients`, one per row. */
  residuals: number[]
  /** How many columns carry information of their own. */
  rank: number
  /** Columns that earlier ones already determine, ascending. Their coefficient is no estimate. */
  dropped: number[]
  /** The inverse of `x'x` over the kept columns, with zeros in the rows and columns of dropped ones. */
  inverse: Matrix
  /** How far each row decides its own fitted value, in [0, 1]; they add up to the rank. */
  leverages: number[]
}

export interface LeastSquaresOptions {
  /** A column is dropped when at most this share of its length is new beside the columns before it; default 1e-11. */
  tolerance?: number
}

/**
 * The coefficients that minimise the sum of squares of `y - x coefficients`, with what standard errors need.
 *
 * Householder QR: relative error about 1e-16 times the condition of x, not its square. A column that depends on those
 * before it is dropped, never an earlier one: put first what must stay. For weights, multiply the rows of x and y
 * by their roots. Not for more columns than observations that differ: the rest is dropped.
 *
 * @param x One row per observation; an intercept is a column of ones.
 * @throws {RangeError} when y has another length than x rows, or a value of y is not finite.
 * @see Golub & Van Loan (2013), Matrix Computations, sections 5.2 and 5.3; the order of dropping as in R's `lm`.
 */
export function leastSquares(
  x: Matrix,
  y: ArrayLike<number>,
  { tolerance = 1e-11 }: LeastSquaresOptions = {},
): LeastSquares {
  const { rows: n, columns: p } = x
  if (y.length !== n) throw new RangeError(`y must have ${n} values, got ${y.length}`)
  const turned = Float64Array.from(y)
  if (!turned.every(Number.isFinite)) throw new RangeError('the values of y must be finite numbers')
  // Column by column, because reflections run down columns.
  const columns = Array.from({ length: p }, (_, j) => {
    const column = new Float64Array(n)
    for (let i = 0; i < n; i++) column[i] = x.values[i * p + j] as number
    return column
  })
  const reflections: Float64Array[] = []
  const kept: number[] = []
  const dropped: number[] = []
  columns.forEach((column, j) => {
    const length = lengthFrom(column, 0)
    for (const [k, reflection] of reflections.entries()) reflect(reflection, column, k)
    const k = kept.length
    const remaining = lengthFrom(column, k)
    if (!(remaining > tolerance * length)) {
      dropped.push(j)
      return
    }
    const reflection = reflectionFor(column, k, remaining)
    reflect(reflection, column, k)
    reflect(reflection, turned, k)
    reflections.push(reflection)
    kept.push(j)
  })
  const rank = kept.length
  const upper = kept.map((j) => columns[j] as Float64Array)
  const coefficients = Array<number>(p).fill(0)
  const solved = turned.slice(0, rank)
  for (let k = rank - 1; k >= 0; k--) {
    const column = upper[k] as Float64Array
    const value = (solved[k] as number) / (column[k] as number)
    coefficients[kept[k] as number] = value
    for (let i = 0; i < k; i++) solved[i] = (solved[i] as number) - value * (column[i] as number)
  }
  // Residuals from the reflected y, so that they stay orthogonal to x where x is badly conditioned.
  const rest = turned.slice()
  rest.fill(0, 0, rank)
  for (let k = rank - 1; k >= 0; k--) reflect(reflections[k] as Float64Array, rest, k)
  return {
    coefficients,
    residuals: Array.from(rest),
    rank,
    dropped,
    inverse: inverseFrom(upper, kept, p),
    leverages: leveragesOf(x, upper, kept),
  }
}

/** The unit vector whose reflection turns the column into zeros below k; it is zero before k. */
function reflectionFor(column: Float64Array, k: number, remaining: number): Float64Array {
  const reflection = column.slice()
  reflection.fill(0, 0, k)
  // Away from zero, so that nothing cancels.
  reflection[k] = (column[k] as number) + ((column[k] as number) < 0 ? -remaining : remaining)
  const length = lengthFrom(reflection, k)
  return reflection.map((value) => value / length)
}

function reflect(reflection: Float64Array, vector: Float64Array, from: number): void {
  addMultiple(vector, -2 * dot(reflection, vector, from), reflection, from)
}

/** Scaled by the largest value: squares of 1e200 would overflow. */
function lengthFrom(vector: Float64Array, from: number): number {
  let largest = 0
  for (let i = from; i < vector.length; i++) largest = Math.max(largest, Math.abs(vector[i] as number))
  if (largest === 0) return 0
  let sum = 0
  for (let i = from; i < vector.length; i++) sum += ((vector[i] as number) / largest) ** 2
  return largest * Math.sqrt(sum)
}

/** The inverse of R, times its transpose, put back to the places of the kept columns. */
function inverseFrom(upper: readonly Float64Array[], kept: readonly number[], p: number): Matrix {
  const rank = kept.length
  const rootInverse = Array.from({ length: rank }, (_, k) => solveTransposed(upper, unit(rank, k)))
  const inverse = zeroMatrix(p, p)
  // Column k of the transposed inverse is row k of R^-1.
  for (let a = 0; a < rank; a++)
    for (let b = 0; b < rank; b++) {
      let sum = 0
      for (let k = Math.max(a, b); k < rank; k++)
        sum += ((rootInverse[a] as Float64Array)[k] as number) * ((rootInverse[b] as Float64Array)[k] as number)
      inverse.values[(kept[a] as number) * p + (kept[b] as number)] = sum
    }
  return inverse
}

/** The squared lengths of `R'^-1 row`, one per row of x. */
function leveragesOf(x: Matrix, upper: readonly Float64Array[], kept: readonly number[]): number[] {
  const solved = new Float64Array(kept.length)
  return Array.from({ length: x.rows }, (_, i) => {
    for (let k = 0; k < kept.length; k++) solved[k] = x.values[i * x.columns + (kept[k] as number)] as number
    solveTransposed(upper, solved)
    return Math.min(1, dot(solved, solved))
  })
}

/** Turns `solved` into the s with `R' s = solved`, column k of R in `upper[k]`, and gives it back. */
function solveTransposed(upper: readonly Float64Array[], solved: Float64Array): Float64Array {
  for (let k = 0; k < upper.length; k++) {
    const column = upper[k] as Float64Array
    let value = solved[k] as number
    for (let i = 0; i < k; i++) value -= (column[i] as number) * (solved[i] as number)
    solved[k] = value / (column[k] as number)
  }
  return solved
}

function unit(length: number, at: number): Float64Array {
  const vector = new Float64Array(length)
  vector[at] = 1
  return vector
}
