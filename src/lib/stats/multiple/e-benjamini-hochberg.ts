import { benjaminiHochberg } from './benjamini-hochberg.ts'

/**
 * e-BH: for each e-value the smallest level at which it is rejected, in the caller's order; null stays null.
 *
 * Reject where that is at most the level: of the rejections, at most that share is false in the long run, however the
 * hypotheses depend on each other, and whenever the trial is looked at or stopped. This is what a running trial's
 * secondary metrics need. Not for p-values turned round (1/p is no e-value).
 *
 * @param logEValues Natural logarithms, as `differenceSequence` gives them; null where there is none.
 * @throws {RangeError} when a logarithm is not a finite number.
 * @see Wang & Ramdas (2022), JRSS B 84, 822-852, definition 2: the step-up procedure on the reciprocals.
 */
export function eBenjaminiHochberg(logEValues: readonly (number | null)[]): (number | null)[] {
  for (const value of logEValues)
    if (value !== null && !Number.isFinite(value)) throw new RangeError(`a log e-value must be finite, got ${value}`)
  return benjaminiHochberg(logEValues.map((value) => (value === null ? null : Math.min(1, Math.exp(-value)))))
}
