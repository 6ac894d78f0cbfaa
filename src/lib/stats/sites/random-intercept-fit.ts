import { cholesky, solveFromCholesky } from '../numeric/cholesky.ts'
import { addMultiple, dot, type Matrix, rowOf, zeroMatrix } from '../numeric/matrix.ts'
import type { ClusterFit } from './cluster-fit.ts'

/** All that the likelihood needs of a cluster: its weight, and the sums of its turned regressors and residuals. */
interface ClusterSums {
  weight: number
  regressors: Float64Array
  residual: number
}

export interface InterceptFit {
  /** Variance between clusters over variance within; 0 when nothing lies between. */
  ratio: number
  /** Within, in the unit of y squared. */
  within: number
  /** What generalised least squares adds to the turned coefficients of least squares. */
  moved: number[]
  /** Lower triangle of the turned coefficients' information, times the variance within. */
  root: Matrix
}

/**
 * The random-intercept model by restricted maximum likelihood: one unknown, the ratio of the variances, found as the zero
 * of the criterion's slope after a search for the right valley. Relative error of the ratio about 1e-10.
 *
 * @returns null when rows leave no variance within, or no degrees of freedom.
 */
export function interceptFit(fit: ClusterFit): InterceptFit | null {
  const { members, turned, residuals, weights } = fit
  const [n, p] = [residuals.length, turned.length]
  const sums: ClusterSums[] = members.map((rows) => {
    const summed = (values: Float64Array) =>
      rows.reduce((sum, i) => sum + (weights[i] as number) * (values[i] as number), 0)
    return {
      weight: rows.reduce((sum, i) => sum + (weights[i] as number), 0),
      regressors: Float64Array.from(turned, summed),
      residual: summed(residuals),
    }
  })
  const whole = residuals.reduce((sum, value, i) => sum + (weights[i] as number) * value * value, 0)
  if (n <= p || members.length === n || !(whole > 0)) return null
  const at = (ratio: number) => evaluate(sums, whole, n - p, p, ratio)
  const size = sums.reduce((sum, { weight }) => sum + weight, 0) / sums.length
  // On the scale of the share between clusters, so that a grid of 40 sees every valley.
  const ratioOf = (share: number) => share / (1 - share) / size
  const shares = Array.from({ length: 40 }, (_, k) => k / 40).concat([0.99, 0.999, 0.9999])
  const criteria = shares.map((share) => at(ratioOf(share)).criterion)
  const best = criteria.indexOf(Math.min(...criteria))
  let low = ratioOf(shares[Math.max(0, best - 1)] as number)
  let high = ratioOf(shares[best + 1] ?? 0.999999)
  if (best === 0 && at(0).slope >= 0) high = low
  for (let round = 0; round < 200 && high - low > 1e-13 * high; round++) {
    const middle = (low + high) / 2
    if (at(middle).slope > 0) high = middle
    else low = middle
  }
  const ratio = best === 0 && low === 0 && high === 0 ? 0 : (low + high) / 2
  const { root, moved, rest } = at(ratio)
  return { ratio, within: rest / (n - p), moved, root }
}

/** Minus twice the restricted log-likelihood, but for constants, and its slope in the ratio. */
function evaluate(sums: readonly ClusterSums[], whole: number, freedom: number, p: number, ratio: number) {
  const information = zeroMatrix(p, p)
  for (let k = 0; k < p; k++) information.values[k * p + k] = 1
  const right = new Float64Array(p)
  let rest = whole
  let criterion = 0
  for (const { weight, regressors, residual } of sums) {
    const pull = ratio / (1 + weight * ratio)
    for (let k = 0; k < p; k++) addMultiple(rowOf(information, k), -pull * (regressors[k] as number), regressors)
    addMultiple(right, -pull * residual, regressors)
    rest -= pull * residual * residual
    criterion += Math.log1p(weight * ratio)
  }
  const root = cholesky(information) ?? zeroMatrix(p, p)
  const moved = solveFromCholesky(root, right)
  rest -= dot(moved, right)
  for (let k = 0; k < p; k++) criterion += 2 * Math.log(root.values[k * p + k] as number)
  criterion += freedom * Math.log(rest)
  let slope = 0
  for (const { weight, regressors, residual } of sums) {
    const damped = 1 / (1 + weight * ratio) ** 2
    const left = residual - dot(regressors, moved)
    slope +=
      weight / (1 + weight * ratio) -
      damped * dot(regressors, solveFromCholesky(root, regressors)) -
      (freedom * damped * left * left) / rest
  }
  return { criterion: Number.isFinite(criterion) ? criterion : Number.MAX_VALUE, slope, root, moved, rest }
}
