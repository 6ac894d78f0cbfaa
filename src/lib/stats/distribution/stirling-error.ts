/** B(2k) / (2k (2k - 1)) for k = 1..8, the coefficients of Stirling's series. */
const COEFFICIENTS = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400]

/**
 * What Stirling's formula leaves out (Binet's function): `ln Γ(x) - [(x - 1/2) ln x - x + ln(2π)/2]`, for `x > 0`.
 *
 * Absolute error about 1e-16. It lets densities be written without subtracting large logarithms of gammas.
 * Not the logarithm of gamma itself: see `logGamma`.
 *
 * @throws {RangeError} when `x` is not positive.
 * @see DLMF 5.11.1; Loader (2000), "Fast and accurate computation of binomial probabilities", section 3.
 */
export function stirlingError(x: number): number {
  if (!(x > 0)) throw new RangeError(`x must be positive, got ${x}`)
  let shifted = x
  let shift = 0
  // The series needs x >= 12 for full precision; below, step up by the recurrence of ln Γ.
  while (shifted < 12) {
    shift += (shifted + 0.5) * Math.log1p(1 / shifted) - 1
    shifted += 1
  }
  const inverseSquare = 1 / (shifted * shifted)
  let series = 0
  for (let i = COEFFICIENTS.length - 1; i >= 0; i--) series = (COEFFICIENTS[i] ?? 0) + inverseSquare * series
  return shift + series / shifted
}
