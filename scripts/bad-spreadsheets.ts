// node scripts/bad-spreadsheets.ts: makes the spreadsheets of reference/bad-spreadsheets anew, and the table of what each
// is to become. Run it when a case is added; the files are committed, so that the tests read what a person can open.
import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import {
  type DocumentCell,
  type DocumentTab,
  documentFiles,
  documentOf,
  documentXml,
} from '../src/product/sheet/testing/document-of.ts'
import { type Cell, workbookFiles, workbookOf } from '../src/product/sheet/testing/workbook-of.ts'
import { zipOf } from '../src/product/sheet/testing/zip-of.ts'

/** What a file becomes: a table with these figures and doubts, or a refusal at a place. */
type Expected =
  | {
      sites: number
      periods: number
      filled: number
      /** Of all its figures. */
      sum: number
      doubts: string[]
      columns?: Partial<Record<'site' | 'period' | 'value' | 'treated', string>>
    }
  | { refused: string; row?: number; column?: string }
  /** A table with too little in it to be compared. */
  | { doubts: string[] }

interface Case {
  file: string
  wrong: string
  bytes: string | Buffer
  expected: Expected
}

const shops = ['Alster', 'Bille', 'Dove', 'Elbe']
const weeks = [1, 2, 3, 4, 5, 6]
const head = ['shop', 'week', 'sales', 'pilot']
const week = (number: number) => `2024-W0${number}`
const sales = (shop: number, number: number) => 100 + 10 * shop + number + 0.5
const isPilot = (shop: number) => shop < 2
const yes = (shop: number) => (isPilot(shop) ? 'yes' : 'no')

/** Four shops, six weeks; each case writes it in its own bad way. */
function rows<Row>(of: (shop: number, number: number) => Row): Row[] {
  return shops.flatMap((_, shop) => weeks.map((number) => of(shop, number)))
}
const plain = (shop: number, number: number) => [
  shops[shop] ?? '',
  week(number),
  String(sales(shop, number)),
  yes(shop),
]
const table = [head, ...rows(plain)]
const csv = (cells: readonly (readonly string[])[], by = ',', end = '\n') =>
  cells.map((row) => row.join(by)).join(end) + end
/** The table with some rows changed; rows as a spreadsheet counts them. */
const changed = (changes: Readonly<Record<number, readonly string[]>>) => table.map((row, at) => changes[at + 1] ?? row)
const sum = rows(sales).reduce((all, one) => all + one, 0)
const whole = { sites: 4, periods: 6, filled: 24, sum }
const column = (at: number, of: (text: string, row: number) => string) =>
  table.map((row, place) => row.map((text, cell) => (place > 0 && cell === at ? of(text, place) : text)))
const german = (text: string) => text.replace('.', ',')

/** A date that shows its month and year only. */
const monthStyle =
  '<number:date-style style:name="N1"><number:month/><number:text>/</number:text><number:year number:style="long"/></number:date-style><style:style style:name="ce1" style:family="table-cell" style:data-style-name="N1"/>'

const cells = (shop: number, number: number): Cell[] => [
  shops[shop] ?? '',
  week(number),
  sales(shop, number),
  yes(shop),
]
const book = (some: readonly (readonly Cell[])[], more = {}) => workbookOf({ Sales: { rows: some, ...more } })
const bookTable: Cell[][] = [head, ...rows(cells)]
const monday = (number: number) => 45_292 + 7 * (number - 1)

const cases: Case[] = [
  {
    file: 'semicolons-and-decimal-commas.csv',
    wrong: 'divided by semicolons, decimal commas',
    bytes: csv(column(2, german), ';', '\r\n'),
    expected: { ...whole, doubts: [] },
  },
  {
    file: 'utf-16.txt',
    wrong: 'UTF-16 with tabs, as “Unicode text” is saved',
    bytes: Buffer.from(`\ufeff${csv(table, '\t', '\r\n')}`, 'utf16le'),
    expected: { ...whole, doubts: [] },
  },
  {
    file: 'windows-1252.csv',
    wrong: 'umlauts in the older Windows encoding',
    bytes: Buffer.from(csv(column(0, (text) => text.replace('Bille', 'Südtor'))), 'latin1'),
    expected: { ...whole, doubts: ['windows-text'] },
  },
  {
    file: 'byte-order-mark.csv',
    wrong: 'a byte-order mark before the header',
    bytes: `\ufeff${csv(table)}`,
    expected: { ...whole, doubts: [] },
  },
  {
    file: 'separator-line.csv',
    wrong: 'a line sep=| above the header',
    bytes: `sep=|\r\n${csv(table, '|', '\r\n')}`,
    expected: { ...whole, doubts: [] },
  },
  {
    file: 'carriage-returns.csv',
    wrong: 'line ends of an old Mac',
    bytes: csv(table, ';', '\r'),
    expected: { ...whole, doubts: [] },
  },
  {
    file: 'title-rows.csv',
    wrong: 'a title, a note and a blank row above the header',
    bytes: `Sales by shop and week\nMade on 5 March\n\n${csv(table)}`,
    expected: { ...whole, doubts: ['title-rows'] },
  },
  {
    file: 'total-row.csv',
    wrong: 'a row that adds all others up, and a note below it',
    bytes: `${csv(table)}Total,,${sum},\nSource: tills,,,\n`,
    expected: { ...whole, doubts: ['total-rows', 'no-key'] },
  },
  {
    file: 'units-under-header.csv',
    wrong: 'a row of units under the header',
    bytes: csv([head, ['', '(ISO)', '(EUR)', ''], ...table.slice(1)]),
    expected: { ...whole, doubts: ['no-key'] },
  },
  {
    file: 'sites-named-once.csv',
    wrong: 'each site stands above its rows only',
    bytes: csv(table.map((row, at) => (at > 0 && (at - 1) % 6 > 0 ? ['', ...row.slice(1)] : row))),
    expected: { ...whole, doubts: ['filled-down'] },
  },
  {
    file: 'dates-in-two-orders.csv',
    wrong: 'the day first in some rows, the month first in others',
    bytes: csv(column(1, (_, row) => (row === 9 ? '02/25/2024' : `${13 + ((row - 1) % 6)}/02/2024`))),
    expected: { refused: 'no-period', row: 10, column: 'week' },
  },
  {
    file: 'dates-either-way.csv',
    wrong: 'dates that read both ways',
    bytes: csv(column(1, (_, row) => `0${1 + ((row - 1) % 6)}/07/2024`)),
    expected: { ...whole, doubts: ['unsure-dates'] },
  },
  {
    file: 'dates-as-numbers.csv',
    wrong: 'dates saved as the bare numbers of a spreadsheet',
    bytes: csv(column(1, (_, row) => String(monday(1 + ((row - 1) % 6))))),
    expected: { ...whole, doubts: ['serial-dates'] },
  },
  {
    file: 'one-column-per-week.csv',
    wrong: 'one column for each week',
    bytes: csv([
      ['shop', 'pilot', ...weeks.map(week)],
      ...shops.map((name, shop) => [name, yes(shop), ...weeks.map((number) => String(sales(shop, number)))]),
    ]),
    expected: { ...whole, doubts: ['turned'], columns: { period: 'Period', value: 'Value' } },
  },
  {
    file: 'duplicate-rows.csv',
    wrong: 'three rows twice',
    bytes: csv([...table, ...table.slice(4, 7)]),
    expected: { ...whole, doubts: ['duplicate-rows'] },
  },
  {
    file: 'duplicate-headers.csv',
    wrong: 'two columns of one name',
    bytes: csv(table.map((row, at) => [...row.slice(0, 3), at === 0 ? 'sales' : '7', row[3] ?? ''])),
    expected: { ...whole, doubts: [] },
  },
  {
    file: 'no-header.csv',
    wrong: 'no header',
    bytes: csv(table.slice(1)),
    expected: {
      ...whole,
      doubts: ['no-header'],
      columns: { site: 'Column 1', period: 'Column 2', value: 'Column 3', treated: 'Column 4' },
    },
  },
  {
    file: 'nameless-columns.csv',
    wrong: 'blank rows, a blank column, a column without a name',
    bytes: csv(
      table.flatMap((row, at) => {
        const wide = [row[0] ?? '', '', ...row.slice(1), at === 0 ? '' : 'ok']
        return at % 6 === 0 ? [wide, ['', '', '', '', '', '']] : [wide]
      }),
    ),
    expected: { ...whole, doubts: [] },
  },
  {
    file: 'open-quote.csv',
    wrong: 'a quotation mark that never closes',
    bytes: csv(changed({ 8: ['"Bille', week(1), '111.5', 'yes'] })),
    expected: { refused: 'quote-not-closed', row: 8, column: 'shop' },
  },
  {
    file: 'text-after-quote.csv',
    wrong: 'text behind a closing quotation mark',
    bytes: csv(changed({ 8: ['"Bille" North', week(1), '111.5', 'yes'] })),
    expected: { refused: 'quote-misplaced', row: 8, column: 'shop' },
  },
  {
    file: 'missing-cells.csv',
    wrong: 'n/a, - and . where a figure is missing',
    bytes: csv(
      changed({
        2: ['Alster', week(1), 'n/a', 'yes'],
        3: ['Alster', week(2), '-', 'yes'],
        4: ['Alster', week(3), '.', 'yes'],
      }),
    ),
    expected: { ...whole, filled: 21, sum: sum - sales(0, 1) - sales(0, 2) - sales(0, 3), doubts: ['missing-values'] },
  },
  {
    file: 'words-among-numbers.csv',
    wrong: '“about 110” and a typing error among the figures',
    bytes: csv(changed({ 2: ['Alster', week(1), 'about 110', 'yes'], 9: ['Bille', week(2), '1l2.5', 'yes'] })),
    expected: { ...whole, filled: 22, sum: sum - sales(0, 1) - sales(1, 2), doubts: ['text-in-numbers'] },
  },
  {
    file: 'two-decimal-signs.csv',
    wrong: 'decimal points in most cells, commas in two',
    bytes: csv(changed({ 3: ['Alster', week(2), '102,5', 'yes'], 9: ['Bille', week(2), '112,5', 'yes'] }), ';'),
    expected: {
      ...whole,
      filled: 22,
      sum: sum - sales(0, 2) - sales(1, 2),
      doubts: ['other-decimals'],
    },
  },
  {
    file: 'units-in-cells.csv',
    wrong: 'a unit in every cell',
    bytes: csv(column(2, (text) => `${text} kg`)),
    expected: { refused: 'no-numbers', row: 2, column: 'sales' },
  },
  {
    file: 'thousands.csv',
    wrong: 'thousands with points, decimal commas, in quotes',
    bytes: csv(
      column(2, (_, row) =>
        `"1.${sales(Math.floor((row - 1) / 6), 1 + ((row - 1) % 6))}"`.replace(/(\d\.\d{3})\.5/, '$1,50'),
      ),
    ),
    expected: { ...whole, sum: sum + 24_000, doubts: [] },
  },
  {
    file: 'percent-and-currency.csv',
    wrong: 'percent signs in some cells, euros in others',
    bytes: csv(column(2, (text, row) => (row % 2 ? `${text} %` : `€ ${text}`))),
    expected: { ...whole, doubts: ['mixed-marks'] },
  },
  {
    file: 'negative-in-brackets.csv',
    wrong: 'negative figures in brackets',
    bytes: csv(column(2, (text) => `(${text})`)),
    expected: { ...whole, sum: -sum, doubts: [] },
  },
  {
    file: 'decimal-commas-between-commas.csv',
    wrong: 'decimal commas in a file divided by commas',
    bytes: csv(changed({ 5: ['Alster', week(4), '104,5', 'yes'] })),
    expected: { refused: 'long-row', row: 5 },
  },
  {
    file: 'spaces-around-names.csv',
    wrong: 'blanks before and behind the names of sites',
    bytes: csv(column(0, (text, row) => (row % 3 ? `${text}  ` : ` ${text}`))),
    expected: { ...whole, doubts: [] },
  },
  {
    file: 'two-spellings.csv',
    wrong: 'one site in two spellings',
    bytes: csv(changed({ 2: ['ALSTER', week(1), '101.5', 'yes'] })),
    expected: { ...whole, sites: 5, doubts: ['gaps', 'similar-sites'] },
  },
  {
    file: 'week-notations.csv',
    wrong: 'weeks in six notations',
    bytes: csv(
      column(
        1,
        (_, row) => ['2024-W01', 'KW 2 2024', 'W03/2024', '2024W4', '5. KW 2024', 'KW06/24'][(row - 1) % 6] ?? '',
      ),
    ),
    expected: { ...whole, doubts: [] },
  },
  {
    file: 'german-months.csv',
    wrong: 'German names of months',
    bytes: csv(
      column(
        1,
        (_, row) => ['Jänner 2024', 'Feb. 2024', 'März 2024', 'Apr 24', 'Mai 2024', 'Juni 2024'][(row - 1) % 6] ?? '',
      ),
    ),
    expected: { ...whole, doubts: [] },
  },
  {
    file: 'mixed-periods.csv',
    wrong: 'a month among weeks',
    bytes: csv(changed({ 12: ['Bille', '2024-02', '115.5', 'yes'] })),
    expected: { refused: 'mixed-periods', row: 12, column: 'week' },
  },
  {
    file: 'one-column.csv',
    wrong: 'one column only',
    bytes: 'shop\nAlster\nBille\n',
    expected: { doubts: ['one-column'] },
  },
  {
    file: 'nul-bytes.csv',
    wrong: 'NUL bytes in a cell',
    bytes: csv(changed({ 4: ['Alster', week(3), '103\0.5', 'yes'] })),
    expected: { refused: 'nul-character', row: 4, column: 'sales' },
  },
  {
    file: 'long-cell.csv',
    wrong: 'a cell of 40,000 letters',
    bytes: csv(changed({ 4: ['a'.repeat(40_000), week(3), '103.5', 'yes'] })),
    expected: { refused: 'cell-too-long', row: 4, column: 'shop' },
  },
  {
    file: 'header-only.csv',
    wrong: 'a header and nothing below',
    bytes: csv([head]),
    expected: { refused: 'no-rows' },
  },
  { file: 'empty.csv', wrong: 'blank lines only', bytes: '\ufeff\r\n\r\n', expected: { refused: 'empty-file' } },
  {
    file: 'web-page.xls',
    wrong: 'a web page that is called .xls',
    bytes: '<html><table><tr><td>shop</td></tr></table></html>',
    expected: { refused: 'is-html' },
  },
  {
    file: 'pdf.xlsx',
    wrong: 'a PDF that is called .xlsx',
    bytes: '%PDF-1.7\n1 0 obj\n',
    expected: { refused: 'is-pdf' },
  },
  {
    file: 'workbook.xlsx',
    wrong: 'nothing: the same table as a workbook',
    bytes: book(bookTable),
    expected: { ...whole, doubts: [] },
  },
  {
    file: 'hidden-tab-first.xlsx',
    wrong: 'a hidden tab before the table, a cover sheet too',
    bytes: workbookOf({
      Raw: { rows: [head, ['X', 1, 1, 'no']], isHidden: true },
      Cover: { rows: [['Sales report 2024']] },
      Sales: { rows: bookTable },
    }),
    expected: { ...whole, doubts: ['other-tabs'] },
  },
  {
    file: 'formula-errors.xlsx',
    wrong: '#N/A and #DIV/0! among the figures',
    bytes: book(
      bookTable.map((row, at) =>
        at === 1 || at === 2
          ? [row[0] ?? null, row[1] ?? null, { fault: at === 1 ? '#N/A' : '#DIV/0!' }, row[3] ?? null]
          : row,
      ),
    ),
    expected: {
      ...whole,
      filled: 22,
      sum: sum - sales(0, 1) - sales(0, 2),
      doubts: ['missing-values', 'text-in-numbers'],
    },
  },
  {
    file: 'formulas-never-computed.xlsx',
    wrong: 'formulas without a result, as a program writes them',
    bytes: book(
      bookTable.map((row, at) =>
        at === 1 ? [row[0] ?? null, row[1] ?? null, { formula: 'A1+1' }, row[3] ?? null] : row,
      ),
    ),
    expected: { ...whole, filled: 23, sum: sum - sales(0, 1), doubts: ['uncomputed-cells', 'missing-values'] },
  },
  {
    file: 'numbers-as-text.xlsx',
    wrong: 'numbers stored as text, with decimal commas',
    bytes: book(
      bookTable.map((row, at) =>
        at === 0 ? row : row.map((cell) => (typeof cell === 'number' ? german(String(cell)) : cell)),
      ),
    ),
    expected: { ...whole, doubts: [] },
  },
  {
    file: 'merged-sites.xlsx',
    wrong: 'the name of each site merged over its rows',
    bytes: book(
      bookTable.map((row, at) => (at > 0 && (at - 1) % 6 > 0 ? [null, ...row.slice(1)] : row)),
      { merged: shops.map((_, shop) => `A${2 + 6 * shop}:A${7 + 6 * shop}`) },
    ),
    expected: { ...whole, doubts: ['merged-cells'] },
  },
  {
    file: 'dates-of-1904.xlsx',
    wrong: 'dates of the 1904 system, shown as days',
    bytes: workbookOf(
      {
        Sales: {
          rows: [
            head,
            ...rows((shop, number): Cell[] => [
              shops[shop] ?? '',
              { value: monday(number) - 1462, format: 'd. mmm yy' },
              sales(shop, number),
              isPilot(shop),
            ]),
          ],
        },
      },
      { is1904: true },
    ),
    expected: { ...whole, doubts: [] },
  },
  {
    file: 'percent-and-thousandths.xlsx',
    wrong: 'shares shown as percent, and three decimals',
    bytes: book([
      [...head, 'weight'],
      ...rows((shop, number): Cell[] => [
        shops[shop] ?? '',
        week(number),
        { value: sales(shop, number) / 1000, format: '0.0 %' },
        yes(shop),
        1.234,
      ]),
    ]),
    expected: { ...whole, sum: sum / 10, doubts: [] },
  },
  {
    file: 'title-and-total.xlsx',
    wrong: 'a merged title, a blank column, a total below',
    bytes: book(
      [
        [null, 'Sales'],
        [],
        ...bookTable.map((row) => [null, ...row]),
        [null, 'Summe', null, { formula: 'SUM(D4:D27)', result: sum }],
      ],
      { merged: ['B1:E1'] },
    ),
    expected: { ...whole, doubts: ['title-rows', 'total-rows'] },
  },
  {
    file: 'filtered-rows.xlsx',
    wrong: 'rows that a filter hides',
    bytes: book(bookTable, { hiddenRows: [8, 9, 10] }),
    expected: { ...whole, doubts: ['hidden-rows'] },
  },
  {
    file: 'one-column-per-month.xlsx',
    wrong: 'one column for each month, headed by dates',
    bytes: book([
      [
        'shop',
        'pilot',
        ...weeks.map(
          (month): Cell => ({
            value: [45_292, 45_323, 45_352, 45_383, 45_413, 45_444][month - 1] ?? 0,
            format: 'mmm yy',
          }),
        ),
      ],
      ...shops.map((name, shop): Cell[] => [name, yes(shop), ...weeks.map((number) => sales(shop, number))]),
    ]),
    expected: { ...whole, doubts: ['turned'], columns: { period: 'Period', value: 'Value' } },
  },
  { file: 'empty.xlsx', wrong: 'a workbook with nothing in it', bytes: book([]), expected: { refused: 'empty-file' } },
  {
    file: 'password.xlsx',
    wrong: 'a workbook with a password',
    bytes: container('EncryptedPackage'),
    expected: { refused: 'is-protected' },
  },
  {
    file: 'old-format.xls',
    wrong: 'a workbook of 2003',
    bytes: container('Workbook'),
    expected: { refused: 'is-xlsx' },
  },
  {
    file: 'cut-off.xlsx',
    wrong: 'a workbook that came only in part',
    bytes: book(bookTable).subarray(0, 1500),
    expected: { refused: 'is-broken' },
  },
  {
    file: 'zip-bomb.xlsx',
    wrong: 'a small workbook that unpacks to a large one',
    bytes: zipOf({
      ...workbookFiles({ Sales: { rows: bookTable } }),
      'xl/sharedStrings.xml': `<sst>${'<si><t>a</t></si>'.repeat(1_500_000)}</sst>`,
    }),
    expected: { refused: 'unpacks-too-large' },
  },
  {
    file: 'open-document.ods',
    wrong: 'nothing: the same table as LibreOffice saves it',
    bytes: documentOf({ Sales: { rows: bookTable.map((row) => row.map(asDocument)) } }),
    expected: { ...whole, doubts: [] },
  },
  {
    file: 'repeated-cells.ods',
    wrong: 'rows and cells that are said once for many, a million blank rows below',
    bytes: documentOf({
      Sales: {
        rows: [
          [
            'shop',
            'week',
            'sales',
            'stock',
            'pilot',
            { xml: '<table:table-cell table:number-columns-repeated="16379"/>' },
          ],
          ...rows((shop, number): DocumentCell[] => [
            shops[shop] ?? '',
            week(number),
            { xml: floats(sales(shop, number), 2) },
            yes(shop),
          ]),
          {
            xml: '<table:table-row table:number-rows-repeated="1048551"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>',
          },
        ],
      },
    }),
    expected: { ...whole, doubts: [] },
  },
  {
    file: 'merged-and-filtered.ods',
    wrong: 'names merged over their rows, rows that a filter hides, months as dates',
    bytes: documentOf({ Sales: { rows: mergedRows() } }, monthStyle),
    expected: { ...whole, doubts: ['merged-cells', 'hidden-rows'] },
  },
  {
    file: 'password.ods',
    wrong: 'a LibreOffice workbook with a password',
    bytes: zipOf({
      ...documentFiles({ Sales: { rows: [head] } }),
      'content.xml': Buffer.alloc(400, 0xa7),
      'META-INF/manifest.xml':
        '<manifest:manifest><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>',
    }),
    expected: { refused: 'is-protected' },
  },
  {
    file: 'cut-off.ods',
    wrong: 'a LibreOffice workbook that came only in part',
    bytes: documentOf({ Sales: { rows: bookTable.map((row) => row.map(asDocument)) } }).subarray(0, 900),
    expected: { refused: 'is-broken' },
  },
  {
    file: 'repeat-bomb.ods',
    wrong: 'one row that stands for sixteen million',
    bytes: documentOf({
      Sales: {
        rows: [
          head,
          {
            xml: `<table:table-row table:number-rows-repeated="16777216">${['A', '2024-W01', '5', 'yes'].map((text) => `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`).join('')}</table:table-row>`,
          },
        ],
      },
    }),
    expected: { refused: 'unpacks-too-large' },
  },
  {
    file: 'letter.ods',
    wrong: 'a letter that is called .ods',
    bytes: zipOf({
      ...documentFiles({}),
      'content.xml': documentXml('<office:text><text:p>Dear all</text:p></office:text>'),
    }),
    expected: { refused: 'is-archive' },
  },
  {
    file: 'archive.xlsx',
    wrong: 'an archive with a CSV file in it',
    bytes: zipOf({ 'sales.csv': csv(table) }),
    expected: { refused: 'is-archive' },
  },
]

/** As much of an old-style container as tells what is in it. */
function container(part: string): Buffer {
  const bytes = Buffer.alloc(2048)
  bytes.writeUInt32BE(0xd0cf11e0, 0)
  bytes.writeUInt32BE(0xa1b11ae1, 4)
  bytes.writeUInt16LE(9, 30)
  bytes.writeUInt32LE(1, 48)
  bytes.write('Root Entry', 1024, 'utf16le')
  bytes.write(part, 1024 + 128, 'utf16le')
  return bytes
}

function asDocument(cell: Cell): DocumentCell {
  if (typeof cell === 'object' && cell !== null) throw new Error('a cell that only .xlsx has')
  return cell
}

/** One number for several cells, one beside the other. */
function floats(value: number, times: number): string {
  return `<table:table-cell table:number-columns-repeated="${times}" office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`
}

function mergedRows(): DocumentTab['rows'] {
  const one = (about: string, shown: string) =>
    `<table:table-cell ${about}><text:p>${shown}</text:p></table:table-cell>`
  const text = 'office:value-type="string"'
  const lines = rows((shop, number) => {
    const name =
      number === 1 ? one(`table:number-rows-spanned="6" ${text}`, shops[shop] ?? '') : '<table:covered-table-cell/>'
    const month = `table:style-name="ce1" office:value-type="date" office:date-value="2024-0${number}-01"`
    const isFiltered = shop === 3 && number > 3
    const cells = [name, one(month, `0${number}/2024`), floats(sales(shop, number), 1), one(text, yes(shop))].join('')
    return { xml: `<table:table-row${isFiltered ? ' table:visibility="filter"' : ''}>${cells}</table:table-row>` }
  })
  return [head, ...lines]
}

function told(expected: Expected): string {
  if ('refused' in expected) {
    const { refused, row, column } = expected
    const at = [row && `row ${row}`, column && `column “${column}”`].filter(Boolean).join(', ')
    return `refused: \`${refused}\`${at && `, ${at}`}`
  }
  const doubts = expected.doubts.map((code) => `\`${code}\``).join(', ')
  return `read${doubts && `, and said: ${doubts}`}`
}

const folder = fileURLToPath(new URL('../reference/bad-spreadsheets/', import.meta.url))
await mkdir(folder, { recursive: true })
for (const { file, bytes } of cases) await writeFile(folder + file, bytes)
await writeFile(
  `${folder}expected.json`,
  `${JSON.stringify(Object.fromEntries(cases.map(({ file, expected }) => [file, expected])), null, 2)}\n`,
)
await writeFile(
  `${folder}README.md`,
  `# Bad spreadsheets

Made up: four shops, six weeks, one figure each, spoilt in the ways that people and programs spoil tables. Each is read
right, with what is odd about it said, or refused with its place and a remedy. \`src/product/sheet/bad-spreadsheets.test.ts\`
walks all of them, by the expectations in \`expected.json\`; \`src/lib/sheet/README.md\` explains the codes.

\`node scripts/bad-spreadsheets.ts\` makes the files and this table anew.

| File | What is wrong | What becomes of it |
| --- | --- | --- |
${cases.map(({ file, wrong, expected }) => `| ${file} | ${wrong} | ${told(expected)} |`).join('\n')}
`,
)
