import {
  gammaCdf,
  gammaDensity,
  gammaLogCdf,
  gammaLogDensity,
  gammaLogUpperTail,
  gammaQuantile,
  gammaUpperQuantile,
  gammaUpperTail,
} from './gamma.ts'

/**
 * The density of the chi-square distribution at `x`. Relative error about 1e-14; 0 below 0, and Infinity at 0 for
 * fewer than 2 degrees of freedom.
 *
 * @param degreesOfFreedom Positive, need not be whole.
 * @throws {RangeError} when the degrees of freedom are not positive and finite, or `x` is not a number.
 * @see Abramowitz & Stegun 26.4: half of it has a gamma distribution with half the degrees of freedom as its shape.
 */
export function chiSquareDensity(x: number, degreesOfFreedom: number): number {
  return gammaDensity(x, halfOf(degreesOfFreedom), 0.5)
}

/** The natural logarithm of `chiSquareDensity`. */
export function chiSquareLogDensity(x: number, degreesOfFreedom: number): number {
  return gammaLogDensity(x, halfOf(degreesOfFreedom), 0.5)
}

/** The share of the chi-square distribution below `x`, in [0, 1]. Relative error about 1e-13 up to 1e7 degrees of freedom. */
export function chiSquareCdf(x: number, degreesOfFreedom: number): number {
  return gammaCdf(x, halfOf(degreesOfFreedom), 0.5)
}

/** The share of the chi-square distribution above `x`, in [0, 1]: the p-value of a chi-square test. */
export function chiSquareUpperTail(x: number, degreesOfFreedom: number): number {
  return gammaUpperTail(x, halfOf(degreesOfFreedom), 0.5)
}

/** The natural logarithm of the share below `x`. */
export function chiSquareLogCdf(x: number, degreesOfFreedom: number): number {
  return gammaLogCdf(x, halfOf(degreesOfFreedom), 0.5)
}

/** The natural logarithm of the share above `x`: finite where the p-value is too small for a number. */
export function chiSquareLogUpperTail(x: number, degreesOfFreedom: number): number {
  return gammaLogUpperTail(x, halfOf(degreesOfFreedom), 0.5)
}

/**
 * The `x` below which a share `p` of the chi-square distribution lies. Relative error about 1e-12.
 *
 * @param p Share in (0, 1).
 * @throws {RangeError} when `p` is outside (0, 1) or the degrees of freedom are not positive and finite.
 */
export function chiSquareQuantile(p: number, degreesOfFreedom: number): number {
  return gammaQuantile(p, halfOf(degreesOfFreedom), 0.5)
}

/** The `x` above which a share `tail` of the chi-square distribution lies: the critical value of a test. */
export function chiSquareUpperQuantile(tail: number, degreesOfFreedom: number): number {
  return gammaUpperQuantile(tail, halfOf(degreesOfFreedom), 0.5)
}

function halfOf(degreesOfFreedom: number): number {
  if (!(degreesOfFreedom > 0 && degreesOfFreedom < Number.POSITIVE_INFINITY))
    throw new RangeError(`degreesOfFreedom must be positive and finite, got ${degreesOfFreedom}`)
  return degreesOfFreedom / 2
}
