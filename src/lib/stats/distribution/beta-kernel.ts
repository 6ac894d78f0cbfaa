import { stirlingError } from './stirling-error.ts'

/**
 * The beta density times `x y`: `x^a y^b / B(a, b)`, for `a, b > 0` and `x + y = 1`.
 *
 * `y` is an argument of its own, because `1 - x` has no digits left where `x` is close to 1. Relative error about
 * 1e-14 for shapes up to 1e6: no large logarithms are subtracted (saddle-point form). 0 at either end.
 *
 * @throws {RangeError} when a shape is not positive and finite, or `x` or `y` is outside [0, 1].
 * @see Loader (2000), "Fast and accurate computation of binomial probabilities", equations 3 and 4.
 */
export function betaKernel(x: number, y: number, a: number, b: number): number {
  return Math.exp(logBetaKernel(x, y, a, b))
}

/**
 * The natural logarithm of `betaKernel`: finite where the kernel itself is too small for a number, -Infinity at either end.
 *
 * @throws {RangeError} as `betaKernel`.
 */
export function logBetaKernel(x: number, y: number, a: number, b: number): number {
  if (!(a > 0 && b > 0 && a + b < Number.POSITIVE_INFINITY))
    throw new RangeError(`a and b must be positive and finite, got ${a} and ${b}`)
  if (!(x >= 0 && x <= 1 && y >= 0 && y <= 1)) throw new RangeError(`x and y must be in [0, 1], got ${x} and ${y}`)
  const total = a + b
  // Also where the product underflows: x is then 0 for every use.
  if (total * x === 0 || total * y === 0) return Number.NEGATIVE_INFINITY
  const logarithm =
    stirlingError(total) - stirlingError(a) - stirlingError(b) - deviance(a, total * x) - deviance(b, total * y)
  return logarithm + 0.5 * Math.log(((a / total) * b) / (2 * Math.PI))
}

/**
 * Half the Poisson deviance, `k ln(k/m) + m - k`, for `k, m > 0`: zero where `k = m`, positive elsewhere.
 *
 * Keeps its digits where `m` is close to `k`, where the three terms cancel.
 *
 * @throws {RangeError} when `k` or `m` is not positive.
 * @see Loader (2000), the function `bd0`.
 */
export function deviance(k: number, m: number): number {
  if (!(k > 0 && m > 0)) throw new RangeError(`k and m must be positive, got ${k} and ${m}`)
  const e = (m - k) / k
  if (Math.abs(e) > 0.1) return k * (e - Math.log(m / k))
  // e - log1p(e) = 2 (e v / 2 - (atanh v - v)) with v = e / (2 + e): the difference of small terms, summed directly.
  const v = e / (2 + e)
  const square = v * v
  let term = v * square
  let sum = 0
  for (let n = 3; sum + term / n !== sum; n += 2) {
    sum += term / n
    term *= square
  }
  return k * (e * v - 2 * sum)
}
