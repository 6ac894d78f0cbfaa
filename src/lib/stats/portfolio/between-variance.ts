import { findRoot } from '../numeric/find-root.ts'
import { momentsOf } from '../numeric/moments.ts'
import { checkEffects, type TrialEffect } from './trial-effect.ts'
import { weightedMean } from './weighted-mean.ts'

/**
 * `reml`: restricted maximum likelihood, the best all-rounder. `dersimonian-laird`: moments, in closed form.
 * `paule-mandel`: moments solved exactly, which is also the empirical-Bayes estimate of a normal prior's variance.
 */
export type BetweenVarianceMethod = 'reml' | 'dersimonian-laird' | 'paule-mandel'

/**
 * How much the true effects themselves differ: their variance (tau squared), in the unit of the effects squared.
 *
 * At least 0; 0 means that chance alone explains the scatter, not that the effects are equal. From fewer than about ten
 * effects it is a rough guess, and from one there is none (0). REML is searched over the whole range, so that of two
 * maxima the higher one is found; relative accuracy about 1e-10.
 *
 * @param effects Independent of each other; at least one.
 * @param mean The mean of the true effects, where it is known (`paule-mandel` only); default: estimated.
 * @throws {RangeError} when there are no effects, a standard error is not positive, or a mean is given to another method.
 * @see DerSimonian & Laird (1986), Controlled Clinical Trials 7, 177-188; Paule & Mandel (1982), J. Res. NBS 87,
 *   377-385; Viechtbauer (2005), J. Educational and Behavioral Statistics 30, 261-293 (REML).
 */
export function betweenVariance(
  effects: readonly TrialEffect[],
  method: BetweenVarianceMethod = 'reml',
  mean: number | null = null,
): number {
  checkEffects(effects)
  if (effects.length === 0) throw new RangeError('there must be at least one effect')
  if (mean !== null && method !== 'paule-mandel') throw new RangeError(`a known mean needs paule-mandel, got ${method}`)
  if (effects.length === 1 && mean === null) return 0
  // In units of the median standard error, about zero: the search is then the same for every unit of the effects.
  const unit = medianOf(effects.map(({ standardError }) => standardError))
  const centre = mean ?? momentsOf(effects.map(({ estimate }) => estimate)).mean
  const scaled = effects.map(({ estimate, standardError }) => ({
    estimate: (estimate - centre) / unit,
    standardError: standardError / unit,
  }))
  const largest = Math.max(...scaled.map(({ estimate, standardError }) => (Math.abs(estimate) + standardError) ** 2))
  const found = { reml, 'dersimonian-laird': derSimonianLaird, 'paule-mandel': pauleMandel }[method]
  return found(scaled, largest, mean !== null) * unit * unit
}

function derSimonianLaird(effects: readonly TrialEffect[]): number {
  const { sum, sumOfSquares, q } = weightedMean(effects, 0)
  return Math.max(0, (q - (effects.length - 1)) / (sum - sumOfSquares / sum))
}

/** Where the weighted scatter is what it should be: its degrees of freedom. The scatter falls as the variance grows. */
function pauleMandel(effects: readonly TrialEffect[], largest: number, isMeanKnown: boolean): number {
  const freedom = effects.length - (isMeanKnown ? 0 : 1)
  const excess = (variance: number) => weightedMean(effects, variance, isMeanKnown ? 0 : null).q - freedom
  if (excess(0) <= 0) return 0
  let high = largest
  while (excess(high) > 0) high *= 4
  return findRoot(excess, 0, high) ?? 0
}

const STEPS = 60

function reml(effects: readonly TrialEffect[], largest: number): number {
  // The likelihood can have two maxima: the highest of a grid first, then the root of the slope beside it.
  const grid = [
    0,
    ...Array.from({ length: STEPS + 1 }, (_, step) => 4 * largest * 10 ** ((-8 * (STEPS - step)) / STEPS)),
  ]
  const heights = grid.map((variance) => logLikelihood(effects, variance))
  const best = heights.indexOf(Math.max(...heights))
  const [low, high] = [grid[best - 1] ?? 0, grid[best + 1] ?? grid[best] ?? 0]
  const slope = (variance: number) => slopeOf(effects, variance)
  return slope(low) <= 0 ? low : slope(high) >= 0 ? high : (findRoot(slope, low, high) ?? low)
}

function logLikelihood(effects: readonly TrialEffect[], variance: number): number {
  const { sum, q } = weightedMean(effects, variance)
  const spread = effects.reduce((total, { standardError }) => total + Math.log(standardError ** 2 + variance), 0)
  return -0.5 * (spread + Math.log(sum) + q)
}

function slopeOf(effects: readonly TrialEffect[], variance: number): number {
  const { mean, sum, sumOfSquares } = weightedMean(effects, variance)
  const scatter = effects.reduce(
    (total, { estimate, standardError }) => total + ((estimate - mean) / (standardError ** 2 + variance)) ** 2,
    0,
  )
  return scatter - (sum - sumOfSquares / sum)
}

function medianOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 1
}
