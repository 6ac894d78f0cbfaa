import { dot } from '../numeric/matrix.ts'
import { filterSeries } from './filter-series.ts'
import {
  loadingsAt,
  moveCovariance,
  moveState,
  type StructuralModel,
  type StructuralVariances,
  stateSize,
} from './structural-model.ts'

/** In the unit of the series, and its square. */
export interface ForecastSpread {
  mean: number
  variance: number
}

/** Mean and variance when each of several answers may be the right one. */
export function mixedSpread(answers: readonly (Partial<ForecastSpread> & { weight: number })[]): ForecastSpread {
  const mean = answers.reduce((sum, each) => sum + each.weight * (each.mean ?? 0), 0)
  const variance = answers.reduce(
    (sum, each) => sum + each.weight * ((each.variance ?? 0) + ((each.mean ?? 0) - mean) ** 2),
    0,
  )
  return { mean, variance }
}

/** The forecast of every period ahead, and the sum of actual less forecast up to it: errors of a forecast go together. */
export function forecastPath(
  model: StructuralModel,
  values: readonly (number | null)[],
  actuals: readonly (number | null)[],
  variances: StructuralVariances,
): { value: ForecastSpread; sum: ForecastSpread }[] {
  const size = stateSize(model)
  const { state, covariance } = filterSeries(model, values, variances)
  // Covariance of the forecasts summed so far with the state.
  const withState = new Float64Array(size)
  let [total, totalVariance] = [0, 0]
  return actuals.map((actual, ahead) => {
    const loadings = loadingsAt(model, values.length + ahead)
    const reach = Float64Array.from({ length: size }, (_, i) =>
      dot(covariance.subarray(i * size, (i + 1) * size), loadings),
    )
    const value = { mean: dot(loadings, state), variance: dot(loadings, reach) + variances.irregular }
    if (actual !== null) {
      total += actual - value.mean
      totalVariance += value.variance + 2 * dot(loadings, withState)
      for (let i = 0; i < size; i++) withState[i] = (withState[i] as number) + (reach[i] as number)
    }
    for (const vector of [state, withState]) moveState(model, vector, 0, 1)
    moveCovariance(model, covariance, size)
    covariance[0] = (covariance[0] as number) + variances.level
    return { value, sum: { mean: total, variance: totalVariance } }
  })
}
