import { logBetaKernel } from './beta-kernel.ts'
import { incompleteBetaTails } from './incomplete-beta.ts'
import { type LogTails, NOTHING_ABOVE, NOTHING_BELOW } from './log-tails.ts'
import { logitBetaQuantile, shareOf } from './logit-beta-quantile.ts'
import { type TailTarget, targetAbove, targetBelow } from './tail-quantile.ts'

/**
 * The density of a beta distribution at `x`. Relative error about 1e-14; 0 outside [0, 1], and Infinity at an end whose
 * shape is below 1.
 *
 * @param a Positive: as many successes, and the prior's, in a posterior.
 * @param b Positive: as many failures, and the prior's.
 * @throws {RangeError} when a shape is not positive and finite, or `x` is not a number.
 * @see Loader (2000), "Fast and accurate computation of binomial probabilities", the saddle-point form.
 */
export function betaDensity(x: number, a: number, b: number): number {
  return Math.exp(betaLogDensity(x, a, b))
}

/** The natural logarithm of `betaDensity`; -Infinity where the density is 0. */
export function betaLogDensity(x: number, a: number, b: number): number {
  check(x, a, b)
  if (x < 0 || x > 1) return Number.NEGATIVE_INFINITY
  if (x > 0 && x < 1) return logBetaKernel(x, 1 - x, a, b) - Math.log(x) - Math.log1p(-x)
  const [shape, other] = x === 0 ? [a, b] : [b, a]
  if (shape === 1) return Math.log(other)
  return shape < 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY
}

/**
 * The share of a beta distribution below `x`, in [0, 1]; accurate in the lower tail too. See `betaUpperTail`.
 *
 * Relative error about 1e-13 for shapes up to 1e6.
 *
 * @throws {RangeError} as `betaDensity`.
 */
export function betaCdf(x: number, a: number, b: number): number {
  return Math.exp(betaLogCdf(x, a, b))
}

/** The share of a beta distribution above `x`, in [0, 1], where `1 - betaCdf(x)` would have no digits left. */
export function betaUpperTail(x: number, a: number, b: number): number {
  return Math.exp(betaLogUpperTail(x, a, b))
}

/** The natural logarithm of the share below `x`: -Infinity for `x <= 0`. */
export function betaLogCdf(x: number, a: number, b: number): number {
  return tails(x, a, b).logLower
}

/** The natural logarithm of the share above `x`: -Infinity for `x >= 1`. */
export function betaLogUpperTail(x: number, a: number, b: number): number {
  return tails(x, a, b).logUpper
}

/**
 * The `x` below which a share `p` of a beta distribution lies. Relative error about 1e-12; 0 where it is too small for a
 * number, and 1 where it is too close to 1 for one.
 *
 * @param p Share in (0, 1).
 * @throws {RangeError} when `p` is outside (0, 1) or a shape is not positive and finite.
 * @see Newton's method on the logarithm of the smaller tail, in the logit.
 */
export function betaQuantile(p: number, a: number, b: number): number {
  return quantile(targetBelow(p), a, b)
}

/** The `x` above which a share `tail` of a beta distribution lies: keeps digits that `betaQuantile(1 - tail)` has lost. */
export function betaUpperQuantile(tail: number, a: number, b: number): number {
  return quantile(targetAbove(tail), a, b)
}

function quantile(target: TailTarget, a: number, b: number): number {
  check(0, a, b)
  return shareOf(logitBetaQuantile(target, a, b))
}

function tails(x: number, a: number, b: number): LogTails {
  check(x, a, b)
  if (x <= 0) return NOTHING_BELOW
  return x >= 1 ? NOTHING_ABOVE : incompleteBetaTails(x, 1 - x, a, b)
}

function check(x: number, a: number, b: number): void {
  if (Number.isNaN(x)) throw new RangeError('x must be a number')
  if (!(a > 0 && b > 0 && a + b < Number.POSITIVE_INFINITY))
    throw new RangeError(`a and b must be positive and finite, got ${a} and ${b}`)
}
