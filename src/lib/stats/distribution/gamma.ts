import { incompleteGammaTails, logGammaKernel } from './incomplete-gamma.ts'
import { logGamma } from './log-gamma.ts'
import { type LogTails, NOTHING_BELOW } from './log-tails.ts'
import { normalQuantile } from './normal.ts'
import { shareBelow, type TailTarget, tailQuantile, targetAbove, targetBelow } from './tail-quantile.ts'

/**
 * The density of a gamma distribution at `x`, per unit of x. Relative error about 1e-14; 0 below 0.
 *
 * At x = 0 it is Infinity for a shape below 1.
 *
 * @param shape Positive. The mean is `shape / rate`.
 * @param rate Positive, one over the unit of x; default 1.
 * @throws {RangeError} when shape or rate is not positive and finite, or `x` is not a number.
 * @see Loader (2000), "Fast and accurate computation of binomial probabilities", the saddle-point form.
 */
export function gammaDensity(x: number, shape: number, rate = 1): number {
  return Math.exp(gammaLogDensity(x, shape, rate))
}

/** The natural logarithm of `gammaDensity`; -Infinity where the density is 0. */
export function gammaLogDensity(x: number, shape: number, rate = 1): number {
  check(x, shape, rate)
  if (x < 0 || x === Number.POSITIVE_INFINITY) return Number.NEGATIVE_INFINITY
  if (x > 0) return logGammaKernel(x * rate, shape) - Math.log(x)
  if (shape === 1) return Math.log(rate)
  return shape < 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY
}

/**
 * The share of a gamma distribution below `x`, in [0, 1]; accurate in the lower tail too. See `gammaUpperTail`.
 *
 * Relative error about 1e-13 for shapes up to 1e7.
 *
 * @throws {RangeError} as `gammaDensity`.
 */
export function gammaCdf(x: number, shape: number, rate = 1): number {
  return Math.exp(gammaLogCdf(x, shape, rate))
}

/** The share of a gamma distribution above `x`, in [0, 1], where `1 - gammaCdf(x)` would have no digits left. */
export function gammaUpperTail(x: number, shape: number, rate = 1): number {
  return Math.exp(gammaLogUpperTail(x, shape, rate))
}

/** The natural logarithm of the share below `x`: -Infinity for `x <= 0`. */
export function gammaLogCdf(x: number, shape: number, rate = 1): number {
  return tails(x, shape, rate).logLower
}

/** The natural logarithm of the share above `x`. */
export function gammaLogUpperTail(x: number, shape: number, rate = 1): number {
  return tails(x, shape, rate).logUpper
}

/**
 * The `x` below which a share `p` of a gamma distribution lies. Relative error about 1e-12; 0 where it is too small
 * for a number.
 *
 * @param p Share in (0, 1).
 * @throws {RangeError} when `p` is outside (0, 1), or shape or rate is not positive and finite.
 * @see Wilson & Hilferty (1931) for the start; Newton's method on the logarithm of the smaller tail.
 */
export function gammaQuantile(p: number, shape: number, rate = 1): number {
  return quantile(targetBelow(p), shape, rate)
}

/** The `x` above which a share `tail` of a gamma distribution lies: keeps digits that `gammaQuantile(1 - tail)` has lost. */
export function gammaUpperQuantile(tail: number, shape: number, rate = 1): number {
  return quantile(targetAbove(tail), shape, rate)
}

function quantile(target: TailTarget, shape: number, rate: number): number {
  check(0, shape, rate)
  // Close to 0 the share is x^shape / Γ(shape + 1), but for a factor 1 - x.
  const logNearZero = (Math.log(shareBelow(target)) + logGamma(shape + 1)) / shape
  if (logNearZero < -40) return Math.exp(logNearZero) / rate
  const z = target.isUpper ? -normalQuantile(Math.exp(target.log)) : normalQuantile(Math.exp(target.log))
  const root = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape))
  const start = root > 0.1 ? Math.log(shape) + 3 * Math.log(root) : Math.min(logNearZero, Math.log(shape))
  const s = tailQuantile(
    target,
    start,
    (at) => incompleteGammaTails(Math.exp(at), shape),
    (at) => logGammaKernel(Math.exp(at), shape),
  )
  return Math.exp(s) / rate
}

function tails(x: number, shape: number, rate: number): LogTails {
  check(x, shape, rate)
  return x <= 0 ? NOTHING_BELOW : incompleteGammaTails(x * rate, shape)
}

function check(x: number, shape: number, rate: number): void {
  if (Number.isNaN(x)) throw new RangeError('x must be a number')
  if (!(shape > 0 && rate > 0 && shape < Number.POSITIVE_INFINITY && rate < Number.POSITIVE_INFINITY))
    throw new RangeError(`shape and rate must be positive and finite, got ${shape} and ${rate}`)
}
