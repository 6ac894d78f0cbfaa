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

  test('cells of the losing style are text', () => {
    const sales = measure('sales', 'point')
    for (const [row, text] of ['1,5', '2,5', '3.25'].entries()) sales.add(0, text, row)
    expect(sales.settle().warnings).toMatchObject([
      { code: 'text-in-numbers', values: { count: 1, text: '3.25' }, at: { row: 2 } },
    ])
  })

  test('a column of gaps has no numbers and no problem', () => {
    const sales = measure('sales', 'point')
    sales.add(0, 'NA', 2)
    expect(sales.settle().count(0)).toBe(0)
  })
})
