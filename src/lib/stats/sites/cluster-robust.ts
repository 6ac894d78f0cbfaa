import { studentTQuantile, studentTTwoSided } from '../distribution/student-t.ts'
import { dot, multiplyVector } from '../numeric/matrix.ts'
import { requireConfidence } from '../numeric/require-confidence.ts'
import { type ClusterVariance, clusterLoads, loadedBy, spreadOf } from './cluster-adjustment.ts'
import { type ClusteredRows, type ClusterFit, clusterFit } from './cluster-fit.ts'

export interface RobustEstimate {
  /** In the unit of y per unit of the regressor; null when the regressors do not determine it. */
  estimate: number | null
  standardError: number | null
  /** Satterthwaite's for this very contrast, or the clusters less 1; need not be whole. */
  degreesOfFreedom: number | null
  /** Estimate over standard error. */
  statistic: number | null
  low: number | null
  high: number | null
  /** Two-sided, against 0. */
  pValue: number | null
  /**
   * `collinear`: other regressors determine it. `one-cluster`: its uncertainty rests on a single cluster that the fit
   * exhausts, or there is only one. `no-variation`: the residuals are rounding.
   */
  reason: 'collinear' | 'one-cluster' | 'no-variation' | null
}

export interface ClusterRobust {
  type: ClusterVariance
  clusters: number
  confidence: number
  /** One per column of x, in order. */
  coefficients: RobustEstimate[]
  /** One per asked contrast, in order. */
  contrasts: RobustEstimate[]
}

export interface ClusterRobustOptions {
  /** Default `CR2`. */
  type?: ClusterVariance
  /** Weighted sums of the coefficients to judge, one number per column of x each. */
  contrasts?: readonly (readonly number[])[]
  /** Default `satterthwaite`. `clusters`: their number less 1, as many programs do with CR1; too many for uneven designs. */
  degrees?: 'satterthwaite' | 'clusters'
  /** Long-run coverage in (0, 1), default 0.95. */
  confidence?: number
}

/**
 * Least squares, weighted or not, where rows of one cluster share their luck: coefficients with cluster-robust standard
 * errors, and t tests with Bell and McCaffrey's degrees of freedom.
 *
 * CR2 with Satterthwaite degrees of freedom holds its level from about ten clusters on an arm, nearly so from five; a
 * treatment that only one or two clusters have shows in degrees of freedom near 1, and should be judged by
 * `permuteDesign` instead. The working model is independent rows of equal variance. Relative error about 1e-12, at a level of
 * 1e9 about 1e-9 when the first regressor is the constant 1, and seven digits without it (take a common number off first).
 *
 * Not for a handful of clusters (`permuteDesign`), nor for clusters that share shocks with one another.
 *
 * @param rows At least two clusters for a standard error.
 * @throws {RangeError} on lists of unequal length, values that are not finite, weights that are not positive, or a
 *   confidence outside (0, 1).
 * @see Bell & McCaffrey (2002), Survey Methodology 28, 169-181; Pustejovsky & Tipton (2018), JBES 36, 672-683.
 */
export function clusterRobust(
  rows: ClusteredRows,
  { type = 'CR2', contrasts = [], degrees = 'satterthwaite', confidence = 0.95 }: ClusterRobustOptions = {},
): ClusterRobust {
  requireConfidence(confidence)
  const fit = clusterFit(rows)
  const judge = judgeOf(fit, rows, type, degrees, confidence)
  const columns = fit.coefficients.length
  const units = Array.from({ length: columns }, (_, j) => Array.from({ length: columns }, (_, k) => (j === k ? 1 : 0)))
  return {
    type,
    clusters: fit.members.length,
    confidence,
    coefficients: units.map(judge),
    contrasts: contrasts.map(judge),
  }
}

const NONE = { standardError: null, degreesOfFreedom: null, statistic: null, low: null, high: null, pValue: null }

function judgeOf(
  fit: ClusterFit,
  { y }: ClusteredRows,
  type: ClusterVariance,
  degrees: 'satterthwaite' | 'clusters',
  confidence: number,
): (contrast: readonly number[]) => RobustEstimate {
  const { members, turned, residuals, weights, coefficients } = fit
  const m = members.length
  const loads = clusterLoads(fit, type)
  const factor = Math.sqrt(smallSample(type, m, y.length, turned.length))
  const middle = spreadOf(fit)
  // Residuals below this are rounding: 64 ulp of the largest value.
  const resolution = 64 * Number.EPSILON * y.reduce((most, value) => Math.max(most, Math.abs(value)), 0)

  return (contrast) => {
    const along = fit.turn(contrast)
    if (!along) return { ...NONE, estimate: null, reason: 'collinear' }
    const estimate = dot(coefficients, contrast)
    if (m < 2) return { ...NONE, estimate, reason: 'one-cluster' }
    const pulls = members.map((rows, g) => {
      const load = loadedBy(loads[g] as (typeof loads)[number], along, rows.length)
      const own = Float64Array.from(rows, (i) => residuals[i] as number)
      const part = turned.map((column) => Float64Array.from(rows, (i) => column[i] as number))
      const weighted = load.map((value, k) => value * (weights[rows[k] as number] as number))
      return {
        score: factor * dot(load, own),
        square: dot(load, load),
        plain: Float64Array.from(part, (column) => dot(column, load)),
        weighted: Float64Array.from(part, (column) => dot(column, weighted)),
      }
    })
    const { expected, freedom } = satterthwaite(pulls, (u) => multiplyVector(middle, u))
    const whole = dot(multiplyVector(middle, along), along)
    if (!(expected > 1e-10 * whole)) return { ...NONE, estimate, reason: 'one-cluster' }
    const standardError = Math.sqrt(pulls.reduce((sum, { score }) => sum + score * score, 0))
    if (standardError <= resolution * Math.sqrt(whole))
      return { ...NONE, estimate, standardError: 0, reason: 'no-variation' }
    const degreesOfFreedom = degrees === 'clusters' ? m - 1 : freedom
    const statistic = estimate / standardError
    const reach = studentTQuantile((1 + confidence) / 2, degreesOfFreedom) * standardError
    return {
      ...{ estimate, standardError, degreesOfFreedom, statistic },
      ...{ low: estimate - reach, high: estimate + reach },
      pValue: studentTTwoSided(statistic, degreesOfFreedom),
      reason: null,
    }
  }
}

interface Pull {
  square: number
  plain: Float64Array
  weighted: Float64Array
}

/** Twice the squared mean over the variance of the variance estimate, for independent rows of equal variance. */
function satterthwaite(pulls: readonly Pull[], spread: (u: Float64Array) => number[]) {
  const spreads = pulls.map(({ plain }) => spread(plain))
  let [expected, squares] = [0, 0]
  for (const [i, a] of pulls.entries())
    for (let j = 0; j <= i; j++) {
      const b = pulls[j] as Pull
      const shared = dot(a.plain, spreads[j] as number[]) - dot(a.weighted, b.plain) - dot(b.weighted, a.plain)
      const value = i === j ? a.square + shared : shared
      squares += (i === j ? 1 : 2) * value * value
      if (i === j) expected += value
    }
  return { expected, freedom: (expected * expected) / squares }
}

function smallSample(type: ClusterVariance, m: number, n: number, p: number): number {
  if (type === 'CR1') return m / (m - 1)
  // With as many regressors as rows there are no residuals either, and the factor does not matter.
  return type === 'CR1S' ? (m * (n - 1)) / ((m - 1) * Math.max(1, n - p)) : 1
}
