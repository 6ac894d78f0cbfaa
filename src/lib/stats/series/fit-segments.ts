import { leastSquares } from '../numeric/least-squares.ts'
import { type Matrix, rowOf, zeroMatrix } from '../numeric/matrix.ts'
import { fitAutoregressive } from './fit-autoregressive.ts'
import { automaticLag, neweyWest } from './newey-west.ts'
import { poissonRegression } from './poisson-regression.ts'

export type SegmentModel = 'reml' | 'prais-winsten' | 'newey-west' | 'ols' | 'quasi-poisson' | 'poisson'

export interface SegmentFit {
  coefficients: number[]
  covariance: Matrix
  /** Of the t quantile; null: normal. */
  degreesOfFreedom: number | null
  dropped: number[]
  dispersion: number | null
  autocorrelation: number | null
  /** The autocorrelation ran to the largest that is allowed. */
  isAtBoundary: boolean
  lag: number | null
  /** What the model takes for pure noise, in order of time. */
  innovations: number[]
}

/**
 * The coefficients and their covariance by one of the models, or why there are none.
 *
 * @param sizes Exposure of each row; null: 1 each.
 * @param lag Of Newey-West; undefined: automatic there, and not robust for counts.
 */
export function fitSegments(
  x: Matrix,
  y: readonly number[],
  times: readonly number[],
  model: SegmentModel,
  sizes: readonly number[] | null,
  lag: number | undefined,
): SegmentFit | 'no-variation' | 'not-converged' {
  if (model === 'poisson' || model === 'quasi-poisson') return fitCounts(x, y, times, model, sizes, lag)
  // About the first value: a level of 1e9 would cost the digits of what happens on it. The intercept is column 0.
  const about = y[0] ?? 0
  const fit = fitValues(
    x,
    y.map((value) => value - about),
    times,
    model,
    lag,
    about,
  )
  if (typeof fit === 'string') return fit
  return { ...fit, coefficients: fit.coefficients.map((value, j) => (j === 0 ? value + about : value)) }
}

function fitValues(
  x: Matrix,
  y: readonly number[],
  times: readonly number[],
  model: 'reml' | 'prais-winsten' | 'newey-west' | 'ols',
  lag: number | undefined,
  about: number,
): SegmentFit | 'no-variation' {
  const plain = leastSquares(x, y)
  const degreesOfFreedom = y.length - plain.rank
  const scatter = Math.sqrt(plain.residuals.reduce((sum, residual) => sum + residual * residual, 0) / y.length)
  const largest = y.reduce((most, value) => Math.max(most, Math.abs(value + about)), 0)
  // A perfect fit leaves rounding alone, from which no error can be told.
  if (scatter <= 64 * Number.EPSILON * largest) return 'no-variation'
  const none = { dispersion: null, autocorrelation: null, isAtBoundary: false, lag: null }
  if (model === 'reml' || model === 'prais-winsten') return { ...none, ...fitAutoregressive(x, y, times, model) }

  const { coefficients, dropped, residuals, inverse, rank } = plain
  if (model === 'newey-west') {
    const reach = lag ?? automaticLag(y.length)
    const covariance = neweyWest(inverse, scoresOf(x, residuals), times, rank, reach)
    return { ...none, coefficients, covariance, degreesOfFreedom, dropped, lag: reach, innovations: residuals }
  }
  const variance = residuals.reduce((sum, residual) => sum + residual * residual, 0) / degreesOfFreedom
  const covariance = scaled(inverse, variance)
  return { ...none, coefficients, covariance, degreesOfFreedom, dropped, innovations: residuals }
}

function fitCounts(
  x: Matrix,
  y: readonly number[],
  times: readonly number[],
  model: 'poisson' | 'quasi-poisson',
  sizes: readonly number[] | null,
  lag: number | undefined,
): SegmentFit | 'no-variation' | 'not-converged' {
  const fit = poissonRegression(x, y, sizes ?? undefined)
  if (!fit.isConverged || fit.dispersion === null) return 'not-converged'
  const { coefficients, dispersion, dropped, pearsonResiduals: innovations, degreesOfFreedom, fitted } = fit
  const common = { coefficients, dispersion, dropped, innovations, autocorrelation: null, isAtBoundary: false }
  if (lag !== undefined) {
    const errors = y.map((count, i) => count - (fitted[i] ?? 0))
    const covariance = neweyWest(fit.covariance, scoresOf(x, errors), times, y.length - degreesOfFreedom, lag)
    return { ...common, covariance, degreesOfFreedom, lag }
  }
  if (model === 'poisson') return { ...common, covariance: fit.covariance, degreesOfFreedom: null, lag: null }
  if (dispersion < 1e-20) return 'no-variation'
  return { ...common, covariance: scaled(fit.covariance, dispersion), degreesOfFreedom, lag: null }
}

/** Each row of x times its error. */
function scoresOf(x: Matrix, errors: readonly number[]): Matrix {
  const scores = zeroMatrix(x.rows, x.columns)
  for (let i = 0; i < x.rows; i++) {
    const [row, target] = [rowOf(x, i), rowOf(scores, i)]
    for (let j = 0; j < x.columns; j++) target[j] = (row[j] as number) * (errors[i] ?? 0)
  }
  return scores
}

function scaled(matrix: Matrix, factor: number): Matrix {
  return { ...matrix, values: matrix.values.map((value) => factor * value) }
}
