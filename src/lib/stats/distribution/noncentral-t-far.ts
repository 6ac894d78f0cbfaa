import { minimiseLine } from '../numeric/minimise-line.ts'
import { chiSquareLogCdf, chiSquareLogUpperTail } from './chi-square.ts'
import { logOfRest } from './log-tails.ts'
import { normalLogDensity, normalLogUpperTail } from './normal.ts'

/** A noncentrality above this is integrated over the normal part: the chi part has become too narrow to be seen. */
export const FAR = 1e3

/**
 * The natural logarithm of the share of the noncentral t distribution above (or below) a positive `t`, for a noncentrality
 * beyond `FAR`: the mean over the normal part of the share of chi that keeps the quotient above (or below) `t`.
 *
 * Relative error of the share about 1e-11 where it is a number at all; of the logarithm about 1e-9 below that.
 *
 * @see Johnson, Kotz & Balakrishnan (1995), Continuous Univariate Distributions 2, chapter 31.
 */
export function farLogTail(
  t: number,
  degreesOfFreedom: number,
  noncentrality: number,
  side: 'above' | 'below',
): number {
  const isNearlyAll = t < noncentrality
  const log = Math.min(0, farLogSmaller(t, degreesOfFreedom, noncentrality, isNearlyAll))
  return isNearlyAll === (side === 'below') ? log : logOfRest(log)
}

/** Of what is below `t` where that is nearly nothing, else of what is above. */
function farLogSmaller(t: number, degreesOfFreedom: number, noncentrality: number, isNearlyAll: boolean): number {
  // More than a thousand standard errors the other way: the normal share bounds it, and is below every double.
  if (noncentrality < 0) return normalLogUpperTail(-noncentrality) + logShareOfChi(t, degreesOfFreedom, -noncentrality)
  const ofChi = isNearlyAll ? chiSquareLogUpperTail : chiSquareLogCdf
  const at = (z: number) => {
    const ratio = (z + noncentrality) / t
    const share = ratio <= 0 ? (isNearlyAll ? 0 : Number.NEGATIVE_INFINITY) : ofChi(squared(ratio), degreesOfFreedom)
    return normalLogDensity(z) + share
  }
  // Beyond the largest double the chi share is 0, and squares of it would not be a number.
  const squared = (ratio: number) => Math.min(1e300, degreesOfFreedom * ratio * ratio)
  const [low, high] = isNearlyAll ? [-noncentrality, 0] : [0, 1 + degreesOfFreedom / noncentrality]
  return logOfIntegral(at, low, high)
}

/** Given that the normal part came out positive (it is then within 1 / noncentrality of 0), how often it beats `t` chi. */
function logShareOfChi(t: number, degreesOfFreedom: number, noncentrality: number): number {
  // The excess over 0 is exponential with rate `noncentrality`, but for a share of 1 / noncentrality^2.
  const at = (u: number) => {
    const excess = Math.exp(u)
    const ratio = excess / noncentrality / t
    return u - excess + chiSquareLogCdf(Math.min(1e300, degreesOfFreedom * ratio * ratio), degreesOfFreedom)
  }
  return Math.min(0, logOfIntegral(at, -40, Math.log(degreesOfFreedom + 40) + 1))
}

/** Parts smaller than the largest by this factor's exponential are nothing. */
const NOTHING = 45

/** The logarithm of the integral of `exp(logAt)`, which has one peak, in [low, high]. */
function logOfIntegral(logAt: (x: number) => number, low: number, high: number): number {
  const peak = minimiseLine((x) => -logAt(x), low, high, { tolerance: 1e-9 }).x
  const top = logAt(peak)
  // What the width adds is then beyond the digits, and so is the width.
  if (top < -1e10) return top
  const drop = (distance: number) => top - Math.max(logAt(peak - distance), logAt(peak + distance))
  let width = 4
  while (drop(width) > 1 && width > Math.abs(peak) * Number.EPSILON) width /= 2
  let [step, sum, offset] = [width / 2, 0, 0]
  for (let round = 0; round < 12; round++) {
    const before = sum
    const added = sumAround((x) => logAt(x) - top, peak + offset, round === 0 ? step : 2 * step)
    sum = round === 0 ? added : (before + added) / 2
    if (round > 0 && Math.abs(sum - before) <= 1e-8 * sum) break
    step /= 2
    offset = step
  }
  return top + Math.log(sum)
}

function sumAround(at: (x: number) => number, centre: number, step: number): number {
  let sum = 0
  for (const direction of [1, -1])
    for (let i = direction === 1 ? 0 : 1; i < 100_000; i++) {
      const relative = at(centre + direction * i * step)
      sum += Math.exp(relative)
      if (relative < -NOTHING && i > 0) break
    }
  return sum * step
}
