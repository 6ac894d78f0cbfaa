import { type LeastSquares, leastSquares } from '../numeric/least-squares.ts'
import { type Matrix, multiplyVector, rowOf, zeroMatrix } from '../numeric/matrix.ts'

export interface PoissonRegression {
  /** Logarithms of rate ratios, one per column; 0 for a dropped one. */
  coefficients: number[]
  /** Of the coefficients if the variance equals the mean; times `dispersion` for quasi-Poisson. Zeros for dropped ones. */
  covariance: Matrix
  /** Expected counts. */
  fitted: number[]
  /** (y - fitted) / sqrt(fitted). */
  pearsonResiduals: number[]
  deviance: number
  /** Pearson's chi-square over the degrees of freedom: 1 when the variance equals the mean; null without any left. */
  dispersion: number | null
  degreesOfFreedom: number
  dropped: number[]
  /** False: a coefficient runs off to infinity, as where one group has no events at all. */
  isConverged: boolean
}

/**
 * Counts explained by columns on the scale of logarithms: a coefficient b multiplies the expected count by exp(b).
 *
 * Iteratively reweighted least squares to the last digits. Over-dispersed counts (most real ones) need the dispersion
 * (quasi-Poisson) or a robust covariance (`neweyWest`); without, intervals are too narrow by its root.
 *
 * @param y At least 0, at least one above; need not be whole.
 * @param exposure What each count was counted over, positive; default 1 each. Its logarithm is the offset.
 * @throws {RangeError} when lengths differ, a count is negative, an exposure not positive, or all counts are 0.
 * @see McCullagh & Nelder (1989), Generalized Linear Models, sections 2.5, 4.5 and 6.2.
 */
export function poissonRegression(x: Matrix, y: readonly number[], exposure?: readonly number[]): PoissonRegression {
  const n = y.length
  if (x.rows !== n || (exposure && exposure.length !== n)) throw new RangeError(`y, x and exposure must have ${n} rows`)
  if (!y.every((count) => count >= 0 && count < Number.POSITIVE_INFINITY))
    throw new RangeError('counts must be at least 0')
  if (!y.some((count) => count > 0)) throw new RangeError('at least one count must be above 0')
  const offset = (exposure ?? y.map(() => 1)).map((size) => {
    if (!(size > 0 && size < Number.POSITIVE_INFINITY)) throw new RangeError(`exposure must be positive, got ${size}`)
    return Math.log(size)
  })
  const mean = y.reduce((sum, count) => sum + count, 0) / n
  let fitted = y.map((count) => (count + mean) / 2)
  // The deviance is a small difference of sums this large: of counts of 1e9 its last digits are noise.
  const rounding = 4 * Number.EPSILON * y.reduce((sum, count) => sum + count * (1 + Math.log(count + 1)), 0)
  let deviance = devianceOf(y, fitted)
  let isConverged = false
  let fit: LeastSquares | null = null
  for (let round = 0; round < 60 && !isConverged; round++) {
    fit = weightedStep(x, y, fitted, offset)
    const predicted = multiplyVector(x, fit.coefficients)
    fitted = predicted.map((value, i) => Math.exp(value + (offset[i] ?? 0)))
    const next = devianceOf(y, fitted)
    if (!Number.isFinite(next)) break
    // Newton doubles the right digits: after a step this small the next is below rounding.
    isConverged = Math.abs(next - deviance) <= Math.max(rounding, 1e-13 * (Math.abs(next) + 0.1)) && round > 2
    deviance = next
  }
  // Weights of the last fit, not of the one before it.
  const last = isConverged ? weightedStep(x, y, fitted, offset) : (fit as LeastSquares)
  const pearsonResiduals = y.map((count, i) => (count - (fitted[i] ?? 1)) / Math.sqrt(fitted[i] ?? 1))
  const degreesOfFreedom = n - last.rank
  const chiSquare = pearsonResiduals.reduce((sum, residual) => sum + residual * residual, 0)
  const isSettled = isConverged && fitted.every((value) => value > 1e-8 * mean)
  return {
    coefficients: last.coefficients,
    covariance: last.inverse,
    fitted,
    pearsonResiduals,
    deviance,
    dispersion: degreesOfFreedom > 0 && isSettled ? chiSquare / degreesOfFreedom : null,
    degreesOfFreedom,
    dropped: last.dropped,
    isConverged: isSettled,
  }
}

/** Least squares on the linearised response, rows weighted by the root of the expected count. */
function weightedStep(x: Matrix, y: readonly number[], fitted: readonly number[], offset: readonly number[]) {
  const weighted = zeroMatrix(x.rows, x.columns)
  const response = y.map((count, i) => {
    const mean = Math.max(fitted[i] ?? 1, 1e-300)
    const root = Math.sqrt(mean)
    const [row, target] = [rowOf(x, i), rowOf(weighted, i)]
    for (let j = 0; j < x.columns; j++) target[j] = root * (row[j] as number)
    return root * (Math.log(mean) - (offset[i] ?? 0) + (count - mean) / mean)
  })
  return leastSquares(weighted, response)
}

function devianceOf(y: readonly number[], fitted: readonly number[]): number {
  return (
    2 *
    y.reduce((sum, count, i) => {
      const mean = fitted[i] ?? 1
      return sum + (count === 0 ? mean : count * Math.log(count / mean) - (count - mean))
    }, 0)
  )
}
