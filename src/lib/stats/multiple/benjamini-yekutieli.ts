import { adjustPresent, fallingTo, type PValues } from './adjust-present.ts'

/**
 * Benjamini-Yekutieli-adjusted p-values, in the caller's order; null stays null and does not count.
 *
 * As `benjaminiHochberg`, but the share of false rejections is kept however the tests depend on each other. The price is
 * a factor of 1 + 1/2 + ... + 1/m, which is 2.9 for ten hypotheses: not where they are independent or move together.
 *
 * @param pValues In [0, 1], any order; null where there is none.
 * @throws {RangeError} when a p-value is outside [0, 1].
 * @see Benjamini & Yekutieli (2001), Annals of Statistics 29, 1165-1188, theorem 1.3.
 */
export function benjaminiYekutieli(pValues: PValues): (number | null)[] {
  return adjustPresent(pValues, (ascending) => {
    const m = ascending.length
    const price = ascending.reduce((sum, _, rank) => sum + 1 / (m - rank), 0)
    return fallingTo(ascending.map((p, rank) => (price * p * m) / (rank + 1)))
  })
}
