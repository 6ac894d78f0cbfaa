import { chiSquareUpperTail } from '../distribution/chi-square.ts'

export interface ResidualChecks {
  /** 2 when neighbours are unrelated, towards 0 when they are alike, towards 4 when they alternate; null without any. */
  durbinWatson: number | null
  /** Whether the first `lags` autocorrelations together are more than chance; null without any. */
  ljungBox: { statistic: number; lags: number; pValue: number } | null
}

/**
 * Whether the residuals of a fit in order of time still remember each other.
 *
 * A small p-value means that the standard errors of a model without memory are too small. Many periods find
 * autocorrelation too weak to matter, few overlook one that does: look at the autocorrelation itself too. Durbin-Watson's
 * own test is not given (its p-value depends on the regressors); 1.5 to 2.5 is usually no cause for alarm.
 *
 * @param residuals In order of time. All zero: nothing to check.
 * @param lags Default min(10, a fifth of the count), at least 1.
 * @throws {RangeError} when lags is not a whole number in 1..count - 1.
 * @see Durbin & Watson (1950), Biometrika 37, 409-428; Ljung & Box (1978), Biometrika 65, 297-303, equation 1.2.
 */
export function checkResiduals(
  residuals: readonly number[],
  lags: number = Math.max(1, Math.min(10, Math.floor(residuals.length / 5))),
): ResidualChecks {
  const n = residuals.length
  if (n < 2) return { durbinWatson: null, ljungBox: null }
  if (!(Number.isInteger(lags) && lags >= 1 && lags < n))
    throw new RangeError(`lags must be a whole number in 1..${n - 1}, got ${lags}`)
  // In units of the largest: neither squares nor products leave the range of doubles.
  const largest = residuals.reduce((most, residual) => Math.max(most, Math.abs(residual)), 0)
  if (largest === 0) return { durbinWatson: null, ljungBox: null }
  const scaled = residuals.map((residual) => residual / largest)
  const total = productsAt(scaled, 0)
  const steps = scaled.slice(1).reduce((sum, residual, i) => sum + (residual - (scaled[i] ?? 0)) ** 2, 0)

  const mean = scaled.reduce((sum, residual) => sum + residual, 0) / n
  const centred = scaled.map((residual) => residual - mean)
  const variance = productsAt(centred, 0)
  if (variance === 0) return { durbinWatson: steps / total, ljungBox: null }
  let statistic = 0
  for (let lag = 1; lag <= lags; lag++) statistic += (productsAt(centred, lag) / variance) ** 2 / (n - lag)
  statistic *= n * (n + 2)
  return { durbinWatson: steps / total, ljungBox: { statistic, lags, pValue: chiSquareUpperTail(statistic, lags) } }
}

function productsAt(values: readonly number[], lag: number): number {
  let sum = 0
  for (let i = lag; i < values.length; i++) sum += (values[i] ?? 0) * (values[i - lag] ?? 0)
  return sum
}
