import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PanelMapping } from '#lib/sheet/panel-mapping.ts'
import { cellRows, type SheetPanel } from '#lib/sheet/sheet-panel.ts'
import { SheetProblem } from '#lib/sheet/sheet-problem.ts'
import { describeSheet, panelFromSheet, readSheet } from './read-sheet.ts'
import type { SheetLimits } from './sheet-bounds.ts'

type Bytes = string | Uint8Array
const bytesOf = (text: Bytes) => (typeof text === 'string' ? Buffer.from(text) : text)

async function* source(text: Bytes, size = Number.POSITIVE_INFINITY): AsyncGenerator<Uint8Array> {
  const bytes = bytesOf(text)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

/** Everything that comes out of a file: header, rows, and what was found about it. */
async function read(text: Bytes, limits?: Partial<SheetLimits>, size?: number) {
  const { header, headerRow, delimiter, batches, encoding, warnings } = await readSheet(source(text, size), limits)
  const rows: { row: number; cells: string[] }[] = []
  for await (const batch of batches) rows.push(...batch)
  return { header, headerRow, delimiter, rows, encoding: encoding(), warnings: warnings() }
}
const cellsOf = async (text: Bytes) => (await read(text)).rows.map(({ cells }) => cells)
const utf16 = (text: string, isBig: boolean) => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
  return isBig ? bytes.swap16() : bytes
}

describe('ugly files are read', () => {
  const plain = 'shop;week;sales\nZürich;1;2,5\n'
  const cells = [['Zürich', '1', '2,5']]
  test.each<[string, Bytes, string]>([
    ['UTF-8', plain, 'utf-8'],
    ['UTF-8 with a byte-order mark', `\ufeff${plain}`, 'utf-8'],
    ['UTF-16LE', utf16(plain, false), 'utf-16le'],
    ['UTF-16BE', utf16(plain, true), 'utf-16be'],
    ['Windows-1252', Buffer.from(plain, 'latin1'), 'windows-1252'],
    ['carriage returns only', plain.replaceAll('\n', '\r'), 'utf-8'],
    ['Windows line ends', plain.replaceAll('\n', '\r\n'), 'utf-8'],
    ['mixed line ends', 'shop;week;sales\r\nZürich;1;2,5\r\n\n\r', 'utf-8'],
    ['no line end at the end', plain.trimEnd(), 'utf-8'],
    ['tabs', plain.replaceAll(';', '\t'), 'utf-8'],
    ['pipes', plain.replaceAll(';', '|'), 'utf-8'],
    ['the line sep=', `sep=;\r\n${plain}`, 'utf-8'],
    ['spaces around cells', 'shop ; "week";sales\n Zürich;"1" ; 2,5 \n', 'utf-8'],
  ])('%s', async (_, text, encoding) => {
    const { header, headerRow, rows, ...found } = await read(text)
    expect(header).toEqual(['shop', 'week', 'sales'])
    expect(headerRow).toBe(1)
    expect(rows).toEqual([{ row: 2, cells: cells[0] }])
    expect(found.encoding).toBe(encoding)
    expect(found.warnings.map(({ code }) => code)).toEqual(encoding === 'windows-1252' ? ['windows-text'] : [])
  })

  test('line breaks, quotes and delimiters inside quotes', async () => {
    const text = 'shop,note,n\n"A","first\r\nsecond, ""third""",1\n"B, big",,2\n'
    expect((await read(text)).rows).toEqual([
      { row: 2, cells: ['A', 'first\r\nsecond, "third"', '1'] },
      { row: 3, cells: ['B, big', '', '2'] },
    ])
  })

  test('a quote inside an unquoted cell is a character', async () => {
    expect(await cellsOf('pipe,n\n12" steel,3\nsay "hi",4\n')).toEqual([
      ['12" steel', '3'],
      ['say "hi"', '4'],
    ])
  })

  test('titles and blank rows keep their row numbers', async () => {
    const { header, headerRow, rows, warnings } = await read('Sales 2024\n\nshop,week\nA,1\n\n,\nB,1\n')
    expect([header, headerRow]).toEqual([['shop', 'week'], 3])
    expect(rows.map(({ row }) => row)).toEqual([4, 7])
    expect(warnings).toEqual([{ code: 'title-rows', values: { rows: 1 } }])
  })

  test('no header', async () => {
    const { header, headerRow, rows, warnings } = await read('A,2024-01,5\nB,2024-01,6\n')
    expect([header, headerRow]).toEqual([['Column 1', 'Column 2', 'Column 3'], null])
    expect(rows[0]).toEqual({ row: 1, cells: ['A', '2024-01', '5'] })
    expect(warnings).toEqual([{ code: 'no-header', values: {} }])
  })

  test('duplicate, empty and dangerous column names', async () => {
    const { header, rows } = await read('value,value,,__proto__,constructor\n1,2,3,4,5\n')
    expect(header).toEqual(['value', 'value (2)', 'Column 3', '__proto__', 'constructor'])
    expect(rows).toHaveLength(1)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  test('right-to-left text, emoji and combining marks', async () => {
    expect(await cellsOf('shop,n\nמכולת,1\n👩‍👩‍👧 bakery,2\nZu\u0308rich,3\n')).toEqual([
      ['מכולת', '1'],
      ['👩‍👩‍👧 bakery', '2'],
      ['Zu\u0308rich', '3'],
    ])
  })

  test('a thousand columns', async () => {
    const names = Array.from({ length: 1000 }, (_, at) => `c${at}`)
    const { header, rows } = await read(`${names.join(',')}\n${names.map((_, at) => at).join(',')}\n`)
    expect([header.length, rows[0]?.cells.at(-1)]).toEqual([1000, '999'])
  })

  test('short rows are filled and reported, empty cells too many are dropped', async () => {
    const { rows, warnings } = await read('a,b,c\n1\n1,2,3,,\n')
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['1', '', ''],
      ['1', '2', '3'],
    ])
    expect(warnings).toEqual([
      { code: 'short-rows', values: { count: 1, columns: 3 }, at: { row: 2 }, places: [{ row: 2 }] },
    ])
  })

  test('a sheet that another program has damaged is read with a warning', async () => {
    expect((await read('shop,n\nZ\ufffdrich,1\n')).warnings).toMatchObject([
      { code: 'damaged-text', values: { count: 1 }, at: { row: 2, column: 'shop' } },
    ])
  })

  test('a single column', async () => {
    expect((await read('shop\nA\nB\n')).warnings).toEqual([{ code: 'one-column', values: {} }])
  })
})

describe('what cannot be read is refused with row, line and column', () => {
  const far = `shop,n\n${'A,1\n'.repeat(40_000)}`
  test.each<[string, Bytes, object]>([
    ['nothing', '', { code: 'empty-file' }],
    ['a mark and blank lines', '\ufeff\r\n \r\n', { code: 'empty-file' }],
    ['a header only', 'shop,week,sales\n', { code: 'no-rows' }],
    ['a header and blank rows', 'shop,week,sales\n,,\n\n', { code: 'no-rows' }],
    [
      'an open quote',
      'shop,n\nA,1\n"B,2\nC,3\n',
      { code: 'quote-not-closed', values: { line: 3 }, row: 3, column: 'shop' },
    ],
    [
      'an open quote far down',
      `${far}B,"2\n${'C,3\n'.repeat(10)}`,
      { code: 'quote-not-closed', row: 40_002, column: 'n' },
    ],
    [
      'a quote opened twice',
      'shop,n\n"A\nB",1\n"C,2\n"D",3\n',
      { code: 'quote-misplaced', values: { line: 4 }, row: 3, column: 'shop' },
    ],
    ['text after a quote', 'shop,n\n"A" b,1\n', { code: 'quote-misplaced', row: 2, column: 'shop' }],
    [
      'a decimal comma between commas',
      'shop,n\nA,1\nB,2,5\n',
      { code: 'long-row', values: { cells: 3, columns: 2 }, row: 3 },
    ],
    ['a NUL', `${far}B,\0\n`, { code: 'nul-character', row: 40_002, column: 'n' }],
    ['a NUL in the header', 'shop,n\0\n1,A\n', { code: 'nul-character', row: 1 }],
    [
      'broken UTF-8',
      Buffer.concat([Buffer.from('shop,n\nZürich,1\n'), Buffer.from([0x5a, 0xfc, 0x72]), Buffer.from(',2\n')]),
      { code: 'bad-encoding', values: { encoding: 'utf-8' }, row: 3, column: 'shop' },
    ],
    [
      'a cell of 10 MB',
      `shop,n\nA,1\n${'x'.repeat(1e7)},2\n`,
      { code: 'line-too-long', values: { limit: 1_048_576 }, row: 3 },
    ],
    [
      'a quoted cell of 10 MB on many lines',
      `shop,n\nA,1\n"${'some text\n'.repeat(1e6)}",2\n`,
      { code: 'quote-not-closed', values: { line: 3 }, row: 3, column: 'shop' },
    ],
    [
      'a cell of 40,000 characters',
      `shop,n\nA,${'x'.repeat(40_000)}\n`,
      { code: 'cell-too-long', values: { length: 40_000, limit: 32_768 }, row: 2, column: 'n' },
    ],
    [
      '1,001 columns',
      `${'a,'.repeat(1000)}a\n${'1,'.repeat(1000)}1\n`,
      { code: 'too-many-columns', values: { count: 1001, limit: 1000 }, row: 1 },
    ],
    ['a workbook', Buffer.from('PK\x03\x04\x14\0\x06\0[Content_Types].xml'), { code: 'is-broken' }],
    [
      'an old workbook',
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]),
      { code: 'is-xlsx', values: { type: 'xls' } },
    ],
    ['a PDF', '%PDF-1.7\n', { code: 'is-pdf' }],
    ['a web page', '<!DOCTYPE html><table>', { code: 'is-html' }],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\x01\x02\x03\x04', 'latin1'), { code: 'is-binary' }],
  ])('%s', async (_, text, problem) => {
    const refused = await read(text).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(SheetProblem)
    expect(refused).toMatchObject(problem)
  })

  test('the line of an open quote counts lines inside earlier cells', async () => {
    const text = 'sep=,\r\nshop,n\r\n"A\r\nA",1\r\nB,"2\r\n'
    await expect(read(text)).rejects.toMatchObject({ code: 'quote-not-closed', row: 3, values: { line: 5 } })
  })

  test('rows before a fault are handed out first', async () => {
    const { batches } = await readSheet(source('shop,n\nA,1\n"B,2\n'))
    const rows: unknown[] = []
    const all = async () => {
      for await (const batch of batches) rows.push(...batch)
    }
    await expect(all()).rejects.toMatchObject({ code: 'quote-not-closed' })
    expect(rows).toEqual([{ row: 2, cells: ['A', '1'] }])
  })

  test('a file over the limit, and one without line breaks, as soon as that shows', async () => {
    let taken = 0
    async function* endless(text: string) {
      for (;;) {
        taken += text.length
        yield Buffer.from(text)
      }
    }
    await expect(describeSheet(endless('A,1\n'.repeat(10_000)), { bytes: 1e6 })).rejects.toMatchObject({
      code: 'too-many-bytes',
    })
    expect(taken).toBeLessThan(1.2e6)
    taken = 0
    await expect(describeSheet(endless('A,1,'.repeat(10_000)))).rejects.toMatchObject({ code: 'line-too-long', row: 1 })
    expect(taken).toBeLessThan(1.3e6)
  })
})

describe('reading at the pace of the reader', () => {
  /** A large file that tells how much of it was taken, and whether it was closed. */
  function watched() {
    const state = { taken: 0, isClosed: false }
    async function* file() {
      try {
        yield Buffer.from('shop,week,sales,pilot\n')
        for (;;) {
          state.taken += 50_000
          yield Buffer.from('Shop A,1,2.50,1\n'.repeat(3125))
        }
      } finally {
        state.isClosed = true
      }
    }
    return { state, file: file() }
  }

  test('nothing is taken ahead, and leaving closes the source', async () => {
    const { state, file } = watched()
    let batches = 0
    for await (const _ of (await readSheet(file)).batches) if (++batches === 5) break
    expect(state.taken).toBeLessThan(600_000)
    expect(state.isClosed).toBe(true)
  })

  test('a mapping that does not fit closes the source', async () => {
    const { state, file } = watched()
    const mapping = { site: 'ship', period: 'week', value: 'sales', treated: { column: 'pilot' }, since: '1' }
    await expect(panelFromSheet(file, mapping)).rejects.toMatchObject({ code: 'no-column' })
    expect(state.isClosed).toBe(true)
  })

  test('a source that fails passes its own error on', async () => {
    async function* broken() {
      yield Buffer.from('a,b\n1,2\n'.repeat(10_000))
      throw new Error('connection lost')
    }
    await expect(describeSheet(broken())).rejects.toThrow('connection lost')
  })
})

describe('properties', () => {
  const soup = fc.array(
    fc.constantFrom('"', ',', ';', '\t', '\n', '\r', '\r\n', 'a', '1', ' ', 'é', '\0', '🙂', '1,5', '""'),
    { maxLength: 60 },
  )

  test('a table written as CSV is read as it was', async () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replace(/[\0\ufffd\ufeff]/g, '?'))
    const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n', '\r'),
        async (rows, delimiter, end) => {
          const filled = [['x', 'y', 'z'], ...rows.map(([a, b, c]) => [`a${a}`, b, c])]
          const text = filled.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(delimiter)).join(end)
          const sheet = await read(text)
          expect(sheet.delimiter).toBe(delimiter)
          expect([sheet.header, ...sheet.rows.map(({ cells }) => cells)]).toEqual(filled)
        },
      ),
    )
  })

  test('how a network cuts the file changes nothing', async () => {
    const result = (text: string, size: number) =>
      read(text, {}, size).catch((error: SheetProblem) => ({ ...error, stack: '' }))
    await fc.assert(
      fc.asyncProperty(soup, fc.integer({ min: 1, max: 9 }), async (parts, size) => {
        expect(await result(parts.join(''), size)).toEqual(await result(parts.join(''), 1e9))
      }),
    )
  })

  test('no text and no bytes do worse than a SheetProblem', async () => {
    const anything = fc.oneof(
      soup.map((parts) => Buffer.from(parts.join(''))),
      fc.uint8Array({ maxLength: 300 }),
    )
    await fc.assert(
      fc.asyncProperty(anything, async (bytes) => {
        const error = await describeSheet(source(bytes)).then(
          () => null,
          (reason: unknown) => reason,
        )
        if (error !== null) expect(error).toBeInstanceOf(SheetProblem)
      }),
      { numRuns: 300 },
    )
  })
})

describe('real sheets', () => {
  const reference = (file: string) => join(import.meta.dirname, '../../../reference', file)
  const open = (file: string) => createReadStream(reference(file))
  const mean = (values: (number | null)[]) => {
    const known = values.filter((value) => value !== null)
    return known.reduce((sum, value) => sum + value, 0) / known.length
  }
  /** The mean change of the treated sites less that of the others, on the sites that `keep` keeps. */
  function differenceInDifferences({ sites, since }: SheetPanel, keep = (_: (number | null)[]) => true): number {
    const change = (treated: boolean) => {
      const values = sites.filter((site) => site.treated === treated && keep(site.values)).map((site) => site.values)
      return mean(values.flatMap((row) => row.slice(since))) - mean(values.flatMap((row) => row.slice(0, since)))
    }
    return change(true) - change(false)
  }

  test('Card and Krueger: 2.75 on the shops seen twice', async () => {
    const mapping: PanelMapping = {
      site: 'id',
      period: 'd',
      value: 'fte',
      treated: { column: 'nj' },
      since: '1',
      alsoValues: ['hrsopen'],
    }
    const panel = await panelFromSheet(open('card-krueger-1994/card-krueger.csv'), mapping)
    expect([panel.sites.length, panel.rows, panel.since]).toEqual([410, 820, 1])
    expect(differenceInDifferences(panel)).toBeCloseTo(2.754, 3)
    expect(differenceInDifferences(panel, (values) => !values.includes(null))).toBeCloseTo(2.75, 3)
    expect(panel.warnings.map(({ code, values, at }) => [code, values, at?.column])).toEqual([
      ['missing-values', { count: 26 }, 'fte'],
      ['missing-values', { count: 11 }, 'hrsopen'],
    ])
    const lines = (await readFile(reference('card-krueger-1994/card-krueger.csv'), 'utf8')).split('\n')
    const { rows } = cellRows(panel, 7, 1)
    expect(lines[(rows[0] ?? 0) - 1]?.startsWith(`${panel.sites[7]?.name},`)).toBe(true)
  })

  test('day-care fines: 8.00 late pick-ups before, in ten centres by twenty weeks', async () => {
    const mapping: PanelMapping = {
      site: 'center',
      period: 'week',
      value: 'late_pickups',
      treated: { column: 'group', values: ['test'] },
      since: '5',
    }
    const panel = await panelFromSheet(open('daycare-fines/daycare_fines.csv'), mapping)
    expect(mean(panel.sites.filter(({ treated }) => treated).flatMap(({ values }) => values.slice(0, 4)))).toBeCloseTo(
      8,
      2,
    )
    expect(differenceInDifferences(panel)).toBeCloseTo(10.03, 2)
    expect(panel.warnings).toEqual([])
  })

  test('Proposition 99: -27.35, one treated state by its name', async () => {
    const mapping: PanelMapping = {
      site: 'state',
      period: 'year',
      value: 'cigsale',
      treated: { column: 'state', values: ['California'] },
      since: '1989',
    }
    const panel = await panelFromSheet(open('prop99-smoking/smoking.csv'), mapping)
    expect(differenceInDifferences(panel)).toBeCloseTo(-27.35, 2)
    expect(panel.warnings).toEqual([{ code: 'one-treated-site', values: { site: 'California' } }])
  })

  test('the same sheet as a German Excel would write it', async () => {
    const lines = (await readFile(reference('daycare-fines/daycare_fines.csv'), 'utf8')).trim().split('\n')
    const german = lines.map((line) =>
      line
        .replace(/,(\d+),before/, ',$1,5,before')
        .replaceAll(',', ';')
        .replace(/;(\d+);5;before/, ';$1,5;before'),
    )
    const text = Buffer.from(`Einrichtung für Kinder\r\n\r\n${german.join('\r\n')}`, 'latin1')
    const mapping: PanelMapping = {
      site: 'center',
      period: 'week',
      value: 'late_pickups',
      treated: { column: 'group', values: ['TEST'] },
      since: '5',
    }
    const panel = await panelFromSheet(source(text), mapping)
    expect(panel.sites[0]?.values.slice(0, 2)).toEqual([8.5, 8.5])
    expect(panel.warnings.map(({ code }) => code)).toEqual(['windows-text', 'title-rows'])
  })

  test('a treatment that starts at different times is told', async () => {
    const mapping: PanelMapping = {
      site: 'Zip',
      period: 'week',
      value: 'mean_perc_filled_assigned_manual',
      treated: { column: 'condition', values: ['Automated CICT'] },
      since: '2022-01-03',
    }
    const { warnings, ...panel } = await panelFromSheet(open('sheets/panel_data.csv'), mapping)
    expect([panel.sites.length, panel.periods.length, panel.rows]).toEqual([29, 8, 231])
    expect(warnings.map(({ code }) => code)).toEqual(['missing-values', 'gaps', 'treated-changes', 'treated-elsewhere'])
  })

  test.each([
    ['card-krueger-1994/card-krueger.csv', 820, { site: 'id', period: 'd', treated: 'nj', since: '1' }],
    [
      'daycare-fines/daycare_fines.csv',
      200,
      { site: 'center', period: 'week', value: 'late_pickups', treated: 'group' },
    ],
    ['prop99-smoking/smoking.csv', 1209, { site: 'state', period: 'year', value: 'cigsale' }],
    ['sheets/panel_data.csv', 231, { site: 'Zip', period: 'week', treated: 'condition' }],
    ['sheets/mcgrath.csv', 30, {}],
    ['sheets/orangejuice.txt', 54, {}],
    ['sheets/cdi.csv', 36, {}],
  ])('%s is described', async (file, rowCount, parts) => {
    const { site, period, value, treated, since, ...about } = await describeSheet(open(file))
    const found = {
      site: site?.column,
      period: period?.column,
      value: value?.column,
      treated: treated?.column,
      since: since?.period,
    }
    expect(found).toMatchObject(parts)
    if (!('site' in parts)) expect([site, period]).toEqual([null, null])
    expect(about).toMatchObject({
      rowCount,
      delimiter: file.endsWith('.txt') ? '\t' : ',',
      encoding: 'utf-8',
      headerRow: 1,
      warnings: [],
    })
    expect(about.sample).toHaveLength(Math.min(50, rowCount))
  })
})
