/** A p-value per hypothesis, in the caller's order; null where there is none (the data could not give one). */
export type PValues = readonly (number | null)[]

/**
 * Adjusts the p-values that are there, and puts the answers back in the caller's order: null stays null.
 *
 * A missing p-value takes no part: it does not count among the hypotheses, so it costs the others nothing.
 *
 * @param adjust Gets the present p-values in ascending order, gives as many adjusted ones in the same order.
 * @throws {RangeError} when a p-value is outside [0, 1].
 */
export function adjustPresent(
  pValues: PValues,
  adjust: (ascending: readonly number[]) => readonly number[],
): (number | null)[] {
  const present = pValues.flatMap((pValue, at) => (pValue === null ? [] : [{ pValue, at }]))
  for (const { pValue } of present)
    if (!(pValue >= 0 && pValue <= 1)) throw new RangeError(`a p-value must be in [0, 1], got ${pValue}`)
  present.sort((a, b) => a.pValue - b.pValue)
  const adjusted = adjust(present.map(({ pValue }) => pValue))
  const answer: (number | null)[] = pValues.map(() => null)
  for (const [rank, { at }] of present.entries()) answer[at] = adjusted[rank] ?? null
  return answer
}

/** Steps down from the smallest: each at least as large as the one before, none above 1. */
export function risingFrom(values: readonly number[]): number[] {
  let largest = 0
  return values.map((value) => {
    largest = Math.max(largest, Math.min(1, value))
    return largest
  })
}

/** Steps up from the largest: each at most as large as the one after, none above 1. */
export function fallingTo(values: readonly number[]): number[] {
  let smallest = 1
  return values
    .toReversed()
    .map((value) => {
      smallest = Math.min(smallest, value)
      return smallest
    })
    .toReversed()
}
