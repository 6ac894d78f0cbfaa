import { expect, test } from 'vitest'
import type { SheetDoubt } from '../sheet.ts'
import { holesIn } from './holes-in.ts'

const gaps: SheetDoubt = { code: 'gaps', values: { places: 7, sites: 7, site: 'Hill', period: '5' }, places: [] }
const text = (column: string): SheetDoubt => ({
  code: 'text-in-numbers',
  values: { count: 1, text: 'closed' },
  places: [{ row: 34, column, text: 'closed' }],
})

test('rows that are not there and cells that cannot be read are one number, the one under the picture', () => {
  const { missing, others } = holesIn([gaps, text('sales'), text('late')], { filled: 32, places: 40, column: 'sales' })
  expect(missing).toMatchObject({ count: 8, noRow: 7, cell: 1, site: 'Hill', period: '5', row: 34, text: 'closed' })
  expect(others).toEqual([text('late')])
})

test('a cell that costs no figure is told by itself, and a full table lacks nothing', () => {
  const doubts = [gaps, text('sales')]
  expect(holesIn(doubts, { filled: 33, places: 40, column: 'sales' }).others).toEqual([text('sales')])
  expect(holesIn([text('sales')], { filled: 40, places: 40, column: 'sales' })).toEqual({
    missing: null,
    others: [text('sales')],
  })
})
