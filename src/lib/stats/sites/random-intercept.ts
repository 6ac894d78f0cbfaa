import { studentTQuantile, studentTTwoSided } from '../distribution/student-t.ts'
import { solveFromCholesky } from '../numeric/cholesky.ts'
import { dot } from '../numeric/matrix.ts'
import { requireConfidence } from '../numeric/require-confidence.ts'
import { type ClusteredRows, type ClusterFit, clusterFit } from './cluster-fit.ts'
import { clusterRobust, type RobustEstimate } from './cluster-robust.ts'
import { partlyDemeaned } from './partly-demeaned.ts'
import { interceptFit } from './random-intercept-fit.ts'

export interface RandomIntercept {
  clusters: number
  confidence: number
  /** In the unit of y squared; null when nothing is left to estimate them from. `between` is 0 when the data say less than none. */
  variance: { between: number; within: number } | null
  /** Between over both, in [0, 1): the intracluster correlation beside the regressors. */
  intraclusterCorrelation: number | null
  /** One per column of x, in order. */
  coefficients: RobustEstimate[]
  /** One per asked contrast, in order. */
  contrasts: RobustEstimate[]
}

export interface RandomInterceptOptions {
  /** Weighted sums of the coefficients to judge, one number per column of x each. */
  contrasts?: readonly (readonly number[])[]
  /**
   * Where standard errors come from. `model` (default): the likelihood. `CR2`: cluster-robust around the same estimates,
   * with Satterthwaite's degrees of freedom, so that only the means of the model need to be right.
   */
  errors?: 'model' | 'CR2'
  /** Long-run coverage in (0, 1), default 0.95. */
  confidence?: number
}

/**
 * Rows within clusters by a linear model in which each cluster has a level of its own, drawn from a normal distribution:
 * restricted maximum likelihood and generalised least squares.
 *
 * Degrees of freedom are the clusters less the regressors that are constant within each of them (the constant counts):
 * cautious where a regressor changes within clusters. Right as far as the model is: rows of a cluster that lie close in
 * time are more alike than the model knows, and `clusterRobust` or a permutation does not lean on it.
 *
 * Not for fewer than about six clusters, nor for regressors that go with the clusters' own levels (a chosen group that was
 * better before): put the cluster means in as well (between and within), or use fixed effects.
 *
 * @throws {RangeError} as `clusterRobust`.
 * @see Laird & Ware (1982), Biometrics 38, 963-974; Patterson & Thompson (1971), Biometrika 58, 545-554; Mundlak (1978),
 *   Econometrica 46, 69-85 (between and within).
 */
export function randomIntercept(
  rows: ClusteredRows,
  { contrasts = [], errors = 'model', confidence = 0.95 }: RandomInterceptOptions = {},
): RandomIntercept {
  requireConfidence(confidence)
  const fit = clusterFit(rows)
  const resolution = 64 * Number.EPSILON * rows.y.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const isStill = fit.residuals.every((value) => Math.abs(value) <= resolution)
  const found = isStill ? null : interceptFit(fit)
  const isUsable = found !== null && found.within > resolution ** 2
  const degreesOfFreedom = Math.max(1, fit.members.length - constantColumns(rows, fit))
  const none = { standardError: null, degreesOfFreedom: null, statistic: null, low: null, high: null, pValue: null }
  const judge = (contrast: readonly number[]): RobustEstimate => {
    const along = fit.turn(contrast)
    if (!along) return { ...none, estimate: null, reason: 'collinear' }
    const plain = dot(fit.coefficients, contrast)
    if (!isUsable) return { ...none, estimate: plain, reason: 'no-variation' }
    const estimate = plain + dot(along, found.moved)
    const standardError = Math.sqrt(found.within * dot(along, solveFromCholesky(found.root, along)))
    const statistic = estimate / standardError
    const reach = studentTQuantile((1 + confidence) / 2, degreesOfFreedom) * standardError
    return {
      ...{ estimate, standardError, degreesOfFreedom, statistic, low: estimate - reach, high: estimate + reach },
      ...{ pValue: studentTTwoSided(statistic, degreesOfFreedom), reason: null },
    }
  }
  const columns = fit.coefficients.length
  const units = Array.from({ length: columns }, (_, j) => Array.from({ length: columns }, (_, k) => (j === k ? 1 : 0)))
  // Of rows that are partly demeaned, least squares is the generalised one, and CR2 has the model for its target.
  const robust =
    isUsable && errors === 'CR2' ? clusterRobust(partlyDemeaned(rows, found.ratio), { contrasts, confidence }) : null
  return {
    ...{ clusters: fit.members.length, confidence },
    variance: isUsable ? { between: found.ratio * found.within, within: found.within } : null,
    intraclusterCorrelation: isUsable ? found.ratio / (1 + found.ratio) : null,
    coefficients: robust?.coefficients ?? units.map(judge),
    contrasts: robust?.contrasts ?? contrasts.map(judge),
  }
}

/** Regressors that do not change within any cluster: what they say rests on as many values as there are clusters. */
function constantColumns({ x }: ClusteredRows, { members, coefficients, dropped }: ClusterFit): number {
  const isConstant = (j: number) => members.every((rows) => rows.every((i) => x[i]?.[j] === x[rows[0] as number]?.[j]))
  return coefficients.filter((_, j) => !dropped.includes(j) && isConstant(j)).length
}
