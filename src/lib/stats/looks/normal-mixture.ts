import { normalLogCdf } from '../distribution/normal.ts'
import { findCrossing } from '../numeric/find-crossing.ts'

/** 2: crossing on either side counts. 1: only above. */
export type Sides = 1 | 2

/**
 * The `scale` of a normal mixture that makes its bound narrowest at one amount of information.
 *
 * The bound stays valid everywhere; away from the chosen place it is wider, slowly (tenfold either way: about a tenth).
 *
 * @param variance Where it should be narrowest, in the unit of accumulated variance; positive.
 * @param alpha The chance of ever crossing, in (0, 1); for one side in (0, 0.5).
 * @throws {RangeError} when an argument is out of range.
 * @see Howard, Ramdas, McAuliffe & Sekhon (2021), Annals of Statistics 49, 1055-1080, proposition 3 and equation 26 (the
 *   usual approximation of Lambert's W); one-sided: at twice alpha.
 */
export function normalMixtureScale(variance: number, alpha: number, sides: Sides = 2): number {
  if (!(variance > 0 && variance < Number.POSITIVE_INFINITY))
    throw new RangeError(`variance must be positive and finite, got ${variance}`)
  const level = sides === 1 ? 2 * alpha : alpha
  if (!(level > 0 && level < 1)) throw new RangeError(`alpha must be in (0, ${1 / (3 - sides)}), got ${alpha}`)
  const evidence = -2 * Math.log(level)
  return variance / (evidence + Math.log1p(evidence))
}

/**
 * The logarithm of the e-value of a sum of noise: how much better a mixture of moved means explains it than none.
 *
 * Its exponential is, at every look, at most 1 on average while the mean is 0 (with one side: at most 0), so it ever
 * exceeds `1 / alpha` with a chance of at most `alpha`. The mixture is normal with variance `1 / scale`, folded for one side.
 *
 * @param sum Of the values less their mean under the null hypothesis.
 * @param variance Of that sum, at least 0.
 * @param scale From `normalMixtureScale`, chosen before the data.
 * @see Howard et al. (2021), equations 23 and 24; Robbins (1970), Annals of Mathematical Statistics 41, 1397-1409.
 */
export function normalMixtureLogE(sum: number, variance: number, scale: number, sides: Sides = 2): number {
  const total = variance + scale
  const square = (sum / total) * sum
  const two = (square - Math.log1p(variance / scale)) / 2
  return sides === 2 ? two : two + Math.LN2 + normalLogCdf(sum / Math.sqrt(total))
}

/**
 * How far a sum of noise may be from 0 at every look at once: beyond it with a chance of at most `alpha`, ever.
 *
 * Two-sided in closed form; one-sided by root finding on the exact mixture, to about 1e-14. The closed one-sided form in
 * the literature, `sqrt(2 (v + r) ln(1 + sqrt((v + r) / r) / (2 alpha)))`, is a little wider than this and not needed.
 *
 * @throws {RangeError} when the variance is negative, the scale is not positive, or alpha is outside (0, 1).
 * @see Howard et al. (2021), equations 14 and 24; Waudby-Smith et al. (2024), arXiv 2103.06476, propositions on both.
 */
export function normalMixtureBound(variance: number, alpha: number, scale: number, sides: Sides = 2): number {
  if (!(variance >= 0 && scale > 0))
    throw new RangeError(`variance and scale must be positive, got ${variance}, ${scale}`)
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`alpha must be in (0, 1), got ${alpha}`)
  const total = variance + scale
  const two = Math.sqrt(total * (Math.log1p(variance / scale) - 2 * Math.log(alpha)))
  if (sides === 2) return two
  const target = -Math.log(alpha)
  return findCrossing((sum) => normalMixtureLogE(sum, variance, scale, 1) - target, -two, two)
}
