import { expect, test } from 'vitest'
import { addRow, moveRows, rowNumbers, rowsKept, rowsOf } from './row-numbers.ts'

test('keeps the first hundred rows of a slot and counts the rest', () => {
  const numbers = rowNumbers()
  for (let row = 1; row <= 250; row++) addRow(numbers, 40, row)
  addRow(numbers, 3, 7)
  expect(rowsOf(numbers, 40)).toEqual({ rows: Array.from({ length: rowsKept }, (_, at) => at + 1), count: 250 })
  expect(rowsOf(numbers, 3)).toEqual({ rows: [7], count: 1 })
  expect(rowsOf(numbers, 5000)).toEqual({ rows: [], count: 0 })
})

test('rows that are moved together are counted together', () => {
  const [from, into] = [rowNumbers(), rowNumbers()]
  for (let row = 1; row <= 150; row++) addRow(from, row % 2, row)
  moveRows(from, 1, into, 5)
  moveRows(from, 0, into, 5)
  const { rows, count } = rowsOf(into, 5)
  expect([rows.length, rows[0], rows[74], rows[75], count]).toEqual([rowsKept, 1, 149, 2, 150])
})
