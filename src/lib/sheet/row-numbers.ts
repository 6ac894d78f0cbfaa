import { grow } from './grow.ts'

/** Row numbers kept for one slot. Their count goes on. */
export const rowsKept = 100

/** The rows that fell into numbered slots. Most slots hold one row, so the first needs no array of its own. */
export interface RowNumbers {
  first: Uint32Array
  count: Uint32Array
  more: Map<number, number[]>
}

export function rowNumbers(): RowNumbers {
  return { first: new Uint32Array(16), count: new Uint32Array(16), more: new Map() }
}

/** Counts a row, and remembers it when it is among the first 100 of its slot. */
export function addRow(numbers: RowNumbers, slot: number, row: number): void {
  numbers.first = grow(numbers.first, slot + 1)
  numbers.count = grow(numbers.count, slot + 1)
  const count = numbers.count[slot] ?? 0
  numbers.count[slot] = count + 1
  if (count === 0) numbers.first[slot] = row
  else if (count < rowsKept) {
    const rows = numbers.more.get(slot)
    if (rows) rows.push(row)
    else numbers.more.set(slot, [row])
  }
}

/** The first 100 rows of a slot, and how many there were. */
export function rowsOf({ first, count, more }: RowNumbers, slot: number): { rows: number[]; count: number } {
  const all = count[slot] ?? 0
  return { rows: all ? [first[slot] ?? 0, ...(more.get(slot) ?? [])] : [], count: all }
}

/** Adds the rows of a slot to a slot of `into`, which has room for it. An empty one takes them over without a copy. */
export function moveRows(from: RowNumbers, slot: number, into: RowNumbers, target: number): void {
  const count = from.count[slot] ?? 0
  const more = from.more.get(slot)
  if ((into.count[target] ?? 0) === 0) {
    into.first[target] = from.first[slot] ?? 0
    into.count[target] = count
    if (more) into.more.set(target, more)
    return
  }
  const { rows } = rowsOf(from, slot)
  for (const row of rows) addRow(into, target, row)
  into.count[target] = (into.count[target] ?? 0) + count - rows.length
}
