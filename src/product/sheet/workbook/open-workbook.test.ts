import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { readSheet } from '../read-sheet.ts'
import { fileOf } from '../sheet-file.ts'
import { type Cell, workbookFiles, workbookOf } from '../testing/workbook-of.ts'
import { zipOf } from '../testing/zip-of.ts'

async function read(bytes: Buffer, reading = {}, limits = {}) {
  const { header, headerRow, tabs, tab, isTurned, batches, warnings } = await readSheet(fileOf(bytes), limits, reading)
  const rows: { row: number; cells: string[] }[] = []
  for await (const batch of batches) rows.push(...batch)
  return { header, headerRow, tabs, tab, isTurned, rows, warnings: warnings() }
}
const one = (rows: readonly (readonly Cell[])[], more = {}, options = {}) =>
  workbookOf({ Sales: { rows, ...more } }, options)
const head = ['shop', 'on', 'sales']

describe('a workbook is read like a CSV file', () => {
  test('texts, numbers, dates, percent, money, yes and no, faults', async () => {
    const { rows, headerRow, warnings } = await read(
      one([
        [...head, 'share', 'euro', 'got it'],
        [
          'Zürich & co ',
          { value: 45_443, format: 'dd.mm.yyyy' },
          1.234,
          { value: 0.07, format: '0 %' },
          { value: 3.5, format: '#,##0.00 [$€-407]' },
          true,
        ],
        [
          'B',
          { value: 45_444.25, format: 'yyyy-mm-dd hh:mm' },
          { fault: '#N/A' },
          { value: 0.5, format: '0%' },
          0.1,
          false,
        ],
      ]),
    )
    expect(headerRow).toBe(1)
    expect(rows).toEqual([
      { row: 2, cells: ['Zürich & co', '2024-05-31', '1.2340', '7%', '3.5 €', 'TRUE'] },
      { row: 3, cells: ['B', '2024-06-01T06:00:00', '#N/A', '50%', '0.1', 'FALSE'] },
    ])
    expect(warnings).toEqual([])
  })

  test('the 1904 system, texts in their cells, and what formulas gave', async () => {
    const rows = [
      head,
      ['A', { value: 43_981, format: 'yyyy-mm-dd' }, { formula: 'SUM(1,2)', result: 3 }],
      [{ formula: '"B"', result: 'B' }, 2, 3],
    ]
    expect((await read(one(rows, {}, { is1904: true, isInline: true }))).rows.map(({ cells }) => cells)).toEqual([
      ['A', '2024-05-31', '3'],
      ['B', '2', '3'],
    ])
  })

  test('a formula without a result is missing, and said', async () => {
    const { rows, warnings } = await read(one([head, ['A', 1, { formula: 'C1*2' }], ['B', 1, 2]]))
    expect(rows[0]?.cells).toEqual(['A', '1', ''])
    expect(warnings).toMatchObject([{ code: 'uncomputed-cells', values: { count: 1 }, at: { row: 2 } }])
  })

  test('titles, blank rows and columns keep the numbers that the spreadsheet shows', async () => {
    const { header, headerRow, rows, warnings } = await read(
      one([[null, 'Sales 2024'], [], [null, ...head], [null, 'A', 1, 5], [], [null, 'B', 1, 6]]),
    )
    expect([header, headerRow]).toEqual([['Column 1', ...head], 3])
    expect(rows).toEqual([
      { row: 4, cells: ['', 'A', '1', '5'] },
      { row: 6, cells: ['', 'B', '1', '6'] },
    ])
    expect(warnings).toEqual([{ code: 'title-rows', values: { rows: 1 } }])
  })

  test('a merged name goes to all its rows, a merged number to its first only', async () => {
    const { rows, warnings } = await read(
      one([head, ['A', 1, 5], [null, 2, null], ['B', 1, 6], [null, 2, 7]], { merged: ['A2:A3', 'C2:C3', 'A4:A5'] }),
    )
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['A', '1', '5'],
      ['A', '2', ''],
      ['B', '1', '6'],
      ['B', '2', '7'],
    ])
    expect(warnings).toMatchObject([{ code: 'merged-cells', values: { count: 2 }, at: { row: 3 } }])
  })

  test('the first visible tab with a table is read, another one when asked for', async () => {
    const bytes = workbookOf({
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
    const { tab, tabs, rows, warnings } = await read(bytes)
    expect([tab, rows[0]?.cells]).toEqual(['Sales', ['A', '1', '5']])
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

  test('hidden rows are read, and said', async () => {
    const { rows, warnings } = await read(one([head, ['A', 1, 5], ['B', 1, 6]], { hiddenRows: [3] }))
    expect(rows).toHaveLength(2)
    expect(warnings).toMatchObject([{ code: 'hidden-rows', values: { count: 1 }, at: { row: 3 } }])
  })

  test('from a stream as from a file', async () => {
    const { header } = await readSheet(Readable.from([one([head, ['A', 1, 5]])]))
    expect(header).toEqual(head)
  })

  test('names of parts may have prefixes, and their paths any form', async () => {
    const files = workbookFiles({ Sales: { rows: [head, ['A', 1, 5]] } })
    const prefixed = Object.entries(files).map(([name, text]) => {
      const isSheet = name.includes('sheet1') || name === 'xl/workbook.xml'
      const marked = text.replace(/<(\/?)([a-z])/gi, '<$1x:$2').replace('xmlns=', 'xmlns:x=')
      return [name, isSheet ? marked : text.replace('"worksheets/', '"/xl/worksheets/')]
    })
    expect((await read(zipOf(Object.fromEntries(prefixed)))).rows[0]?.cells).toEqual(['A', '1', '5'])
  })
})

describe('a workbook that cannot be read', () => {
  test.each<[string, Buffer, object]>([
    ['with no rows at all', one([]), { code: 'empty-file' }],
    ['with a header alone', one([head]), { code: 'no-rows' }],
    ['cut off', one([head, ['A', 1, 5]]).subarray(0, 900), { code: 'is-broken' }],
    ['with a tab that is no XML', broken(), { code: 'is-broken' }],
    ['with a document type', typed(), { code: 'is-broken' }],
    ['that is another archive', zipOf({ 'a.txt': 'a' }), { code: 'is-archive' }],
    ['in binary form', zipOf({ 'xl/workbook.bin': 'a' }), { code: 'is-xlsx', values: { type: 'xlsb' } }],
  ])('%s', async (_, bytes, problem) => {
    await expect(read(bytes)).rejects.toMatchObject(problem)
  })

  function broken(): Buffer {
    return zipOf({ ...workbookFiles({ Sales: { rows: [head] } }), 'xl/worksheets/sheet1.xml': '<worksheet><row>' })
  }

  function typed(): Buffer {
    const text = '<!DOCTYPE a [<!ENTITY b "bbbbbbbb">]><worksheet><sheetData/></worksheet>'
    return zipOf({ ...workbookFiles({ Sales: { rows: [head] } }), 'xl/worksheets/sheet1.xml': text })
  }

  test('a bomb is refused while it unpacks, whatever it says of its size', async () => {
    const files = workbookFiles({ Sales: { rows: [head, ['A', 1, 5]] } })
    const bomb = zipOf({ ...files, 'xl/sharedStrings.xml': `<sst>${'<si><t>a</t></si>'.repeat(2_000_000)}</sst>` })
    expect(bomb.length).toBeLessThan(200_000)
    await expect(read(bomb)).rejects.toMatchObject({ code: 'unpacks-too-large' })
    await expect(read(one([head, ['A', 1, 5]]), {}, { inflated: 500 })).rejects.toMatchObject({
      code: 'unpacks-too-large',
    })
  })

  test('a text without end is refused before it fills the memory', async () => {
    const text = `<worksheet><sheetData><row r="1"><c t="inlineStr"><is><t>${'a'.repeat(5_000_000)}`
    const bytes = zipOf({ ...workbookFiles({ Sales: { rows: [head] } }), 'xl/worksheets/sheet1.xml': text })
    await expect(read(bytes)).rejects.toMatchObject({ code: 'is-broken' })
  })
})
