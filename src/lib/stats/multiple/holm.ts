import { adjustPresent, type PValues, risingFrom } from './adjust-present.ts'

/**
 * Holm-adjusted p-values, in the caller's order; null stays null and does not count.
 *
 * Reject where the adjusted value is at most the level: the chance of any false rejection is then at most the level,
 * however the tests depend on each other. The default for a few metrics that all must hold. Not for many exploratory
 * ones, where some false alarms are bearable: `benjaminiHochberg`.
 *
 * @param pValues In [0, 1], any order; null where there is none.
 * @throws {RangeError} when a p-value is outside [0, 1].
 * @see Holm (1979), Scandinavian Journal of Statistics 6, 65-70.
 */
export function holm(pValues: PValues): (number | null)[] {
  return adjustPresent(pValues, (ascending) => risingFrom(ascending.map((p, rank) => p * (ascending.length - rank))))
}
