import { addMultiple, dot } from '../numeric/matrix.ts'
import { requireConfidence } from '../numeric/require-confidence.ts'
import { seededGenerator } from '../numeric/seeded-generator.ts'
import { type ClusteredRows, type ClusterFit, clusterFit } from './cluster-fit.ts'
import { isRejected } from './permutation-interval.ts'

export interface WildBootstrap {
  /** In the unit of y per unit of the regressor; null when `collinear`. */
  estimate: number | null
  /** The estimate less `nullValue`, over its CR1 standard error. */
  statistic: number | null
  /** Two-sided, in [smallestPossibleP, 1]. */
  pValue: number | null
  /** The values that the test does not reject. */
  low: number | null
  high: number | null
  confidence: number
  weights: 'rademacher' | 'webb'
  /** Sign patterns tried, the real one included. */
  draws: number
  /** True when these are all there are. */
  exact: boolean
  smallestPossibleP: number | null
  /**
   * `collinear`: other regressors determine it. `one-cluster`: no second cluster to compare with. `no-variation`: the
   * residuals are rounding. `smallest-p-above-level`: a p-value, but too few patterns for an interval. `unbounded`: the
   * test rejects no value on one side, as happens when a single cluster is treated; the p-value then means little as well.
   */
  reason: 'collinear' | 'one-cluster' | 'no-variation' | 'smallest-p-above-level' | 'unbounded' | null
}

export interface WildBootstrapOptions {
  /** Which weighted sum of the coefficients: one number per column of x. */
  contrast: readonly number[]
  /** Default 0. */
  nullValue?: number
  /** Default `webb` (six points) below 12 clusters, where two signs give too few patterns; else `rademacher`. */
  weights?: 'rademacher' | 'webb'
  /** Random patterns where not all are tried, default 9,999. */
  draws?: number
  /** Whole number in 0..2^53 - 1; it matters only when patterns are drawn. */
  seed: number
  /** Long-run coverage in (0, 1), default 0.95. */
  confidence?: number
}

const POINTS = {
  rademacher: [1, -1],
  webb: [1, Math.sqrt(1 / 2), Math.sqrt(3 / 2), -1, -Math.sqrt(1 / 2), -Math.sqrt(3 / 2)],
}

/**
 * Test and interval for a regression whose rows share luck within clusters, by flipping whole clusters' residuals under the
 * null hypothesis and looking how far the CR1 t statistic then goes.
 *
 * Imposes the null on the residuals, which keeps the level at few clusters. All patterns are tried when there are no more
 * of them than `draws`. The interval inverts the test, by halving, to 1e-7 of the standard error.
 *
 * Not for one or two treated clusters: it then hardly ever rejects (two signs) or is erratic; use `permuteDesign`.
 *
 * @throws {RangeError} as `clusterRobust`, or when `draws` is not a whole number of at least 1.
 * @see Cameron, Gelbach & Miller (2008), Review of Economics and Statistics 90, 414-427, section III.B; Webb (2023),
 *   Canadian Journal of Economics 56, 839-858; MacKinnon & Webb (2018), Econometrics Journal 21, 114-135 (few treated).
 */
export function wildClusterBootstrap(rows: ClusteredRows, options: WildBootstrapOptions): WildBootstrap {
  const { contrast, nullValue = 0, draws = 9_999, seed, confidence = 0.95 } = options
  requireConfidence(confidence)
  if (!Number.isInteger(draws) || draws < 1) throw new RangeError(`draws must be a whole number >= 1, got ${draws}`)
  const fit = clusterFit(rows)
  const m = fit.members.length
  const weights = options.weights ?? (m < 12 ? 'webb' : 'rademacher')
  const none = { statistic: null, pValue: null, low: null, high: null, confidence, weights }
  const untried = { draws: 0, exact: false, smallestPossibleP: null }
  const along = fit.turn(contrast)
  if (!along) return { ...none, ...untried, estimate: null, reason: 'collinear' }
  const estimate = dot(fit.coefficients, contrast)
  if (m < 2) return { ...none, ...untried, estimate, reason: 'one-cluster' }
  const bootstrap = bootstrapOf(fit, along, patternsOf(m, POINTS[weights], draws, seed))
  const resolution = 64 * Number.EPSILON * rows.y.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  if (bootstrap.standardError <= resolution * Math.sqrt(dot(along, along)))
    return { ...none, ...untried, estimate, reason: 'no-variation' }

  const { count, exact } = bootstrap
  const pOf = (value: number) => bootstrap.atLeastAsFar(estimate - value) / count
  // All clusters flipped by the same amount lie exactly as far: t knows no scale. Drawn, at least the real one does.
  const smallestPossibleP = (exact ? POINTS[weights].length : 1) / count
  const answer = {
    ...{ estimate, confidence, weights, draws: count, exact, smallestPossibleP, pValue: pOf(nullValue) },
    statistic: (estimate - nullValue) / bootstrap.standardError,
  }
  const level = 1 - confidence
  if (!isRejected(smallestPossibleP, level))
    return { ...answer, low: null, high: null, reason: 'smallest-p-above-level' }
  const end = (direction: 1 | -1) =>
    endOf((value) => isRejected(pOf(value), level), estimate, direction, bootstrap.standardError)
  const [low, high] = [end(-1), end(1)]
  return low === null || high === null
    ? { ...answer, low: null, high: null, reason: 'unbounded' }
    : { ...answer, low, high, reason: null }
}

/** The last value not rejected on one side, or null when nothing within a million standard errors is rejected. */
function endOf(rejects: (value: number) => boolean, from: number, direction: 1 | -1, step: number): number | null {
  let [inside, outside] = [from, from + direction * step]
  for (let size = step; !rejects(outside); size *= 2) {
    if (size > 1e6 * step) return null
    inside = outside
    outside += direction * size
  }
  while (Math.abs(outside - inside) > 1e-7 * step) {
    const middle = inside + (outside - inside) / 2
    if (middle === inside || middle === outside) break
    if (rejects(middle)) outside = middle
    else inside = middle
  }
  return inside
}

interface Patterns {
  /** One row of `clusters` weights each; the first all 1. */
  values: Float64Array
  count: number
  exact: boolean
}

function patternsOf(m: number, points: readonly number[], draws: number, seed: number): Patterns {
  const generator = seededGenerator(seed)
  const ways = points.length ** m
  const exact = ways <= draws
  const count = exact ? ways : draws + 1
  const values = new Float64Array(count * m)
  for (let row = 0; row < count; row++) {
    let rest = row
    for (let g = 0; g < m; g++) {
      const pick = exact ? rest % points.length : row === 0 ? 0 : generator.below(points.length)
      values[row * m + g] = points[pick] as number
      rest = Math.floor(rest / points.length)
    }
  }
  return { values, count, exact }
}

/** Everything a pattern needs, by cluster and by turned regressor: no row is touched again. */
function bootstrapOf({ members, turned, residuals, weights }: ClusterFit, along: Float64Array, patterns: Patterns) {
  const [m, p] = [members.length, turned.length]
  const length = dot(along, along)
  const own = members.map((rows) =>
    Float64Array.from(turned, (column) =>
      rows.reduce((sum, i) => sum + (column[i] as number) * (weights[i] as number) * (residuals[i] as number), 0),
    ),
  )
  const inner = members.map((rows) =>
    turned.map((a) =>
      Float64Array.from(turned, (b) =>
        rows.reduce((sum, i) => sum + (a[i] as number) * (weights[i] as number) * (b[i] as number), 0),
      ),
    ),
  )
  const towards = inner.map((gram) => Float64Array.from(gram, (row) => dot(row, along)))
  const pulls = Float64Array.from(towards.flatMap((pull) => Array.from(pull)))
  const factor = Math.sqrt(m / (m - 1))
  const standardError = factor * Math.sqrt(own.reduce((sum, score) => sum + dot(score, along) ** 2, 0))
  const total = new Float64Array(p)

  /** How many patterns' |t| reach the real one's when the truth is `distance` below the estimate. */
  function atLeastAsFar(distance: number): number {
    // Imposing the null moves the residuals along the contrast's own direction. Flat lists: this runs a million times.
    const scores = new Float64Array(m * p)
    const alongs = new Float64Array(m)
    for (let g = 0; g < m; g++) {
      const score = scores.subarray(g * p, (g + 1) * p)
      score.set(own[g] as Float64Array)
      addMultiple(score, distance / length, towards[g] as Float64Array)
      alongs[g] = dot(score, along)
    }
    let [count, real] = [0, 0]
    for (let row = 0; row < patterns.count; row++) {
      const from = row * m
      let top = 0
      total.fill(0)
      for (let g = 0; g < m; g++) {
        const weight = patterns.values[from + g] as number
        top += weight * (alongs[g] as number)
        for (let k = 0; k < p; k++) total[k] = (total[k] as number) + weight * (scores[g * p + k] as number)
      }
      let squares = 0
      for (let g = 0; g < m; g++) {
        let score = (patterns.values[from + g] as number) * (alongs[g] as number)
        for (let k = 0; k < p; k++) score -= (pulls[g * p + k] as number) * (total[k] as number)
        squares += score * score
      }
      const far = squares > 0 ? (top * top) / squares : top === 0 ? 0 : Number.MAX_VALUE
      if (row === 0) real = far
      if (far >= real * (1 - 1e-9)) count += 1
    }
    return count
  }
  return { standardError, atLeastAsFar, count: patterns.count, exact: patterns.exact }
}
