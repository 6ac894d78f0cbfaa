import { betweenVariance } from './between-variance.ts'
import { checkEffects, type TrialEffect } from './trial-effect.ts'
import { weightedMean } from './weighted-mean.ts'

/** How the true effects of an organisation's changes are spread, before one of them is tried. */
export interface EffectPrior {
  /** `t`: most changes do little, a few do much. */
  family: 'normal' | 't'
  mean: number
  /** Of the true effects, in their unit squared. */
  variance: number
  /** Of the t distribution, more than 2; null for the normal. */
  degreesOfFreedom: number | null
  /** `portfolio`: fitted to the results. `stated`: the weak prior that the caller named, because results are too few. */
  from: 'portfolio' | 'stated'
  /** How uncertain the fitted mean and variance are, as variances; 0 where they were given. */
  varianceOfMean: number
  varianceOfVariance: number
  /** `few-effects`: fewer than 10. `no-spread`: chance alone explains how the results differ. */
  reason: 'few-effects' | 'no-spread' | null
}

export interface PriorOptions {
  /**
   * What to believe while there are fewer than 10 results: decided, and written down, before they are in. For relative
   * effects of small changes `{ mean: 0, standardDeviation: 0.1 }` is a cautious start (one change in three moves its
   * metric by more than 10 %).
   */
  weakPrior: { mean: number; standardDeviation: number }
  /** Default `normal`. */
  family?: 'normal' | 't'
  /** Of the t distribution, more than 2, default 4. */
  degreesOfFreedom?: number
  /** The mean of the true effects; default: fitted. 0 for "most changes do nothing". */
  mean?: number | null
  /** The smallest variance of true effects to believe in, in their unit squared, default 0. */
  floor?: number
}

/** Below this many results, their spread says too little. */
const FEW_EFFECTS = 10

/**
 * The distribution of true effects, fitted to an organisation's own results by moments; the stated weak prior while there
 * are fewer than 10.
 *
 * With all results, shipped or not: fitted to the winners alone it believes in winners. A variance of 0 shrinks every
 * effect wholly to the mean; `reason` is then `no-spread`, and the uncertain variance stays in every interval.
 *
 * @throws {RangeError} when a standard error or the weak prior's standard deviation is not positive, the floor is
 *   negative, or the degrees of freedom are not more than 2.
 * @see Efron & Morris (1973), JASA 68, 117-130; Morris (1983), JASA 78, 47-55; Paule & Mandel (1982); Azevedo et al.
 *   (2020), Journal of Political Economy 128, 4614-4672 (fat tails).
 */
export function fitPrior(
  effects: readonly TrialEffect[],
  { weakPrior, family = 'normal', degreesOfFreedom = 4, mean = null, floor = 0 }: PriorOptions,
): EffectPrior {
  checkEffects(effects)
  if (!(weakPrior.standardDeviation > 0 && Number.isFinite(weakPrior.mean)))
    throw new RangeError(`weakPrior needs a positive standardDeviation, got ${weakPrior.standardDeviation}`)
  if (!(floor >= 0)) throw new RangeError(`floor must be at least 0, got ${floor}`)
  if (!(degreesOfFreedom > 2)) throw new RangeError(`degreesOfFreedom must be more than 2, got ${degreesOfFreedom}`)
  const shape = { family, degreesOfFreedom: family === 't' ? degreesOfFreedom : null }
  const count = effects.length
  if (count < FEW_EFFECTS)
    return {
      ...shape,
      mean: weakPrior.mean,
      variance: weakPrior.standardDeviation ** 2,
      from: 'stated',
      varianceOfMean: 0,
      varianceOfVariance: 0,
      reason: 'few-effects',
    }
  const fitted = betweenVariance(effects, 'paule-mandel', mean)
  const variance = Math.max(floor, fitted)
  const weighted = weightedMean(effects, variance, mean)
  return {
    ...shape,
    mean: weighted.mean,
    variance,
    from: 'portfolio',
    varianceOfMean: mean === null ? 1 / weighted.sum : 0,
    // Large-sample variance of the fit, made larger for few effects as Morris does for equal standard errors.
    varianceOfVariance: ((2 / weighted.sumOfSquares) * count) / (count - 3),
    reason: fitted === 0 ? 'no-spread' : null,
  }
}
