import { normalQuantile, normalUpperTail } from '../distribution/normal.ts'
import { studentTQuantile, studentTTwoSided } from '../distribution/student-t.ts'
import { dot, type Matrix, multiplyVector, rowOf } from '../numeric/matrix.ts'
import { requireConfidence } from '../numeric/require-confidence.ts'
import { fitSegments, type SegmentFit, type SegmentModel } from './fit-segments.ts'
import { checkResiduals, type ResidualChecks } from './residual-checks.ts'
import { type SegmentOptions, type SegmentTerm, segmentedDesign } from './segmented-design.ts'

export interface SeriesTerm {
  estimate: number
  standardError: number
  low: number
  high: number
  /** Two-sided, against no change. */
  pValue: number
}

/** A share or ratio with its interval; 1 is no change. */
export interface SeriesRatio {
  estimate: number
  low: number
  high: number
}

export interface Counterfactual {
  /** What would have been expected without the change, in the unit of the values. */
  estimate: number
  /** Of that expectation, not of a single period's value. */
  low: number
  high: number
}

export type NoSeriesResult = 'describe-only' | 'no-variation' | 'no-events' | 'not-converged'

export interface InterruptedTimeSeries {
  model: SegmentModel
  /** Usable periods before and from the change, and their means (rates per exposure for the Poisson models). */
  before: { count: number; mean: number | null }
  after: { count: number; mean: number | null }
  /** The step at the start: in the unit of the values, or the logarithm of a rate ratio (Poisson models). */
  level: SeriesTerm | null
  /** How much the trend changed, per period; null when not asked for, or collinear. */
  slope: SeriesTerm | null
  /** The trend before, per period. */
  trend: SeriesTerm | null
  /** The same three as ratios, trend and slope per period; null but for the Poisson models. */
  rateRatios: { level: SeriesRatio | null; slope: SeriesRatio | null; trend: SeriesRatio | null } | null
  /** Sum over all periods from the start (transition left out) of what changed, in the unit of the values. */
  cumulative: SeriesTerm | null
  /** The same per period. */
  average: SeriesTerm | null
  /** One per period; null before the change. */
  counterfactual: (Counterfactual | null)[]
  /** What the model says of each period, change included. */
  fitted: (number | null)[]
  degreesOfFreedom: number | null
  /** Variance over mean (Poisson models); null elsewhere. */
  dispersion: number | null
  /** Of neighbouring errors (autoregressive models); null elsewhere. */
  autocorrelation: number | null
  /**
   * `autocorrelation-at-boundary`: it ran to 0.99, where a trend and a memory cannot be told apart. The errors are then those
   * of a guess, and usually too small: take `forecastImpact`, whose level wanders, or a comparison series.
   */
  warning: 'autocorrelation-at-boundary' | null
  /** Largest distance of correlated errors reckoned with (Newey-West); null elsewhere. */
  lag: number | null
  checks: ResidualChecks
  /** Columns that others determine: not estimated, and the season or slope is not in the model. */
  collinear: SegmentTerm[]
  confidence: number
  /**
   * `describe-only`: fewer than 8 usable periods on a side, look at a chart. `no-variation`: the fit is perfect, or
   * nothing varies. `no-events`: a side has no events, its rate has no logarithm. `not-converged`: no finite answer.
   */
  reason: NoSeriesResult | null
}

export interface InterruptedOptions extends SegmentOptions {
  /** Default `reml`; `quasi-poisson` where `exposure` is given. */
  model?: SegmentModel
  /** What each period's count was counted over, positive (Poisson models only). */
  exposure?: readonly number[]
  /** Periods from the start that are left out while the change settles. Default 0. */
  transition?: number
  /** Newey-West's largest distance; default: `automaticLag`. Given for a Poisson model, its errors become robust. */
  lag?: number
  /** Fewest usable periods on a side, at least 2, default 8. */
  leastPeriods?: number
  /** Long-run coverage in (0, 1), default 0.95. */
  confidence?: number
}

/**
 * What a change did to one series, against where its own trend and season were heading.
 *
 * `reml` and `prais-winsten` reckon with errors that remember the period before, `newey-west` with any memory (many
 * periods needed), `ols` with none (for comparison only). `poisson`, `quasi-poisson` are for counts.
 *
 * Not when something else happened at the same time: no model sees that; add a comparison series. Not for a change made
 * because the last values were bad: they come back by themselves (regression to the mean).
 *
 * @param values In order of time, equal steps; null where missing.
 * @param start Position of the first changed period.
 * @throws {RangeError} when an option is out of range, a value not finite, or a count negative (Poisson models).
 * @see Lopez Bernal, Cummins & Gasparrini (2017), IJE 46, 348-355; Turner et al. (2021), BMC Med Res Methodol 21, 181.
 */
export function interruptedTimeSeries(
  values: readonly (number | null)[],
  start: number,
  options: InterruptedOptions = {},
): InterruptedTimeSeries {
  const { exposure, transition = 0, leastPeriods = 8, confidence = 0.95, lag } = options
  const { model = exposure ? 'quasi-poisson' : 'reml' } = options
  check(values, start, options, model)
  const isUsable = (time: number) => values[time] !== null && (time < start || time >= start + transition)
  const times = Array.from(values.keys()).filter(isUsable)
  const y = times.map((time) => values[time] ?? 0)
  const sizes = exposure ? times.map((time) => exposure[time] ?? 1) : null
  const changedAt = times.findIndex((time) => time >= start)
  const first = changedAt === -1 ? times.length : changedAt
  const answer: InterruptedTimeSeries = {
    model,
    before: describe(y, sizes, 0, first),
    after: describe(y, sizes, first, y.length),
    level: null,
    slope: null,
    trend: null,
    rateRatios: null,
    cumulative: null,
    average: null,
    counterfactual: values.map(() => null),
    fitted: values.map(() => null),
    degreesOfFreedom: null,
    dispersion: null,
    autocorrelation: null,
    warning: null,
    lag: null,
    checks: { durbinWatson: null, ljungBox: null },
    collinear: [],
    confidence,
    reason: null,
  }
  if (Math.min(answer.before.count, answer.after.count) < leastPeriods) return { ...answer, reason: 'describe-only' }
  const isCount = model === 'poisson' || model === 'quasi-poisson'
  if (isCount && (answer.before.mean === 0 || answer.after.mean === 0)) return { ...answer, reason: 'no-events' }
  const design = segmentedDesign(times, start, options)
  if (times.length <= design.terms.length) return { ...answer, reason: 'describe-only' }
  const fit = fitSegments(design.x, y, times, model, sizes, lag)
  if (typeof fit === 'string') return { ...answer, reason: fit }

  const whole = segmentedDesign(Array.from(values.keys()), start, options)
  const infer = inference(fit, confidence)
  const termOf = (name: SegmentTerm) => {
    const at = design.terms.indexOf(name)
    return at === -1 || fit.dropped.includes(at) ? null : infer(design.terms.map((_, j) => Number(j === at)))
  }
  const [level, slope, trend] = [termOf('level'), termOf('slope'), termOf('trend')]
  const effect = effects(fit, whole.x, whole.unchanged, start, transition, isCount ? (exposure ?? null) : undefined)
  return {
    ...answer,
    level,
    slope,
    trend,
    rateRatios: isCount ? { level: ratioOf(level), slope: ratioOf(slope), trend: ratioOf(trend) } : null,
    cumulative: infer(effect.gradient, effect.total),
    average: infer(
      effect.gradient.map((each) => each / effect.count),
      effect.total / effect.count,
    ),
    counterfactual: values.map((_, time) =>
      time < start
        ? null
        : expectation(fit, rowOf(whole.unchanged, time), confidence, isCount ? (exposure?.[time] ?? 1) : null),
    ),
    fitted: multiplyVector(whole.x, fit.coefficients).map((value, time) =>
      isCount ? Math.exp(value) * (exposure?.[time] ?? 1) : value,
    ),
    degreesOfFreedom: fit.degreesOfFreedom,
    dispersion: fit.dispersion,
    autocorrelation: fit.autocorrelation,
    warning: fit.isAtBoundary ? 'autocorrelation-at-boundary' : null,
    lag: fit.lag,
    checks: checkResiduals(fit.innovations),
    collinear: fit.dropped.flatMap((j) => design.terms[j] ?? []),
  }
}

function quantileOf({ degreesOfFreedom }: SegmentFit, confidence: number): number {
  const upper = (1 + confidence) / 2
  return degreesOfFreedom === null ? normalQuantile(upper) : studentTQuantile(upper, degreesOfFreedom)
}

function spreadOf({ covariance }: SegmentFit, along: ArrayLike<number>): number {
  return Math.sqrt(Math.max(0, dot(along, multiplyVector(covariance, along))))
}

/** Inference about a combination of coefficients, or about `estimate` with this gradient. */
function inference(fit: SegmentFit, confidence: number) {
  const quantile = quantileOf(fit, confidence)
  return (gradient: readonly number[], estimate = dot(gradient, fit.coefficients)): SeriesTerm => {
    const standardError = spreadOf(fit, gradient)
    const statistic = estimate / standardError
    const pValue =
      fit.degreesOfFreedom === null
        ? 2 * normalUpperTail(Math.abs(statistic))
        : studentTTwoSided(statistic, fit.degreesOfFreedom)
    const reach = quantile * standardError
    return { estimate, standardError, low: estimate - reach, high: estimate + reach, pValue }
  }
}

/** The sum of what changed, and how it moves with each coefficient. */
function effects(
  fit: SegmentFit,
  x: Matrix,
  unchanged: Matrix,
  start: number,
  transition: number,
  exposure: readonly number[] | null | undefined,
) {
  const gradient = Array<number>(x.columns).fill(0)
  let [total, count] = [0, 0]
  for (let time = start + transition; time < x.rows; time++) {
    const [changed, same] = [rowOf(x, time), rowOf(unchanged, time)]
    // undefined: the values' own scale; null: counts over 1 each.
    const size = exposure?.[time] ?? 1
    const with_ =
      exposure === undefined ? dot(changed, fit.coefficients) : size * Math.exp(dot(changed, fit.coefficients))
    const without = exposure === undefined ? dot(same, fit.coefficients) : size * Math.exp(dot(same, fit.coefficients))
    total += with_ - without
    count += 1
    for (let j = 0; j < gradient.length; j++)
      gradient[j] =
        (gradient[j] ?? 0) +
        (exposure === undefined ? 1 : with_) * (changed[j] as number) -
        (exposure === undefined ? 1 : without) * (same[j] as number)
  }
  return { gradient, total, count }
}

function expectation(fit: SegmentFit, row: Float64Array, confidence: number, size: number | null): Counterfactual {
  const middle = dot(row, fit.coefficients)
  const reach = quantileOf(fit, confidence) * spreadOf(fit, row)
  const shown = (value: number) => (size === null ? value : size * Math.exp(value))
  return { estimate: shown(middle), low: shown(middle - reach), high: shown(middle + reach) }
}

function ratioOf(term: SeriesTerm | null): SeriesRatio | null {
  if (term === null) return null
  return { estimate: Math.exp(term.estimate), low: Math.exp(term.low), high: Math.exp(term.high) }
}

function describe(y: readonly number[], sizes: readonly number[] | null, from: number, to: number) {
  const count = to - from
  let [sum, size] = [0, 0]
  for (let i = from; i < to; i++) {
    sum += y[i] ?? 0
    size += sizes === null ? 1 : (sizes[i] ?? 1)
  }
  return { count, mean: count === 0 ? null : sum / size }
}

function check(values: readonly (number | null)[], start: number, options: InterruptedOptions, model: SegmentModel) {
  const { exposure, transition = 0, leastPeriods = 8, confidence = 0.95 } = options
  requireConfidence(confidence)
  if (!(Number.isInteger(start) && start >= 0 && start <= values.length))
    throw new RangeError(`start must be a position in 0..${values.length}, got ${start}`)
  if (!(Number.isInteger(transition) && transition >= 0))
    throw new RangeError(`transition must be whole, got ${transition}`)
  if (!(Number.isInteger(leastPeriods) && leastPeriods >= 2))
    throw new RangeError(`leastPeriods must be at least 2, got ${leastPeriods}`)
  const isCount = model === 'poisson' || model === 'quasi-poisson'
  for (const value of values)
    if (value !== null && !(Number.isFinite(value) && (!isCount || value >= 0)))
      throw new RangeError(`values must be finite${isCount ? ' and at least 0' : ''}, got ${value}`)
  if (!exposure) return
  if (!isCount) throw new RangeError('exposure is for the Poisson models')
  if (exposure.length !== values.length) throw new RangeError(`exposure must have ${values.length} values`)
  for (const size of exposure)
    if (!(size > 0 && size < Number.POSITIVE_INFINITY)) throw new RangeError(`exposure must be positive, got ${size}`)
}
