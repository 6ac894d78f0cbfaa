import { incompleteGammaTails, logGammaKernel } from '../distribution/incomplete-gamma.ts'
import { findCrossing } from '../numeric/find-crossing.ts'
import { normalMixtureScale } from './normal-mixture.ts'

/** `exponential`: noise with a heavier upper tail, bounded only below. `poisson`: counts, or noise bounded above. */
export type GammaMixtureTail = 'exponential' | 'poisson'

export interface GammaMixture {
  readonly tail: GammaMixtureTail
  /** How heavy the tail is, in the unit of the sum: the size of one jump. Positive. */
  readonly jump: number
  /** From `normalMixtureScale` at one side, chosen before the data; in the unit of accumulated variance. */
  readonly scale: number
}

/**
 * The logarithm of the one-sided e-value of a sum whose noise is not normal: sub-exponential or sub-Poisson.
 *
 * `poisson` is right for events counted less their expected number, with variance = expected number and jump 1, or for
 * values at most `jump` above their mean. `exponential` is right for values at least `-jump` from their mean, turned
 * round, with an empirical variance (Howard et al., section 4.2). With a tiny jump both are the normal mixture.
 *
 * @param sum Of the values less their mean under the null hypothesis. For `exponential` above `-variance / jump`.
 * @param variance Accumulated, at least 0.
 * @throws {RangeError} when jump or scale is not positive, or the sum is below what the variance allows.
 * @see Howard, Ramdas, McAuliffe & Sekhon (2021), Annals of Statistics 49, propositions 9 and 10.
 */
export function gammaMixtureLogE(sum: number, variance: number, { tail, jump, scale }: GammaMixture): number {
  if (!(jump > 0 && scale > 0)) throw new RangeError(`jump and scale must be positive, got ${jump} and ${scale}`)
  const square = jump * jump
  const prior = scale / square
  const spent = variance / square
  // Prior and posterior are gamma distributions cut at the prior's mean; each is its kernel, x^a e^-x / Γ(a), over its
  // share beyond the cut. Written so, the large terms never meet: what is left of them is the sum itself.
  if (tail === 'exponential') {
    const shape = spent + prior
    const place = sum / jump + shape
    if (!(place > 0)) throw new RangeError(`the sum must be above -(variance + scale) / jump, got ${sum}`)
    return (
      logGammaKernel(prior, prior) -
      logGammaKernel(place, shape) -
      incompleteGammaTails(prior, prior).logLower +
      incompleteGammaTails(place, shape).logLower
    )
  }
  const rate = spent + prior
  const shape = sum / jump + rate
  if (!(shape > 0)) throw new RangeError(`the sum must be above -(variance + scale) / jump, got ${sum}`)
  return (
    logGammaKernel(prior, prior) -
    logGammaKernel(rate, shape) -
    incompleteGammaTails(prior, prior).logUpper +
    incompleteGammaTails(rate, shape).logUpper
  )
}

/**
 * How far above 0 such a sum may be at every look at once: beyond it with a chance of at most `alpha`, ever.
 *
 * @param alpha In (0, 0.5).
 * @param options `narrowestAt`: the accumulated variance at which the bound should be tightest, fixed before the data.
 * @throws {RangeError} when an argument is out of range.
 * @see Howard et al. (2021), propositions 9 and 10, inverted by root finding to about 1e-13.
 */
export function gammaMixtureBound(
  variance: number,
  alpha: number,
  { tail, jump, narrowestAt }: { tail: GammaMixtureTail; jump: number; narrowestAt: number },
): number {
  const mixture = { tail, jump, scale: normalMixtureScale(narrowestAt, alpha, 1) }
  const target = -Math.log(alpha)
  const rises = (sum: number) => gammaMixtureLogE(sum, variance, mixture) - target
  return findCrossing(rises, 0, placeAbove(rises, Math.sqrt(variance + mixture.scale)))
}

/** The first of `start`, twice that, four times, ... at which `rises` is positive: it grows without limit. */
function placeAbove(rises: (sum: number) => number, start: number): number {
  let place = start
  while (rises(place) <= 0) place *= 2
  return place
}
