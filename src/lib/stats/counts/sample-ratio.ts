import { chiSquareUpperTail } from '../distribution/chi-square.ts'
import { exactMultinomial } from './exact-multinomial.ts'

export interface SampleRatio {
  /** False: the arms are not as they were planned, so nothing may be read from the trial before the cause is found. */
  passed: boolean | null
  /** Null when `reason` says why. */
  pValue: number | null
  method: 'chi-square' | 'exact' | 'zero-weight-arm' | null
  /** Pearson's; null where the test is exact. */
  statistic: number | null
  /** Arms with a weight above 0, less 1. */
  degreesOfFreedom: number
  /** The units that each arm should have, in the order given. */
  expected: number[]
  level: number
  /** `no-units`: nobody yet. `one-arm`: a single arm has weight, so nothing can be compared. */
  reason: 'no-units' | 'one-arm' | null
}

/**
 * Whether the arms have the sizes that their weights promise (sample-ratio mismatch), at one planned look.
 *
 * Pearson's chi-square over arms with a weight above 0, exact multinomial when one of them expects fewer than 5 units. Any
 * unit in an arm of weight 0 fails at once with p = 0: nobody could have been sent there. A failure means a fault in
 * assignment, logging or filtering, not a result.
 *
 * Counts units, not their rows. Not day after day on growing counts: at 40 looks it fails 1 % of sound trials, not 0.1 %.
 *
 * @param counts Units in each arm, whole numbers.
 * @param weights Planned shares in any unit, at least 0, not all 0; the same length.
 * @param options.level Chance to fail a sound trial, in (0, 1), default 0.001.
 * @throws {RangeError} when lengths differ, a count or weight is impossible, or the level is outside (0, 1).
 * @see Pearson (1900); Fabijan et al. (2019), KDD, 2156-2164.
 */
export function sampleRatio(
  counts: readonly number[],
  weights: readonly number[],
  { level = 0.001 } = {},
): SampleRatio {
  check(counts, weights, level)
  const totalWeight = weights.reduce((sum, weight) => sum + weight, 0)
  const units = counts.reduce((sum, count) => sum + count, 0)
  const expected = weights.map((weight) => units * (weight / totalWeight))
  const live = counts.flatMap((count, i) => ((weights[i] ?? 0) > 0 ? [{ count, expected: expected[i] ?? 0 }] : []))
  const degreesOfFreedom = live.length - 1
  const answer = { statistic: null, degreesOfFreedom, expected, level }
  if (live.reduce((sum, { count }) => sum + count, 0) < units)
    return { ...answer, passed: false, pValue: 0, method: 'zero-weight-arm', reason: null }
  const without = { ...answer, passed: null, pValue: null, method: null }
  if (live.length === 1) return { ...without, reason: 'one-arm' }
  if (units === 0) return { ...without, reason: 'no-units' }

  if (live.some((arm) => arm.expected < 5)) {
    const pValue = exactMultinomial(
      live.map(({ count }) => count),
      live.map((arm) => arm.expected / units),
    )
    return { ...answer, passed: pValue > level, pValue, method: 'exact', reason: null }
  }
  const statistic = live.reduce((sum, arm) => sum + (arm.count - arm.expected) ** 2 / arm.expected, 0)
  const pValue = Math.min(1, chiSquareUpperTail(statistic, degreesOfFreedom))
  return { ...answer, statistic, passed: pValue > level, pValue, method: 'chi-square', reason: null }
}

function check(counts: readonly number[], weights: readonly number[], level: number): void {
  if (counts.length === 0 || counts.length !== weights.length)
    throw new RangeError(`need as many counts as weights, at least one, got ${counts.length} and ${weights.length}`)
  for (const count of counts)
    if (!(Number.isSafeInteger(count) && count >= 0))
      throw new RangeError(`counts must be whole numbers, at least 0, got ${count}`)
  for (const weight of weights)
    if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY))
      throw new RangeError(`weights must be at least 0 and finite, got ${weight}`)
  if (!weights.some((weight) => weight > 0)) throw new RangeError('a weight must be above 0, got none')
  if (!(level > 0 && level < 1)) throw new RangeError(`level must be in (0, 1), got ${level}`)
}
