import { addMultiple, dot, zeroMatrix } from '../numeric/matrix.ts'
import { type Cell, countOf } from './comparison-pool.ts'
import type { Cohort } from './staggered-panel.ts'

/**
 * Degrees of freedom of the variance of a weighted sum of comparisons, known before the data are.
 *
 * The variance estimate is a sum of squares of the units' influence values. Where all values scatter independently and
 * alike, the influence values have a known covariance, equal for all units of a cohort; matching the first two moments
 * of their sum of squares to a chi-square gives the answer. For one comparison it is Bell and McCaffrey's.
 *
 * Each covariate that the comparison group's changes are fitted to takes one away, down to 1: a rule of thumb, held by
 * calibration.
 *
 * @returns Above 0; null when the weights cancel, or a group of the comparisons has a single unit.
 * @see Bell & McCaffrey (2002), Survey Methodology 28, 169-181, section 4; Satterthwaite (1946).
 */
export function satterthwaite(
  terms: readonly { weight: number; cell: Cell }[],
  cohorts: readonly Cohort[],
  covariates = 0,
): number | null {
  const size = cohorts.length
  const periods = 1 + Math.max(0, ...terms.map(({ cell }) => Math.max(cell.period, cell.base)))
  // A unit of cohort k has influence own_k'y less the sum over all units of mean_kl'y, l the other unit's cohort.
  const own = zeroMatrix(size, periods)
  const mean = zeroMatrix(size * size, periods)
  for (const { weight, cell } of terms) {
    for (const role of [[cell.cohort], cell.pool]) {
      const count = countOf(cohorts, role)
      if (count < 2) return null
      // The root of n / (n - 1) makes the group's variance unbiased, as in the influence values themselves.
      const load = (role === cell.pool ? -weight : weight) * Math.sqrt(1 / (count * (count - 1)))
      for (const k of role) {
        addDifference(own.values, k * periods, load, cell)
        for (const l of role) addDifference(mean.values, (k * size + l) * periods, load / count, cell)
      }
    }
  }
  const a = (k: number) => own.values.subarray(k * periods, (k + 1) * periods)
  const m = (k: number, l: number) => mean.values.subarray((k * size + l) * periods, (k * size + l + 1) * periods)
  const summed = cohorts.map((_, k) => {
    const row = new Float64Array(size * periods)
    cohorts.forEach(({ count }, l) => {
      addMultiple(row.subarray(l * periods, (l + 1) * periods), Math.sqrt(count), m(k, l))
    })
    return row
  })
  let [trace, squares] = [0, 0]
  cohorts.forEach(({ count }, k) => {
    cohorts.forEach(({ count: others }, l) => {
      const between =
        dot(summed[k] as Float64Array, summed[l] as Float64Array) - dot(a(k), m(l, k)) - dot(a(l), m(k, l))
      if (k === l) {
        const alone = between + dot(a(k), a(k))
        trace += count * alone
        squares += count * (alone ** 2 + (count - 1) * between ** 2)
      } else squares += count * others * between ** 2
    })
  })
  if (!(trace > 0)) return null
  const all = trace ** 2 / squares
  return covariates === 0 ? all : Math.max(Math.min(1, all), all - covariates)
}

function addDifference(values: Float64Array, at: number, load: number, { period, base }: Cell): void {
  values[at + period] = (values[at + period] as number) + load
  values[at + base] = (values[at + base] as number) - load
}
