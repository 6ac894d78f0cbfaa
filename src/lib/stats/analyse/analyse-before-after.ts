import { enoughPointsCheck, missingCheck } from '../evidence/evidence-checks.ts'
import type { Check } from '../evidence/grade-evidence.ts'
import type { SegmentModel } from '../series/fit-segments.ts'
import { type ForecastImpact, forecastImpact } from '../series/forecast-impact.ts'
import { type InterruptedTimeSeries, interruptedTimeSeries } from '../series/interrupted-time-series.ts'
import { shareOf } from './share-of.ts'
import { type TrialAnswer, type TrialQuestion, type TrialRefusal, trialAnswer } from './trial-answer.ts'

/** A model of segments with a break at the start, or a level that wanders (state space). */
export type SeriesModel = SegmentModel | 'local-level'

/** One place over time: equal steps, oldest first; null where there is no value. */
export interface Series {
  values: readonly (number | null)[]
  /** Position of the first changed period. */
  since: number
  /** What each period's count was counted over, positive; for counts only. */
  exposure?: readonly number[]
}

export interface BeforeAfterQuestion extends TrialQuestion {
  /** Default `reml`; `quasi-poisson` where there is an exposure. */
  model?: SeriesModel
  /** Whether the trend may change too, default true. */
  slope?: boolean
  /** Periods in a full cycle. */
  season?: number
  /**
   * `local-level` only: what the forecast carries on. `drift` (default): the level and its constant drift. `level`: the
   * level alone, for metrics that cannot have a trend; narrower, and takes any trend for an effect.
   */
  trend?: 'drift' | 'level'
  /** Periods from the start that are left out while the change settles. */
  transition?: number
}

export interface BeforeAfterAnswer extends TrialAnswer {
  design: 'before-after'
  /** The whole model, or null for `local-level`. */
  segments: InterruptedTimeSeries | null
  /** The forecast, or null for the models of segments. */
  forecast: ForecastImpact | null
  /** What would have been expected without the change, one per period; null before it. */
  expected: ({ estimate: number; low: number; high: number } | null)[]
}

export type BeforeAfterRefusal = NonNullable<InterruptedTimeSeries['reason'] | ForecastImpact['reason']>

/**
 * Everything that one place before and after can say: how far it left the way it was going, per period from the start.
 *
 * A series that rises anyway is no effect: all models carry its trend on, unless `trend: 'level'` says that there is none.
 * The check `memory-known` fails where the autocorrelation ran to its limit, so that trend and memory cannot be told apart.
 *
 * Never better than grade C: nothing shows what else happened at the same time. Not for a change made because the last
 * values were bad (they come back by themselves).
 *
 * @throws {RangeError} as `interruptedTimeSeries` and `forecastImpact`.
 */
export function analyseBeforeAfter(
  { values, since, exposure }: Series,
  {
    model = exposure ? 'quasi-poisson' : 'reml',
    slope,
    season,
    trend = 'drift',
    transition,
    ...question
  }: BeforeAfterQuestion,
): BeforeAfterAnswer | TrialRefusal<BeforeAfterRefusal> {
  const { confidence = 0.95 } = question
  const cycle = season === undefined ? {} : { season }
  const found =
    model === 'local-level'
      ? fromForecast(forecastImpact(values, since, { ...cycle, confidence, drift: trend === 'drift' }))
      : fromSegments(
          interruptedTimeSeries(values, since, {
            ...{ model, ...cycle, confidence },
            ...(slope === undefined ? {} : { slope }),
            ...(transition === undefined ? {} : { transition }),
            ...(exposure === undefined ? {} : { exposure }),
          }),
        )
  const present = (from: number, to: number) => values.slice(from, to).filter((value) => value !== null)
  const [before, after] = [present(0, since), present(since, values.length)]
  const counts = { before: before.length, after: after.length }
  const missing = values.length - before.length - after.length
  if (typeof found === 'string') return { refused: found, values: counts }
  const answer = trialAnswer(
    'before-after',
    {
      method: model === 'local-level' ? 'local-level' : `its-${model}`,
      effect: { ...found.effect, confidence, smallestPossibleP: null },
      relative: found.relative,
      groups: [
        { name: 'before', units: 1, rows: before.length, mean: meanOf(before) },
        { name: 'after', units: 1, rows: after.length, mean: meanOf(after) },
      ],
      rows: { used: values.length - missing, missing, dropped: 0 },
      checks: [
        enoughPointsCheck(counts.before, counts.after),
        missingCheck([missing / values.length]),
        ...found.checks,
      ],
    },
    question,
  )
  const { segments, forecast, expected } = found
  return { ...answer, design: 'before-after', segments, forecast, expected }
}

type Found = Pick<BeforeAfterAnswer, 'segments' | 'forecast' | 'expected' | 'relative'> & {
  effect: { estimate: number; standardError: number; low: number; high: number; pValue: number }
  checks: Check[]
}

function fromSegments(series: InterruptedTimeSeries): Found | BeforeAfterRefusal {
  const { average, reason, rateRatios, slope, counterfactual, checks, collinear, autocorrelation, warning } = series
  if (average === null) return reason ?? 'describe-only'
  const known = counterfactual.flatMap((each) => (each ? [each.estimate] : []))
  const base = meanOf(known)
  const step = slope === null ? rateRatios?.level : undefined
  return {
    segments: series,
    forecast: null,
    expected: counterfactual,
    effect: average,
    relative: step
      ? { estimate: step.estimate - 1, low: step.low - 1, high: step.high - 1 }
      : { estimate: shareOf(average.estimate, base), low: null, high: null },
    checks: [
      {
        code: 'residuals',
        passed: checks.ljungBox === null ? null : checks.ljungBox.pValue > 0.05,
        lowersGrade: false,
        values: { pValue: checks.ljungBox?.pValue ?? null, durbinWatson: checks.durbinWatson },
      },
      {
        code: 'all-terms',
        passed: collinear.length === 0,
        lowersGrade: false,
        values: { left: collinear.join(', ') },
      },
      ...(autocorrelation === null
        ? []
        : [{ code: 'memory-known', passed: warning === null, lowersGrade: true, values: { autocorrelation } }]),
    ],
  }
}

function fromForecast(forecast: ForecastImpact): Found | BeforeAfterRefusal {
  const { average, cumulative, relative, periods, reason } = forecast
  if (average === null || cumulative === null) return reason ?? 'describe-only'
  const first = periods[0]?.time ?? 0
  return {
    segments: null,
    forecast,
    expected: [
      ...Array<null>(first).fill(null),
      ...periods.map(({ predicted: { estimate, low, high } }) => ({ estimate, low, high })),
    ],
    effect: { ...average, pValue: cumulative.pValue },
    relative: relative ?? { estimate: null, low: null, high: null },
    checks: [],
  }
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}
