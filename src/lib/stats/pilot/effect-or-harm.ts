import { type Direction, nonInferiority } from '../evidence/non-inferiority.ts'
import { compareMeans } from '../sites/compare-means.ts'
import type { EffectInference } from '../sites/infer-effect.ts'

export interface HarmOptions {
  /** The one-sided p-value at which harm stops, in (0, 0.5): `harmLevel` of the look. */
  level: number
  better: Direction
  /** How much worse is bearable, in the unit of the values, at least 0. */
  margin: number
  /** Differences up to this size are rounding, in the unit of the values. */
  resolution: number
}

/** Of two sites in a group nothing tells how much such sites differ: harm stops falsely in 6.5 % of trials. */
export const LEAST_SITES_FOR_HARM = 3

/**
 * The effect as it was inferred; or, where the sites already got worse beyond the margin, the effect with the interval
 * that says so.
 *
 * Permutations of few sites have a smallest p-value (0.029 of four against four), so that they see no harm before the
 * last look, however large it is. The t interval on one change per site has no such floor. It is shown for harm alone:
 * for anything else the method that was planned stays.
 *
 * With fewer than `LEAST_SITES_FOR_HARM` in a group the effect stays as it was.
 *
 * @throws {RangeError} when the level is outside (0, 0.5), or the margin is negative.
 * @see compareMeans; lookSchedule. Its false alarms over all looks are measured in `looks.calibration.ts`.
 */
export function effectOrHarm(
  effect: EffectInference,
  treated: readonly number[],
  comparison: readonly number[],
  { level, better, margin, resolution }: HarmOptions,
): EffectInference {
  if (!(level > 0 && level < 0.5)) throw new RangeError(`level must be in (0, 0.5), got ${level}`)
  if (Math.min(treated.length, comparison.length) < LEAST_SITES_FOR_HARM) return effect
  const { reason, pValue, ...found } = compareMeans(treated, comparison, { confidence: 1 - 2 * level, resolution })
  if (reason !== null || pValue === null) return effect
  if (nonInferiority(found, margin, better).verdict !== 'harm') return effect
  // What says it already, by the method that was planned, keeps it.
  if (effect.low !== null && nonInferiority(effect, margin, better).verdict === 'harm') return effect
  return {
    ...found,
    method: 'cr2',
    noInterval: null,
    pValue,
    pValueMethod: 'cr2-t',
    ...{ smallestPossibleP: null, arrangements: null, rank: null },
    secondReading: secondOf(effect),
  }
}

/** What the permutation of the sites said, a placebo test included. */
function secondOf({ method, secondReading, pValue, low, high }: EffectInference): EffectInference['secondReading'] {
  return method === 'cr2' ? secondReading : { method: 'permutation', pValue, low, high }
}
