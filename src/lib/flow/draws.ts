/** A draw from the uniform distribution on [0, 1): what all randomness of this folder is made of. */
export type Uniform = () => number

/** A draw from the standard normal distribution. @see Box & Muller (1958). */
export function drawNormal(uniform: Uniform): number {
  return Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
}

/**
 * A draw from the gamma distribution with that shape and scale 1.
 *
 * @param shape Above 0.
 * @see Marsaglia & Tsang (2000), ACM TOMS 26, 363-372; below shape 1 by their power of a uniform draw.
 */
export function drawGamma(shape: number, uniform: Uniform): number {
  if (shape < 1) return drawGamma(shape + 1, uniform) * (1 - uniform()) ** (1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = drawNormal(uniform)
    const v = (1 + c * x) ** 3
    if (v > 0 && Math.log(1 - uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
  }
}

/** From here on a Poisson count is drawn as a rounded normal: the difference is far below what a date shows. */
const MANY = 300
const STEP = 30

/** A draw from the Poisson distribution. @param mean At least 0. */
export function drawPoisson(mean: number, uniform: Uniform): number {
  if (mean > MANY) return Math.max(0, Math.round(mean + Math.sqrt(mean) * drawNormal(uniform)))
  let count = 0
  for (let rest = mean; rest > 0; rest -= STEP) {
    // In steps, because exp(-mean) would run out of digits.
    const floor = Math.exp(-Math.min(rest, STEP))
    for (let product = 1 - uniform(); product > floor; product *= 1 - uniform()) count += 1
  }
  return count
}
