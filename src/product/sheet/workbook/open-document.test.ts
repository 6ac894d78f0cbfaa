import { describe, expect, test } from 'vitest'
import { readSheet } from '../read-sheet.ts'
import { fileOf } from '../sheet-file.ts'
import { type DocumentCell, type DocumentTab, documentFiles, documentOf, documentXml } from '../testing/document-of.ts'
import { zipOf } from '../testing/zip-of.ts'

async function read(bytes: Buffer, reading = {}, limits = {}) {
  const { header, headerRow, tabs, tab, batches, warnings } = await readSheet(fileOf(bytes), limits, reading)
  const rows: { row: number; cells: string[] }[] = []
  for await (const batch of batches) rows.push(...batch)
  return { header, headerRow, tabs, tab, rows, cells: rows.map((row) => row.cells), warnings: warnings() }
}
const one = (rows: DocumentTab['rows'], more: Partial<DocumentTab> = {}, styles = '') =>
  documentOf({ Sales: { rows, ...more } }, styles)
const head: DocumentCell[] = ['shop', 'on', 'sales']
const xml = (text: string) => ({ xml: text })
const cell = (attributes: string, shown = '') =>
  xml(`<table:table-cell ${attributes}>${shown && `<text:p>${shown}</text:p>`}</table:table-cell>`)
const dated = (day: string, style = '') =>
  cell(`${style && `table:style-name="${style}" `}office:value-type="date" office:date-value="${day}"`, 'shown')

const styles =
  '<number:date-style style:name="N1"><number:month number:textual="true"/><number:text> </number:text><number:year/></number:date-style>' +
  '<style:style style:name="ce1" style:family="table-cell" style:data-style-name="N1"/>' +
  '<style:style style:name="ce2" style:family="table-cell" style:parent-style-name="ce1"/>' +
  '<number:time-style style:name="N2" number:truncate-on-overflow="false"><number:hours/><number:text>:</number:text><number:minutes/></number:time-style>' +
  '<style:style style:name="ce3" style:family="table-cell" style:data-style-name="N2"/>'

describe('an .ods workbook is read like an .xlsx one', () => {
  test('texts, numbers, dates, percent, money, times, yes and no, faults', async () => {
    const { cells, headerRow, warnings } = await read(
      one([
        [...head, 'share', 'euro', 'at', 'got it'],
        [
          'Zürich & co ',
          dated('2024-05-31'),
          1.234,
          cell('office:value-type="percentage" office:value="0.07"', '7 %'),
          cell('office:value-type="currency" office:currency="EUR" office:value="3.5"', '3,50 €'),
          cell('office:value-type="time" office:time-value="PT06H30M00S"', '06:30'),
          true,
        ],
        [
          'B',
          dated('2024-06-01T06:00:00.000000000'),
          cell('office:value-type="string" office:string-value="" calcext:value-type="error"', '#N/A'),
          cell('office:value-type="percentage" office:value="0.5"', '50 %'),
          cell('office:value-type="currency" office:currency="CHF" office:value="1234.5"', "CHF 1'234.50"),
          null,
          false,
        ],
      ]),
    )
    expect(headerRow).toBe(1)
    expect(cells).toEqual([
      ['Zürich & co', '2024-05-31', '1.2340', '7%', '3.5 €', '06:30:00', 'TRUE'],
      ['B', '2024-06-01T06:00:00', '#N/A', '50%', '1234.5', '', 'FALSE'],
    ])
    expect(warnings).toEqual([])
  })

  test('a date that shows no day is its month; the style of its column or a style above it may say so', async () => {
    const columns =
      '<table:table-column/><table:table-column table:number-columns-repeated="2" table:default-cell-style-name="ce2"/>'
    const hours = cell('table:style-name="ce3" office:value-type="time" office:time-value="PT30H15M00S"')
    const rows = [head, ['A', dated('2024-05-01'), hours], [dated('2024-05-01', 'ce1'), dated('2024-06-01'), 1]]
    expect((await read(one(rows, { head: columns }, styles))).cells).toEqual([
      ['A', '2024-05', '30.25'],
      ['2024-05', '2024-06', '1'],
    ])
  })

  test('cells and rows that are said once for many are there as often', async () => {
    const five = cell('table:number-columns-repeated="2" office:value-type="float" office:value="5"', '5')
    const blank = cell('table:number-columns-repeated="16381"')
    const { rows, cells } = await read(
      one([
        [...head, blank],
        ['A', five, blank],
        xml('<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>'),
        xml(
          '<table:table-row table:number-rows-repeated="3"><table:table-cell office:value-type="string"><text:p>B</text:p></table:table-cell><table:table-cell/><table:table-cell office:value-type="float" office:value="6"/></table:table-row>',
        ),
        ['C', 1, 7],
        xml(
          '<table:table-row table:number-rows-repeated="1048569"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>',
        ),
      ]),
    )
    expect(rows.map(({ row }) => row)).toEqual([2, 5, 6, 7, 8])
    expect(cells).toEqual([
      ['A', '5', '5'],
      ['B', '', '6'],
      ['B', '', '6'],
      ['B', '', '6'],
      ['C', '1', '7'],
    ])
  })

  test('a merged name goes to all its rows, those said once for many too; a merged number to its first only', async () => {
    const spans = (rows: number, more: string, shown: string) =>
      cell(`table:number-rows-spanned="${rows}" table:number-columns-spanned="1" ${more}`, shown)
    const covered = xml('<table:covered-table-cell/>')
    const { cells, warnings } = await read(
      one([
        head,
        [spans(3, 'office:value-type="string"', 'A'), 1, spans(2, 'office:value-type="float" office:value="5"', '5')],
        xml(
          '<table:table-row table:number-rows-repeated="2"><table:covered-table-cell/><table:table-cell office:value-type="float" office:value="2"/><table:covered-table-cell/></table:table-row>',
        ),
        ['B', 1, 6],
        [covered, 2, 7],
      ]),
    )
    expect(cells).toEqual([
      ['A', '1', '5'],
      ['A', '2', ''],
      ['A', '2', ''],
      ['B', '1', '6'],
      ['', '2', '7'],
    ])
    expect(warnings).toMatchObject([{ code: 'merged-cells', values: { count: 2 }, at: { row: 3 } }])
  })

  test('notes, pictures and tables inside of cells say nothing; links, blanks and lines do', async () => {
    const noted = xml(
      '<table:table-cell office:value-type="string"><office:annotation><dc:creator>X</dc:creator><text:p>old</text:p></office:annotation><text:p>Old<text:s text:c="2"/>town <text:a>quay</text:a></text:p><text:p>East</text:p></table:table-cell>',
    )
    const shapes =
      '<table:shapes><draw:frame><draw:object><table:table table:name="x"><table:table-row><table:table-cell office:value-type="float" office:value="9"/></table:table-row></table:table></draw:object></draw:frame></table:shapes>'
    const { cells, tabs } = await read(one([head, [noted, 1, 5], ['B', 1, 6]], { head: shapes }))
    expect(tabs).toHaveLength(1)
    expect(cells[0]?.[0]).toBe('Old  town quay\nEast')
  })

  test('a formula without a result is missing, and hidden rows are read: both are said', async () => {
    const { cells, warnings } = await read(
      one([
        head,
        ['A', 1, cell('table:formula="of:=[.C1]*2"')],
        xml(
          '<table:table-row table:visibility="filter"><table:table-cell office:value-type="string"><text:p>B</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="1"/><table:table-cell office:value-type="float" office:value="2"/></table:table-row>',
        ),
      ]),
    )
    expect(cells).toEqual([
      ['A', '1', ''],
      ['B', '1', '2'],
    ])
    expect(warnings).toMatchObject([
      { code: 'hidden-rows', values: { count: 1 }, at: { row: 3 } },
      { code: 'uncomputed-cells', values: { count: 1 }, at: { row: 2 } },
    ])
  })

  test('the first visible tab with a table is read, another one when asked for', async () => {
    const bytes = documentOf({
      Raw: { rows: [head, ['X', 1, 1]], isHidden: true },
      Notes: { rows: [['Made by the night shift']] },
      Sales: { rows: [head, ['A', 1, 5]] },
      'Late & lost': {
        rows: [
          ['ward', 'week'],
          ['N', 2],
        ],
      },
    })
    const { tab, tabs, cells, warnings } = await read(bytes)
    expect([tab, cells]).toEqual(['Sales', [['A', '1', '5']]])
    expect(tabs.map(({ name, isHidden }) => [name, isHidden])).toEqual([
      ['Raw', true],
      ['Notes', false],
      ['Sales', false],
      ['Late & lost', false],
    ])
    expect(warnings).toEqual([{ code: 'other-tabs', values: { tab: 'Sales', others: 3 } }])
    expect((await read(bytes, { tab: 'Late & lost' })).header).toEqual(['ward', 'week'])
    await expect(read(bytes, { tab: 'Gone' })).rejects.toMatchObject({ code: 'no-tab', values: { tab: 'Gone' } })
  })
})

describe('an .ods workbook that cannot be read', () => {
  const files = documentFiles({ Sales: { rows: [head, ['A', 1, 5]] } })
  const repeated = (rows: number, columns: number) =>
    xml(
      `<table:table-row table:number-rows-repeated="${rows}"><table:table-cell table:number-columns-repeated="${columns}" office:value-type="string"><text:p>many</text:p></table:table-cell></table:table-row>`,
    )

  test.each<[string, Buffer, object]>([
    ['with no rows at all', one([]), { code: 'empty-file' }],
    ['with a header alone', one([head]), { code: 'no-rows' }],
    ['cut off', one([head, ['A', 1, 5]]).subarray(0, 700), { code: 'is-broken' }],
    ['with a body that is no XML', zipOf({ ...files, 'content.xml': '<a><b>' }), { code: 'is-broken' }],
    ['that is a letter', zipOf({ ...files, 'content.xml': documentXml('<office:text/>') }), { code: 'is-archive' }],
    [
      'with a document type',
      zipOf({ ...files, 'content.xml': `<!DOCTYPE a [<!ENTITY b "bb">]>${documentXml('<office:spreadsheet/>')}` }),
      { code: 'is-broken' },
    ],
    [
      'with a password',
      zipOf({
        ...files,
        'content.xml': 'x'.repeat(99),
        'META-INF/manifest.xml': '<m:manifest><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>',
      }),
      { code: 'is-protected' },
    ],
    [
      'with a password, as newer programs write it',
      zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'encrypted-package': 'x' }),
      { code: 'is-protected' },
    ],
  ])('%s', async (_, bytes, problem) => {
    await expect(read(bytes)).rejects.toMatchObject(problem)
  })

  test('a bomb is refused while it unpacks', async () => {
    const body = `<office:spreadsheet><table:table table:name="a">${'<table:table-row/>'.repeat(2_000_000)}</table:table></office:spreadsheet>`
    const bomb = zipOf({ ...files, 'content.xml': documentXml(body) })
    expect(bomb.length).toBeLessThan(200_000)
    await expect(read(bomb)).rejects.toMatchObject({ code: 'unpacks-too-large' })
  })

  test('a few letters that stand for a million rows are a bomb too, in rows and in cells', async () => {
    for (const bomb of [repeated(1_000_000, 50), repeated(16_777_216, 2), repeated(5000, 1000)])
      await expect(read(one([head, ['A', 1, 5], bomb]))).rejects.toMatchObject({
        code: expect.stringMatching(/unpacks-too-large|too-many-columns|long-row/),
      })
    await expect(read(one([['a', 'b'], repeated(16_777_216, 2)]))).rejects.toMatchObject({
      code: 'unpacks-too-large',
    })
  })

  test('a text without end is refused before it fills the memory', async () => {
    const endless = `<table:table-cell office:value-type="string"><text:p>${'aaaa<text:s text:c="99999999"/>'.repeat(90_000)}</text:p></table:table-cell>`
    await expect(read(one([head, [xml(endless)]]))).rejects.toMatchObject({ code: 'is-broken' })
  })
})
