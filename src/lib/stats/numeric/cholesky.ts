import { dot, type Matrix, rowOf, zeroMatrix } from './matrix.ts'

/**
 * The lower triangle L with `a = L L'`, for a symmetric positive definite a; null when it is not positive definite
 * within rounding (a pivot of at most 1e-15 of its diagonal element).
 *
 * Only the lower triangle of a is read. Half the logarithm of the determinant is the sum of the logarithms on L's diagonal.
 *
 * @throws {RangeError} when a is not square.
 * @see Golub & Van Loan (2013), Matrix Computations, section 4.2.
 */
export function cholesky(a: Matrix): Matrix | null {
  const n = a.rows
  if (a.columns !== n) throw new RangeError(`the matrix must be square, got ${n} x ${a.columns}`)
  const lower = zeroMatrix(n, n)
  for (let i = 0; i < n; i++) {
    const row = rowOf(lower, i)
    for (let j = 0; j < i; j++) {
      const other = rowOf(lower, j).subarray(0, j)
      row[j] = ((a.values[i * n + j] as number) - dot(other, row)) / (lower.values[j * n + j] as number)
    }
    const diagonal = a.values[i * n + i] as number
    const before = row.subarray(0, i)
    const pivot = diagonal - dot(before, before)
    if (!(pivot > 1e-15 * Math.abs(diagonal))) return null
    row[i] = Math.sqrt(pivot)
  }
  return lower
}

/**
 * The x with `a x = b`, for a symmetric positive definite a; null when it is not positive definite.
 *
 * Not for least squares by normal equations: see `leastSquares`.
 *
 * @throws {RangeError} when a is not square or b has another length.
 */
export function solvePositive(a: Matrix, b: ArrayLike<number>): number[] | null {
  if (a.rows !== b.length) throw new RangeError(`b must have ${a.rows} values, got ${b.length}`)
  const lower = cholesky(a)
  return lower && solveFromCholesky(lower, b)
}

/** The x with `L L' x = b`: to solve for several b with one `cholesky`. */
export function solveFromCholesky(lower: Matrix, b: ArrayLike<number>): number[] {
  const n = lower.rows
  const x = Array.from(b)
  for (let i = 0; i < n; i++) {
    const row = rowOf(lower, i)
    x[i] = ((x[i] as number) - dot(row.subarray(0, i), x)) / (row[i] as number)
  }
  for (let i = n - 1; i >= 0; i--) {
    const row = rowOf(lower, i)
    const value = (x[i] as number) / (row[i] as number)
    x[i] = value
    for (let j = 0; j < i; j++) x[j] = (x[j] as number) - value * (row[j] as number)
  }
  return x
}
