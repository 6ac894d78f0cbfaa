/**
 * `studentised`: the difference over its HC2 standard error, which keeps the test's size nearly right when the groups
 * vary unequally. `difference`: the plain difference, the one choice when a group has a single site.
 */
export type PermutationStatistic = 'studentised' | 'difference'

export interface ArrangementTable {
  /** One more arrangement: the indices that take the place of the first group. */
  add(indices: Int32Array): void
  /** How many arrangements are as far out as the real one once `shift` is taken from the first group. */
  atLeastAsFar(shift: number, tie: number, statistic: PermutationStatistic): number
}

/**
 * One row per arrangement of `values`, from which its difference of means and its variance follow for any shift.
 *
 * Taking a shift u from the first group moves every difference along a line in u and every variance along a parabola:
 * five numbers a row answer each u in a few nanoseconds, so an interval is searched without rearranging again.
 *
 * @param values The `size` values of the group that really was first, then the others'; each group has mean 0.
 * @param rows How many arrangements will be added. The first one added is the real one: indices 0 to size - 1.
 */
export function arrangementTable(values: Float64Array, size: number, rows: number): ArrangementTable {
  const others = values.length - size
  const [difference, slope, constant, linear, square] = [
    column(rows),
    column(rows),
    column(rows),
    column(rows),
    column(rows),
  ]
  const [weight, otherWeight] = [1 / (size * Math.max(1, size - 1)), 1 / (others * Math.max(1, others - 1))]
  const allSquares = values.reduce((sum, value) => sum + value * value, 0)
  let filled = 0

  function add(indices: Int32Array): void {
    // Over the rearranged first group: sum, squares, and the share of both that the shift will move.
    let [sum, squares, movedSum, moved] = [0, 0, 0, 0]
    for (const index of indices) {
      const value = values[index] as number
      sum += value
      squares += value * value
      if (index < size) {
        movedSum += value
        moved += 1
      }
    }
    // Over the others: what is left, since all values and the first group's each sum to 0.
    const stayed = size - moved
    difference[filled] = sum / size + sum / others
    slope[filled] = moved / size - stayed / others
    constant[filled] =
      weight * (squares - (sum * sum) / size) + otherWeight * (allSquares - squares - (sum * sum) / others)
    linear[filled] =
      -2 * (weight * (movedSum - (sum * moved) / size) - otherWeight * (movedSum - (sum * stayed) / others))
    square[filled] = weight * (moved - (moved * moved) / size) + otherWeight * (stayed - (stayed * stayed) / others)
    filled += 1
  }

  function atLeastAsFar(shift: number, tie: number, statistic: PermutationStatistic): number {
    // Sums in another order differ in their last digits; a tie that is missed would make p too small.
    const slack = 2e-9 + (4 * tie) / Math.abs(shift)
    if (!(slack < 1)) return filled
    const far = shift * shift * (1 - slack)
    const realVariance = constant[0] as number
    let count = 0
    for (let i = 0; i < filled; i++) {
      const distance = (difference[i] as number) - shift * (slope[i] as number)
      // Multiplied out instead of divided: an arrangement without variation is infinitely far, not NaN.
      const left = statistic === 'difference' ? distance * distance : distance * distance * realVariance
      const variance = (constant[i] as number) + shift * ((linear[i] as number) + shift * (square[i] as number))
      const right = statistic === 'difference' ? far : far * variance - 1e-12 * far * realVariance
      if (left >= right) count += 1
    }
    return count
  }
  return { add, atLeastAsFar }
}

function column(rows: number): Float64Array {
  return new Float64Array(rows)
}
