import { leastSquares } from '../numeric/least-squares.ts'
import { dot, matrixFrom, multiplyVector } from '../numeric/matrix.ts'
import { momentsOf } from '../numeric/moments.ts'
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

/**
 * A fit in coordinates in which the regressors are orthonormal: nothing is lost to their scale, nor, where the first of them is a
 * constant of 1, to their level.
 */
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
  const scaledBy = (rows: readonly (readonly number[])[]) =>
    matrixFrom(rows.map((row, i) => row.map((value) => value * (roots[i] as number))))
  const fitted = (rows: readonly (readonly number[])[], values: readonly number[]) =>
    leastSquares(
      scaledBy(rows),
      values.map((value, i) => value * (roots[i] as number)),
    )
  const centres = centresOf(x, y)
  const plain = fitted(x, y)
  // What is spanned is decided on the columns as they came: what rounding at 1e9 leaves of a copy is no information.
  const rows = centres
    ? x.map((row) => row.map((value, j) => (plain.dropped.includes(j) ? 0 : value - (centres.x[j] as number))))
    : x
  const scaled = scaledBy(rows)
  const { coefficients, dropped, inverse, residuals } = centres
    ? fitted(
        rows,
        y.map((value) => value - centres.y),
      )
    : plain
  if (centres)
    coefficients[0] = coefficients.reduce(
      (sum, slope, j) => (j === 0 ? sum : sum - slope * (centres.x[j] as number)),
      (coefficients[0] as number) + centres.y,
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
      // A contrast with the constant is one at regressors of 0, far from where they were centred.
      const centred = centres
        ? contrast.map((part, j) => part - (contrast[0] as number) * (centres.x[j] as number))
        : contrast
      const spread = multiplyVector(
        inverse,
        centred.map((part, j) => (dropped.includes(j) ? 0 : part)),
      )
      const fitted = new Float64Array(n)
      for (const [j, column] of columns.entries())
        for (let i = 0; i < n; i++) fitted[i] = (fitted[i] as number) + (column[i] as number) * (spread[j] as number)
      return Float64Array.from(basis, (column) => dot(column, fitted))
    },
  }
}

/** A level this many times what varies about it costs digits. */
const HIGH = 100

/**
 * What to take off y and the regressors, where the first of them is a constant of 1 and one of the others (or y) lies far from 0;
 * null where nothing is to be gained, or without a constant, which alone could take it up.
 */
function centresOf(x: ClusteredRows['x'], y: readonly number[]): { x: number[]; y: number } | null {
  if (!x.every((row) => row[0] === 1)) return null
  const columns = (x[0] ?? []).map((_, j) =>
    j === 0 ? { centre: 0, isHigh: false } : centreOf(x.map((row) => row[j] as number)),
  )
  const ofY = centreOf(y)
  if (!ofY.isHigh && !columns.some(({ isHigh }) => isHigh)) return null
  return { x: columns.map(({ centre }) => centre), y: ofY.centre }
}

function centreOf(values: readonly number[]): { centre: number; isHigh: boolean } {
  const { mean } = momentsOf(values)
  const furthest = values.reduce((most, value) => Math.max(most, Math.abs(value - mean)), 0)
  return { centre: mean, isHigh: furthest > 0 && Math.abs(mean) > HIGH * furthest }
}
