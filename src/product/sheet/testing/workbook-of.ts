import { zipOf } from './zip-of.ts'

/**
 * A cell: a text, a number, true or false, nothing; or with a format (`0%`, `dd.mm.yyyy`), as a fault (`#N/A`), as a
 * formula with or without its result.
 */
export type Cell =
  | string
  | number
  | boolean
  | null
  | { value: number; format: string }
  | { fault: string }
  | { formula: string; result?: string | number }

export interface TabOf {
  rows: readonly (readonly Cell[])[]
  /** Such as `A2:A5`. */
  merged?: readonly string[]
  isHidden?: boolean
  /** Rows that a filter hides. */
  hiddenRows?: readonly number[]
}

export interface WorkbookOptions {
  is1904?: boolean
  /** Texts stand in the cells, as some programs write them, and not in a list of their own. */
  isInline?: boolean
}

/** An .xlsx workbook, as small as one can be and as spreadsheet programs write it. */
export function workbookOf(tabs: Readonly<Record<string, TabOf>>, options: WorkbookOptions = {}): Buffer {
  return zipOf(workbookFiles(tabs, options))
}

/** The files inside. */
export function workbookFiles(
  tabs: Readonly<Record<string, TabOf>>,
  { is1904 = false, isInline = false }: WorkbookOptions = {},
): Record<string, string> {
  const texts = new Map<string, number>()
  const formats = new Map<string, number>()
  const sheets = Object.values(tabs).map((tab) => worksheet(tab, texts, formats, isInline))
  const names = Object.entries(tabs)
  const styles = [...formats.keys()]
  const about = 'http://schemas.openxmlformats.org'
  const main = `xmlns="${about}/spreadsheetml/2006/main"`
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${about}/officeDocument/2006/relationships/${type}" Target="${target}"/>`
  const relations = (all: string) =>
    `${xml}<Relationships xmlns="${about}/package/2006/relationships">${all}</Relationships>`
  return {
    '[Content_Types].xml': `${xml}<Types xmlns="${about}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${sheets.map((_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`,
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `${xml}<workbook ${main} xmlns:r="${about}/officeDocument/2006/relationships"><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets>${names.map(([name, { isHidden }], at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}"${isHidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      sheets.map((_, at) => relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)).join('') +
        relation('rIdS', 'sharedStrings', 'sharedStrings.xml') +
        relation('rIdF', 'styles', 'styles.xml'),
    ),
    ...Object.fromEntries(
      sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, `${xml}<worksheet ${main}>${sheet}</worksheet>`]),
    ),
    'xl/sharedStrings.xml': `${xml}<sst ${main}>${[...texts.keys()].map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
    'xl/styles.xml': `${xml}<styleSheet ${main}><numFmts>${styles.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${escaped(code)}"/>`).join('')}</numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${styles.map((_, at) => `<xf numFmtId="${164 + at}"/>`).join('')}</cellXfs></styleSheet>`,
  }
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

function worksheet(tab: TabOf, texts: Map<string, number>, formats: Map<string, number>, isInline: boolean): string {
  const rows = tab.rows.map((cells, at) => {
    const row = at + 1
    const inside = cells
      .map((cell, column) => cellOf(cell, `${letters(column)}${row}`, texts, formats, isInline))
      .join('')
    return inside === '' ? '' : `<row r="${row}"${tab.hiddenRows?.includes(row) ? ' hidden="1"' : ''}>${inside}</row>`
  })
  const merged = (tab.merged ?? []).map((place) => `<mergeCell ref="${place}"/>`).join('')
  return `<sheetData>${rows.join('')}</sheetData>${merged && `<mergeCells>${merged}</mergeCells>`}`
}

function cellOf(
  cell: Cell,
  at: string,
  texts: Map<string, number>,
  formats: Map<string, number>,
  isInline: boolean,
): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`
  if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`
  if (typeof cell === 'string')
    return isInline
      ? `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
      : `<c r="${at}" t="s"><v>${numberIn(texts, cell)}</v></c>`
  if ('fault' in cell) return `<c r="${at}" t="e"><v>${cell.fault}</v></c>`
  if ('format' in cell) return `<c r="${at}" s="${1 + numberIn(formats, cell.format)}"><v>${cell.value}</v></c>`
  const { formula, result } = cell
  if (result === undefined) return `<c r="${at}"><f>${escaped(formula)}</f></c>`
  return `<c r="${at}"${typeof result === 'string' ? ' t="str"' : ''}><f>${escaped(formula)}</f><v>${escaped(String(result))}</v></c>`
}

function numberIn(known: Map<string, number>, text: string): number {
  const number = known.get(text) ?? known.size
  known.set(text, number)
  return number
}

function letters(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26)
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
