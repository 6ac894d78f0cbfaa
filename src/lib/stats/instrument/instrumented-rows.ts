import { type Matrix, matrixFrom, zeroMatrix } from '../numeric/matrix.ts'

/** One row per unit: what came out, what it took, and what moved it to take it. */
export interface InstrumentedRows {
  outcome: readonly number[]
  /** What the effect is of (a share taken, hours, 0 or 1), one per row. */
  treatment: readonly number[]
  /** One list per instrument, each one per row: the draw, or whatever moves the treatment and nothing else. At least one. */
  instruments: readonly (readonly number[])[]
  /** One list per covariate, each one per row; an intercept is always there. */
  covariates?: readonly (readonly number[])[]
  /** Which rows belong together; default: each for itself. */
  clusters?: readonly (string | number)[]
}

/** `robust`: HC1, or CR1 where there are clusters. `classical`: equal scatter. */
export type RobustKind = 'robust' | 'classical'

export interface ReadRows {
  outcome: number[]
  treatment: number[]
  /** Intercept and covariates. */
  exogenous: Matrix
  /** The same and the instruments. */
  excluded: Matrix
  /** Each row's cluster, from 0; null without clusters. */
  clusterOf: number[] | null
  clusterCount: number
}

/** @throws {RangeError} when lengths differ, there is no row or no instrument, or a value is not finite. */
export function readRows({ outcome, treatment, instruments, covariates = [], clusters }: InstrumentedRows): ReadRows {
  const rows = outcome.length
  if (rows === 0 || instruments.length === 0) throw new RangeError('there must be a row and an instrument')
  for (const list of [outcome, treatment, ...instruments, ...covariates]) {
    if (list.length !== rows) throw new RangeError(`every list needs ${rows} values, got ${list.length}`)
    for (const value of list)
      if (!Number.isFinite(value)) throw new RangeError(`values must be finite numbers, got ${value}`)
  }
  if (clusters && clusters.length !== rows)
    throw new RangeError(`clusters must have ${rows} values, got ${clusters.length}`)
  const names = [...new Set(clusters)]
  const places = new Map(names.map((name, index) => [name, index]))
  // Centred: an intercept takes any level, and 1e9 keeps its digits.
  const columns = (lists: readonly (readonly number[])[]) => {
    const moved = lists.map(centred)
    return matrixFrom(outcome.map((_, i) => [1, ...moved.map((list) => list[i] as number)]))
  }
  return {
    outcome: centred(outcome),
    treatment: centred(treatment),
    exogenous: columns(covariates),
    excluded: columns([...covariates, ...instruments]),
    clusterOf: clusters ? clusters.map((name) => places.get(name) ?? 0) : null,
    clusterCount: clusters ? names.length : rows,
  }
}

function centred(values: readonly number[]): number[] {
  const [first = 0] = values
  const mean = values.reduce((sum, value) => sum + (value - first), 0) / values.length
  return values.map((value) => value - first - mean)
}

/**
 * Sums of scores over clusters (or the rows themselves), squared and put together with the correction of HC1 or CR1.
 *
 * @param scores One row per observation.
 * @param columns How many coefficients were fitted.
 */
export function meatOf(
  scores: Matrix,
  clusterOf: readonly number[] | null,
  clusterCount: number,
  columns: number,
): Matrix {
  const { rows, columns: width, values } = scores
  const sums = zeroMatrix(clusterCount, width)
  for (let i = 0; i < rows; i++) {
    const at = (clusterOf === null ? i : (clusterOf[i] as number)) * width
    for (let j = 0; j < width; j++)
      sums.values[at + j] = (sums.values[at + j] as number) + (values[i * width + j] as number)
  }
  const correction =
    clusterOf === null ? rows / (rows - columns) : (clusterCount / (clusterCount - 1)) * ((rows - 1) / (rows - columns))
  const meat = zeroMatrix(width, width)
  for (let a = 0; a < width; a++)
    for (let b = 0; b < width; b++) {
      let sum = 0
      for (let g = 0; g < clusterCount; g++)
        sum += (sums.values[g * width + a] as number) * (sums.values[g * width + b] as number)
      meat.values[a * width + b] = correction * sum
    }
  return meat
}
