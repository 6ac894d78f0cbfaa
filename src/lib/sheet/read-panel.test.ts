import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PanelMapping } from './panel-mapping.ts'
import { readPanel } from './read-panel.ts'
import { cellRows } from './sheet-panel.ts'

const mapping: PanelMapping = {
  site: 'shop',
  period: 'week',
  value: 'sales',
  treated: { column: 'pilot' },
  since: '2',
}
const rowsOf = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(';'))
const small = rowsOf(`
  shop;week;sales;pilot;returns
  North;1;10;1;1
  North;2;14;1;2
  South;2;11,5;0;NA
  South;1;10,5;0;0
`)

describe('readPanel', () => {
  test('makes sites, ordered periods and values of rows in any order', () => {
    expect(readPanel(small, { ...mapping, alsoValues: ['returns'] })).toMatchObject({
      sites: [
        { name: 'North', treated: true, values: [10, 14] },
        { name: 'South', treated: false, values: [10.5, 11.5] },
      ],
      periods: [
        { label: '1', key: 1 },
        { label: '2', key: 2 },
      ],
      since: 1,
      rows: 4,
      guardrails: [
        {
          column: 'returns',
          sites: [
            { name: 'North', values: [1, 2] },
            { name: 'South', values: [0, null] },
          ],
        },
      ],
    })
  })

  test('every value leads back to its rows, and a panel is plain data', () => {
    const panel = structuredClone(readPanel(small, mapping))
    expect(cellRows(panel, 1, 0)).toEqual({ rows: [5], count: 1 })
    expect(cellRows(panel, 0, 1)).toEqual({ rows: [3], count: 1 })
  })

  test('rows of one site and period are averaged, and keep all their row numbers', () => {
    const panel = readPanel([...small, ['North', '01', '20', '1'], ['North', '1', 'NA', '1']], mapping)
    expect(panel.sites[0]?.values[0]).toBe(15)
    expect(cellRows(panel, 0, 0)).toEqual({ rows: [2, 7, 6], count: 3 })
  })

  test('one site may be the treated one by its name', () => {
    const panel = readPanel(small, { ...mapping, treated: { column: 'shop', values: ['south'] } })
    expect(panel.sites.map(({ treated }) => treated)).toEqual([false, true])
  })

  test('a column named __proto__ is a column like any other', () => {
    const rows = [['__proto__', 'week', 'constructor', 'pilot'], ...small.slice(1)]
    const panel = readPanel(rows, { ...mapping, site: '__proto__', value: 'constructor' })
    expect(panel.sites.map(({ name }) => name)).toEqual(['North', 'South'])
  })

  test('blank rows are passed over, short rows are filled with gaps', () => {
    const panel = readPanel([...small, ['', ' '], ['South', '3']], mapping)
    expect(panel).toMatchObject({ rows: 5, sites: [{}, { values: [10.5, 11.5, null] }] })
  })

  test('any panel survives being written as shuffled rows', () => {
    const values = fc.array(
      fc.array(fc.option(fc.integer({ min: -1e6, max: 1e6 }).map((n) => n / 100)), { minLength: 3, maxLength: 3 }),
      {
        minLength: 2,
        maxLength: 6,
      },
    )
    fc.assert(
      fc.property(values, fc.infiniteStream(fc.nat()), fc.constantFrom('.', ','), (panel, order, point) => {
        const rows = panel.flatMap((row, site) =>
          row.map((value, week) => [
            `s${site}`,
            `${week}`,
            value === null ? '-' : String(value).replace('.', point),
            site ? 'no' : 'yes',
          ]),
        )
        const shuffled = rows.map((row) => [order.next().value, row] as const).sort(([a], [b]) => a - b)
        if (panel.every((row) => row.every((value) => value === null))) return
        // A lone "1,234" is ambiguous by nature: the hint settles it.
        const hint = point === ',' ? 'comma' : 'point'
        const read = readPanel([['shop', 'week', 'sales', 'pilot'], ...shuffled.map(([, row]) => row)], mapping, {
          hint,
        })
        const bySite = new Map(read.sites.map(({ name, values }) => [name, values]))
        expect(panel.map((_, site) => bySite.get(`s${site}`))).toEqual(panel)
      }),
    )
  })

  test('a million rows of four values keep a hundred row numbers each', () => {
    const reader = function* () {
      yield ['shop', 'week', 'sales', 'pilot']
      for (let row = 0; row < 100_000; row++)
        yield [row % 2 ? 'a' : 'b', String(row % 4 > 1 ? 2 : 1), '1', String(row % 2)]
    }
    const panel = readPanel(reader(), mapping)
    expect(cellRows(panel, 0, 0).count).toBe(25_000)
    expect(cellRows(panel, 0, 0).rows).toHaveLength(100)
  })
})
