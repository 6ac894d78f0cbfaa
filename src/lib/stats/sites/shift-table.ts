/**
 * `studentised`: the difference over its HC2 standard error, which keeps the test's size nearly right when the groups
 * vary unequally. `difference`: the plain difference, the one choice when a group has a single site.
 */
export type PermutationStatistic = 'studentised' | 'difference'

export interface ShiftTable {
  /**
   * One more arrangement. The first one pushed is the real one.
   *
   * Taking an effect u from the really treated moves the difference to `difference - u * slope`, and its variance to
   * `constant + u * linear + u^2 * square`.
   */
  push(difference: number, slope: number, constant: number, linear: number, square: number): void
  /** How many arrangements are as far from zero as the real one once `shift` is taken away, ties included. */
  atLeastAsFar(shift: number, tie: number, statistic: PermutationStatistic): number
  /** Likewise without the ties: those that are truly farther. */
  farther(shift: number, tie: number, statistic: PermutationStatistic): number
  /** How many have been pushed. */
  filled(): number
}

/**
 * One row per arrangement, five numbers each, that answer any shift in a few nanoseconds: an interval is searched
 * without rearranging again.
 *
 * All numbers should be of size one: the caller divides by the scale of the data. The real arrangement's difference
 * is 0 at shift 0 and its slope is 1: the values have the estimate taken from them beforehand.
 *
 * @param rows At most this many arrangements will be pushed.
 */
export function shiftTable(rows: number): ShiftTable {
  const columns = Array.from({ length: 5 }, () => new Float64Array(rows))
  const [difference, slope, constant, linear, square] = columns as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  let filled = 0

  function push(a: number, b: number, v0: number, v1: number, v2: number): void {
    difference[filled] = a
    slope[filled] = b
    constant[filled] = v0
    linear[filled] = v1
    square[filled] = v2
    filled += 1
  }

  /** `isInclusive` counts what reaches `far` or falls short of it by the dust of rounding; else what exceeds it by more. */
  function count(shift: number, statistic: PermutationStatistic, far: number, isInclusive: boolean): number {
    const realVariance = (constant[0] as number) + shift * ((linear[0] as number) + shift * (square[0] as number))
    // An arrangement without variation is infinitely far; the rounding of its variance must not make it near.
    const dust = 1e-12 * far * realVariance * (isInclusive ? 1 : -1)
    let found = 0
    for (let i = 0; i < filled; i++) {
      const distance = (difference[i] as number) - shift * (slope[i] as number)
      // Multiplied out instead of divided: an arrangement without variation is infinitely far, not NaN.
      const left = statistic === 'difference' ? distance * distance : distance * distance * realVariance
      const variance = (constant[i] as number) + shift * ((linear[i] as number) + shift * (square[i] as number))
      const right = statistic === 'difference' ? far : far * variance - dust
      if (left >= right) found += 1
    }
    return found
  }

  return {
    push,
    filled: () => filled,
    atLeastAsFar(shift, tie, statistic) {
      // Sums in another order differ in their last digits; a tie that is missed would make p too small.
      const slack = 2e-9 + (4 * tie) / Math.abs(shift)
      return slack < 1 ? count(shift, statistic, shift * shift * (1 - slack), true) : filled
    },
    farther(shift, tie, statistic) {
      const bound = Math.abs(shift) * (1 + 2e-9) + 2 * tie + 1e-12
      return count(shift, statistic, bound * bound, false)
    },
  }
}
