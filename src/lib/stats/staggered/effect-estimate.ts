import { normalQuantile, normalUpperTail } from '../distribution/normal.ts'
import { studentTQuantile, studentTTwoSided } from '../distribution/student-t.ts'

/** `small-sample`: unbiased variances and t. `large-sample`: as published, divisor n and normal. */
export type ErrorKind = 'small-sample' | 'large-sample'

export interface EffectEstimate {
  /** In the unit of the values. */
  estimate: number
  /** Null when `reason` is `one-unit`. */
  standardError: number | null
  /** Null for `large-sample`, and without a standard error. */
  degreesOfFreedom: number | null
  /** The interval for this effect alone; null (both) when `reason` says why. */
  low: number | null
  high: number | null
  /** The interval that holds for all effects of the table at once; null (both) when not asked for, or no `low`. */
  bandLow: number | null
  bandHigh: number | null
  /** Two-sided, against no effect; null when `reason` says why. */
  pValue: number | null
  /** `one-unit`: a single unit stands for a group, its chance cannot be told. `no-variation`: nothing varies. */
  reason: 'one-unit' | 'no-variation' | null
}

/** How far each unit moves an estimate: the estimate's error is the mean of these. */
export interface Influence {
  estimate: number
  /** One per unit, in the unit of the values. */
  influence: number[]
  /** Null for `large-sample`. */
  degreesOfFreedom: number | null
  hasOneUnit: boolean
}

/** Standard error from influence values: the root of their sum of squares, over their number. */
export function errorOf(influence: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < influence.length; i++) sum += (influence[i] as number) ** 2
  return Math.sqrt(sum) / influence.length
}

/**
 * Estimates with standard errors, intervals and p-values, from their influence values.
 *
 * @param critical How many standard errors the simultaneous band reaches in large samples; null for no band.
 */
export function estimatesFrom(
  effects: readonly Influence[],
  { confidence, resolution, critical }: { confidence: number; resolution: number; critical: number | null },
): EffectEstimate[] {
  return effects.map(({ estimate, influence, degreesOfFreedom, hasOneUnit }) => {
    const none = { low: null, high: null, bandLow: null, bandHigh: null, pValue: null }
    if (hasOneUnit) return { estimate, standardError: null, degreesOfFreedom: null, ...none, reason: 'one-unit' }
    const standardError = errorOf(influence)
    if (standardError <= resolution)
      return { estimate, standardError: 0, degreesOfFreedom: null, ...none, reason: 'no-variation' }
    const reach = quantile((1 - confidence) / 2, degreesOfFreedom) * standardError
    // A band as unlikely in t as it is in the normal distribution: wider where there are few units.
    const bandReach = critical === null ? null : quantile(normalUpperTail(critical), degreesOfFreedom) * standardError
    const statistic = estimate / standardError
    return {
      estimate,
      standardError,
      degreesOfFreedom,
      low: estimate - reach,
      high: estimate + reach,
      bandLow: bandReach === null ? null : estimate - bandReach,
      bandHigh: bandReach === null ? null : estimate + bandReach,
      pValue:
        degreesOfFreedom === null
          ? 2 * normalUpperTail(Math.abs(statistic))
          : studentTTwoSided(statistic, degreesOfFreedom),
      reason: null,
    }
  })
}

function quantile(upperTail: number, degreesOfFreedom: number | null): number {
  return degreesOfFreedom === null ? -normalQuantile(upperTail) : -studentTQuantile(upperTail, degreesOfFreedom)
}
