import { logBetaKernel } from './beta-kernel.ts'
import { incompleteBetaTails } from './incomplete-beta.ts'
import { type LogTails, NOTHING_ABOVE, NOTHING_BELOW } from './log-tails.ts'
import { logitBetaQuantile } from './logit-beta-quantile.ts'
import { type TailTarget, targetAbove, targetBelow } from './tail-quantile.ts'

/**
 * The density of the F distribution at `x`. Relative error about 1e-14; 0 below 0, and Infinity at 0 for fewer than 2
 * degrees of freedom above.
 *
 * @param above Degrees of freedom of the numerator. Positive, need not be whole.
 * @param below Degrees of freedom of the denominator.
 * @throws {RangeError} when degrees of freedom are not positive and finite, or `x` is not a number.
 * @see Abramowitz & Stegun 26.6: `above x / (above x + below)` has a beta distribution.
 */
export function fDensity(x: number, above: number, below: number): number {
  return Math.exp(fLogDensity(x, above, below))
}

/** The natural logarithm of `fDensity`; -Infinity where the density is 0. */
export function fLogDensity(x: number, above: number, below: number): number {
  check(x, above, below)
  if (x < 0 || x === Number.POSITIVE_INFINITY) return Number.NEGATIVE_INFINITY
  if (x > 0) {
    const [share, rest] = shares(x, above, below)
    return logBetaKernel(share, rest, above / 2, below / 2) - Math.log(x)
  }
  if (above === 2) return 0
  return above < 2 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY
}

/** The share of the F distribution below `x`, in [0, 1]. Relative error about 1e-13 up to 1e6 degrees of freedom. */
export function fCdf(x: number, above: number, below: number): number {
  return Math.exp(fLogCdf(x, above, below))
}

/** The share of the F distribution above `x`, in [0, 1]: the p-value of an F test. */
export function fUpperTail(x: number, above: number, below: number): number {
  return Math.exp(fLogUpperTail(x, above, below))
}

/** The natural logarithm of the share below `x`: -Infinity for `x <= 0`. */
export function fLogCdf(x: number, above: number, below: number): number {
  return tails(x, above, below).logLower
}

/** The natural logarithm of the share above `x`. */
export function fLogUpperTail(x: number, above: number, below: number): number {
  return tails(x, above, below).logUpper
}

/**
 * The `x` below which a share `p` of the F distribution lies. Relative error about 1e-12.
 *
 * @param p Share in (0, 1).
 * @throws {RangeError} when `p` is outside (0, 1) or degrees of freedom are not positive and finite.
 */
export function fQuantile(p: number, above: number, below: number): number {
  return quantile(targetBelow(p), above, below)
}

/** The `x` above which a share `tail` of the F distribution lies: the critical value of a test. */
export function fUpperQuantile(tail: number, above: number, below: number): number {
  return quantile(targetAbove(tail), above, below)
}

function quantile(target: TailTarget, above: number, below: number): number {
  check(0, above, below)
  return (below / above) * Math.exp(logitBetaQuantile(target, above / 2, below / 2))
}

function tails(x: number, above: number, below: number): LogTails {
  check(x, above, below)
  if (x <= 0) return NOTHING_BELOW
  if (x === Number.POSITIVE_INFINITY) return NOTHING_ABOVE
  const [share, rest] = shares(x, above, below)
  return incompleteBetaTails(share, rest, above / 2, below / 2)
}

/** What part of the whole each of the two sums of squares is; neither by subtraction. */
function shares(x: number, above: number, below: number): [number, number] {
  const ratio = (above / below) * x
  return [1 / (1 + 1 / ratio), 1 / (1 + ratio)]
}

function check(x: number, above: number, below: number): void {
  if (Number.isNaN(x)) throw new RangeError('x must be a number')
  if (!(above > 0 && below > 0 && above + below < Number.POSITIVE_INFINITY))
    throw new RangeError(`degrees of freedom must be positive and finite, got ${above} and ${below}`)
}
