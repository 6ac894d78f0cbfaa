import { describe, expect, test } from 'vitest'
import { rowShaper, type SheetLayout } from './row-shaper.ts'

/** A table as it comes out, with the rows numbered from 2 on. */
function shaped(header: string[], rows: string[][], layout: SheetLayout = 'as-found') {
  const shaper = rowShaper(header, rows, layout)
  const out = rows.flatMap((cells, at) => shaper.add({ row: at + 2, cells: [...cells] }))
  return { header: shaper.header, rows: [...out, ...shaper.end()], warnings: shaper.warnings() }
}
const cells = (of: ReturnType<typeof shaped>) => of.rows.map((row) => row.cells.join(' '))

describe('a site named once, above its rows', () => {
  const rows = [
    ['Alster', '1', '5'],
    ['', '2', '6'],
    ['Bille', '1', '7'],
    ['', '2', '8'],
  ]

  test('is given to all of them, and said', () => {
    const found = shaped(['shop', 'week', 'sales'], rows)
    expect(cells(found)).toEqual(['Alster 1 5', 'Alster 2 6', 'Bille 1 7', 'Bille 2 8'])
    expect(found.warnings).toMatchObject([
      { code: 'filled-down', values: { column: 'shop', count: 2 }, at: { row: 3 } },
    ])
  })

  test('as it stands when somebody says so', () => {
    expect(cells(shaped(['shop', 'week', 'sales'], rows, 'as-is'))).toEqual(rows.map((row) => row.join(' ')))
  })

  test('marks are no names: one that repeats is left alone', () => {
    const marks = [
      ['x', 'A', '1'],
      ['', 'B', '1'],
      ['x', 'C', '1'],
      ['', 'D', '1'],
    ]
    expect(shaped(['pilot', 'shop', 'week'], marks).warnings).toEqual([])
  })
})

describe('a total below the table', () => {
  const rows = [
    ['Alster', '1', '5'],
    ['Bille', '1', '7'],
    ['Summe:', '', '12'],
  ]

  test('is left out, and said', () => {
    const found = shaped(['shop', 'week', 'sales'], rows)
    expect(cells(found)).toEqual(['Alster 1 5', 'Bille 1 7'])
    expect(found.warnings).toMatchObject([{ code: 'total-rows', values: { count: 1, text: 'Summe:' }, at: { row: 4 } }])
  })

  test('a site of that name, which stands further up too, stays', () => {
    const site = [
      ['Total', '1', '5'],
      ['Shell', '1', '7'],
      ['Total', '2', '5'],
      ['Shell', '2', '7'],
      ['Total', '3', '5'],
    ]
    expect(shaped(['station', 'week', 'sales'], site).rows).toHaveLength(5)
  })

  test('so does a site that only begins with such a word', () => {
    expect(
      shaped(
        ['shop', 'sales'],
        [
          ['A', '1'],
          ['Sum Yi Tai', '2'],
        ],
      ).rows,
    ).toHaveLength(2)
  })
})

describe('dates as bare numbers', () => {
  const rows = [
    ['A', '45292', '45300'],
    ['A', '45299', '45301'],
    ['A', '45306', '45302'],
  ]

  test('become dates in a column that is called after them', () => {
    const found = shaped(['shop', 'week', 'sales'], rows)
    expect(cells(found)).toEqual(['A 2024-01-01 45300', 'A 2024-01-08 45301', 'A 2024-01-15 45302'])
    expect(found.warnings).toMatchObject([{ code: 'serial-dates', values: { text: '45292', date: '2024-01-01' } }])
  })

  test('week numbers and years stay what they are', () => {
    expect(
      shaped(
        ['shop', 'week'],
        [
          ['A', '1'],
          ['A', '2'],
          ['A', '3'],
        ],
      ).warnings,
    ).toEqual([])
  })
})

describe('one column for each period', () => {
  const header = ['shop', '2024-01', '2024-02', '2024-03', 'Total']
  const rows = [
    ['Alster', '1', '2', '3', '6'],
    ['Bille', '4', '', '6', '10'],
  ]

  test('becomes one row for each, with the number of the row it comes from', () => {
    const found = shaped(header, rows)
    expect(found.header).toEqual(['shop', 'Total', 'Period', 'Value'])
    expect(found.rows.map(({ row }) => row)).toEqual([2, 2, 2, 3, 3, 3])
    expect(cells(found)[4]).toBe('Bille 10 2024-02 ')
    expect(found.warnings).toEqual([{ code: 'turned', values: { columns: 3, first: '2024-01', last: '2024-03' } }])
  })

  test('columns that may be questions wait until somebody says so', () => {
    const questions = ['person', 'Q1', 'Q2', 'Q3']
    expect(shaped(questions, [['A', '1', '2', '3']]).header).toEqual(questions)
    expect(shaped(questions, [['A', '1', '2', '3']], 'turned').rows).toHaveLength(3)
  })
})
