import { leastSquares } from '../numeric/least-squares.ts'
import { matrixFrom } from '../numeric/matrix.ts'
import { powerOfEffect } from './power-of-effect.ts'
import { requireWhole } from './require-whole.ts'
import { type PlanAnswer, type PlanQuestion, solvePlan } from './solve-plan.ts'

export interface SeriesPlan extends PlanQuestion {
  /** Of one point about trend and season, in the metric's unit, positive. */
  standardDeviation: number
  /** Of neighbouring points about trend and season, in (-1, 1). */
  autocorrelation: number
  /** Whole points before the change. */
  before: number
  /** Whether the slope may change too, default true. False: a step only, far more precise, and wrong if it drifts. */
  slopeChange?: boolean
  /** What the effect is: the step at the start (`level`), or the mean effect over the points after (`average`, default). */
  effectOf?: 'level' | 'average'
  /** Points in a season and how many waves of it are fitted, default none. */
  season?: { points: number; waves: number }
}

export interface SeriesPlanAnswer extends PlanAnswer<'too-few-points'> {
  /** Of the effect; null when no size would do. */
  standardError: number | null
  degreesOfFreedom: number | null
}

/** With fewer points on a side, a series describes and does not test. */
const LEAST_POINTS = 8

/**
 * How many points after the change, or which effect, or which chance to find it, in one series with its trend before and
 * after it (interrupted time series). Size: points after.
 *
 * As if the autocorrelation were known: with fewer than about 25 points it is not, and the true power is some points lower.
 * `too-few-points`: fewer than 8 on a side. More points after do not make up for few before: the trend before is carried
 * on over all of them.
 *
 * @throws {RangeError} when the spread, the points or the question is impossible.
 * @see Wagner et al. (2002), J. Clinical Pharmacy and Therapeutics 27, 299-309; Zhang, Wagner & Ross-Degnan (2011),
 *   J. Clinical Epidemiology 64, 1252-1261 (power); Liu et al. (2020), BMC Med. Res. Methodology 20, 4.
 */
export function planSeries(plan: SeriesPlan): SeriesPlanAnswer {
  const { standardDeviation, autocorrelation, before, slopeChange = true, season } = plan
  if (!(standardDeviation > 0 && standardDeviation < Number.POSITIVE_INFINITY))
    throw new RangeError(`standardDeviation must be positive, got ${standardDeviation}`)
  if (!(Math.abs(autocorrelation) < 1))
    throw new RangeError(`autocorrelation must be in (-1, 1), got ${autocorrelation}`)
  requireWhole({ before: [before, 2] })
  if (season && !(season.points >= 2 && Number.isInteger(season.waves) && 2 * season.waves < season.points))
    throw new RangeError(`season must have more points than twice its waves, got ${season.points} and ${season.waves}`)
  const columns = 3 + (slopeChange ? 1 : 0) + 2 * (season?.waves ?? 0)
  const factors = new Map<number, number>()
  const errorAt = (after: number) => {
    const known = factors.get(after) ?? errorFactor(plan, after)
    factors.set(after, known)
    return standardDeviation * known
  }
  const powerAt = (effect: number, after: number) =>
    powerOfEffect(effect, errorAt(after), before + after - columns, plan)
  const answer = solvePlan(plan, powerAt, {
    leastSize: Math.max(slopeChange ? 2 : 1, columns + 1 - before),
    mostSize: 2_000,
    divisible: false,
    startEffect: standardDeviation * Math.sign(plan.effect ?? 1),
  })
  const { size } = answer
  if (size === null) return { ...answer, standardError: null, degreesOfFreedom: null }
  return {
    ...answer,
    standardError: errorAt(size),
    degreesOfFreedom: before + size - columns,
    reason: answer.reason ?? (Math.min(before, size) < LEAST_POINTS ? 'too-few-points' : null),
  }
}

/** The standard error of the effect for points of variance 1: generalised least squares, by Prais and Winsten's rotation. */
function errorFactor(
  { autocorrelation, before, slopeChange = true, effectOf = 'average', season }: SeriesPlan,
  after: number,
): number {
  // The slope's change is centred on the points after, so that the step's coefficient is the average effect itself.
  const centre = effectOf === 'average' ? (after - 1) / 2 : 0
  const rows = Array.from({ length: before + after }, (_, t) => {
    const isAfter = t >= before
    const row = [isAfter ? 1 : 0, 1, (t - before) / (before + after)]
    if (slopeChange) row.push(isAfter ? (t - before - centre) / (before + after) : 0)
    for (let wave = 1; wave <= (season?.waves ?? 0); wave++) {
      const angle = (2 * Math.PI * wave * t) / (season?.points ?? 1)
      row.push(Math.sin(angle), Math.cos(angle))
    }
    return row
  })
  const fresh = Math.sqrt((1 - autocorrelation) * (1 + autocorrelation))
  const rotated = rows.map((row, t) => {
    const previous = rows[t - 1]
    return previous ? row.map((value, k) => (value - autocorrelation * (previous[k] ?? 0)) / fresh) : row
  })
  // The step last: least squares drops later columns first, and a step that others determine has no standard error.
  const turned = rotated.map(([step = 0, ...others]) => [...others, step])
  const { inverse, dropped } = leastSquares(matrixFrom(turned), new Float64Array(rows.length))
  if (dropped.length > 0) throw new RangeError('these points cannot tell the step from trend and season')
  return Math.sqrt(inverse.values[inverse.values.length - 1] ?? 0)
}
