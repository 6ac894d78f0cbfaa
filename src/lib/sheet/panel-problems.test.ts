import { describe, expect, test } from 'vitest'
import type { PanelOptions } from './gather-rows.ts'
import type { PanelMapping } from './panel-mapping.ts'
import { readPanel } from './read-panel.ts'

const mapping: PanelMapping = { site: 'shop', period: 'week', value: 'sales', treated: { column: 'pilot' }, since: '2' }
const header = ['shop', 'week', 'sales', 'pilot']
const good = [
  ['A', '1', '5', '1'],
  ['A', '2', '6', '1'],
  ['B', '1', '5', '0'],
  ['B', '2', '6', '0'],
]

/** What reading these rows is refused with. */
function refusal(rows: string[][], changes: Partial<PanelMapping> = {}, options: PanelOptions = {}): unknown {
  try {
    return readPanel([header, ...rows], { ...mapping, ...changes }, options)
  } catch (error) {
    return error
  }
}

describe('a sheet that makes no panel is refused with code, values, row and column', () => {
  test('a column that the header does not have', () => {
    const found = 'shop, week, sales, pilot'
    expect(refusal(good, { value: 'sale' })).toMatchObject({ code: 'no-column', values: { column: 'sale', found } })
    expect(refusal(good, { treated: { column: 'x' } })).toMatchObject({ code: 'no-column' })
    expect(refusal(good, { alsoValues: ['x'] })).toMatchObject({ code: 'no-column' })
    expect(refusal(good, { site: '__proto__' })).toMatchObject({ code: 'no-column' })
  })

  test('a column that plays two parts', () => {
    expect(refusal(good, { period: 'shop' })).toMatchObject({ code: 'column-twice', values: { column: 'shop' } })
    expect(refusal(good, { alsoValues: ['sales'] })).toMatchObject({ code: 'column-twice' })
  })

  test('no rows', () => {
    expect(refusal([])).toMatchObject({ code: 'no-rows' })
    expect(refusal([['', '', '', '']])).toMatchObject({ code: 'no-rows' })
  })

  test('a bare treated column that says neither yes nor no, with the values found', () => {
    const rows = [...good, ['C', '1', '5', 'test'], ['D', '1', '5', 'control']]
    expect(refusal(rows)).toMatchObject({
      code: 'not-a-flag',
      values: { found: '1, 0, test, control' },
      row: 6,
      column: 'pilot',
    })
  })

  test('a treated value that no row has, with the values found', () => {
    expect(refusal(good, { treated: { column: 'pilot', values: ['1', 'tset'] } })).toMatchObject({
      code: 'no-treated-value',
      values: { value: 'tset', found: '1, 0' },
      column: 'pilot',
    })
  })

  test('nobody treated', () => {
    expect(refusal(good.slice(2))).toMatchObject({ code: 'no-treated-site', column: 'pilot' })
  })

  test('periods of two kinds, or none', () => {
    expect(refusal([...good, ['B', '2024-05', '5', '0']])).toMatchObject({
      code: 'mixed-periods',
      row: 6,
      column: 'week',
    })
    expect(refusal([...good, ['B', 'Total', '5', '0']])).toMatchObject({ code: 'no-period', row: 6, column: 'week' })
  })

  test('a since that is no period', () => {
    expect(refusal(good, { since: 'spring' })).toMatchObject({
      code: 'no-since',
      values: { since: 'spring', example: '1' },
    })
  })

  test('a value column without any number', () => {
    const rows = good.map(([shop = '', week = '']) => [shop, week, 'many', '1'])
    expect(refusal(rows)).toMatchObject({ code: 'no-numbers', values: { text: 'many' }, row: 2, column: 'sales' })
  })

  test('too many sites or periods, and a site name without end', () => {
    expect(refusal(good, {}, { limits: { sites: 1 } })).toMatchObject({
      code: 'too-many-sites',
      values: { limit: 1 },
      row: 4,
    })
    expect(refusal(good, {}, { limits: { periods: 1 } })).toMatchObject({ code: 'too-many-periods', row: 3 })
    const long = [['x'.repeat(1001), '1', '5', '1']]
    expect(refusal(long)).toMatchObject({
      code: 'cell-too-long',
      values: { length: 1001, limit: 1000 },
      row: 2,
      column: 'shop',
    })
  })
})
