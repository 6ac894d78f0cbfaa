import { findRoot } from './find-root.ts'

/**
 * Where a rising function crosses zero between `low` and `high`; an end, where it does not: `findRoot` for limits that may
 * lie at the edge of what is possible. A falling function is passed negated.
 *
 * @param rising At most 0 below the crossing and at least 0 above it; may be infinite.
 * @throws {RangeError} as `findRoot`.
 */
export function findCrossing(rising: (x: number) => number, low: number, high: number): number {
  return findRoot(rising, low, high) ?? (rising(low) > 0 ? low : high)
}
