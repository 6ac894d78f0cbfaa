import type { PValues } from './adjust-present.ts'

export interface IntersectionUnion {
  /** Of "at least one of them fails": the largest of the p-values. Null when one is missing, or there are none. */
  pValue: number | null
  /** Where the largest p-value, or the first missing one, stands in the caller's order; null when there are none. */
  weakest: number | null
  /** `missing`: a p-value is null, and what was not measured was not shown. `none`: there are no hypotheses. */
  reason: 'missing' | 'none' | null
}

/**
 * Whether all of several things hold together, such as every guardrail being no worse than its margin.
 *
 * All are shown at the level when each is, so nothing is corrected: the chance of a false "all of them" is at most the
 * level, however they depend on each other. Not for "at least one of them" (`holm`), and a missing one is not passed over.
 *
 * @param pValues One-sided, against "this one fails", in [0, 1]; null where the data gave none.
 * @throws {RangeError} when a p-value is outside [0, 1].
 * @see Berger (1982), Technometrics 24, 295-300, theorem 1.
 */
export function intersectionUnion(pValues: PValues): IntersectionUnion {
  let weakest: number | null = null
  let largest = -1
  for (const [at, pValue] of pValues.entries()) {
    if (pValue !== null && !(pValue >= 0 && pValue <= 1))
      throw new RangeError(`a p-value must be in [0, 1], got ${pValue}`)
    const size = pValue ?? 2
    if (size <= largest) continue
    largest = size
    weakest = at
  }
  if (weakest === null) return { pValue: null, weakest, reason: 'none' }
  if (largest > 1) return { pValue: null, weakest, reason: 'missing' }
  return { pValue: largest, weakest, reason: null }
}
