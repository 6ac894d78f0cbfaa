import { chiSquareUpperTail } from '../distribution/chi-square.ts'
import { fUpperTail } from '../distribution/f.ts'
import { cholesky, solveFromCholesky } from '../numeric/cholesky.ts'
import { matrixFrom } from '../numeric/matrix.ts'
import { covarianceOf } from './aggregate-effects.ts'
import type { GroupTimeEffects } from './group-time-effects.ts'

export interface PreTrendTest {
  /** Wald's, of all effects before the start together; null when `reason` says why. */
  statistic: number | null
  /** How many effects lie before a start. */
  effects: number
  /** Hotelling's F for `small-sample`, chi-square for `large-sample`. */
  pValue: number | null
  reason: 'no-effects-before' | 'too-few-units' | 'no-variation' | null
}

/**
 * Whether the cohorts moved in parallel before their starts: all effects before treatment tested together.
 *
 * A large p is no proof of parallel trends; with few units it is no evidence at all. Show `relativeMagnitudes` and `smoothTrends` beside it.
 *
 * @see Callaway & Sant'Anna (2021), Journal of Econometrics 225, remark 7 (Wald test); Hotelling (1931) for the F.
 */
export function testPreTrends(table: GroupTimeEffects): PreTrendTest {
  const before = table.effects.filter(({ treated }) => !treated)
  const none = { statistic: null, effects: before.length, pValue: null }
  if (before.length === 0) return { ...none, reason: 'no-effects-before' }
  if (before.some(({ reason }) => reason === 'one-unit')) return { ...none, reason: 'too-few-units' }
  if (before.every(({ reason }) => reason === 'no-variation')) return { ...none, reason: 'no-variation' }
  const left = table.cohortOf.length - table.cohorts.length - table.covariates
  const second = left - before.length + 1
  const lower = second < 1 ? null : cholesky(matrixFrom(covarianceOf(before)))
  if (lower === null) return { ...none, reason: 'too-few-units' }
  const estimates = before.map(({ estimate }) => estimate)
  const solved = solveFromCholesky(lower, estimates)
  const statistic = estimates.reduce((sum, estimate, index) => sum + estimate * (solved[index] as number), 0)
  const pValue =
    table.errors === 'large-sample'
      ? chiSquareUpperTail(statistic, before.length)
      : fUpperTail((statistic * second) / (left * before.length), before.length, second)
  return { statistic, effects: before.length, pValue, reason: null }
}
