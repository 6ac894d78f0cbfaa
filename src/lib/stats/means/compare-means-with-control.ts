import type { Moments } from '../numeric/moments.ts'
import { requireConfidence } from '../numeric/require-confidence.ts'
import type { ArmGap } from './arm-estimate.ts'
import type { Difference } from './compare-estimates.ts'
import { welch } from './welch.ts'

export interface ControlComparison {
  /** Of this arm with the control, as if it were the only one. */
  alone: Difference<ArmGap>
  /**
   * The same with the promise for all arms together: the chance that any interval misses, or any true null is
   * rejected, is at most `1 - confidence`. p-value and interval are Bonferroni's.
   */
  together: Difference<ArmGap>
}

/**
 * Each arm against one control, by Welch's test; alone, and with room made for there being several.
 *
 * Bonferroni needs nothing of the arms' spreads or sizes; with up to three arms beside the control it is at most 2 % wider
 * than Dunnett's exact interval. Not for picking the best of many arms and reporting its estimate: that one is too high.
 *
 * @param arms At least one. @returns one answer per arm, in their order.
 * @throws {RangeError} when there is no arm, a moment is impossible or the confidence outside (0, 1).
 * @see Dunn (1961), JASA 56, 52-64; Dunnett (1955), JASA 50, 1096-1121.
 */
export function compareMeansWithControl(
  arms: readonly Moments[],
  control: Moments,
  { confidence = 0.95 }: { confidence?: number } = {},
): ControlComparison[] {
  requireConfidence(confidence)
  if (arms.length === 0) throw new RangeError('need at least one arm beside the control')
  return arms.map((arm) => {
    const alone = welch(arm, control, { confidence })
    const { low, high } = welch(arm, control, { confidence: 1 - (1 - confidence) / arms.length })
    const pValue = alone.pValue === null ? null : Math.min(1, alone.pValue * arms.length)
    return { alone, together: { ...alone, low, high, pValue } }
  })
}
