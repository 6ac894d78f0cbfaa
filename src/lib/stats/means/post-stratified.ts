import type { Moments } from '../numeric/moments.ts'
import { requireConfidence } from '../numeric/require-confidence.ts'
import { type ArmGap, armMean } from './arm-estimate.ts'
import { type Difference, noDifference, readDifference, satterthwaite } from './compare-estimates.ts'

/** Units that were alike before the start (a region, a size of shop), by arm. */
export interface MeanStratum {
  treated: Moments
  comparison: Moments
  /** The stratum's share of the whole, on any scale, at least 0; default its number of units. Give all or none. */
  weight?: number
}

/**
 * The difference of two means, taken within strata and averaged by their weight.
 *
 * Takes the differences between strata out of the noise, whether or not the draw was stratified, and puts a chance imbalance
 * right. Each stratum has its own spread and its own effect.
 *
 * Not for strata of a few units: one with fewer than two units in an arm has no spread and makes the answer
 * `too-few-values`; join it with a like one, by a rule from the plan. Never by anything that the change can move.
 *
 * @throws {RangeError} when a moment or weight is impossible, some have a weight and some not, or there is no stratum.
 * @see Miratrix, Sekhon & Yu (2013), JRSS B 75, 369-396, section 2.
 */
export function postStratified(
  strata: readonly MeanStratum[],
  { confidence = 0.95 }: { confidence?: number } = {},
): Difference<ArmGap> {
  requireConfidence(confidence)
  if (strata.length === 0) throw new RangeError('need at least one stratum')
  const weighted = strata.filter(({ weight }) => weight !== undefined).length
  if (weighted !== 0 && weighted !== strata.length) throw new RangeError('give every stratum a weight, or none')
  const weights = strata.map((each) => each.weight ?? each.treated.count + each.comparison.count)
  for (const weight of weights)
    if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY))
      throw new RangeError(`weight must be at least 0 and finite, got ${weight}`)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (total === 0) return noDifference(confidence, 'empty-arm')

  let estimate = 0
  let gap: ArmGap | null = null
  const parts: { variance: number; degreesOfFreedom: number | null }[] = []
  for (const [i, { treated, comparison }] of strata.entries()) {
    const share = (weights[i] as number) / total
    if (share === 0) continue
    if (treated.count === 0 || comparison.count === 0) return noDifference(confidence, 'empty-arm')
    estimate += share * (treated.mean - comparison.mean)
    for (const arm of [armMean(treated), armMean(comparison)])
      if (typeof arm === 'string') gap = arm
      else parts.push({ variance: share * share * arm.variance, degreesOfFreedom: arm.degreesOfFreedom })
  }
  if (gap !== null) return { ...noDifference(confidence, gap), estimate }
  const variance = parts.reduce((sum, part) => sum + part.variance, 0)
  return readDifference(estimate, variance, satterthwaite(parts), confidence)
}
