import { leastSquares } from '../numeric/least-squares.ts'
import { dot, type Matrix, matrixFrom, multiplyVector, rowOf, zeroMatrix } from '../numeric/matrix.ts'
import { momentsOf } from '../numeric/moments.ts'
import type { Cell } from './comparison-pool.ts'
import type { ErrorKind, Influence } from './effect-estimate.ts'
import { logisticFit } from './logistic-fit.ts'
import { satterthwaite } from './satterthwaite.ts'
import type { ReadStaggered } from './staggered-panel.ts'

/** What units' covariates are used for; see `groupTimeEffects`. */
export type Adjustment = 'doubly-robust' | 'outcome-regression' | 'inverse-probability' | 'none'

/** From this probability of being treated on, there is nobody to compare a unit with. */
const OVERLAP = 0.999

/** One cohort's change between two periods less its comparison's, and how far each unit moves it. */
export function cellEffect(
  cell: Cell,
  { rows, cohortOf, cohorts, covariates }: ReadStaggered,
  { adjust, errors }: { adjust: Adjustment; errors: ErrorKind },
): Influence | 'too-few-units' | 'no-overlap' {
  const members = (role: readonly number[]) =>
    [...rows.keys()].filter((unit) => role.includes(cohortOf[unit] as number))
  const changeOf = (unit: number) => {
    const row = rows[unit] as Float64Array
    return (row[cell.period] as number) - (row[cell.base] as number)
  }
  const [own, pool] = [members([cell.cohort]), members(cell.pool)]
  const units = [...own, ...pool]
  const changes = units.map(changeOf)
  const x = adjust === 'none' ? null : designOf(units.map((unit) => covariates[unit] ?? []))
  const effect = x ? adjusted(changes, own.length, x, adjust) : plain(changes, own.length)
  if (typeof effect === 'string') return effect
  const influence = Array<number>(rows.length).fill(0)
  const [treatedScale, scale] =
    errors === 'small-sample' ? [own.length / (own.length - 1 || 1), effect.unbiased] : [1, null]
  units.forEach((unit, i) => {
    const squared = i < own.length ? treatedScale : (scale?.[i - own.length] ?? 1)
    influence[unit] = (effect.moved[i] as number) * Math.sqrt(squared) * rows.length
  })
  return {
    estimate: effect.estimate,
    influence,
    degreesOfFreedom:
      errors === 'small-sample' ? satterthwaite([{ weight: 1, cell }], cohorts, x ? x.columns - 1 : 0) : null,
    hasOneUnit: own.length < 2 || pool.length < 2,
  }
}

interface Comparison {
  estimate: number
  /** The estimate's error is the sum of these: first the treated units, then the others. */
  moved: number[]
  /** What makes a comparison unit's squared part of the variance unbiased; at least 1. */
  unbiased: number[]
}

function plain(changes: readonly number[], treated: number): Comparison {
  const [own, other] = [momentsOf(changes.slice(0, treated)), momentsOf(changes.slice(treated))]
  return {
    estimate: own.mean - other.mean,
    moved: changes.map((change, i) =>
      i < treated ? (change - own.mean) / own.count : (other.mean - change) / other.count,
    ),
    unbiased: Array<number>(other.count).fill(other.count / Math.max(1, other.count - 1)),
  }
}

/** A column of ones and the covariates in standard units; one that does not vary, or repeats others, is left out. */
function designOf(covariates: readonly (readonly number[])[]): Matrix {
  const columns = (covariates[0] ?? []).map((_, j) => {
    const values = covariates.map((row) => row[j] as number)
    const { mean, sumOfSquares } = momentsOf(values)
    const spread = Math.sqrt(sumOfSquares / values.length)
    const isFlat = !(spread > 1e-13 * Math.abs(mean))
    return values.map((value) => (isFlat ? 0 : (value - mean) / spread))
  })
  const all = matrixFrom(covariates.map((_, i) => [1, ...columns.map((column) => column[i] as number)]))
  const { dropped } = leastSquares(all, Array<number>(all.rows).fill(0))
  const kept = [...Array(all.columns).keys()].filter((j) => !dropped.includes(j))
  return matrixFrom(covariates.map((_, i) => kept.map((j) => rowOf(all, i)[j] as number)))
}

/**
 * The treated units' mean residual less the comparison units' weighted one. `outcome-regression` has no second part (its
 * residuals have mean 0), `inverse-probability` no regression.
 */
function adjusted(
  changes: readonly number[],
  treated: number,
  x: Matrix,
  adjust: Adjustment,
): Comparison | 'too-few-units' | 'no-overlap' {
  const others = changes.length - treated
  if (others <= x.columns || others < 2) return 'too-few-units'
  const rest: Matrix = { rows: others, columns: x.columns, values: x.values.subarray(treated * x.columns) }
  const fit = leastSquares(rest, changes.slice(treated))
  if (fit.dropped.length > 0) return 'no-overlap'
  const hasRegression = adjust !== 'inverse-probability'
  const predicted = hasRegression ? multiplyVector(x, fit.coefficients) : changes.map(() => 0)
  const residuals = changes.map((change, i) => change - (predicted[i] as number))
  const gap = momentsOf(residuals.slice(0, treated)).mean
  const moved = residuals.map((residual, i) => (i < treated ? (residual - gap) / treated : 0))
  // The covariates at which the regression is read: a treated unit's counts for it, a weighted other's against.
  const readAt = meanRow(x, (i) => (i < treated ? 1 / treated : 0))
  let estimate = gap
  if (adjust !== 'outcome-regression') {
    const scores = logisticFit(
      x,
      changes.map((_, i) => i < treated),
    )
    if (scores === null || scores.probabilities.some((share) => share >= OVERLAP)) return 'no-overlap'
    const odds = scores.probabilities.map((share, i) => (i < treated ? 0 : share / (1 - share)))
    const total = odds.reduce((sum, value) => sum + value, 0)
    const weights = odds.map((value) => value / total)
    const level = dot(weights, residuals)
    estimate -= level
    const parts = weights.map((weight, i) => weight * ((residuals[i] as number) - level))
    // Odds are exponentials of a line, so a coefficient moves each weight by its covariate.
    const drift = multiplyVector(
      scores.inverse,
      meanRow(x, (i) => parts[i] as number),
    )
    parts.forEach((part, i) => {
      const surprise = (i < treated ? 1 : 0) - (scores.probabilities[i] as number)
      moved[i] = (moved[i] as number) - part - surprise * dot(rowOf(x, i), drift)
    })
    meanRow(x, (i) => weights[i] as number).forEach((value, j) => {
      readAt[j] = (readAt[j] as number) - value
    })
  }
  if (hasRegression) {
    const load = multiplyVector(fit.inverse, readAt)
    for (let i = treated; i < changes.length; i++)
      moved[i] = (moved[i] as number) - (residuals[i] as number) * dot(rowOf(x, i), load)
  }
  return { estimate, moved, unbiased: fit.leverages.map((leverage) => 1 / Math.max(1e-9, 1 - leverage)) }
}

function meanRow(x: Matrix, weightOf: (row: number) => number): Float64Array {
  const { values } = zeroMatrix(1, x.columns)
  for (let i = 0; i < x.rows; i++) {
    const weight = weightOf(i)
    if (weight !== 0)
      rowOf(x, i).forEach((value, j) => {
        values[j] = (values[j] as number) + weight * value
      })
  }
  return values
}
