import { cholesky } from '../numeric/cholesky.ts'
import { type LeastSquares, leastSquares } from '../numeric/least-squares.ts'
import { type Matrix, rowOf, zeroMatrix } from '../numeric/matrix.ts'
import { lowestOnLine } from './lowest-on-line.ts'

export interface AutoregressiveFit {
  coefficients: number[]
  /** Of the coefficients; zeros in the rows and columns of dropped ones. */
  covariance: Matrix
  /** Correlation of the errors of neighbouring periods, in (-1, 1). */
  autocorrelation: number
  /** The memory ran to the largest that is allowed (0.99): it is not estimated, and the standard errors are a guess. */
  isAtBoundary: boolean
  /** Columns that earlier ones already determine. */
  dropped: number[]
  degreesOfFreedom: number
  /** Of the errors around the fit, in the unit of y squared. */
  variance: number
  /** The errors with their memory taken out, of equal variance, one per row. */
  innovations: number[]
}

/**
 * How the memory is estimated. `reml`: by restricted maximum likelihood, which reckons with what the coefficients have
 * used up. `prais-winsten`: from the residuals, again and again until it stays; too low in short series.
 */
export type AutoregressiveMethod = 'reml' | 'prais-winsten'

/** Beyond this, a trend and a memory cannot be told apart. */
const MOST = 0.99

/**
 * A regression whose errors remember the period before (first-order autoregression), all periods used, gaps allowed:
 * over a gap of g periods the memory is its g-th power.
 *
 * Not for counts near 0 (see `poissonRegression`), nor with fewer than about 8 periods a side.
 *
 * @param x One row per period that has a value.
 * @param times When each row was, in whole periods, ascending.
 * @throws {RangeError} when lengths differ, or there are not more rows than columns that say something.
 * @see Prais & Winsten (1954), Cowles Commission Discussion Paper 383; Cheang & Reinsel (2000), JASA 95, 1173-1184 (REML);
 *   Turner et al. (2021), BMC Medical Research Methodology 21, 181 (which of them for interrupted series).
 */
export function fitAutoregressive(
  x: Matrix,
  y: readonly number[],
  times: readonly number[],
  method: AutoregressiveMethod = 'reml',
): AutoregressiveFit {
  const autocorrelation = method === 'reml' ? byLikelihood(x, y, times) : byResiduals(x, y, times)
  const fit = whitened(x, y, times, autocorrelation)
  const degreesOfFreedom = y.length - fit.rank
  const variance = sumOfSquares(fit.residuals) / degreesOfFreedom
  return {
    coefficients: fit.coefficients,
    covariance: { ...fit.inverse, values: fit.inverse.values.map((value) => variance * value) },
    autocorrelation,
    isAtBoundary: Math.abs(autocorrelation) >= MOST - 1e-4,
    dropped: fit.dropped,
    degreesOfFreedom,
    variance,
    innovations: fit.residuals,
  }
}

function byResiduals(x: Matrix, y: readonly number[], times: readonly number[]): number {
  let rho = 0
  for (let round = 0; round < 500; round++) {
    const { coefficients } = whitened(x, y, times, rho)
    const errors = y.map((value, i) => value - fittedAt(x, i, coefficients))
    let [top, bottom] = [0, 0]
    for (let i = 1; i < y.length; i++) {
      if ((times[i] ?? 0) - (times[i - 1] ?? 0) !== 1) continue
      top += (errors[i] ?? 0) * (errors[i - 1] ?? 0)
      bottom += (errors[i - 1] ?? 0) ** 2
    }
    const next = bottom === 0 ? 0 : Math.max(-MOST, Math.min(MOST, top / bottom))
    if (Math.abs(next - rho) < 1e-12) return next
    rho = next
  }
  return rho
}

function byLikelihood(x: Matrix, y: readonly number[], times: readonly number[]): number {
  const criterion = (rho: number) => {
    const fit = whitened(x, y, times, rho)
    const kept = Array.from({ length: x.columns }, (_, j) => j).filter((j) => !fit.dropped.includes(j))
    const inverse = zeroMatrix(kept.length, kept.length)
    for (const [a, i] of kept.entries())
      for (const [b, j] of kept.entries())
        inverse.values[a * kept.length + b] = fit.inverse.values[i * x.columns + j] as number
    const root = cholesky(inverse)
    if (root === null) return Number.POSITIVE_INFINITY
    let logDeterminant = 0
    for (let j = 0; j < kept.length; j++) logDeterminant -= 2 * Math.log(root.values[j * kept.length + j] as number)
    for (let i = 1; i < times.length; i++) logDeterminant += Math.log(newShare(times, i, rho))
    return (y.length - fit.rank) * Math.log(sumOfSquares(fit.residuals)) + logDeterminant
  }
  return lowestOnLine(criterion, -MOST, MOST)
}

/** Least squares after the memory is taken out of both sides; errors keep the variance of the series. */
function whitened(x: Matrix, y: readonly number[], times: readonly number[], rho: number): LeastSquares {
  const turned = zeroMatrix(x.rows, x.columns)
  const response = new Float64Array(y.length)
  for (let i = 0; i < y.length; i++) {
    const memory = i === 0 ? 0 : rho ** ((times[i] ?? 0) - (times[i - 1] ?? 0))
    const scale = i === 0 ? 1 : 1 / Math.sqrt(newShare(times, i, rho))
    response[i] = scale * ((y[i] ?? 0) - memory * (y[i - 1] ?? 0))
    const [row, before, target] = [rowOf(x, i), i === 0 ? null : rowOf(x, i - 1), rowOf(turned, i)]
    for (let j = 0; j < x.columns; j++)
      target[j] = scale * ((row[j] as number) - (before === null ? 0 : memory * (before[j] as number)))
  }
  const fit = leastSquares(turned, response)
  if (y.length <= fit.rank)
    throw new RangeError(`needs more periods than coefficients, got ${y.length} and ${fit.rank}`)
  return fit
}

/** The share of a period's variance that the period before does not explain. */
function newShare(times: readonly number[], i: number, rho: number): number {
  return 1 - rho ** (2 * ((times[i] ?? 0) - (times[i - 1] ?? 0)))
}

function fittedAt(x: Matrix, i: number, coefficients: readonly number[]): number {
  const row = rowOf(x, i)
  return coefficients.reduce((sum, coefficient, j) => sum + coefficient * (row[j] as number), 0)
}

function sumOfSquares(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value * value, 0)
}
