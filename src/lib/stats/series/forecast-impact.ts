import { studentTQuantile, studentTTwoSided } from '../distribution/student-t.ts'
import { momentsOf, varianceOf } from '../numeric/moments.ts'
import { requireConfidence } from '../numeric/require-confidence.ts'
import { fitStructural, type StructuralFit } from './fit-structural.ts'
import { type ForecastSpread, forecastPath, mixedSpread } from './forecast-path.ts'
import type { StructuralModel } from './structural-model.ts'

export interface ImpactOptions {
  /** Periods in a cycle, whole, at least 2. Default: no season. */
  season?: number
  /**
   * A level that also drifts by a constant amount per period. Default false: then a series that was rising anyway and goes on
   * rising shows an effect that is none. Leave it out only where no trend can be.
   */
  drift?: boolean
  /** Series that the change cannot have moved, each as long as the values, without gaps. */
  regressors?: readonly (readonly number[])[]
  /** Ridge penalty on the weights of the standardised regressors, relative to the noise; default 0: none. */
  penalty?: number
  /**
   * How much the level wanders. `averaged` (default): every amount counts by how likely it makes the values. `estimated`: the
   * likeliest amount, as if it were known. A number: that standard deviation of its step; `causal-impact`: that package's
   * prior guess, a hundredth of the values' standard deviation before the change.
   */
  level?: 'averaged' | 'estimated' | 'causal-impact' | number
  /** Fewest usable periods before the change; default 8, or three seasons. */
  leastPeriods?: number
  /** Long-run coverage in (0, 1), default 0.95. */
  confidence?: number
}

export interface ImpactEstimate {
  estimate: number
  standardError: number
  low: number
  high: number
}

export interface ImpactPeriod {
  /** Position in the values. */
  time: number
  actual: number | null
  /** What would have been without the change, and where its value would have been. */
  predicted: ImpactEstimate
  /** Actual less predicted; null where there is no value. */
  effect: ImpactEstimate | null
  /** Sum of the effects up to here. */
  cumulative: ImpactEstimate
}

export interface ForecastImpact {
  periods: ImpactPeriod[]
  /** Sum over the periods after the change that have a value, in the unit of the values. */
  cumulative: (ImpactEstimate & { pValue: number }) | null
  /** The same per period. */
  average: ImpactEstimate | null
  /** Cumulative effect over the sum predicted, as a share; null when that is not positive. Interval: effect alone. */
  relative: { estimate: number; low: number; high: number } | null
  fit: StructuralFit | null
  confidence: number
  /**
   * `describe-only`: too few periods before. `nothing-after`: no value after the change. `no-variation`: the values
   * before do not vary. `not-determined`: the season or the regressors are not told apart by the values before.
   */
  reason: 'describe-only' | 'nothing-after' | 'no-variation' | 'not-determined' | null
}

/**
 * What a change did to one series, against a forecast from before it: a wandering level, a season, and other series that
 * the change did not touch.
 *
 * The forecast's spread is exact for Gaussian noise whose size is not known (Student's t), and averaged over how much the
 * level may wander, which few periods hardly tell. Not for a change that moves the regressors too, nor for small counts. Without regressors the level
 * wanders on: after many periods any change is within reach of the forecast; a segmented regression is surer, if
 * its straight line is to be believed. Without `drift` the forecast is flat: a plain trend is taken for an effect.
 *
 * @param values In order of time, equal steps; null where missing, before or after.
 * @param start Position of the first changed period.
 * @throws {RangeError} when an option is out of range or a length differs.
 * @see Brodersen et al. (2015), Annals of Applied Statistics 9, 247-274 (their model, with fixed variances in place
 *   of draws and ridge in place of spike and slab); Durbin & Koopman (2012), chapters 3, 4 and 9.
 */
export function forecastImpact(
  values: readonly (number | null)[],
  start: number,
  options: ImpactOptions = {},
): ForecastImpact {
  const { season, drift = false, penalty = 0, level = 'averaged', confidence = 0.95 } = options
  const { leastPeriods = Math.max(8, 3 * (season ?? 0)) } = options
  check(values, start, options)
  const answer = { periods: [], cumulative: null, average: null, relative: null, fit: null, confidence }
  const before = values.slice(0, start)
  const seen = before.filter((value) => value !== null)
  const { mean, ...moments } = momentsOf(seen)
  if (seen.length < leastPeriods) return { ...answer, reason: 'describe-only' }
  if (!values.slice(start).some((value) => value !== null)) return { ...answer, reason: 'nothing-after' }
  const deviation = Math.sqrt(varianceOf({ mean, ...moments }) ?? 0)
  if (deviation <= 64 * Number.EPSILON * Math.abs(mean)) return { ...answer, reason: 'no-variation' }

  const model: StructuralModel = {
    hasDrift: drift,
    season: season ?? null,
    regressors: standardised(options.regressors ?? [], values.length, start),
  }
  // Around the mean and in standard deviations: a level of 1e9 would cost the digits of what wanders about it.
  const scaled = before.map((value) => (value === null ? null : (value - mean) / deviation))
  const fixed = level === 'causal-impact' ? 0.01 : typeof level === 'number' ? level / deviation : null
  const fits = fitStructural(model, scaled, penalty, fixed, level === 'averaged')
  if (fits === null) return { ...answer, reason: 'not-determined' }
  const actuals = values.slice(start).map((value) => (value === null ? null : (value - mean) / deviation))
  const paths = fits.levels.map(({ variances, weight }) => ({
    weight,
    path: forecastPath(model, scaled, actuals, variances),
  }))

  const { degreesOfFreedom } = fits.likeliest
  const quantile = studentTQuantile((1 + confidence) / 2, degreesOfFreedom)
  const shown = (moments: ForecastSpread, offset: number): ImpactEstimate => {
    const estimate = offset + deviation * moments.mean
    const standardError = deviation * Math.sqrt(moments.variance)
    const reach = quantile * standardError
    return { estimate, standardError, low: estimate - reach, high: estimate + reach }
  }
  const periods = actuals.map((actual, ahead): ImpactPeriod => {
    const of = (key: 'value' | 'sum') =>
      mixedSpread(paths.map(({ weight, path }) => ({ weight, ...path[ahead]?.[key] })))
    const [value, sum] = [of('value'), of('sum')]
    return {
      time: start + ahead,
      actual: values[start + ahead] ?? null,
      predicted: shown(value, mean),
      effect: actual === null ? null : shown({ ...value, mean: actual - value.mean }, 0),
      cumulative: shown(sum, 0),
    }
  })
  const seenAfter = periods.filter(({ actual }) => actual !== null)
  const predicted = seenAfter.reduce((sum, period) => sum + period.predicted.estimate, 0)
  const total = periods.at(-1)?.cumulative ?? shown({ mean: 0, variance: 0 }, 0)
  const over = ({ estimate, low, high }: ImpactEstimate, by: number) => ({
    estimate: estimate / by,
    low: low / by,
    high: high / by,
  })
  return {
    ...answer,
    periods,
    cumulative: { ...total, pValue: studentTTwoSided(total.estimate / total.standardError, degreesOfFreedom) },
    average: { ...over(total, seenAfter.length), standardError: total.standardError / seenAfter.length },
    relative: predicted > 0 ? over(total, predicted) : null,
    fit: inUnits(fits.likeliest, deviation),
    reason: null,
  }
}

/** Rows per period; each series less its mean before the change, over its standard deviation there. */
function standardised(series: readonly (readonly number[])[], length: number, start: number): number[][] {
  const scaled = series.map((values) => {
    const moments = momentsOf(values.slice(0, start))
    const deviation = Math.sqrt(varianceOf(moments) ?? 0)
    // A series that stood still before says nothing about what it does: it stays 0 and is not determined.
    return values.map((value) => (deviation === 0 ? 0 : (value - moments.mean) / deviation))
  })
  return Array.from({ length }, (_, time) => scaled.map((values) => values[time] ?? 0))
}

function inUnits(fit: StructuralFit, deviation: number): StructuralFit {
  const squared = deviation ** 2
  return {
    ...fit,
    irregular: squared * fit.irregular,
    level: squared * fit.level,
    weight: fit.weight === null ? null : squared * fit.weight,
    logLikelihood: fit.logLikelihood - (fit.degreesOfFreedom * Math.log(squared)) / 2,
  }
}

function check(values: readonly (number | null)[], start: number, options: ImpactOptions): void {
  const { season, regressors = [], penalty = 0, level = 'averaged', leastPeriods = 8, confidence = 0.95 } = options
  requireConfidence(confidence)
  if (!(Number.isInteger(start) && start >= 0 && start <= values.length))
    throw new RangeError(`start must be a position in 0..${values.length}, got ${start}`)
  if (season !== undefined && !(Number.isInteger(season) && season >= 2))
    throw new RangeError(`season must be a whole number of at least 2, got ${season}`)
  if (!(penalty >= 0 && penalty < Number.POSITIVE_INFINITY))
    throw new RangeError(`penalty must be at least 0, got ${penalty}`)
  if (typeof level === 'number' && !(level > 0 && level < Number.POSITIVE_INFINITY))
    throw new RangeError(`level must be a positive standard deviation, got ${level}`)
  if (!(Number.isInteger(leastPeriods) && leastPeriods >= 2))
    throw new RangeError(`leastPeriods must be at least 2, got ${leastPeriods}`)
  for (const value of values)
    if (value !== null && !Number.isFinite(value)) throw new RangeError(`values must be finite, got ${value}`)
  for (const series of regressors) {
    if (series.length !== values.length) throw new RangeError(`a regressor must have ${values.length} values`)
    if (!series.every(Number.isFinite)) throw new RangeError('a regressor must be finite')
  }
}
