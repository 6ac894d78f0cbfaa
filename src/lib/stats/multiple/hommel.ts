import { adjustPresent, type PValues } from './adjust-present.ts'

/**
 * Hommel-adjusted p-values, in the caller's order; null stays null and does not count.
 *
 * The closed test by Simes' inequality: never larger than Holm's. The chance of any false rejection is at most the level
 * for independent or positively dependent tests (several metrics that move together are); for tests that work against
 * each other it is not promised: use `holm`.
 *
 * Time and memory grow as the square of the number of hypotheses: fine to some thousands.
 *
 * @param pValues In [0, 1], any order; null where there is none.
 * @throws {RangeError} when a p-value is outside [0, 1].
 * @see Hommel (1988), Biometrika 75, 383-386; Simes (1986), Biometrika 73, 751-754.
 */
export function hommel(pValues: PValues): (number | null)[] {
  return adjustPresent(pValues, (ascending) => {
    const m = ascending.length
    const adjusted = ascending.map(() => 0)
    // Among the sets of `size` hypotheses with a given one in it, the rest being the largest makes rejection hardest.
    for (let size = 1; size <= m; size++) {
      const start = m - size
      let rest = 1
      for (let j = 2; j <= size; j++) rest = Math.min(rest, (size * (ascending[start + j - 1] ?? 1)) / j)
      for (let rank = 0; rank < m; rank++) {
        const smallest = ascending[Math.min(rank, start)] ?? 1
        adjusted[rank] = Math.max(adjusted[rank] ?? 0, Math.min(rest, size * smallest))
      }
    }
    return adjusted
  })
}
