import { requireConfidence } from '../numeric/require-confidence.ts'
import { arrangeDesign, type DesignOptions, type DesignUnit } from './arrange-design.ts'
import { permutationInterval } from './permutation-interval.ts'
import type { PermutationStatistic } from './shift-table.ts'

export interface DesignPermutation {
  /** Treated less comparison, in the unit of the values; adjusted for strata and covariates. */
  estimate: number
  statistic: PermutationStatistic
  /** Two-sided, in [smallestPossibleP, 1]; null when `reason` is `one-unit-each`. */
  pValue: number | null
  /** Ties counted half: reported beside the p-value, never for it. */
  midP: number | null
  /** What no data in this design can go below. When it exceeds your level, the trial can show nothing. */
  smallestPossibleP: number
  /** Arrangements tried, the real one included. */
  arrangements: number
  /** True when these are all there are; false when up to 20,000 were drawn and the real one added. */
  exact: boolean
  /** What the test does not reject, in the unit of the values; null (both) when `reason` says why. */
  low: number | null
  high: number | null
  confidence: number
  /**
   * `one-unit-each`: one unit in each arm, nothing can be told. `smallest-p-above-level`: so few arrangements rule out
   * nothing at this confidence (fewer than four in each arm of an even, unstratified draw, at 95 %). `single-unit-arm`: one
   * treated unit against many (or the reverse): a placebo rank, and no interval. `no-variation`: the values leave no noise.
   */
  reason: 'one-unit-each' | 'smallest-p-above-level' | 'single-unit-arm' | 'no-variation' | null
}

/**
 * Test and interval of a trial from how it was drawn: whole, in strata, in pairs, in blocks, or re-drawn until balanced;
 * with or without adjustment for what was known before.
 *
 * All arrangements are tried up to a million, beyond that 20,000 are drawn and the real one is counted with them. The
 * interval is the test's inversion, so the two always agree.
 *
 * Not for units that were chosen rather than drawn, unless as a comparison with placebos; not for several rows of a
 * unit: sum or average them first.
 *
 * @param units One entry a unit of randomisation, both arms.
 * @param options `confidence`: long-run coverage in (0, 1), default 0.95. Others: `arrangeDesign`.
 * @throws {RangeError} as `arrangeDesign`, or when the confidence is outside (0, 1).
 * @see Fisher (1935); Garthwaite (1996), Biometrics 52, 1387-1393; Young (2019), Quarterly Journal of Economics 134, 557-598.
 */
export function permuteDesign(
  units: readonly DesignUnit[],
  { confidence = 0.95, ...options }: DesignOptions & { confidence?: number },
): DesignPermutation {
  requireConfidence(confidence)
  const treated = units.filter((unit) => unit.treated).length
  const [few, many] = [Math.min(treated, units.length - treated), Math.max(treated, units.length - treated)]
  const isPlacebo = few === 1
  const arrangements = arrangeDesign(units, isPlacebo ? { ...options, statistic: 'difference' } : options)
  const { estimate, statistic, count, exact, smallestPossibleP } = arrangements
  const shared = { estimate, statistic, smallestPossibleP, arrangements: count, exact, confidence }
  const none = { low: null, high: null }
  if (many === 1) return { ...shared, ...none, pValue: null, midP: null, reason: 'one-unit-each' }
  const rank = arrangements.atLeastAsFar(0)
  const tested = { ...shared, pValue: rank / count, midP: (rank + arrangements.farther(0)) / 2 / count }
  if (isPlacebo) return { ...tested, ...none, reason: 'single-unit-arm' }
  // Without noise every effect but the estimate is rejected: a point that no one should call an interval.
  if (arrangements.isStill) return { ...tested, ...none, reason: 'no-variation' }
  const { low, high } = permutationInterval(arrangements, confidence)
  return { ...tested, low, high, reason: low === null ? 'smallest-p-above-level' : null }
}
