import { betaLogCdf } from '../distribution/beta.ts'
import { logGammaRatio } from '../distribution/log-gamma-ratio.ts'
import { findCrossing } from '../numeric/find-crossing.ts'
import { normalMixtureScale, type Sides } from './normal-mixture.ts'

export interface BetaBinomialMixture {
  /** How far below its mean a value can be, positive, in the unit of the sum. */
  readonly below: number
  /** How far above its mean a value can be, positive, in the unit of the sum. */
  readonly above: number
  /** The accumulated variance at which the bound should be tightest, fixed before the data. Positive. */
  readonly narrowestAt: number
  /** The level for which it is tuned, default 0.05. */
  readonly tunedFor?: number
  readonly sides?: Sides
}

/**
 * The logarithm of the e-value of a sum of values between `-below` and `above` of their mean: a mixture of betting
 * on yes and no.
 *
 * For shares of yes: `below` = the share p under the null hypothesis, `above` = 1 - p, sum = yes - n p, variance = n p (1 - p).
 * `shareSequence` does that for every p at once.
 *
 * @param variance Accumulated, `below * above` per value; at least 0.
 * @throws {RangeError} when `below`, `above` or `narrowestAt` is not positive, or the sum is beyond what the variance allows.
 * @see Howard, Ramdas, McAuliffe & Sekhon (2021), Annals of Statistics 49, propositions 7 and 8.
 */
export function betaBinomialMixtureLogE(sum: number, variance: number, mixture: BetaBinomialMixture): number {
  const { below, above, narrowestAt, tunedFor = 0.05, sides = 2 } = mixture
  if (!(below > 0 && above > 0)) throw new RangeError(`below and above must be positive, got ${below} and ${above}`)
  const range = below + above
  // The two ends are the two sums that are just possible; rounding may put them a hair outside.
  const slack = 1e-12 * (variance / below + variance / above)
  const yes = Math.max((variance + above * sum) / (above * range), 0)
  const no = Math.max((variance - below * sum) / (below * range), 0)
  if (!(variance + above * sum >= -slack && variance - below * sum >= -slack))
    throw new RangeError(`the sum is beyond what the variance allows, got ${sum}`)
  const product = below * above
  const scale = Math.max(normalMixtureScale(narrowestAt, tunedFor, sides) - product, 1e-3 * product)
  const priorYes = scale / (above * range)
  const priorNo = scale / (below * range)
  const two =
    ratio(priorYes, yes) +
    ratio(priorNo, no) -
    ratio(priorYes + priorNo, yes + no) -
    yes * Math.log(below / range) -
    no * Math.log(above / range)
  if (sides === 2) return two
  const cut = above / range
  return two + betaLogCdf(cut, priorNo + no, priorYes + yes) - betaLogCdf(cut, priorNo, priorYes)
}

/**
 * How far above 0 such a sum may be at every look at once: beyond it with a chance of at most `alpha`, ever; at most the
 * largest sum there can be.
 *
 * @throws {RangeError} as `betaBinomialMixtureLogE`, and when alpha is outside (0, 1).
 * @see Howard et al. (2021), propositions 7 and 8, inverted by root finding to about 1e-13.
 */
export function betaBinomialMixtureBound(variance: number, alpha: number, mixture: BetaBinomialMixture): number {
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`alpha must be in (0, 1), got ${alpha}`)
  const target = -Math.log(alpha)
  const largest = variance / mixture.below
  return findCrossing((sum) => betaBinomialMixtureLogE(Math.min(sum, largest), variance, mixture) - target, 0, largest)
}

function ratio(a: number, b: number): number {
  return b > 0 ? logGammaRatio(a, b) : 0
}
