import { adjustPresent, fallingTo, type PValues } from './adjust-present.ts'

/**
 * Benjamini-Hochberg-adjusted p-values ("q-values"), in the caller's order; null stays null and does not count.
 *
 * Reject where the adjusted value is at most the level: of the rejections, at most that share is false in the long run,
 * for independent or positively dependent tests. The default for a trial's secondary metrics. Not for a promise about
 * each single one (`holm`), not for looks at a running trial (`eBenjaminiHochberg`).
 *
 * @param pValues In [0, 1], any order; null where there is none.
 * @throws {RangeError} when a p-value is outside [0, 1].
 * @see Benjamini & Hochberg (1995), JRSS B 57, 289-300; Benjamini & Yekutieli (2001), Annals of Statistics 29, theorem 1.2.
 */
export function benjaminiHochberg(pValues: PValues): (number | null)[] {
  return adjustPresent(pValues, stepUp)
}

function stepUp(ascending: readonly number[]): number[] {
  return fallingTo(ascending.map((p, rank) => (p * ascending.length) / (rank + 1)))
}
