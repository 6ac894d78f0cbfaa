import { normalQuantile } from '../distribution/normal.ts'
import { requireConfidence } from '../numeric/require-confidence.ts'
import { type EffectPrior, fitPrior, type PriorOptions } from './fit-prior.ts'
import { posteriorEffect } from './posterior-effect.ts'
import type { TrialEffect } from './trial-effect.ts'

export interface ShrunkEffect {
  /** As the trial reported it, before shrinkage. */
  raw: number
  /** What to expect of it, in the same unit. */
  estimate: number
  standardError: number
  low: number
  high: number
}

export interface ShrunkPortfolio {
  /** How true effects are spread, and where that came from; its `reason` is the warning to show. */
  prior: EffectPrior
  /** In the order given. */
  effects: ShrunkEffect[]
  /** Of the shipped effects: what they are worth together, beside the raw sum that overstates it. */
  sum: ShrunkEffect & { count: number }
  /** Of the intervals, in (0, 1). */
  confidence: number
}

/**
 * What each trial's effect, and the shipped ones together, can be believed to be, given how all trials of the
 * organisation turned out (empirical Bayes).
 *
 * Give all trials, the ones that were not shipped too. Under the prior, choosing the best does not bias the shrunk effects:
 * their sum is credible where the sum of raw winners is not. Intervals count how uncertain the fitted prior is (to first
 * order) and are normal. Effects must share a unit; for shares of one metric use `compoundEffects` on the shrunk ones.
 *
 * Where true effects spread by less than half of their errors, the prior is hard to see: the sum holds, but the interval of a
 * single effect held in 84 to 93 % at 95 % (40 and 200 trials, 400 portfolios each).
 *
 * Not for effects that are alike by design (several trials of one change: `metaAnalysis`).
 *
 * @param effects `shipped` (default true): whether it counts in the sum.
 * @throws {RangeError} when a standard error is not positive, the confidence is outside (0, 1), or as `fitPrior`.
 * @see Efron & Morris (1973); Morris (1983), JASA 78, 47-55, equation 1.17; van Zwet & Gelman (2022), American
 *   Statistician 76, 1-9.
 */
export function shrinkEffects(
  effects: readonly (TrialEffect & { shipped?: boolean })[],
  { confidence = 0.95, ...options }: PriorOptions & { confidence?: number },
): ShrunkPortfolio {
  requireConfidence(confidence)
  const prior = fitPrior(effects, options)
  const z = normalQuantile((1 + confidence) / 2)
  const together = { raw: 0, mean: 0, variance: 0, perMean: 0, perVariance: 0, count: 0 }
  const read = (raw: number, mean: number, variance: number, perMean: number, perVariance: number): ShrunkEffect => {
    const ofPrior = perMean ** 2 * prior.varianceOfMean + perVariance ** 2 * prior.varianceOfVariance
    const standardError = Math.sqrt(variance + ofPrior)
    return { raw, estimate: mean, standardError, low: mean - z * standardError, high: mean + z * standardError }
  }
  const shrunk = effects.map((effect) => {
    const { mean, variance, perMean, perVariance } = posteriorEffect(effect, prior)
    if (effect.shipped ?? true) {
      together.raw += effect.estimate
      together.mean += mean
      together.variance += variance
      together.perMean += perMean
      together.perVariance += perVariance
      together.count += 1
    }
    return read(effect.estimate, mean, variance, perMean, perVariance)
  })
  const { raw, mean, variance, perMean, perVariance, count } = together
  return { prior, effects: shrunk, sum: { ...read(raw, mean, variance, perMean, perVariance), count }, confidence }
}
