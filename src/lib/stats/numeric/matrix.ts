/** A dense matrix, row by row: the value in row i and column j is `values[i * columns + j]`. */
export interface Matrix {
  rows: number
  columns: number
  values: Float64Array
}

/** A matrix of zeros. @throws {RangeError} when a size is not a whole number of at least 0. */
export function zeroMatrix(rows: number, columns: number): Matrix {
  if (!(Number.isInteger(rows) && Number.isInteger(columns) && rows >= 0 && columns >= 0))
    throw new RangeError(`rows and columns must be whole numbers of at least 0, got ${rows} and ${columns}`)
  return { rows, columns, values: new Float64Array(rows * columns) }
}

/**
 * The matrix with these rows. An empty list gives 0 rows and 0 columns.
 *
 * @throws {RangeError} when the rows have different lengths, or a value is not a finite number.
 */
export function matrixFrom(rows: readonly ArrayLike<number>[]): Matrix {
  const columns = rows[0]?.length ?? 0
  const matrix = zeroMatrix(rows.length, columns)
  rows.forEach((row, i) => {
    if (row.length !== columns) throw new RangeError(`row ${i} has ${row.length} values instead of ${columns}`)
    for (let j = 0; j < columns; j++) {
      const value = row[j] as number
      if (!Number.isFinite(value)) throw new RangeError(`values must be finite numbers, got ${value}`)
      matrix.values[i * columns + j] = value
    }
  })
  return matrix
}

/** The rows of a matrix as lists, ready for JSON. */
export function rowsOf({ rows, columns, values }: Matrix): number[][] {
  return Array.from({ length: rows }, (_, i) => Array.from(values.subarray(i * columns, (i + 1) * columns)))
}

/** Row i of a matrix: a view, so that writing to it changes the matrix. */
export function rowOf({ columns, values }: Matrix, i: number): Float64Array {
  return values.subarray(i * columns, (i + 1) * columns)
}

/** `a b`. @throws {RangeError} when a has not as many columns as b has rows. */
export function multiply(a: Matrix, b: Matrix): Matrix {
  if (a.columns !== b.rows) throw new RangeError(`cannot multiply ${sizeOf(a)} by ${sizeOf(b)}`)
  const product = zeroMatrix(a.rows, b.columns)
  // Rows of b are added up, so that all three matrices are read in the order in which they lie in memory.
  for (let i = 0; i < a.rows; i++) {
    const target = rowOf(product, i)
    for (let k = 0; k < a.columns; k++) addMultiple(target, a.values[i * a.columns + k] as number, rowOf(b, k))
  }
  return product
}

/** `a x` for a vector x. @throws {RangeError} when x has not as many values as a has columns. */
export function multiplyVector(a: Matrix, x: ArrayLike<number>): number[] {
  if (a.columns !== x.length) throw new RangeError(`cannot multiply ${sizeOf(a)} by a vector of ${x.length}`)
  return Array.from({ length: a.rows }, (_, i) => dot(rowOf(a, i), x))
}

/** The matrix with rows and columns exchanged. */
export function transposed(a: Matrix): Matrix {
  const turned = zeroMatrix(a.columns, a.rows)
  for (let i = 0; i < a.rows; i++)
    for (let j = 0; j < a.columns; j++) turned.values[j * a.rows + i] = a.values[i * a.columns + j] as number
  return turned
}

/**
 * `x'x`, exactly symmetric.
 *
 * Not for least squares: it squares the condition of x, and half of the digits are gone. See `leastSquares`.
 */
export function crossProduct(x: Matrix): Matrix {
  const product = zeroMatrix(x.columns, x.columns)
  for (let i = 0; i < x.rows; i++) {
    const row = rowOf(x, i)
    for (let j = 0; j < x.columns; j++) {
      const value = row[j] as number
      if (value !== 0) addMultiple(rowOf(product, j), value, row, j)
    }
  }
  for (let j = 0; j < x.columns; j++)
    for (let k = 0; k < j; k++) product.values[j * x.columns + k] = product.values[k * x.columns + j] as number
  return product
}

/** The sum of products of two vectors of one length, from index `from` on. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>, from = 0): number {
  let sum = 0
  for (let i = from; i < a.length; i++) sum += (a[i] as number) * (b[i] as number)
  return sum
}

/** Adds `factor` times `added` to `target`, from index `from` on. */
export function addMultiple(target: Float64Array, factor: number, added: ArrayLike<number>, from = 0): void {
  for (let i = from; i < target.length; i++) target[i] = (target[i] as number) + factor * (added[i] as number)
}

function sizeOf({ rows, columns }: Matrix): string {
  return `${rows} x ${columns}`
}
