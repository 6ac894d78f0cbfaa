import { deviance } from './beta-kernel.ts'
import { incompleteBetaTails } from './incomplete-beta.ts'
import { logGamma } from './log-gamma.ts'
import { type LogTails, NOTHING_BELOW, tailsFromLower } from './log-tails.ts'
import { normalQuantile } from './normal.ts'
import { stirlingError } from './stirling-error.ts'

/**
 * The density of Student's t distribution at `t`. Relative error about 1e-14.
 *
 * @param degreesOfFreedom Positive, need not be whole.
 * @throws {RangeError} when the degrees of freedom are not positive and finite, or `t` is not a number.
 * @see Loader (2000), as in R's `dt`.
 */
export function studentTDensity(t: number, degreesOfFreedom: number): number {
  return Math.exp(studentTLogDensity(t, degreesOfFreedom))
}

/** The natural logarithm of `studentTDensity`. */
export function studentTLogDensity(t: number, degreesOfFreedom: number): number {
  check(t, degreesOfFreedom)
  const half = degreesOfFreedom / 2
  const growth = (t / degreesOfFreedom) * t
  // Beyond 1e154 the square overflows, and the 1 has long been nothing beside it.
  const spread = growth < 1e300 ? Math.log1p(growth) : 2 * Math.log(Math.abs(t)) - Math.log(degreesOfFreedom)
  const constant = stirlingError(half + 0.5) - stirlingError(half) - deviance(half, half + 0.5)
  return constant - (half + 0.5) * spread - 0.5 * Math.log(2 * Math.PI)
}

/** The share of Student's t distribution below `t`, in [0, 1]; accurate in the lower tail. See `studentTUpperTail`. */
export function studentTCdf(t: number, degreesOfFreedom: number): number {
  return studentTUpperTail(-t, degreesOfFreedom)
}

/**
 * The share of Student's t distribution above `t`, in [0, 1]: the one-sided p-value.
 *
 * Relative error about 1e-13 far out as well, where `1 - studentTCdf(t)` would have no digits left.
 *
 * @param degreesOfFreedom Positive, need not be whole; exact to 1e-12 up to 1e6.
 * @throws {RangeError} when the degrees of freedom are not positive and finite, or `t` is not a number.
 * @see DLMF 8.17; Abramowitz & Stegun 26.7.1.
 */
export function studentTUpperTail(t: number, degreesOfFreedom: number): number {
  const outside = studentTTwoSided(t, degreesOfFreedom) / 2
  return t > 0 ? outside : 1 - outside
}

/** The share of Student's t distribution at least as far from 0 as `t`, in [0, 1]: the two-sided p-value. */
export function studentTTwoSided(t: number, degreesOfFreedom: number): number {
  return Math.exp(twoSidedTails(t, degreesOfFreedom).logLower)
}

/** The natural logarithm of the share below `t`. See `studentTLogUpperTail`. */
export function studentTLogCdf(t: number, degreesOfFreedom: number): number {
  return studentTLogUpperTail(-t, degreesOfFreedom)
}

/** The natural logarithm of the share above `t`: finite where the p-value is too small for a number. */
export function studentTLogUpperTail(t: number, degreesOfFreedom: number): number {
  const logOutside = twoSidedTails(t, degreesOfFreedom).logLower - Math.LN2
  return t > 0 ? logOutside : Math.log1p(-Math.exp(logOutside))
}

/** Outside and inside of -t to t. */
function twoSidedTails(t: number, degreesOfFreedom: number): LogTails {
  check(t, degreesOfFreedom)
  const half = degreesOfFreedom / 2
  const square = (t / degreesOfFreedom) * t
  if (Math.abs(t) === Number.POSITIVE_INFINITY) return NOTHING_BELOW
  if (square < 1e300) return incompleteBetaTails(1 / (1 + square), 1 / (1 + 1 / square), half, 0.5)
  // So far out, the tail is the power t^-df: x^a / (a B(a, 1/2)) with x = df / t^2.
  const logShare = half * (Math.log(degreesOfFreedom) - 2 * Math.log(Math.abs(t)))
  return tailsFromLower(logShare - logGamma(half + 1) - logGamma(0.5) + logGamma(half + 0.5))
}

/**
 * The `t` below which a share `p` of Student's t distribution lies.
 *
 * Relative error about 1e-12, or 1e-16 / |p - 1/2| close to the centre. For a two-sided interval of
 * confidence `c` use `studentTQuantile((1 + c) / 2, degreesOfFreedom)`.
 *
 * @param p Share in (0, 1).
 * @param degreesOfFreedom Positive, need not be whole.
 * @throws {RangeError} when `p` is outside (0, 1) or the degrees of freedom are not positive and finite.
 * @see Hill (1970), Communications of the ACM 13, 619-620 (start); Newton's method on the tail (polish).
 */
export function studentTQuantile(p: number, degreesOfFreedom: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`p must be in (0, 1), got ${p}`)
  check(0, degreesOfFreedom)
  if (p === 0.5) return 0
  return p < 0.5 ? -upperQuantile(p, degreesOfFreedom) : upperQuantile(1 - p, degreesOfFreedom)
}

/** The positive t with `tail` above it, 0 < tail < 1/2. */
function upperQuantile(tail: number, degreesOfFreedom: number): number {
  if (degreesOfFreedom === 1) return 1 / Math.tan(Math.PI * tail)
  if (degreesOfFreedom === 2) return (1 - 2 * tail) / Math.sqrt(2 * tail * (1 - tail))
  const z = -normalQuantile(tail)
  let low = 0
  let high = Number.POSITIVE_INFINITY
  // Cornish-Fisher to first order: close for many degrees of freedom, too small for few, and always positive.
  let t = z * (1 + (z * z + 1) / (4 * degreesOfFreedom))
  for (let round = 0; round < 200; round++) {
    const reached = studentTTwoSided(t, degreesOfFreedom) / 2
    if (reached > tail) low = t
    else high = t
    // Far out the tail is a power of t, so Newton runs on the logarithms; near the centre it is a straight line in t.
    const slope = studentTDensity(t, degreesOfFreedom) / reached
    const next =
      tail > 0.1 ? t + (reached - tail) / (slope * reached) : t * Math.exp(Math.log(reached / tail) / (t * slope))
    const inside = next > low && next < high
    const safe = inside ? next : high === Number.POSITIVE_INFINITY ? 2 * t : (low + high) / 2
    // Newton doubles the right digits: a step this small leaves an error below rounding.
    if (inside && Math.abs(safe - t) <= 1e-8 * t) return safe
    if (safe === t) return t
    t = safe
  }
  return t
}

function check(t: number, degreesOfFreedom: number): void {
  if (Number.isNaN(t)) throw new RangeError('t must be a number')
  if (!(degreesOfFreedom > 0 && degreesOfFreedom < Number.POSITIVE_INFINITY))
    throw new RangeError(`degreesOfFreedom must be positive and finite, got ${degreesOfFreedom}`)
}
