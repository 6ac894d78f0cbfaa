/** What one finished trial says about its effect, in a unit that all of them share. */
export interface TrialEffect {
  estimate: number
  /** Of the estimate, in its unit, positive. */
  standardError: number
}

/** @throws {RangeError} when an estimate is not finite or a standard error not positive. */
export function checkEffects(effects: readonly TrialEffect[]): void {
  for (const { estimate, standardError } of effects) {
    if (!Number.isFinite(estimate)) throw new RangeError(`estimate must be finite, got ${estimate}`)
    if (!(standardError > 0 && standardError < Number.POSITIVE_INFINITY))
      throw new RangeError(`standardError must be positive and finite, got ${standardError}`)
  }
}
