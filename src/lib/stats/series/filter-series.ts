import { dot } from '../numeric/matrix.ts'
import {
  loadingsAt,
  moveCovariance,
  moveState,
  type StructuralModel,
  type StructuralVariances,
  stateSize,
} from './structural-model.ts'

/** What is known of the state before a period, and what that period taught. Kept for the smoother. */
export interface FilterStep {
  state: Float64Array
  covariance: Float64Array
  /** The part of the covariance that is infinitely large; null once everything has been seen. */
  diffuse: Float64Array | null
  /** Value less forecast; null for a missing period. */
  error: number | null
  /** Variance of the forecast (its finite part while diffuse), and the infinite part. */
  variance: number
  diffuseVariance: number
}

export interface FilteredSeries {
  /** Exact diffuse log-likelihood. */
  logLikelihood: number
  /** Sum of squared standardised errors, and of the logarithms of their variances, after the diffuse start. */
  squares: number
  logVariances: number
  /** Periods with a value that were not spent on the diffuse start. */
  degreesOfFreedom: number
  /** The state after the last period, moved on by one: where a forecast begins. */
  state: Float64Array
  covariance: Float64Array
  /** Whether something of the state has never been seen: there is no forecast then. */
  isDiffuse: boolean
  steps: FilterStep[]
}

/** An infinite variance below this share of its first size is rounding. */
const NOTHING = 1e-9

/**
 * The Kalman filter of a structural series, started without knowing anything (exact diffuse start, not a large number
 * that loses digits). Missing periods are passed over: nothing is learnt, uncertainty grows.
 *
 * @param values One per period from 0; null where missing.
 * @param keepSteps Whether to keep what `smoothSeries` needs, default false.
 * @see Durbin & Koopman (2012), Time Series Analysis by State Space Methods, sections 4.3, 4.10, 5.2 and 7.2.2.
 */
export function filterSeries(
  model: StructuralModel,
  values: readonly (number | null)[],
  variances: StructuralVariances,
  keepSteps = false,
): FilteredSeries {
  const size = stateSize(model)
  const state = new Float64Array(size)
  const covariance = new Float64Array(size * size)
  const diffuse = new Float64Array(size * size)
  const known = variances.weight === null ? size : size - (model.regressors[0]?.length ?? 0)
  for (let i = 0; i < size; i++) {
    if (i < known) diffuse[i * size + i] = 1
    else covariance[i * size + i] = variances.weight ?? 0
  }
  let left = known
  let [squares, logVariances, logDiffuse, count, spent] = [0, 0, 0, 0, 0]
  const steps: FilterStep[] = []
  for (const [time, value] of values.entries()) {
    const loadings = loadingsAt(model, time)
    const reach = times(covariance, loadings, size)
    const infinite = left > 0 ? times(diffuse, loadings, size) : null
    const variance = dot(loadings, reach) + variances.irregular
    const diffuseVariance = infinite === null ? 0 : dot(loadings, infinite)
    const error = value === null ? null : value - dot(loadings, state)
    if (keepSteps)
      steps.push({
        state: state.slice(),
        covariance: covariance.slice(),
        diffuse: left > 0 ? diffuse.slice() : null,
        error,
        variance,
        diffuseVariance,
      })
    if (error !== null) {
      count += 1
      if (infinite !== null && diffuseVariance > NOTHING * dot(loadings, loadings)) {
        // The infinite part decides alone; the finite part is corrected for having been weighted by it.
        for (let i = 0; i < size; i++) {
          const gain = (infinite[i] as number) / diffuseVariance
          state[i] = (state[i] as number) + gain * error
          for (let j = 0; j < size; j++) {
            const other = (infinite[j] as number) / diffuseVariance
            const at = i * size + j
            covariance[at] =
              (covariance[at] as number) +
              gain * other * variance -
              gain * (reach[j] as number) -
              other * (reach[i] as number)
            diffuse[at] = (diffuse[at] as number) - gain * (infinite[j] as number)
          }
        }
        logDiffuse += Math.log(diffuseVariance)
        spent += 1
        left -= 1
      } else if (variance > 0) {
        for (let i = 0; i < size; i++) {
          const gain = (reach[i] as number) / variance
          state[i] = (state[i] as number) + gain * error
          for (let j = 0; j <= i; j++) {
            const rest = (covariance[i * size + j] as number) - gain * (reach[j] as number)
            covariance[i * size + j] = rest
            covariance[j * size + i] = rest
          }
        }
        squares += (error * error) / variance
        logVariances += Math.log(variance)
      }
    }
    moveState(model, state, 0, 1)
    moveCovariance(model, covariance, size)
    if (left > 0) moveCovariance(model, diffuse, size)
    covariance[0] = (covariance[0] as number) + variances.level
  }
  return {
    logLikelihood: -0.5 * (count * Math.log(2 * Math.PI) + logVariances + squares + logDiffuse),
    squares,
    logVariances,
    degreesOfFreedom: count - spent,
    state,
    covariance,
    isDiffuse: left > 0,
    steps,
  }
}

function times(matrix: Float64Array, vector: Float64Array, size: number): Float64Array {
  const product = new Float64Array(size)
  // Loadings are mostly zeros: their columns are passed over.
  for (let j = 0; j < size; j++) {
    const value = vector[j] as number
    if (value === 0) continue
    for (let i = 0; i < size; i++) product[i] = (product[i] as number) + value * (matrix[j * size + i] as number)
  }
  return product
}
