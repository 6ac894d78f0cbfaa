export interface PolyStitching {
  /** The accumulated variance from which the bound holds tightly; below it the bound stays at its value there. Positive. */
  readonly from: number
  /** Sub-gamma jump in the unit of the sum: 0 (default) for sub-Gaussian noise; may be negative. */
  readonly jump?: number
  /** How fast the chance is spread over epochs, above 1; default 1.4. */
  readonly power?: number
  /** The ratio of two epochs, above 1; default 2. */
  readonly ratio?: number
}

/**
 * How far above 0 a sum of noise may be at every look at once, growing at the rate of the law of the iterated logarithm.
 *
 * Straight lines, one per epoch of variance, stitched into one curve. For looks without an end, over many orders of
 * magnitude; for a trial with a planned size `normalMixtureBound` is narrower there. One-sided: use `alpha / 2` for two.
 *
 * @param variance Accumulated, at least 0.
 * @param alpha In (0, 1).
 * @throws {RangeError} when an argument is out of range.
 * @see Howard, Ramdas, McAuliffe & Sekhon (2021), Annals of Statistics 49, theorem 1 and equation 10.
 */
export function polyStitchingBound(
  variance: number,
  alpha: number,
  { from, jump = 0, power = 1.4, ratio = 2 }: PolyStitching,
): number {
  if (!(variance >= 0 && from > 0)) throw new RangeError(`variance and from must be positive, got ${variance}, ${from}`)
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`alpha must be in (0, 1), got ${alpha}`)
  if (!(power > 1 && ratio > 1)) throw new RangeError(`power and ratio must be above 1, got ${power} and ${ratio}`)
  const used = Math.max(variance, from)
  const epoch = Math.log((ratio * used) / from)
  const cost = power * (Math.log(epoch) - Math.log(Math.log(ratio))) + Math.log(zeta(power)) - Math.log(alpha)
  const spread = (ratio ** 0.25 + ratio ** -0.25) / Math.SQRT2
  const lift = ((Math.sqrt(ratio) + 1) / 2) * jump * cost
  return Math.sqrt(spread * spread * used * cost + lift * lift) + lift
}

/** Riemann's zeta for s > 1: ten terms, then Euler and Maclaurin. Relative error about 1e-15. @see DLMF 25.2.9. */
function zeta(s: number): number {
  const n = 10
  let sum = 0
  for (let k = 1; k < n; k++) sum += k ** -s
  let term = (s * n ** (-s - 1)) / 2
  sum += n ** (1 - s) / (s - 1) + n ** -s / 2
  // B(2j) over its predecessor's denominator: 1/6, -1/30, 1/42, -1/30, 5/66, -691/2730, 7/6, divided by (2j)!/2.
  for (const [j, bernoulli] of [1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730, 7 / 6].entries()) {
    sum += bernoulli * term
    const at = 2 * j + 2
    term *= ((s + at - 1) * (s + at)) / ((at + 1) * (at + 2) * n * n)
  }
  return sum
}
