/** B(2k) / (2k (2k - 1)) for k = 1..8, as in Stirling's series. */
const COEFFICIENTS = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400]

/**
 * `ln Γ(a + b) - ln Γ(a)` for `a, b > 0`, with the digits that the difference of two logarithms has lost where b is small
 * beside a.
 *
 * Relative error about 1e-14, except near the zeros of the difference (a below 2), where it is absolute.
 *
 * @throws {RangeError} when a or b is not positive and finite.
 * @see DLMF 5.11.1 (Stirling's series, subtracted term by term).
 */
export function logGammaRatio(a: number, b: number): number {
  if (!(a > 0 && b > 0 && a + b < Number.POSITIVE_INFINITY))
    throw new RangeError(`a and b must be positive and finite, got ${a} and ${b}`)
  let base = a
  let stepped = 0
  while (base < 12) {
    stepped -= Math.log1p(b / base)
    base += 1
  }
  const growth = Math.log1p(b / base)
  let series = 0
  COEFFICIENTS.forEach((coefficient, i) => {
    const power = 2 * i + 1
    series += coefficient * base ** -power * Math.expm1(-power * growth)
  })
  return stepped + (base - 0.5) * growth + b * (Math.log(base + b) - 1) + series
}
