import { addMultiple, type Matrix, rowOf, zeroMatrix } from './matrix.ts'

/**
 * The inverse of a square matrix; null when it is singular within rounding.
 *
 * Gauss-Jordan elimination with row exchanges. To solve one system of a positive definite matrix use `solvePositive`,
 * for least squares `leastSquares`: both keep more digits.
 *
 * @throws {RangeError} when a is not square.
 * @see Golub & Van Loan (2013), Matrix Computations, section 3.4.
 */
export function inverseOf(a: Matrix): Matrix | null {
  const n = a.rows
  if (a.columns !== n) throw new RangeError(`the matrix must be square, got ${n} x ${a.columns}`)
  const left = Array.from({ length: n }, (_, i) => rowOf(a, i).slice())
  const right = Array.from({ length: n }, (_, i) => {
    const row = new Float64Array(n)
    row[i] = 1
    return row
  })
  const sizes = left.map((row) => Math.max(...row.map(Math.abs)))
  for (let k = 0; k < n; k++) {
    const chosen = largestAt(left, sizes, k)
    exchange(left, k, chosen)
    exchange(right, k, chosen)
    exchange(sizes, k, chosen)
    const [pivotRow, pivotRight] = [left[k] as Float64Array, right[k] as Float64Array]
    const pivot = pivotRow[k] as number
    if (!(Math.abs(pivot) > 1e-16 * (sizes[k] as number))) return null
    for (let i = 0; i < n; i++) {
      if (i === k) continue
      const row = left[i] as Float64Array
      const factor = -(row[k] as number) / pivot
      if (factor === 0) continue
      addMultiple(row, factor, pivotRow, k)
      addMultiple(right[i] as Float64Array, factor, pivotRight)
    }
  }
  const inverse = zeroMatrix(n, n)
  right.forEach((row, i) => {
    const pivot = (left[i] as Float64Array)[i] as number
    rowOf(inverse, i).set(row.map((value) => value / pivot))
  })
  return inverse
}

/** The row from k on that is largest in column k for its own size: rows in other units must not decide. */
function largestAt(rows: readonly Float64Array[], sizes: readonly number[], k: number): number {
  let [best, largest] = [k, -1]
  for (let i = k; i < rows.length; i++) {
    const size = sizes[i] === 0 ? 0 : Math.abs((rows[i] as Float64Array)[k] as number) / (sizes[i] as number)
    if (size > largest) [best, largest] = [i, size]
  }
  return best
}

function exchange<T>(list: T[], i: number, j: number): void {
  const held = list[i] as T
  list[i] = list[j] as T
  list[j] = held
}
