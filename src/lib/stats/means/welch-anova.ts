import { fUpperTail } from '../distribution/f.ts'
import type { Moments } from '../numeric/moments.ts'
import { type ArmEstimate, type ArmGap, armMean } from './arm-estimate.ts'

export interface WelchAnova {
  /** Welch's F; null (all four) when `reason` says why. */
  statistic: number | null
  numeratorDegreesOfFreedom: number | null
  denominatorDegreesOfFreedom: number | null
  /** Against all means being equal. */
  pValue: number | null
  /** `no-variation`: an arm's values are all equal, so that its weight would be infinite. The others as `welch`. */
  reason: ArmGap | 'no-variation' | null
}

/**
 * Whether the means of two or more arms differ at all, with unequal spreads and sizes; for two arms it is `welch`, F = t².
 *
 * It names no arm: use `compareMeansWithControl` for that. Not needed before it, either.
 *
 * @throws {RangeError} when there are fewer than two arms or a moment is impossible.
 * @see Welch (1951), Biometrika 38, 330-336.
 */
export function welchAnova(arms: readonly Moments[]): WelchAnova {
  if (arms.length < 2) throw new RangeError(`need at least two arms, got ${arms.length}`)
  const means = arms.map(armMean)
  for (const gap of ['empty-arm', 'too-few-values'] as const) if (means.includes(gap)) return without(gap)
  const usable = means.filter((arm): arm is ArmEstimate => typeof arm !== 'string')
  if (usable.some(({ variance }) => variance === 0)) return without('no-variation')

  // Weights relative to the largest, and distances from the first mean: neither the unit nor the level costs digits.
  const least = Math.min(...usable.map(({ variance }) => variance))
  const weights = usable.map(({ variance }) => least / variance)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const origin = (usable[0] as ArmEstimate).estimate
  const centre = usable.reduce((sum, arm, i) => sum + (weights[i] as number) * (arm.estimate - origin), 0) / total
  let between = 0
  let unsure = 0
  for (const [i, { estimate, degreesOfFreedom }] of usable.entries()) {
    const weight = weights[i] as number
    between += weight * ((estimate - origin - centre) ** 2 / least)
    unsure += (1 - weight / total) ** 2 / (degreesOfFreedom as number)
  }
  const k = arms.length
  const statistic = between / (k - 1) / (1 + (2 * (k - 2) * unsure) / (k * k - 1))
  const denominator = (k * k - 1) / (3 * unsure)
  return {
    statistic,
    numeratorDegreesOfFreedom: k - 1,
    denominatorDegreesOfFreedom: denominator,
    pValue: fUpperTail(statistic, k - 1, denominator),
    reason: null,
  }
}

function without(reason: ArmGap | 'no-variation'): WelchAnova {
  const nothing = { numeratorDegreesOfFreedom: null, denominatorDegreesOfFreedom: null, pValue: null }
  return { statistic: null, ...nothing, reason }
}
