import type { ArmEstimate } from './arm-estimate.ts'
import { satterthwaite } from './compare-estimates.ts'
import { upperTail } from './t-or-normal.ts'

/**
 * How far a difference may go: `absolute` in the unit of the metric, `relative` as a share of the comparison's level.
 * Fixed before the start.
 */
export type Margin = { readonly absolute: number } | { readonly relative: number }

export interface MarginTest {
  /** `treated - comparison - margin`, in standard errors. */
  statistic: number
  degreesOfFreedom: number | null
  /** One-sided: against being at or below the margin. */
  above: number
  /** One-sided: against being at or above the margin. */
  below: number
}

/**
 * Tests a difference against a margin, signed: relative -0.1 asks whether treated is 90 % of the comparison.
 *
 * A relative margin is tested as `treated - (1 + margin) comparison` against 0, so that the comparison's noise is in it and
 * no ratio is formed. Null when nothing varies.
 *
 * @see Hauschke, Kieser, Diletti & Burke (1999), Statistics in Medicine 18, 93-105 (ratio form); Schuirmann (1987).
 */
export function marginTest(treated: ArmEstimate, comparison: ArmEstimate, margin: Margin): MarginTest | null {
  const factor = 'relative' in margin ? 1 + margin.relative : 1
  const shift = 'absolute' in margin ? margin.absolute : 0
  const parts = [treated, { ...comparison, variance: factor * factor * comparison.variance }]
  const variance = parts.reduce((sum, part) => sum + part.variance, 0)
  if (!(variance > 0)) return null
  const statistic = (treated.estimate - factor * comparison.estimate - shift) / Math.sqrt(variance)
  const degreesOfFreedom = satterthwaite(parts)
  const [above, below] = [upperTail(statistic, degreesOfFreedom), upperTail(-statistic, degreesOfFreedom)]
  return { statistic, degreesOfFreedom, above, below }
}
