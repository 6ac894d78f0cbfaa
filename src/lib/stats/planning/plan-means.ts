import { powerOfEffect } from './power-of-effect.ts'
import { requireWhole } from './require-whole.ts'
import { type PlanAnswer, type PlanQuestion, solvePlan } from './solve-plan.ts'

export interface MeansPlan extends PlanQuestion {
  /** Of one unit's value, in the metric's unit, positive. */
  standardDeviation: number
  /** Comparison units for each treated one, positive, default 1. */
  ratio?: number
  /** Of a unit's value with its own value before the start (CUPED), in (-1, 1), default 0. */
  correlation?: number
  /** Degrees of freedom that strata or covariates take, default 0 (1 where there is a correlation). */
  degreesLost?: number
}

export interface MeansPlanAnswer extends PlanAnswer {
  /** Whole units in each group; null when no size would do. */
  treated: number | null
  comparison: number | null
  /** Both together. */
  total: number | null
}

/**
 * How many units, or which effect, or which chance to find it, when the means of two groups of independent units are
 * compared by a t test. Size: treated units.
 *
 * Exact for normal values of equal spread (noncentral t), and close for others from about 30 units a group. A known
 * correlation with the time before shrinks the variance by 1 - correlation^2. Totals per customer and other long-tailed
 * values: from several hundred units. For units that come in groups, `planClusters`; for ratios of sums, `ratioDeviation`
 * first.
 *
 * @throws {RangeError} when the standard deviation, the ratio or the question is impossible.
 * @see Chow, Shao, Wang & Lokhnygina (2017), Sample Size Calculations in Clinical Research, section 3.2; Deng et al.
 *   (2013), WSDM, equation 5 (CUPED).
 */
export function planMeans({
  standardDeviation,
  ratio = 1,
  correlation = 0,
  degreesLost = correlation === 0 ? 0 : 1,
  ...question
}: MeansPlan): MeansPlanAnswer {
  if (!(standardDeviation > 0 && standardDeviation < Number.POSITIVE_INFINITY))
    throw new RangeError(`standardDeviation must be positive, got ${standardDeviation}`)
  if (!(ratio > 0 && ratio < Number.POSITIVE_INFINITY)) throw new RangeError(`ratio must be positive, got ${ratio}`)
  if (!(Math.abs(correlation) < 1)) throw new RangeError(`correlation must be in (-1, 1), got ${correlation}`)
  requireWhole({ degreesLost: [degreesLost, 0] })
  const deviation = standardDeviation * Math.sqrt((1 - correlation) * (1 + correlation))
  const powerAt = (effect: number, size: number) => {
    const standardError = deviation * Math.sqrt((1 + 1 / ratio) / size)
    return powerOfEffect(effect, standardError, size * (1 + ratio) - 2 - degreesLost, question)
  }
  // A t test needs a unit in each group and a degree of freedom.
  const leastSize = Math.max(1, 1 / ratio, (2.5 + degreesLost) / (1 + ratio))
  const answer = solvePlan(question, powerAt, { leastSize, startEffect: deviation * Math.sign(question.effect ?? 1) })
  const { size } = answer
  if (size === null) return { ...answer, treated: null, comparison: null, total: null }
  const comparison = Math.ceil(size * ratio * (1 - 1e-12))
  return { ...answer, treated: size, comparison, total: size + comparison }
}
