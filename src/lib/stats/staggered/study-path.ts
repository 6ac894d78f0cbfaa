import { normalQuantile } from '../distribution/normal.ts'
import { studentTQuantile } from '../distribution/student-t.ts'
import { dot, type Matrix, matrixFrom, multiplyVector } from '../numeric/matrix.ts'
import { requireConfidence } from '../numeric/require-confidence.ts'
import type { EventStudy } from './event-study.ts'

/** Why trends cannot be judged. `gap-in-periods`: times are not consecutive. `no-variation`: the variance is 0. */
export type TrendReason = 'no-periods-after' | 'too-few-periods-before' | 'gap-in-periods' | 'no-variation'

export interface TrendOptions {
  /** How the times from 0 on are put together, in their order; default: their mean. */
  weights?: readonly number[]
  /** Long-run coverage in (0, 1), default 0.95. */
  confidence?: number
}

/** A checked event study: its parts before and after the start, and the number that is asked for. */
export interface StudyPath {
  /** How many times lie before the start, without the reference. */
  before: number
  /** Over all times: 0 before the start, the weights after it. */
  weights: number[]
  /** `weights` of the times from 0 on. */
  after: number[]
  estimate: number
  covariance: Matrix
}

/** @throws {RangeError} when sizes do not fit, a number is not finite, or the confidence is outside (0, 1). */
export function studyPath(
  { times, estimates, covariance }: EventStudy,
  { weights, confidence = 0.95 }: TrendOptions,
  leastBefore: number,
): StudyPath | TrendReason {
  requireConfidence(confidence)
  const count = times.filter((time) => time >= 0).length
  const before = times.length - count
  const after = weights ? [...weights] : Array<number>(count).fill(1 / count)
  if (after.length !== count) throw new RangeError(`weights must have ${count} values, got ${after.length}`)
  if (estimates.length !== times.length || covariance.length !== times.length)
    throw new RangeError(`estimates and covariance must have ${times.length} values`)
  if (times.some((time) => !Number.isInteger(time) || time === -1))
    throw new RangeError('times must be whole numbers, without the reference -1')
  const matrix = matrixFrom(covariance)
  if (count === 0) return 'no-periods-after'
  if (before < leastBefore) return 'too-few-periods-before'
  const expected = Array.from({ length: times.length }, (_, i) => (i < before ? i - before - 1 : i - before))
  if (expected.some((time, i) => times[i] !== time)) return 'gap-in-periods'
  const all = [...Array<number>(before).fill(0), ...after]
  return { before, weights: all, after, estimate: dot(all, estimates), covariance: matrix }
}

/** The standard error of a weighted sum of the study's estimates. */
export function errorOfSum(covariance: Matrix, weights: readonly number[]): number {
  return Math.sqrt(Math.max(0, dot(weights, multiplyVector(covariance, weights))))
}

/** The steps between the groups from one period to the next before the start, as weights over the estimates. */
export function stepsBefore({ before, weights }: StudyPath): number[][] {
  // The last step leads to the reference, whose effect is 0 by construction.
  return Array.from({ length: before }, (_, i) =>
    weights.map((__, k) => (k === i ? -1 : k === i + 1 && i + 1 < before ? 1 : 0)),
  )
}

/** By how much the effect asked for may be off, for steps of size 1 after the start: one moves all later periods with it. */
export function reachOfSteps({ after }: StudyPath): number {
  return after.reduce((sum, _, k) => sum + Math.abs(after.slice(k).reduce((a, b) => a + b, 0)), 0)
}

/** @throws {RangeError} when one is negative or not finite. */
export function requireMagnitudes(magnitudes: readonly number[]): void {
  for (const magnitude of magnitudes)
    if (!(magnitude >= 0 && magnitude < Number.POSITIVE_INFINITY))
      throw new RangeError(`magnitudes must be at least 0, got ${magnitude}`)
}

/** The quantile with this upper tail: t where there are degrees of freedom, else normal. */
export function upperQuantile(tail: number, degreesOfFreedom: number | null): number {
  return degreesOfFreedom === null ? -normalQuantile(tail) : -studentTQuantile(tail, degreesOfFreedom)
}
