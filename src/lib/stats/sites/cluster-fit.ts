import { leastSquares } from '../numeric/least-squares.ts'
import { dot, matrixFrom, multiplyVector } from '../numeric/matrix.ts'
import { orthonormalBasis } from './orthonormal-basis.ts'

export interface ClusteredRows {
  /** One value a row. */
  y: readonly number[]
  /** One list of regressors a row; the constant is a column of ones. */
  x: readonly (readonly number[])[]
  /** The cluster of each row: what was randomised, or what shares its luck. */
  clusters: readonly string[]
  /** Positive, one a row; default 1. Counts behind a row's mean, or its precision. */
  weights?: readonly number[]
}

/** A fit in coordinates in which the regressors are orthonormal: nothing is lost to their scale. */
export interface ClusterFit {
  coefficients: number[]
  /** Columns that earlier ones determine. */
  dropped: number[]
  residuals: Float64Array
  /** Rows of each cluster, in the order in which the clusters first appear. */
  members: number[][]
  /** The regressors, turned so that their weighted cross-product is the identity. */
  turned: Float64Array[]
  weights: Float64Array
  /** A contrast of the coefficients, turned likewise; null when it leans on a dropped column. */
  turn(contrast: readonly number[]): Float64Array | null
}

/** @throws {RangeError} on lists of unequal length, values that are not finite, weights that are not positive. */
export function clusterFit({ y, x, clusters, weights: given }: ClusteredRows): ClusterFit {
  const n = y.length
  if (n === 0 || x.length !== n || clusters.length !== n || (given && given.length !== n))
    throw new RangeError(`y, x, clusters and weights must be of one length, got ${n}, ${x.length}, ${clusters.length}`)
  const weights = Float64Array.from(given ?? Array<number>(n).fill(1))
  const wrong = weights.find((weight) => !(weight > 0 && Number.isFinite(weight)))
  if (wrong !== undefined) throw new RangeError(`weights must be positive and finite, got ${wrong}`)
  const roots = weights.map(Math.sqrt)
  const scaled = matrixFrom(x.map((row, i) => row.map((value) => value * (roots[i] as number))))
  const { coefficients, dropped, inverse, residuals } = leastSquares(
    scaled,
    y.map((value, i) => value * (roots[i] as number)),
  )
  const columns = Array.from({ length: scaled.columns }, (_, j) =>
    Float64Array.from({ length: n }, (_, i) => scaled.values[i * scaled.columns + j] as number),
  )
  const { basis } = orthonormalBasis(columns.filter((_, j) => !dropped.includes(j)))
  return {
    coefficients,
    dropped,
    residuals: Float64Array.from(residuals, (value, i) => value / (roots[i] as number)),
    members: [...Map.groupBy(clusters.keys(), (i) => clusters[i] as string).values()],
    turned: basis.map((column) => column.map((value, i) => value / (roots[i] as number))),
    weights,
    turn(contrast) {
      if (contrast.length !== columns.length)
        throw new RangeError(`a contrast needs ${columns.length} numbers, got ${contrast.length}`)
      if (dropped.some((j) => contrast[j] !== 0)) return null
      const spread = multiplyVector(inverse, contrast)
      const fitted = new Float64Array(n)
      for (const [j, column] of columns.entries())
        for (let i = 0; i < n; i++) fitted[i] = (fitted[i] as number) + (column[i] as number) * (spread[j] as number)
      return Float64Array.from(basis, (column) => dot(column, fitted))
    },
  }
}
