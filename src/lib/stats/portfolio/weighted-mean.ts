import type { TrialEffect } from './trial-effect.ts'

export interface WeightedMean {
  mean: number
  /** Of the weights, in the unit of the effects to the power -2: 1 over the variance of the mean. */
  sum: number
  /** Of the squared weights. */
  sumOfSquares: number
  /** Weighted squares of the distances from the mean: Cochran's Q when `variance` is 0. */
  q: number
}

/**
 * The mean of the effects, each weighted by 1 over its variance plus `variance` (how much true effects differ).
 *
 * @param known The mean, where it is known: then `q` is taken about it.
 */
export function weightedMean(
  effects: readonly TrialEffect[],
  variance: number,
  known: number | null = null,
): WeightedMean {
  let [sum, sumOfSquares, mean] = [0, 0, 0]
  for (const { estimate, standardError } of effects) {
    const weight = 1 / (standardError ** 2 + variance)
    sum += weight
    sumOfSquares += weight * weight
    mean += (weight / sum) * (estimate - mean)
  }
  const about = known ?? mean
  const q = effects.reduce(
    (total, { estimate, standardError }) => total + (estimate - about) ** 2 / (standardError ** 2 + variance),
    0,
  )
  return { mean: about, sum, sumOfSquares, q }
}
