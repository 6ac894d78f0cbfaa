import type { EffectPrior } from './fit-prior.ts'
import type { TrialEffect } from './trial-effect.ts'

/** What to believe of one true effect once its trial is in, and how that hangs on the prior. */
export interface PosteriorEffect {
  mean: number
  variance: number
  /** How far the mean moves with the prior's mean: the share by which it is shrunk, for the normal prior. */
  perMean: number
  /** How far it moves with the prior's variance. */
  perVariance: number
}

/** Beyond this the weight of the precision has fallen below any digit, as a logarithm. */
const NOTHING = 40

/**
 * The true effect's posterior under a normal or t prior with its mean and variance taken as known.
 *
 * The t prior is a normal one whose precision is a gamma draw; the sum over the logarithm of that draw is a trapezoid of a
 * smooth function that vanishes at both ends, exact to about 1e-13.
 *
 * @see Carlin & Louis (2009), Bayesian Methods for Data Analysis, section 2.3; West (1984), JRSS B 46, 431-439.
 */
export function posteriorEffect(effect: TrialEffect, prior: EffectPrior): PosteriorEffect {
  if (prior.degreesOfFreedom === null || prior.variance === 0)
    return normalPosterior(effect, prior.mean, prior.variance)
  const half = prior.degreesOfFreedom / 2
  const perPrecision = (half - 1) / half
  const parts: (PosteriorEffect & { weight: number; slopeMean: number; slopeVariance: number })[] = []
  let largest = Number.NEGATIVE_INFINITY
  // The further out an effect lies, the wider the prior must have been there.
  const farther = Math.log(Math.max(1, (effect.estimate - prior.mean) ** 2 / prior.variance))
  const low = -NOTHING / half - Math.sqrt((2 * NOTHING) / half) - farther
  const high = Math.min(Math.sqrt((2 * NOTHING) / half), Math.log(NOTHING / half + 4) + 1)
  const step = Math.min(0.2, 0.6 / Math.sqrt(half))
  for (let u = low; u <= high; u += step) {
    const stretch = perPrecision * Math.exp(-u)
    const part = normalPosterior(effect, prior.mean, prior.variance * stretch)
    const spread = effect.standardError ** 2 + prior.variance * stretch
    const distance = (effect.estimate - prior.mean) / Math.sqrt(spread)
    const weight = half * (u - Math.exp(u)) - 0.5 * (distance ** 2 + Math.log(spread))
    largest = Math.max(largest, weight)
    const slopeMean = distance / Math.sqrt(spread)
    const slopeVariance = ((distance ** 2 - 1) / spread / 2) * stretch
    parts.push({ ...part, perVariance: part.perVariance * stretch, weight, slopeMean, slopeVariance })
  }
  const total = parts.reduce((sum, { weight }) => sum + Math.exp(weight - largest), 0)
  const average = (of: (part: (typeof parts)[number]) => number) =>
    parts.reduce((sum, part) => sum + (Math.exp(part.weight - largest) / total) * of(part), 0)
  const mean = average((part) => part.mean)
  return {
    mean,
    variance: average((part) => part.variance + (part.mean - mean) ** 2),
    perMean: average((part) => part.perMean + (part.mean - mean) * part.slopeMean),
    perVariance: average((part) => part.perVariance + (part.mean - mean) * part.slopeVariance),
  }
}

function normalPosterior({ estimate, standardError }: TrialEffect, mean: number, variance: number): PosteriorEffect {
  const spread = standardError ** 2 + variance
  const shrinkage = standardError ** 2 / spread
  return {
    mean: mean + (1 - shrinkage) * (estimate - mean),
    variance: variance * shrinkage,
    perMean: shrinkage,
    perVariance: (shrinkage * (estimate - mean)) / spread,
  }
}
