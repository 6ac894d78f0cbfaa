import { normalQuantile, normalUpperTail } from '../distribution/normal.ts'
import { findRoot } from '../numeric/find-root.ts'
import { dot, type Matrix, multiplyVector } from '../numeric/matrix.ts'
import { breakdownOf } from './breakdown-of.ts'
import type { EventStudy } from './event-study.ts'
import {
  errorOfSum,
  reachOfSteps,
  requireMagnitudes,
  stepsBefore,
  studyPath,
  type TrendOptions,
  type TrendReason,
  upperQuantile,
} from './study-path.ts'

export interface HybridMagnitudes {
  /** The effect asked for, if trends were parallel, in the unit of the values; null when `reason` says why. */
  estimate: number | null
  /** One interval per magnitude, in their order; not symmetric about the estimate. */
  intervals: { magnitude: number; low: number; high: number }[]
  /**
   * The largest magnitude (within a relative 1e-4) at which the interval excludes no effect; null when none does at 0, or
   * when all do because no violation was ever possible.
   */
  breakdown: number | null
  reason: TrendReason | null
}

/**
 * What remains of an effect if trends after the start parted by up to `magnitude` times the largest step between the groups
 * before it, by the conditional least-favourable hybrid test: the same question as `relativeMagnitudes`, a narrower answer.
 *
 * One of the steps before the start is the largest, up or down. For each of them in turn, the restriction is a set of
 * inequalities in the estimates' means. They are tested together by the one that looks most violated, given that it is
 * that one; a tenth of the level goes to refusing outright what no inequality would show by chance (by Bonferroni, which
 * keeps the level and needs no draws). The interval is from the lowest to the highest effect that some step lets pass.
 * Where steps before the start are near ties, a pass is easier. With degrees of freedom, errors are stretched for t;
 * without, the covariance counts as known and the level is exact for normal estimates.
 *
 * What the steps after the start may add up to is worked out first, so that inequalities are tested for the effect asked
 * for alone. HonestDiD tests one for every step after the start: the same set in the limit, figures that differ a little.
 *
 * @param magnitudes At least 0 each; default 0, 0.5, 1, 1.5, 2.
 * @throws {RangeError} when the study is malformed, or a magnitude is negative or not finite.
 * @see Rambachan & Roth (2023), Review of Economic Studies 90, sections 2.4.1 and 3.1; Andrews, Roth & Pakes (2023), Review of
 *   Economic Studies 90, 2763-2791, sections 4 and 5.
 */
export function hybridMagnitudes(
  study: EventStudy,
  magnitudes: readonly number[] = [0, 0.5, 1, 1.5, 2],
  options: TrendOptions = {},
): HybridMagnitudes {
  requireMagnitudes(magnitudes)
  const none = { estimate: null, intervals: [], breakdown: null }
  const path = studyPath(study, options, 1)
  if (typeof path === 'string') return { ...none, reason: path }
  const { weights, estimate, covariance } = path
  if (errorOfSum(covariance, weights) === 0) return { ...none, estimate, reason: 'no-variation' }
  const level = 1 - (options.confidence ?? 0.95)
  const stretch = upperQuantile(level / 2, study.degreesOfFreedom) / upperQuantile(level / 2, null)
  const steps = stepsBefore(path)
  const reach = reachOfSteps(path)
  const highest = (direction: number, magnitude: number) => {
    const effect = weights.map((weight) => direction * weight)
    const ends = steps.flatMap((step, s) =>
      [1, -1].map((sign) => {
        const largest = step.map((value) => sign * value)
        const rest = steps.filter((_, j) => j !== s)
        const fixed = [
          largest.map((value) => -value),
          ...rest.flatMap((other) => [
            lessThan(other, largest),
            lessThan(
              other.map((value) => -value),
              largest,
            ),
          ]),
        ]
        return highestPassing({ effect, largest, fixed, room: magnitude * reach }, study.estimates, covariance, {
          level,
          stretch,
        })
      }),
    )
    // The step that was seen to be the largest always lets the estimate itself pass.
    return Math.max(direction * estimate, ...ends.filter((end) => end !== null))
  }
  const at = (magnitude: number) => ({ magnitude, low: -highest(-1, magnitude), high: highest(1, magnitude) })
  return { estimate, intervals: magnitudes.map(at), breakdown: breakdownOf(at, 1), reason: null }
}

interface Restriction {
  /** Weights of the effect over the estimates. */
  effect: readonly number[]
  /** The step before the start that is taken to be the largest, and upwards. */
  largest: readonly number[]
  /** What must have a mean of at most 0 for that. */
  fixed: readonly (readonly number[])[]
  /** How many times the largest step the effect may be off. */
  room: number
}

/** An inequality over its standard error: `value + slope * effect`, and how it goes with the one for too high an effect. */
interface Row {
  value: number
  slope: number
  correlation: number
}

/** The highest effect that passes; null when none does, because this step is not the largest. */
function highestPassing(
  { effect, largest, fixed, room }: Restriction,
  estimates: readonly number[],
  covariance: Matrix,
  { level, stretch }: { level: number; stretch: number },
): number | null {
  // Too high an effect: it lies above the estimate by more than the room. Too low: below it.
  const above = effect.map((weight, i) => -weight - room * (largest[i] as number))
  const below = effect.map((weight, i) => weight - room * (largest[i] as number))
  const origin = dot(above, estimates)
  const error = stretch * errorOfSum(covariance, above)
  const spread = multiplyVector(covariance, above)
  const rows: Row[] = []
  for (const weights of [below, ...fixed]) {
    const slope = weights === below ? -1 : 0
    const value = dot(weights, estimates)
    const own = stretch * errorOfSum(covariance, weights)
    if (own > 0)
      rows.push({
        value: value / own,
        slope: slope / own,
        correlation: error > 0 ? (stretch ** 2 * dot(weights, spread)) / (own * error) : 0,
      })
    else if (slope === 0 && value > 0) return null
  }
  const first = level / 10
  const most = -normalQuantile(first / (rows.length + 1))
  if (rows.some(({ value, slope }) => slope === 0 && value > most)) return null
  // From here on up, "too high" looks most violated.
  const start = Math.max(
    ...[{ value: 0, slope: 0 }, ...rows].map(({ value, slope }) => (value * error - origin) / (1 - slope * error)),
  )
  if (!(error > 0)) return start
  const statisticAt = (at: number) => (origin + at) / error
  if (statisticAt(start) > most) return null
  // How likely a statistic at least as large is, given that it is the largest and was not refused outright.
  const chanceAt = (at: number) => {
    const statistic = statisticAt(at)
    let least = Number.NEGATIVE_INFINITY
    for (const { value, slope, correlation } of rows)
      if (correlation < 1 - 1e-12)
        least = Math.max(least, (value + slope * at - correlation * statistic) / (1 - correlation))
    const [beyond, all] = [normalUpperTail(most), normalUpperTail(Math.min(least, statistic))]
    return all > beyond ? (normalUpperTail(statistic) - beyond) / (all - beyond) : 1
  }
  const second = (level - first) / (1 - first)
  return findRoot((at) => chanceAt(at) - second, start, most * error - origin, { tolerance: 1e-13 }) ?? start
}

function lessThan(smaller: readonly number[], larger: readonly number[]): number[] {
  return smaller.map((value, i) => value - (larger[i] as number))
}
