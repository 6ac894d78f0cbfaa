import { describe, expect, test } from 'vitest'
import type { PanelMapping } from './panel-mapping.ts'
import { readPanel } from './read-panel.ts'

const mapping: PanelMapping = { site: 'shop', period: 'week', value: 'sales', treated: { column: 'pilot' }, since: '2' }
const header = ['shop', 'week', 'sales', 'pilot']
const sheet = (...lines: string[]) => [header, ...lines.map((line) => line.split(';'))]
const good = ['A;1;5;1', 'A;2;6;1', 'B;1;5;1', 'B;2;6;1', 'C;1;5;0', 'C;2;6;0', 'D;1;7;0', 'D;2;8;0']

/** The warnings of a sound sheet with more lines. */
function warned(lines: string[], changes: Partial<PanelMapping> = {}, from = good) {
  return readPanel(sheet(...from, ...lines), { ...mapping, ...changes }).warnings
}

describe('a sheet is read, and its doubts are told', () => {
  test('a sound sheet has none', () => {
    expect(warned([])).toEqual([])
  })

  test('gaps', () => {
    expect(warned(['A;3;5;1', 'B;3;5;1'])).toEqual([
      { code: 'gaps', values: { places: 2, sites: 2, site: 'C', period: '3' } },
    ])
  })

  test('duplicate rows', () => {
    expect(warned(['A;1;7;1', 'A;1;8;1', 'D;2;1;0'])).toEqual([
      { code: 'duplicate-rows', values: { places: 2, rows: 5, site: 'A', period: '1' }, at: { row: 10 } },
    ])
  })

  test('missing values, with their places', () => {
    const places = [10, 11].map((row) => ({ row, column: 'sales' }))
    expect(warned(['A;3;NA;1', 'B;3;;1', 'C;3;1;0', 'D;3;1;0'])).toContainEqual({
      code: 'missing-values',
      values: { count: 2 },
      at: places[0],
      places,
    })
  })

  test('text in the number column: every row counted, the first twenty named', () => {
    const lines = Array.from({ length: 30 }, () => 'A;1;closed;1')
    const warning = warned(lines).find(({ code }) => code === 'text-in-numbers')
    expect(warning).toMatchObject({
      values: { count: 30, text: 'closed' },
      at: { row: 10, column: 'sales', text: 'closed' },
    })
    expect(warning?.places).toHaveLength(20)
  })

  test('rows without a site or period', () => {
    expect(warned([';1;5;1', 'A;;5;1', 'A;NA;5;1'])).toEqual([
      {
        code: 'no-key',
        values: { role: 'site', count: 1 },
        at: { row: 10, column: 'shop' },
        places: [{ row: 10, column: 'shop' }],
      },
      expect.objectContaining({ code: 'no-key', values: { role: 'period', count: 2 } }),
    ])
  })

  test('a number or date that reads both ways', () => {
    expect(warned(['A;1;1,234;1'])).toContainEqual({
      code: 'unsure-numbers',
      values: { text: '1,234', readAs: 1234 },
      at: { row: 10, column: 'sales', text: '1,234' },
      places: [{ row: 10, column: 'sales', text: '1,234' }],
    })
    const dates = ['A;02/01/2024;1;1', 'A;03/02/2024;1;1', 'B;02/01/2024;1;0', 'B;03/02/2024;1;0']
    expect(warned(dates, { since: '2024-02-03' }, [])).toContainEqual({
      code: 'unsure-dates',
      values: { text: '02/01/2024', order: 'day-first' },
      at: { row: 2, column: 'week' },
    })
    expect(warned(dates, { since: '2024-03-02', dateOrder: 'month-first' }, []).map(({ code }) => code)).not.toContain(
      'unsure-dates',
    )
  })

  test('a style that a person has chosen is not doubted', () => {
    const panel = readPanel(sheet(...good, 'A;3;1,234;1'), {
      ...mapping,
      styles: [{ column: 'sales', style: 'comma' }],
    })
    expect(panel.sites[0]?.values[2]).toBe(1.234)
    expect(panel.warnings.map(({ code }) => code)).toEqual(['gaps'])
  })

  test('percent in some cells only', () => {
    expect(warned(['A;3;12%;1', 'B;3;1;1', 'C;3;1;0', 'D;3;1;0'])).toEqual([
      {
        code: 'mixed-marks',
        values: { mark: '', other: '%' },
        at: { row: 10, column: 'sales', text: '12%' },
        places: [{ row: 10, column: 'sales', text: '12%' }],
      },
    ])
  })

  test('a since between, before or after the periods', () => {
    expect(warned([], { since: '1.5' })).toEqual([{ code: 'since-moved', values: { since: '1.5', period: '2' } }])
    expect(warned([], { since: '1' })).toEqual([{ code: 'since-before-all', values: { since: '1', first: '1' } }])
    expect(warned([], { since: '9' })).toEqual([{ code: 'since-after-all', values: { since: '9', last: '2' } }])
  })

  test('a group without a value before or after', () => {
    const lines = ['A;1;NA;1', 'A;2;6;1', 'B;1;5;0', 'B;2;6;0']
    expect(warned(lines, {}, [])).toContainEqual({ code: 'empty-side', values: { group: 'treated', side: 'before' } })
  })
})

describe('doubts about sites', () => {
  test('one site, one treated, one in comparison, none in comparison', () => {
    const codes = (...lines: string[]) => warned(lines, {}, []).map(({ code }) => code)
    expect(codes('A;1;5;1', 'A;2;6;1')).toEqual(['one-site'])
    expect(codes('A;1;5;1', 'A;2;6;1', 'B;1;5;0', 'B;2;6;0')).toEqual(['one-treated-site', 'one-comparison-site'])
    expect(codes('A;1;5;1', 'A;2;6;1', 'B;1;5;1', 'B;2;6;1')).toEqual(['no-comparison-site'])
  })

  test('a site that says nowhere whether it is treated is left out', () => {
    const { sites, warnings } = readPanel(sheet(...good, 'E;1;5;NA', 'E;2;5;'), mapping)
    expect(sites).toHaveLength(4)
    expect(warnings).toEqual([
      { code: 'unknown-treated', values: { sites: 1, site: 'E' }, at: { row: 10, column: 'pilot' } },
    ])
  })

  test('a flag that turns on within a site, at since or elsewhere', () => {
    const turning = [
      'A;1;5;0',
      'A;2;6;1',
      'A;3;6;1',
      'B;1;5;0',
      'B;2;5;0',
      'B;3;5;1',
      'C;1;5;0',
      'C;2;5;0',
      'C;3;5;0',
      'D;1;5;0',
      'D;2;5;0',
      'D;3;5;0',
    ]
    expect(warned(turning, {}, [])).toEqual([
      { code: 'treated-changes', values: { sites: 2, site: 'A' }, at: { row: 2, column: 'pilot' } },
      { code: 'treated-elsewhere', values: { sites: 1, site: 'B', period: '3', since: '2' } },
    ])
  })

  test('names that differ only by case or spaces', () => {
    expect(warned(['a;1;5;1', 'a;2;6;1'])).toEqual([
      { code: 'similar-sites', values: { pairs: 1, site: 'A', other: 'a' }, at: { row: 10, column: 'shop' } },
    ])
  })

  test('very long names', () => {
    const name = 'x'.repeat(130)
    expect(warned([`${name};1;5;1`, `${name};2;6;1`])).toMatchObject([
      { code: 'long-names', values: { count: 1, length: 130 } },
    ])
  })
})
