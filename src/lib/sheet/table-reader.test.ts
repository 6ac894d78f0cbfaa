import { describe, expect, test } from 'vitest'
import { SheetProblem } from './sheet-problem.ts'
import { type TableColumns, tableReader } from './table-reader.ts'

const header = ['patient', 'group', 'first', 'pain', 'before']
const columns: TableColumns = { texts: ['patient', 'group'], maybeTexts: ['first'], numbers: ['pain', 'before'] }

function read(rows: readonly string[], hint?: 'comma') {
  const reader = tableReader(header, columns, { hint })
  for (const [at, row] of rows.entries()) reader.add(at + 2, row.split(';'))
  return reader.finish()
}

describe('a table', () => {
  test('is read row by row, each with the number that a spreadsheet shows', () => {
    const { rows, texts, numbers, warnings } = read(['p1;new; ;3;1', '', 'p2;old;2024;0;2.5'])
    expect([...rows]).toEqual([2, 4])
    expect(texts).toEqual({ patient: ['p1', 'p2'], group: ['new', 'old'], first: [null, '2024'] })
    expect(numbers).toEqual({ pain: [3, 0], before: [1, 2.5] })
    expect(warnings).toEqual([])
  })

  test('a row without a name that it needs is left out and counted; missing values stay, as missing', () => {
    const { rows, numbers, warnings } = read(['p1;new;;NA;1', 'p2;-;;1;1', ';old;;1;1', 'p4;old;;2;x'])
    expect([...rows]).toEqual([2, 5])
    expect(numbers).toEqual({ pain: [null, 2], before: [1, null] })
    expect(warnings).toMatchObject([
      { code: 'rows-without', values: { column: 'patient', count: 1 }, at: { row: 4 } },
      { code: 'rows-without', values: { column: 'group', count: 1 }, at: { row: 3 } },
      { code: 'missing-values', values: { count: 1 }, at: { row: 2, column: 'pain' } },
      { code: 'text-in-numbers', values: { count: 1, text: 'x' }, at: { row: 5, column: 'before' } },
    ])
  })

  test('the cells of the whole column settle the decimal sign', () => {
    expect(read(['p1;new;;1,234;1', 'p2;new;;0,5;1']).numbers['pain']).toEqual([1.234, 0.5])
    expect(read(['p1;new;;1,234;1', 'p2;new;;0.5;1']).numbers['pain']).toEqual([1234, 0.5])
  })

  test('a column may play two parts, and an unknown one is named', () => {
    const twice = tableReader(header, { texts: ['patient'], maybeTexts: ['patient'], numbers: ['pain', 'pain'] })
    twice.add(2, ['p1', 'new', '', '3', '1'])
    expect(twice.finish().numbers).toEqual({ pain: [3] })
    expect(() => tableReader(header, { texts: ['site'], numbers: [] })).toThrow(SheetProblem)
  })

  test('nothing to read is a problem, and so is a column of text', () => {
    expect(() => read([])).toThrow(new SheetProblem('no-rows', {}))
    expect(() => read(['p1;new;;none;1'])).toThrow(SheetProblem)
  })
})
