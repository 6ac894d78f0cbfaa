import { studentTQuantile, studentTTwoSided } from '../distribution/student-t.ts'
import { requireConfidence } from '../numeric/require-confidence.ts'
import { readStaggered, type StaggeredRefusal, type StaggeredUnit } from './staggered-panel.ts'

export interface TwoWayFixedEffects {
  estimate: number
  /** CR1, clustered by unit; null when the units' number leaves none, or nothing varies. */
  standardError: number | null
  degreesOfFreedom: number
  low: number | null
  high: number | null
  pValue: number | null
  /** Share of the treated unit-periods that the regression counts negatively, in [0, 1]. */
  negativeShare: number
  /** Sum of those negative weights, where all weights add up to 1: below 0, the answer may have the wrong sign. */
  negativeWeight: number
  reason: 'no-variation' | null
}

/**
 * The coefficient of "is treated" in a regression with one effect per unit and one per period.
 *
 * Here to be compared with, not to be believed: in a roll-out in waves it uses early cohorts as comparison for late ones,
 * so effects that grow are subtracted from themselves. `negativeWeight` says how much. Right when all start together, or
 * the effect is the same for all units and periods. Use `groupTimeEffects`.
 *
 * @throws {RangeError} when the units are malformed, or the confidence is outside (0, 1).
 * @see de Chaisemartin & D'Haultfoeuille (2020), American Economic Review 110, 2964-2996 (weights); Goodman-Bacon (2021).
 */
export function twoWayFixedEffects(
  units: readonly StaggeredUnit[],
  { confidence = 0.95 }: { confidence?: number } = {},
): TwoWayFixedEffects | StaggeredRefusal {
  requireConfidence(confidence)
  const read = readStaggered(units)
  if ('refused' in read) return read
  const { rows, periods, cohorts, cohortOf, resolution } = read
  const treated = cohortOf.map((cohort) => {
    const since = cohorts[cohort]?.since ?? null
    return Float64Array.from(periods, (period) => (since !== null && period >= since ? 1 : 0))
  })
  const x = withoutBothMeans(treated)
  const y = withoutBothMeans(rows)
  const n = rows.length
  const squares = sumOver(x, (value) => value * value)
  const estimate = sumOver(x, (value, unit, period) => value * (y[unit]?.[period] as number)) / squares
  let meat = 0
  let largest = 0
  x.forEach((row, unit) => {
    let score = 0
    row.forEach((value, period) => {
      const residual = (y[unit]?.[period] as number) - estimate * value
      largest = Math.max(largest, Math.abs(residual))
      score += value * residual
    })
    meat += score * score
  })
  const [cells, columns] = [n * periods.length, n + periods.length]
  const negative = (value: number, unit: number, period: number) => treated[unit]?.[period] === 1 && value < -1e-12
  const shares = {
    negativeShare: sumOver(x, (...at) => (negative(...at) ? 1 : 0)) / sumOver(treated, (value) => value),
    negativeWeight: sumOver(x, (...at) => (negative(...at) ? at[0] : 0)) / squares,
  }
  if (largest <= resolution || cells <= columns)
    return {
      estimate,
      standardError: null,
      degreesOfFreedom: n - 1,
      low: null,
      high: null,
      pValue: null,
      ...shares,
      reason: 'no-variation',
    }
  const standardError = Math.sqrt((meat * n * (cells - 1)) / ((n - 1) * (cells - columns))) / squares
  const reach = studentTQuantile((1 + confidence) / 2, n - 1) * standardError
  return {
    estimate,
    standardError,
    degreesOfFreedom: n - 1,
    low: estimate - reach,
    high: estimate + reach,
    pValue: studentTTwoSided(estimate / standardError, n - 1),
    ...shares,
    reason: null,
  }
}

function withoutBothMeans(rows: readonly Float64Array[]): Float64Array[] {
  const centred = rows.map((row) => {
    const mean = row.reduce((sum, value) => sum + value, 0) / row.length
    return row.map((value) => value - mean)
  })
  const means = (centred[0] ?? new Float64Array()).map(
    (_, period) => centred.reduce((sum, row) => sum + (row[period] as number), 0) / rows.length,
  )
  return centred.map((row) => row.map((value, period) => value - (means[period] as number)))
}

function sumOver(rows: readonly Float64Array[], of: (value: number, unit: number, period: number) => number): number {
  let sum = 0
  rows.forEach((row, unit) => {
    row.forEach((value, period) => {
      sum += of(value, unit, period)
    })
  })
  return sum
}
