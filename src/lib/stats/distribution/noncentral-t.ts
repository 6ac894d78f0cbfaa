import { findRoot } from '../numeric/find-root.ts'
import { minimiseLine } from '../numeric/minimise-line.ts'
import { logOfRest } from './log-tails.ts'
import { FAR, farLogTail } from './noncentral-t-far.ts'
import { normalLogDensity, normalLogUpperTail, normalQuantile } from './normal.ts'
import { stirlingError } from './stirling-error.ts'
import { type TailTarget, targetAbove, targetBelow } from './tail-quantile.ts'

/**
 * The share of the noncentral t distribution below `t`: of `(z + noncentrality) / sqrt(chi-square / degreesOfFreedom)`.
 *
 * Relative error about 1e-12 in both tails, for up to 1e7 degrees of freedom and a noncentrality up to 1e3; about 1e-10 for any
 * larger one. About 50 microseconds. For power see `noncentralTUpperTail`.
 *
 * @param degreesOfFreedom At least 0.1, need not be whole.
 * @param noncentrality Of either sign: the true effect over its standard error, for a t test.
 * @throws {RangeError} when an argument is not such a number.
 * @see Johnson, Kotz & Balakrishnan (1995), Continuous Univariate Distributions 2, equation 31.12: the mean of a normal
 *   share over the chi distribution, here by the trapezoidal rule in the logarithm, which converges exponentially.
 */
export function noncentralTCdf(t: number, degreesOfFreedom: number, noncentrality: number): number {
  return Math.exp(noncentralTLogCdf(t, degreesOfFreedom, noncentrality))
}

/** The share of the noncentral t distribution above `t`: the power of a one-sided t test with the critical value `t`. */
export function noncentralTUpperTail(t: number, degreesOfFreedom: number, noncentrality: number): number {
  return Math.exp(noncentralTLogUpperTail(t, degreesOfFreedom, noncentrality))
}

/** The natural logarithm of the share below `t`. */
export function noncentralTLogCdf(t: number, degreesOfFreedom: number, noncentrality: number): number {
  return noncentralTLogUpperTail(-t, degreesOfFreedom, -noncentrality)
}

/** The natural logarithm of the share above `t`. */
export function noncentralTLogUpperTail(t: number, degreesOfFreedom: number, noncentrality: number): number {
  check(t, degreesOfFreedom, noncentrality)
  if (t === 0) return normalLogUpperTail(-noncentrality)
  if (Math.abs(noncentrality) > FAR)
    return t > 0
      ? farLogTail(t, degreesOfFreedom, noncentrality, 'above')
      : farLogTail(-t, degreesOfFreedom, -noncentrality, 'below')
  // A share that is nearly 1 is better known by what is missing.
  const isNearlyAll = t < noncentrality
  const sign = isNearlyAll ? -1 : 1
  const log = logMean(degreesOfFreedom, t, noncentrality, (scaled) => normalLogUpperTail(sign * scaled))
  return isNearlyAll ? logOfRest(Math.min(0, log)) : Math.min(0, log)
}

/** The density at `t`. Relative error about 1e-12 for a noncentrality up to 1e3; not for larger ones. @throws {RangeError} as the share. */
export function noncentralTDensity(t: number, degreesOfFreedom: number, noncentrality: number): number {
  return Math.exp(noncentralTLogDensity(t, degreesOfFreedom, noncentrality))
}

/** The natural logarithm of `noncentralTDensity`. */
export function noncentralTLogDensity(t: number, degreesOfFreedom: number, noncentrality: number): number {
  check(t, degreesOfFreedom, noncentrality)
  return logMean(degreesOfFreedom, t, noncentrality, (scaled, u) => normalLogDensity(scaled) + u)
}

/**
 * The `t` below which a share `p` of the noncentral t distribution lies. Relative error about 1e-11. About a millisecond.
 *
 * @param p Share in (0, 1).
 * @throws {RangeError} when an argument is not such a number.
 */
export function noncentralTQuantile(p: number, degreesOfFreedom: number, noncentrality: number): number {
  return quantile(targetBelow(p), degreesOfFreedom, noncentrality)
}

/** The `t` above which a share `tail` lies: keeps digits that `noncentralTQuantile(1 - tail)` has lost. */
export function noncentralTUpperQuantile(tail: number, degreesOfFreedom: number, noncentrality: number): number {
  return quantile(targetAbove(tail), degreesOfFreedom, noncentrality)
}

function quantile({ log, isUpper }: TailTarget, degreesOfFreedom: number, noncentrality: number): number {
  check(0, degreesOfFreedom, noncentrality)
  const logTail = isUpper ? noncentralTLogUpperTail : noncentralTLogCdf
  const excess = (t: number) => logTail(t, degreesOfFreedom, noncentrality) - log
  const z = normalQuantile(Math.exp(log))
  const middle = noncentrality + (isUpper ? -z : z)
  for (let reach = 1 + Math.abs(z); reach < 1e300; reach *= 4) {
    const [low, high] = [middle - reach, middle + reach]
    const [atLow, atHigh] = [excess(low), excess(high)]
    if (atLow > 0 !== atHigh > 0) return findRoot(excess, low, high) ?? middle
  }
  throw new RangeError(`the quantile is too large for a number, with ${degreesOfFreedom} degrees of freedom`)
}

/** Integrands smaller than the largest by this factor's exponential are nothing. */
const NOTHING = 45

/**
 * The logarithm of the mean of `exp(logValue(t e^u - noncentrality, u))` over u, the logarithm of chi over the root of its
 * degrees of freedom.
 */
function logMean(
  degreesOfFreedom: number,
  t: number,
  noncentrality: number,
  logValue: (scaled: number, u: number) => number,
): number {
  const half = degreesOfFreedom / 2
  const front = 0.5 * Math.log(half / (2 * Math.PI)) - stirlingError(half) + Math.LN2
  const at = (u: number) => front - half * beyondLine(2 * u) + logValue(t * Math.exp(u) - noncentrality, u)
  // Chi alone peaks at 0; the normal pulls it towards where t e^u is the noncentrality, or to small u.
  const pull = Math.abs(t) * (Math.abs(t) + Math.abs(noncentrality) + 1)
  const left = -Math.log1p(pull / degreesOfFreedom) - 3
  const right = 0.5 * Math.log1p((noncentrality * noncentrality + 80) / degreesOfFreedom) + 1
  const peak = minimiseLine((u) => -at(u), left, right, { tolerance: 1e-4 }).x
  const top = at(peak)
  const scale = Math.min(0.5 / Math.sqrt(1 + degreesOfFreedom), 0.5 / (2 + Math.abs(noncentrality)))
  let step = 1.5 * scale
  let sum = 0
  let offset = 0
  for (let round = 0; round < 12; round++) {
    const before = sum
    sum = (before + sumAround(at, peak + offset, top, round === 0 ? step : 2 * step)) / (round === 0 ? 1 : 2)
    // Each halving squares the relative error: agreement to 1e-8 means that nothing is left to gain.
    if (round > 0 && Math.abs(sum - before) <= 1e-8 * sum) break
    step /= 2
    offset = step
  }
  return top + Math.log(sum)
}

/** The sum of the integrand over its peak's, times the step, at `centre` and every step to both sides. */
function sumAround(at: (u: number) => number, centre: number, top: number, step: number): number {
  let sum = 0
  for (const direction of [1, -1])
    for (let i = direction === 1 ? 0 : 1; i < 1_000_000; i++) {
      const relative = at(centre + direction * i * step) - top
      sum += Math.exp(relative)
      if (relative < -NOTHING && i > 0) break
    }
  return sum * step
}

/** `e^x - 1 - x`, without cancelling for small x. */
function beyondLine(x: number): number {
  if (Math.abs(x) > 0.5) return Math.expm1(x) - x
  let term = (x * x) / 2
  let sum = 0
  for (let n = 3; sum + term !== sum; n++) {
    sum += term
    term *= x / n
  }
  return sum
}

function check(t: number, degreesOfFreedom: number, noncentrality: number): void {
  if (Number.isNaN(t)) throw new RangeError('t must be a number')
  if (!Number.isFinite(noncentrality)) throw new RangeError(`noncentrality must be finite, got ${noncentrality}`)
  if (!(degreesOfFreedom >= 0.1 && degreesOfFreedom < Number.POSITIVE_INFINITY))
    throw new RangeError(`degreesOfFreedom must be at least 0.1 and finite, got ${degreesOfFreedom}`)
}
