import { fUpperTail } from '../distribution/f.ts'
import { cholesky, solveFromCholesky } from '../numeric/cholesky.ts'
import { leastSquares } from '../numeric/least-squares.ts'
import { dot, type Matrix, matrixFrom, multiply, zeroMatrix } from '../numeric/matrix.ts'
import { type InstrumentedRows, meatOf, type ReadRows, type RobustKind, readRows } from './instrumented-rows.ts'

/** Below this F, the usual interval covers too seldom; read `andersonRubin` instead. */
export const WEAK_F = 10

export interface FirstStage {
  /** Of all instruments together on the treatment; null when `reason` says why. */
  statistic: number | null
  /** Instruments, and rows (or clusters) left. */
  degreesOfFreedom: [number, number]
  pValue: number | null
  /** F below 10: the instruments hardly move the treatment. */
  isWeak: boolean
  /** `too-few-rows`: not more rows (or clusters) than coefficients. `collinear`: instruments repeat. `perfect`: no error is left. */
  reason: 'too-few-rows' | 'collinear' | 'perfect' | null
}

/**
 * How strongly the instruments move the treatment: F of the regression of treatment on instruments and covariates.
 *
 * @throws {RangeError} when the rows are malformed (see `readRows`).
 * @see Staiger & Stock (1997), Econometrica 65, 557-586 (10 as a rule); Andrews, Stock & Sun (2019), Annual Review of
 *   Economics 11 (the robust F where errors are not alike).
 */
export function firstStage(rows: InstrumentedRows, { errors = 'robust' }: { errors?: RobustKind } = {}): FirstStage {
  const read = readRows(rows)
  return jointTest(read, read.treatment, rows.instruments.length, errors)
}

/** F of the instruments in a regression of `response` on everything exogenous. */
export function jointTest(read: ReadRows, response: readonly number[], count: number, errors: RobustKind): FirstStage {
  const { excluded, clusterOf, clusterCount } = read
  const columns = excluded.columns
  const left = errors === 'robust' && clusterOf !== null ? clusterCount - 1 : excluded.rows - columns
  const none = { statistic: null, degreesOfFreedom: [count, left] as [number, number], pValue: null, isWeak: true }
  if (left < 1 || excluded.rows <= columns) return { ...none, reason: 'too-few-rows' }
  const fit = leastSquares(excluded, response)
  if (fit.dropped.length > 0) return { ...none, reason: 'collinear' }
  const squares = dot(fit.residuals, fit.residuals)
  if (squares <= 1e-24 * dot(response, response)) {
    return { ...none, isWeak: squares === 0 && dot(response, response) === 0, reason: 'perfect' }
  }
  const covariance =
    errors === 'robust'
      ? sandwich(excluded, fit.residuals, fit.inverse, read)
      : scaled(fit.inverse, squares / (excluded.rows - columns))
  const from = columns - count
  const block = matrixFrom(
    Array.from({ length: count }, (_, a) =>
      Array.from({ length: count }, (__, b) => covariance.values[(from + a) * columns + from + b] as number),
    ),
  )
  const lower = cholesky(block)
  if (lower === null) return { ...none, reason: 'too-few-rows' }
  const chosen = fit.coefficients.slice(from)
  const statistic = dot(chosen, solveFromCholesky(lower, chosen)) / count
  return {
    statistic,
    degreesOfFreedom: [count, left],
    pValue: fUpperTail(statistic, count, left),
    isWeak: statistic < WEAK_F,
    reason: null,
  }
}

/** `inverse (sum of squared scores) inverse`, corrected as HC1 or CR1. */
export function sandwich(x: Matrix, residuals: readonly number[], inverse: Matrix, read: ReadRows): Matrix {
  const scores = zeroMatrix(x.rows, x.columns)
  x.values.forEach((value, at) => {
    scores.values[at] = value * (residuals[Math.floor(at / x.columns)] as number)
  })
  const meat = meatOf(scores, read.clusterOf, read.clusterCount, x.columns)
  return multiply(multiply(inverse, meat), inverse)
}

export function scaled({ rows, columns, values }: Matrix, factor: number): Matrix {
  return { rows, columns, values: values.map((value) => value * factor) }
}
