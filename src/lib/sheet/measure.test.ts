import { describe, expect, test } from 'vitest'
import { measure } from './measure.ts'

describe('measure', () => {
  test('the last cell may settle how the first was read', () => {
    const sales = measure('sales', 'point')
    sales.add(0, '1,234', 2)
    sales.add(1, '0,5', 3)
    const { sum, count, warnings } = sales.settle()
    expect([sum(0), sum(1), sum(2), count(0), count(2)]).toEqual([1.234, 0.5, 0, 1, 0])
    expect(warnings).toEqual([])
  })

  test('cells of the losing style are named, one by one, and left out', () => {
    const sales = measure('sales', 'point')
    for (const [row, text] of ['1,5', '2,5', '3.25'].entries()) sales.add(0, text, row)
    expect(sales.settle().warnings).toMatchObject([
      { code: 'other-decimals', values: { count: 1, text: '3.25' }, at: { row: 2 } },
    ])
  })

  test('every cell that reads both ways, and every cell with another mark, has its place', () => {
    const sales = measure('sales', 'point')
    for (const [row, text] of ['1,234', '5', '2,345', '3 €', '4 €'].entries()) sales.add(0, text, row)
    expect(sales.settle().warnings).toMatchObject([
      { code: 'unsure-numbers', values: { text: '1,234', readAs: 1234 }, places: [{ row: 0 }, { row: 2 }] },
      { code: 'mixed-marks', values: { mark: '', other: '€' }, places: [{ row: 3 }, { row: 4 }] },
    ])
  })

  test('a column of gaps has no numbers and no problem', () => {
    const sales = measure('sales', 'point')
    sales.add(0, 'NA', 2)
    expect(sales.settle().count(0)).toBe(0)
  })
})
