import { type ShiftTable, shiftTable } from './shift-table.ts'

export interface ArrangementTable extends Pick<ShiftTable, 'atLeastAsFar' | 'farther'> {
  /** One more arrangement: the indices that take the place of the first group. */
  add(indices: Int32Array): void
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
  const table = shiftTable(rows)
  const [weight, otherWeight] = [1 / (size * Math.max(1, size - 1)), 1 / (others * Math.max(1, others - 1))]
  const allSquares = values.reduce((sum, value) => sum + value * value, 0)

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
    table.push(
      sum / size + sum / others,
      moved / size - stayed / others,
      weight * (squares - (sum * sum) / size) + otherWeight * (allSquares - squares - (sum * sum) / others),
      -2 * (weight * (movedSum - (sum * moved) / size) - otherWeight * (movedSum - (sum * stayed) / others)),
      weight * (moved - (moved * moved) / size) + otherWeight * (stayed - (stayed * stayed) / others),
    )
  }
  return { add, atLeastAsFar: table.atLeastAsFar, farther: table.farther }
}
