import { stirlingError } from './stirling-error.ts'

/** zeta(k) - 1 for k = 2, 3, ... to double precision. */
const ZETA_LESS_ONE = [
  0.6449340668482264, 0.2020569031595943, 0.08232323371113819, 0.03692775514336993, 0.01734306198444914,
  0.008349277381922827, 0.00407735619794434, 0.0020083928260822143, 0.0009945751278180853, 0.0004941886041194645,
  0.0002460865533080483, 0.00012271334757848915, 6.124813505870483e-5, 3.058823630702049e-5, 1.528225940865187e-5,
  7.637197637899763e-6, 3.81729326499984e-6, 1.908212716553939e-6, 9.539620338727962e-7, 4.769329867878064e-7,
  2.38450502727733e-7, 1.1921992596531106e-7, 5.960818905125948e-8, 2.980350351465228e-8, 1.4901554828365043e-8,
  7.45071178983543e-9, 3.725334024788457e-9, 1.862659723513049e-9, 9.313274324196682e-10,
]
const ONE_LESS_EULER_GAMMA = 0.42278433509846713
const HALF_LOG_TWO_PI = 0.9189385332046728

/**
 * The natural logarithm of the gamma function, `ln Γ(x)`, for `x > 0`.
 *
 * Relative error below 1e-14, also beside the zeros at 1 and 2, where a Lanczos sum keeps only absolute accuracy.
 * Not for ratios of gammas at large arguments, where the logarithms cancel: `betaKernel` never forms them.
 *
 * @throws {RangeError} when `x` is not a positive finite number.
 * @see DLMF 5.7.3 (series about 2) and 5.11.1 (Stirling's series).
 */
export function logGamma(x: number): number {
  if (!(x > 0 && x < Number.POSITIVE_INFINITY)) throw new RangeError(`x must be positive and finite, got ${x}`)
  if (x < 0.5) return logGammaOfTwoPlus(x) - Math.log1p(x) - Math.log(x)
  if (x <= 1.5) return logGammaOfTwoPlus(x - 1) - Math.log1p(x - 1)
  if (x <= 2.5) return logGammaOfTwoPlus(x - 2)
  return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + stirlingError(x)
}

/** `ln Γ(1 + z)` for `|z| <= 1/2`: keeps all digits where z is so small that `1 + z` has lost them. */
export function logGammaOfOnePlus(z: number): number {
  if (!(Math.abs(z) <= 0.5)) throw new RangeError(`z must be in [-0.5, 0.5], got ${z}`)
  return logGammaOfTwoPlus(z) - Math.log1p(z)
}

/** `ln Γ(2 + z)` for `|z| <= 1/2`: exact at z = 0, so nothing cancels there. */
function logGammaOfTwoPlus(z: number): number {
  let sum = 0
  // Horner from the smallest term: sum over k >= 2 of (-1)^k (zeta(k) - 1) z^k / k.
  for (let i = ZETA_LESS_ONE.length - 1; i >= 0; i--) sum = (ZETA_LESS_ONE[i] ?? 0) / (i + 2) - z * sum
  return z * (ONE_LESS_EULER_GAMMA + z * sum)
}
