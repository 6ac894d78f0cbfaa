import { adjustPresent, type PValues } from './adjust-present.ts'

/**
 * Bonferroni-adjusted p-values: each times the number of hypotheses, at most 1; null stays null and does not count.
 *
 * Reject where the adjusted value is at most the level: the chance of any false rejection is then at most the level,
 * however the tests depend on each other. Not where `holm` will do: that rejects everything this does, and more. Its
 * use is an interval that goes with it: confidence 1 - level/m each.
 *
 * @param pValues In [0, 1], any order; null where there is none.
 * @throws {RangeError} when a p-value is outside [0, 1].
 * @see Dunn (1961), JASA 56, 52-64.
 */
export function bonferroni(pValues: PValues): (number | null)[] {
  return adjustPresent(pValues, (ascending) => ascending.map((p) => Math.min(1, p * ascending.length)))
}
