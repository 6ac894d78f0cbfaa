import { deviance } from './beta-kernel.ts'
import { isWithinTail, reachesShare, smallestEnough } from './count-quantile.ts'
import { incompleteBetaTails } from './incomplete-beta.ts'
import { type LogTails, NOTHING_ABOVE, NOTHING_BELOW } from './log-tails.ts'
import { normalQuantile } from './normal.ts'
import { stirlingError } from './stirling-error.ts'

/**
 * The chance of exactly `k` successes in `n` independent trials, in [0, 1]; 0 outside 0..n and between whole numbers.
 *
 * Relative error about 1e-14 for n up to 1e9.
 *
 * @param n Whole number, at least 0.
 * @param p The chance of success in one trial, in [0, 1].
 * @throws {RangeError} when n or p is not such a number, or k is not a number.
 * @see Loader (2000), "Fast and accurate computation of binomial probabilities".
 */
export function binomialMass(k: number, n: number, p: number): number {
  return Math.exp(binomialLogMass(k, n, p))
}

/** The natural logarithm of `binomialMass`; -Infinity where it is 0. */
export function binomialLogMass(k: number, n: number, p: number): number {
  check(k, n, p)
  return logBinomial(k, n, p, 1 - p)
}

/** As `binomialLogMass`, with `q = 1 - p` from the caller, who may know it more exactly. */
export function logBinomial(k: number, n: number, p: number, q: number): number {
  if (!Number.isInteger(k) || k < 0 || k > n) return Number.NEGATIVE_INFINITY
  if (p === 0 || q === 0) return k === (p === 0 ? 0 : n) ? 0 : Number.NEGATIVE_INFINITY
  if (k === 0) return n * (p < q ? Math.log1p(-p) : Math.log(q))
  if (k === n) return n * (q < p ? Math.log1p(-q) : Math.log(p))
  const rest = n - k
  const logarithm =
    stirlingError(n) - stirlingError(k) - stirlingError(rest) - deviance(k, n * p) - deviance(rest, n * q)
  return logarithm - 0.5 * Math.log(2 * Math.PI * k * (rest / n))
}

/** The chance of at most `k` successes, in [0, 1]. Relative error about 1e-13, in the lower tail too. */
export function binomialCdf(k: number, n: number, p: number): number {
  return Math.exp(binomialLogCdf(k, n, p))
}

/** The chance of MORE than `k` successes, in [0, 1]: for "at least k" pass `k - 1`. */
export function binomialUpperTail(k: number, n: number, p: number): number {
  return Math.exp(binomialLogUpperTail(k, n, p))
}

/** The natural logarithm of the chance of at most `k`. */
export function binomialLogCdf(k: number, n: number, p: number): number {
  return tails(k, n, p).logLower
}

/** The natural logarithm of the chance of more than `k`. */
export function binomialLogUpperTail(k: number, n: number, p: number): number {
  return tails(k, n, p).logUpper
}

/**
 * The smallest k with at least a share `share` at or below it.
 *
 * A share that is reached but for rounding (1e-14) counts as reached.
 *
 * @param share In [0, 1].
 * @throws {RangeError} when the share, n or p is not such a number.
 */
export function binomialQuantile(share: number, n: number, p: number): number {
  checkShare(share)
  check(0, n, p)
  const start = startOf(share, n, p)
  return smallestEnough(start, 0, n, (k) => reachesShare(binomialCdf(k, n, p), share))
}

/** The smallest k with at most a share `tail` above it: keeps digits that `binomialQuantile(1 - tail)` has lost. */
export function binomialUpperQuantile(tail: number, n: number, p: number): number {
  checkShare(tail)
  check(0, n, p)
  const start = 2 * n * p - startOf(tail, n, p)
  return smallestEnough(start, 0, n, (k) => isWithinTail(binomialUpperTail(k, n, p), tail))
}

function startOf(share: number, n: number, p: number): number {
  if (share === 0) return 0
  if (share === 1) return n
  return n * p + normalQuantile(share) * Math.sqrt(n * p * (1 - p))
}

function tails(k: number, n: number, p: number): LogTails {
  check(k, n, p)
  const whole = Math.floor(k)
  if (whole < 0) return NOTHING_BELOW
  if (whole >= n || p === 0) return NOTHING_ABOVE
  if (p === 1) return NOTHING_BELOW
  return incompleteBetaTails(1 - p, p, n - whole, whole + 1)
}

function checkShare(share: number): void {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`the share must be in [0, 1], got ${share}`)
}

function check(k: number, n: number, p: number): void {
  if (Number.isNaN(k)) throw new RangeError('k must be a number')
  if (!(Number.isInteger(n) && n >= 0)) throw new RangeError(`n must be a whole number of at least 0, got ${n}`)
  if (!(p >= 0 && p <= 1)) throw new RangeError(`p must be in [0, 1], got ${p}`)
}
