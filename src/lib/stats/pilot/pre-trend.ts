import { momentsOf } from '../numeric/moments.ts'
import { type EffectInference, inferEffect } from '../sites/infer-effect.ts'
import { isRejected } from '../sites/permutation-interval.ts'
import { type Panel, periodsOf } from './panel.ts'

/** A trend needs this many periods before the start, and as many values of a site. */
const LEAST_PERIODS = 3
/** The level of the check. Fixed, so that asking for a wider interval does not make the check laxer. */
const LEVEL = 0.05

export interface PreTrend {
  /**
   * False when the groups moved apart before the start (p at most 0.05), true when that cannot be told from chance, null
   * when it cannot be tested: see `reason`.
   */
  parallel: boolean | null
  /** `smallest-p-above-level`: so few sites that no drift at all could have failed the check. */
  reason: 'too-few-periods' | 'too-few-sites' | 'smallest-p-above-level' | null
  /** Periods before the start. */
  periods: number
  /** Mean slope of the sites before the start, in the metric's unit per period; null when there are none. */
  treatedSlope: number | null
  comparisonSlope: number | null
  /** Difference of the mean slopes, treated less comparison, in the metric's unit per period, and how sure it is. */
  difference: EffectInference | null
  /**
   * What the same drift, going on, would have added to the estimate by itself, in the metric's unit: the slope
   * difference times the distance from the middle of before to the middle of after.
   */
  impliedBias: { estimate: number; low: number | null; high: number | null } | null
}

/**
 * Whether the groups moved in parallel before the start: the one assumption of difference in differences that the past
 * can speak against.
 *
 * One least-squares slope a site over its periods before the start, compared between the groups by `inferEffect`.
 * Needs 3 periods before, and 3 values of a site; other sites are left out here.
 *
 * Not a proof: with few sites a drift large enough to explain the whole effect can pass. Read `impliedBias` beside the
 * estimate. Never choose the analysis by its outcome.
 *
 * @param options `confidence` of the interval in (0, 1), default 0.95; `seed` as in `inferEffect`.
 * @throws {RangeError} when the panel is malformed.
 * @see Roth (2022), AER: Insights 4, 305-322 (why passing is weak); Rambachan & Roth (2023), Review of Economic Studies
 *   90, 2555-2591 (sensitivity to a drift that goes on).
 */
export function preTrend(panel: Panel, { confidence = 0.95, seed }: { confidence?: number; seed: number }): PreTrend {
  const all = periodsOf(panel)
  const periods = Math.max(0, Math.min(panel.since, all))
  const without = {
    parallel: null,
    periods,
    treatedSlope: null,
    comparisonSlope: null,
    difference: null,
    impliedBias: null,
  }
  if (periods < LEAST_PERIODS) return { ...without, reason: 'too-few-periods' }

  const slopes = { treated: [] as number[], comparison: [] as number[] }
  let largest = 0
  for (const { treated, values } of panel.sites) {
    const slope = slopeOf(values.slice(0, periods))
    if (slope !== null) slopes[treated ? 'treated' : 'comparison'].push(slope)
    for (const value of values) largest = Math.max(largest, Math.abs(value ?? 0))
  }
  const { treated, comparison } = slopes
  if (treated.length === 0 || comparison.length === 0 || treated.length + comparison.length < 3)
    return { ...without, reason: 'too-few-sites' }

  const resolution = 16 * Number.EPSILON * largest
  const difference = inferEffect(treated, comparison, { confidence, seed, resolution })
  const isBlind = !isRejected(difference.smallestPossibleP ?? 0, LEVEL)
  // From the middle of 0..since - 1 to the middle of since..all - 1 is half of all periods.
  const times = (slope: number | null) => (slope === null ? null : (slope * all) / 2)
  return {
    parallel: isBlind ? null : !isRejected(difference.pValue, LEVEL),
    reason: isBlind ? 'smallest-p-above-level' : null,
    periods,
    treatedSlope: momentsOf(treated).mean,
    comparisonSlope: momentsOf(comparison).mean,
    difference,
    impliedBias: {
      estimate: (difference.estimate * all) / 2,
      low: times(difference.low),
      high: times(difference.high),
    },
  }
}

/** Least squares over the periods that have a value, in unit per period; null for fewer than 3 of them. */
function slopeOf(values: readonly (number | null)[]): number | null {
  const points = values.flatMap((value, period) => (value === null ? [] : [{ period, value }]))
  if (points.length < LEAST_PERIODS) return null
  const centre = momentsOf(points.map(({ period }) => period))
  const level = momentsOf(points.map(({ value }) => value)).mean
  const together = points.reduce((sum, point) => sum + (point.period - centre.mean) * (point.value - level), 0)
  return together / centre.sumOfSquares
}
