import { normalQuantile } from '../distribution/normal.ts'
import { addMultiple, dot, multiplyVector } from '../numeric/matrix.ts'
import { type BendProblem, bendProblem } from './bend-problem.ts'
import { breakdownOf } from './breakdown-of.ts'
import type { EventStudy } from './event-study.ts'
import { lassoDescent } from './lasso-descent.ts'
import { shiftedQuantile } from './shifted-quantile.ts'
import {
  errorOfSum,
  type StudyPath,
  studyPath,
  type TrendOptions,
  type TrendReason,
  upperQuantile,
} from './study-path.ts'

export interface SmoothTrends {
  /** One interval per bend, in their order. At bend 0 the trend before the start is carried on as a straight line. */
  intervals: SmoothInterval[]
  /** The largest bend (within a relative 1e-4) at which the interval excludes no effect; null: none does at 0, or not asked. */
  breakdown: number | null
  /** `too-few-units`: the weights would have more freedom than the covariance. */
  reason: TrendReason | 'too-few-units' | null
}

export interface SmoothOptions extends TrendOptions {
  /** Whether to look for `breakdown`, which takes some fifty intervals: seconds with a hundred periods. Default true. */
  withBreakdown?: boolean
}

export interface SmoothInterval {
  bend: number
  /** The middle: the effect less what the periods before the start say of the trend, in the unit of the values. */
  estimate: number
  standardError: number
  /** The largest bias that the bend allows this estimate, in the unit. */
  largestBias: number
  low: number
  high: number
}

/**
 * What remains of an effect if the groups drift apart along a line whose slope may change by up to `bend` a period.
 *
 * The shortest interval of fixed length: the straight line through the periods before the start is taken off, weighted
 * so that error and worst bias together are smallest; the half-length is the standard error times the quantile of
 * a shifted normal distribution. The weights depend on the variances alone, never on the estimates. With degrees of
 * freedom, errors are stretched for the t distribution and for weights fitted to an estimated covariance; without, the
 * covariance counts as known.
 *
 * @param bends Change of slope a period, in the unit of the values, at least 0 each; default: 0 alone.
 * @throws {RangeError} when the study is malformed, or a bend is negative or not finite.
 * @see Rambachan & Roth (2023), Review of Economic Studies 90, section 3.2 (restriction 2.4.2); Armstrong & Kolesár (2018),
 *   Econometrica 86, 655-683. Computed as a lasso: in the weights' double sums, the worst bias is a sum of sizes.
 */
export function smoothTrends(
  study: EventStudy,
  bends: readonly number[] = [0],
  options: SmoothOptions = {},
): SmoothTrends {
  for (const bend of bends)
    if (!(bend >= 0 && bend < Number.POSITIVE_INFINITY)) throw new RangeError(`bends must be at least 0, got ${bend}`)
  const path = studyPath(study, options, 1)
  if (typeof path === 'string') return { intervals: [], breakdown: null, reason: path }
  const level = 1 - (options.confidence ?? 0.95)
  const problem = bendProblem(path)
  const stretch = stretchOf(study.degreesOfFreedom, problem.directions.length, level)
  if (stretch === null) return { intervals: [], breakdown: null, reason: 'too-few-units' }
  const at = (bend: number) => shortestInterval(problem, path, study.estimates, { bend, level, stretch })
  const straight = at(0)
  if (!(straight.standardError > 0)) return { intervals: [], breakdown: null, reason: 'no-variation' }
  const { withBreakdown = true } = options
  return {
    intervals: bends.map((bend) => (bend === 0 ? straight : at(bend))),
    breakdown: withBreakdown ? breakdownOf(at, Math.abs(straight.estimate)) : null,
    reason: null,
  }
}

/**
 * How much wider than the normal interval. Weights fitted to an estimated covariance look better than they are, as in a
 * regression with that many covariates: its residual variance has fewer degrees of freedom, and its answer more variance.
 */
function stretchOf(degreesOfFreedom: number | null, fitted: number, level: number): number | null {
  if (degreesOfFreedom === null) return 1
  const left = degreesOfFreedom - fitted
  if (!(left > 1)) return null
  const shrunk = Math.sqrt((degreesOfFreedom / left) * ((degreesOfFreedom - 1) / (left - 1)))
  return (shrunk * upperQuantile(level / 2, left)) / -normalQuantile(level / 2)
}

function shortestInterval(
  { start, directions, fixed }: BendProblem,
  { covariance }: StudyPath,
  estimates: readonly number[],
  { bend, level, stretch }: { bend: number; level: number; stretch: number },
): SmoothInterval {
  const spread = directions.map((direction) => multiplyVector(covariance, direction))
  const quadratic = directions.map((direction) => spread.map((other) => dot(direction, other)))
  const linear = spread.map((other) => dot(other, start))
  const free = Array<number>(directions.length).fill(0)
  const read = (price: number) => {
    lassoDescent(free, quadratic, linear, price)
    const weights = Float64Array.from(start)
    free.forEach((value, i) => {
      addMultiple(weights, value, directions[i] as number[])
    })
    const standardError = errorOfSum(covariance, [...weights])
    const largestBias = bend * free.reduce((sum, value) => sum + Math.abs(value), fixed)
    const error = stretch * standardError
    const reach = error > 0 ? error * shiftedQuantile(largestBias / error, level) : largestBias
    const estimate = dot(weights, estimates)
    return { bend, estimate, standardError, largestBias, low: estimate - reach, high: estimate + reach, reach }
  }
  // Along the price of bias the half-length falls, then rises; cubed, because what matters lies near 0.
  const most = linear.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0)
  let best = read(0)
  if (bend > 0 && most > 0) {
    const golden = (Math.sqrt(5) - 1) / 2
    let [low, high] = [0, 1]
    let [first, second] = [read(most * (1 - golden) ** 3), read(most * golden ** 3)]
    for (let step = 0; step < 40; step++) {
      for (const each of [first, second]) if (each.reach < best.reach) best = each
      if (first.reach <= second.reach) {
        high = low + golden * (high - low)
        second = first
        first = read(most * (high - golden * (high - low)) ** 3)
      } else {
        low = high - golden * (high - low)
        first = second
        second = read(most * (low + golden * (high - low)) ** 3)
      }
    }
  }
  const { reach: _, ...interval } = best
  return interval
}
