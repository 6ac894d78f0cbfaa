import { dot, type Matrix, matrixFrom, multiply, multiplyVector, transposed, zeroMatrix } from '../numeric/matrix.ts'
import { symmetricEigen } from '../numeric/symmetric-eigen.ts'
import type { ClusterFit } from './cluster-fit.ts'
import { orthonormalBasis } from './orthonormal-basis.ts'

/**
 * `CR0` leaves the residuals as they are; `CR1` multiplies the variance by m / (m - 1), `CR1S` by
 * m (n - 1) / ((m - 1) (n - p)); `CR2` undoes the fit's pull on each cluster's residuals exactly when rows are
 * independent and vary alike; `CR3` overdoes it (nearly the jackknife).
 */
export type ClusterVariance = 'CR0' | 'CR1' | 'CR1S' | 'CR2' | 'CR3'

/** What a cluster's residuals are weighed by: `basis load contrast`, one number a row. */
export interface ClusterLoad {
  /** Columns over the cluster's rows. */
  basis: Float64Array[]
  load: Matrix
}

/** Shares of a cluster's variation that are at most this: the fit takes all of it, and nothing is left to judge by. */
const NOTHING_LEFT = 1e-10

/**
 * The adjusted regressors of each cluster. All of it happens in the few dimensions of the regressors, so that a cluster
 * of n rows costs n, not n^3. Blocks that the fit exhausts (a cluster with a fixed effect of its own) are inverted in
 * the generalised sense.
 *
 * @see Pustejovsky & Tipton (2018), JBES 36, 672-683, equations 7, 10 and theorem 1.
 */
export function clusterLoads(fit: ClusterFit, type: ClusterVariance): ClusterLoad[] {
  const { turned, weights, members } = fit
  const p = turned.length
  const middle = type === 'CR2' ? spreadOf(fit) : null
  return members.map((rows) => {
    const part = turned.map((column) => Float64Array.from(rows, (i) => column[i] as number))
    const weighted = part.map((column) => column.map((value, k) => value * (weights[rows[k] as number] as number)))
    if (middle) return byCr2(part, weighted, middle)
    if (type !== 'CR3') return { basis: weighted, load: identity(p) }
    // (I - q q')^-1 q = q (I - q'q)^-1: the inverse is of the size of the regressors.
    const inner = matrixFrom(part.map((a) => weighted.map((b) => dot(a, b))))
    return { basis: weighted, load: powerOfRest(inner, -1) }
  })
}

function byCr2(part: readonly Float64Array[], weighted: readonly Float64Array[], middle: Matrix): ClusterLoad {
  const { basis } = orthonormalBasis([...part, ...weighted])
  if (basis.length === 0) return { basis: [], load: zeroMatrix(0, part.length) }
  const inside = matrixFrom(basis.map((a) => part.map((b) => dot(a, b))))
  const insideWeighted = matrixFrom(basis.map((a) => weighted.map((b) => dot(a, b))))
  // The rows' covariance after the fit is I - taken, and differs from I inside the basis only.
  const cross = multiply(inside, transposed(insideWeighted))
  const both = multiply(multiply(inside, middle), transposed(inside))
  const taken = zeroMatrix(basis.length, basis.length)
  const k = basis.length
  for (let i = 0; i < k; i++)
    for (let j = 0; j < k; j++)
      taken.values[i * k + j] =
        (cross.values[i * k + j] as number) + (cross.values[j * k + i] as number) - (both.values[i * k + j] as number)
  return { basis, load: multiply(powerOfRest(taken, -0.5), insideWeighted) }
}

/** `(I - a)^power` in the generalised sense, for a symmetric a with eigenvalues of at most 1. */
function powerOfRest(a: Matrix, power: number): Matrix {
  const { values, vectors } = symmetricEigen(a)
  const k = values.length
  const scaled = zeroMatrix(k, k)
  for (let j = 0; j < k; j++) {
    const rest = 1 - (values[j] as number)
    const factor = rest > NOTHING_LEFT ? rest ** power : 0
    for (let i = 0; i < k; i++) scaled.values[i * k + j] = (vectors.values[i * k + j] as number) * factor
  }
  return multiply(scaled, transposed(vectors))
}

/** X'W^2 X in the turned coordinates: the identity when all weights are 1. */
export function spreadOf({ turned, weights }: ClusterFit): Matrix {
  const squared = turned.map((column) => column.map((value, i) => value * (weights[i] as number) ** 2))
  return matrixFrom(turned.map((a) => squared.map((b) => dot(a, b))))
}

/** `basis load contrast`: one number for each row of the cluster. */
export function loadedBy({ basis, load }: ClusterLoad, contrast: Float64Array, rows: number): Float64Array {
  const answer = new Float64Array(rows)
  const along = multiplyVector(load, contrast)
  for (const [k, column] of basis.entries())
    for (let i = 0; i < rows; i++) answer[i] = (answer[i] as number) + (along[k] as number) * (column[i] as number)
  return answer
}

function identity(p: number): Matrix {
  const matrix = zeroMatrix(p, p)
  for (let i = 0; i < p; i++) matrix.values[i * p + i] = 1
  return matrix
}
