import { isWithinTail, reachesShare, smallestEnough } from './count-quantile.ts'
import { incompleteGammaTails, logGammaKernel } from './incomplete-gamma.ts'
import { type LogTails, mirrored, NOTHING_ABOVE, NOTHING_BELOW } from './log-tails.ts'
import { normalQuantile } from './normal.ts'

/**
 * The chance of exactly `k` events where `mean` are expected, in [0, 1]; 0 below 0 and between whole numbers.
 *
 * Relative error about 1e-14 for means up to 1e9. A mean of 0 is allowed: no event is then certain.
 *
 * @param mean At least 0.
 * @throws {RangeError} when the mean is negative or not finite, or k is not a number.
 * @see Loader (2000), "Fast and accurate computation of binomial probabilities".
 */
export function poissonMass(k: number, mean: number): number {
  return Math.exp(poissonLogMass(k, mean))
}

/** The natural logarithm of `poissonMass`; -Infinity where it is 0. */
export function poissonLogMass(k: number, mean: number): number {
  check(k, mean)
  if (!Number.isInteger(k) || k < 0) return Number.NEGATIVE_INFINITY
  if (k === 0) return -mean
  return mean === 0 ? Number.NEGATIVE_INFINITY : logGammaKernel(mean, k) - Math.log(k)
}

/** The chance of at most `k` events, in [0, 1]. Relative error about 1e-13, in the lower tail too. */
export function poissonCdf(k: number, mean: number): number {
  return Math.exp(poissonLogCdf(k, mean))
}

/** The chance of MORE than `k` events, in [0, 1]: for "at least k" pass `k - 1`. */
export function poissonUpperTail(k: number, mean: number): number {
  return Math.exp(poissonLogUpperTail(k, mean))
}

/** The natural logarithm of the chance of at most `k`. */
export function poissonLogCdf(k: number, mean: number): number {
  return tails(k, mean).logLower
}

/** The natural logarithm of the chance of more than `k`. */
export function poissonLogUpperTail(k: number, mean: number): number {
  return tails(k, mean).logUpper
}

/**
 * The smallest k with at least a share `share` at or below it.
 *
 * A share that is reached but for rounding (1e-14) counts as reached.
 *
 * @param share In [0, 1): no count is certain not to be exceeded.
 * @throws {RangeError} when the share is outside [0, 1), or the mean is negative or not finite.
 */
export function poissonQuantile(share: number, mean: number): number {
  if (!(share >= 0 && share < 1)) throw new RangeError(`the share must be in [0, 1), got ${share}`)
  check(0, mean)
  const start = share === 0 ? 0 : mean + normalQuantile(share) * Math.sqrt(mean)
  return smallestEnough(start, 0, Number.POSITIVE_INFINITY, (k) => reachesShare(poissonCdf(k, mean), share))
}

/** The smallest k with at most a share `tail` in (0, 1] above it: keeps digits that `poissonQuantile(1 - tail)` has lost. */
export function poissonUpperQuantile(tail: number, mean: number): number {
  if (!(tail > 0 && tail <= 1)) throw new RangeError(`the tail must be in (0, 1], got ${tail}`)
  check(0, mean)
  const start = tail === 1 ? 0 : mean - normalQuantile(tail) * Math.sqrt(mean)
  return smallestEnough(start, 0, Number.POSITIVE_INFINITY, (k) => isWithinTail(poissonUpperTail(k, mean), tail))
}

function tails(k: number, mean: number): LogTails {
  check(k, mean)
  const whole = Math.floor(k)
  if (whole < 0) return NOTHING_BELOW
  if (mean === 0 || whole === Number.POSITIVE_INFINITY) return NOTHING_ABOVE
  return mirrored(incompleteGammaTails(mean, whole + 1))
}

function check(k: number, mean: number): void {
  if (Number.isNaN(k)) throw new RangeError('k must be a number')
  if (!(mean >= 0 && mean < Number.POSITIVE_INFINITY))
    throw new RangeError(`mean must be at least 0 and finite, got ${mean}`)
}
