import { expect, test } from 'vitest'
import { sayIn } from '#platform/anywhere/say-in.ts'
import { sheetDe } from './words/de.ts'
import { sheetEn } from './words/en.ts'

/** Every value that any sentence about a sheet takes. */
const values = {
  ...{ row: 1234, column: 'Umsatz', text: '12k', count: 2, line: 9, limit: 2000, length: 400, cells: 4, columns: 3 },
  ...{ encoding: 'utf-8', type: 'xlsx', found: 'ja, nein', value: 'x', otherText: '2024-05', since: '5', example: '1' },
  ...{ rows: 2, role: 'site', readAs: 1.5, mark: '%', other: '€', order: 'day_first', places: 1, site: 'Köln' },
  ...{ period: '3', sites: 1, first: '1', last: '9', group: 'treated', side: 'before', pairs: 1, name: 'a.csv' },
  ...{ unit: '17', units: 3, periods: 2 },
  ...{ others: 2, tab: 'Sales', text: 'x', date: '2024-01-01', percent: 40 },
  ...{ examples: 'a, b', treated: 1, comparison: 2, start: '3', title: 'Sales', filled: 5, noRow: 2, cell: 1 },
}

test.each([
  ['en', sheetEn],
  ['de', sheetDe],
] as const)('in %s every sentence can be said, with nothing left unfilled', (language, words) => {
  const say = sayIn(language, words)
  for (const id of Object.keys(words) as (keyof typeof sheetEn)[]) {
    const said = say(id, values)
    expect(said, id).not.toMatch(/[{}]|undefined|NaN/)
    expect(said.length, id).toBeGreaterThan(1)
  }
})

test('what cannot be read says where, what was kept, and what to do', () => {
  const say = sayIn('en', sheetEn)
  expect(say('sheet.problem.long-row', { row: 1234, cells: 4, columns: 3 })).toBe(
    'Row 1234 has 4 cells and the header 3, so nobody can say which cell belongs where. Nothing was kept; mend that row, often a comma inside a text without quotes.',
  )
  const kept = Object.entries(sheetEn).filter(([id]) => id.startsWith('sheet.problem.'))
  for (const [id, words] of kept) expect(words, id).toMatch(/kept|Shorten it and send/)
})
