import { compareProportions, type ProportionComparison, type ProportionOptions } from './compare-proportions.ts'
import { chiSquareHomogeneity, type Homogeneity } from './homogeneity.ts'
import type { Proportion } from './proportion.ts'

export interface ControlComparisons {
  /** Do the arms differ at all, the control among them. */
  homogeneity: Homogeneity
  /** Each arm against the control, in the order given; p-values as they are, not adjusted for their number. */
  comparisons: ProportionComparison[]
}

/**
 * Several arms against one control: each on its own, and all together.
 *
 * Intervals and p-values are those of a single comparison. With more than one arm, adjust the p-values (Holm) before
 * any is called a win; for intervals that hold together pass `confidence: 1 - 0.05 / arms`.
 *
 * @throws {RangeError} as `compareProportions`; when there is no arm.
 * @see `compareProportions`, `chiSquareHomogeneity`.
 */
export function compareProportionsWithControl(
  arms: readonly Proportion[],
  control: Proportion,
  options: ProportionOptions = {},
): ControlComparisons {
  if (arms.length === 0) throw new RangeError('need at least one arm beside the control, got 0')
  return {
    homogeneity: chiSquareHomogeneity([control, ...arms]),
    comparisons: arms.map((arm) => compareProportions(arm, control, options)),
  }
}
