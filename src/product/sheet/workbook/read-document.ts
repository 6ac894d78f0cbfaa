import { SheetProblem } from '#lib/sheet/sheet-problem.ts'
import { documentCell, isCounted } from './document-cell.ts'
import type { DocumentStyles } from './document-styles.ts'
import { readXml } from './read-xml.ts'
import { widest } from './workbook.ts'

type Attributes = Readonly<Record<string, string>>

/** A row, and how many there are like it, one below the other: the file says it once for all of them. */
export interface DocumentRow {
  row: number
  times: number
  cells: string[]
  isHidden: boolean
  /** Formulas in it that no program has computed yet. */
  uncomputed: number
}

export interface DocumentEvents {
  /** A tab begins. False leaves its rows out. */
  tab(name: string, isHidden: boolean): boolean
  /** A row of it that is not blank. False leaves the rest of its rows out. */
  row(row: DocumentRow): boolean
  /** A text that goes on down to a row, over cells merged into one. */
  merged?(toRow: number, column: number, text: string): void
  tabEnds?(): void
}

/** Characters that a cell may come to by its parts: more than a cell may have, and few enough to be kept. */
const longestCell = 4_194_304
/** Rows that any program has. */
const tallest = 16_777_216

/** What stands between a tab and its rows or columns. */
const groups = new Set([
  ...['table-rows', 'table-row-group', 'table-header-rows'],
  ...['table-columns', 'table-column-group', 'table-header-columns'],
])

/**
 * Reads `content.xml` of an OpenDocument file and tells of its tabs and rows. Yields after every piece. Notes, pictures
 * and charts in a tab are left out, with all the tables and texts they have inside.
 * @throws {SheetProblem} `is-broken`; `is-archive` when it is a text or a drawing and no spreadsheet.
 */
export async function* readDocument(
  source: AsyncIterable<Buffer>,
  styles: DocumentStyles,
  events: DocumentEvents,
): AsyncGenerator<void> {
  let depth = 0
  /** How deep the tag stands that each of these began with; 0 outside of one. */
  let [bodyAt, tabAt, rowAt, cellAt, textAt, skipAt] = [0, 0, 0, 0, 0, 0]
  let isSpreadsheet = false
  let columns: { until: number; style: string | undefined }[] = []
  let [row, times, column] = [0, 1, 0]
  let [cell, isCovered, text, hasText] = [{} as Attributes, false, '', false]
  let [cells, uncomputed, rowStyle, isHidden] = [[] as string[], 0, undefined as string | undefined, false]

  function open(name: string, attributes: Attributes): void {
    depth++
    if (skipAt) return
    if (cellAt) openInCell(name, attributes)
    else if (rowAt) openInRow(name, attributes)
    else if (tabAt) openInTab(name, attributes)
    else if (bodyAt) openInBody(name, attributes)
    else if (name === 'spreadsheet') [bodyAt, isSpreadsheet] = [depth, true]
    else styles.open(name, attributes)
  }

  function openInBody(name: string, attributes: Attributes): void {
    const isWanted =
      name === 'table' &&
      events.tab((attributes['table:name'] ?? '').slice(0, 200), styles.isHidden(attributes['table:style-name']))
    if (!isWanted) skipAt = depth
    else [tabAt, row, columns] = [depth, 1, []]
  }

  function openInTab(name: string, attributes: Attributes): void {
    if (name === 'table-row') {
      rowAt = depth
      times = repeats(attributes['table:number-rows-repeated'])
      rowStyle = attributes['table:default-cell-style-name']
      isHidden = /^(?:collapse|filter)$/.test(attributes['table:visibility'] ?? '')
      ;[cells, column, uncomputed] = [[], 0, 0]
    } else if (name === 'table-column') {
      const until = (columns.at(-1)?.until ?? 0) + repeats(attributes['table:number-columns-repeated'])
      if (columns.length < widest) columns.push({ until, style: attributes['table:default-cell-style-name'] })
    } else if (!groups.has(name)) skipAt = depth
  }

  function openInRow(name: string, attributes: Attributes): void {
    if (name !== 'table-cell' && name !== 'covered-table-cell') {
      skipAt = depth
      return
    }
    ;[cellAt, cell, isCovered] = [depth, attributes, name === 'covered-table-cell']
    ;[text, hasText] = ['', false]
  }

  function openInCell(name: string, attributes: Attributes): void {
    if (!textAt && name === 'p') {
      if (hasText) add('\n')
      ;[textAt, hasText] = [depth, true]
    } else if (!textAt || name === 'note' || name === 'annotation' || name === 'ruby-text') skipAt = depth
    else if (name === 's') add(' '.repeat(Math.min(100, repeats(attributes['text:c']))))
    else if (name === 'tab') add('\t')
    else if (name === 'line-break') add('\n')
  }

  function add(part: string): void {
    if (text.length + part.length > longestCell) throw new SheetProblem('is-broken', {})
    text += part
  }

  function close(): void {
    if (skipAt === depth) skipAt = 0
    if (skipAt === 0) {
      if (textAt === depth) textAt = 0
      else if (cellAt === depth) endCell()
      else if (rowAt === depth) endRow()
      else if (tabAt === depth) endTab()
      else if (bodyAt === depth) bodyAt = 0
    }
    depth--
  }

  function endCell(): void {
    cellAt = 0
    const copies = repeats(cell['table:number-columns-repeated'])
    const isDated = /^(?:date|time)$/.test(cell['office:value-type'] ?? '')
    const kind = isDated ? styles.kindOf(cell['table:style-name'] ?? rowStyle ?? columnStyle()) : undefined
    const said = isCovered ? '' : documentCell(cell, text, kind).trim()
    const isFormula = cell['table:formula'] !== undefined && cell['office:value-type'] === undefined
    if (said === '' && isFormula) uncomputed++
    if (said !== '') {
      const end = Math.min(widest, column + copies)
      while (cells.length < Math.min(column, widest)) cells.push('')
      for (let at = column; at < end; at++) cells[at] = said
      const rows = repeats(cell['table:number-rows-spanned'])
      if (rows > 1 && column < widest && !isCounted(cell)) events.merged?.(row + rows - 1, column, said)
    }
    column += copies
  }

  function columnStyle(): string | undefined {
    return columns.find(({ until }) => column < until)?.style
  }

  function endRow(): void {
    rowAt = 0
    const isBlank = cells.length === 0 && uncomputed === 0
    if (!isBlank && !events.row({ row, times, cells, isHidden, uncomputed })) skipAt = tabAt
    row += times
  }

  function endTab(): void {
    tabAt = 0
    events.tabEnds?.()
  }

  const parts = readXml(source, {
    open,
    close,
    text(part) {
      // Line ends and blanks in a row are how the file is laid out; those that are meant have tags of their own.
      if (textAt && !skipAt) add(part.replace(/[\t\r\n ]+/g, ' '))
    },
  })
  for await (const _ of parts) yield
  if (!isSpreadsheet) throw new SheetProblem('is-archive', { type: 'zip' })
}

/** How often something stands there, as the file says; once when it says nothing that can be. */
function repeats(said: string | undefined): number {
  const times = Number(said ?? 1)
  return Number.isInteger(times) && times > 1 ? Math.min(times, tallest) : 1
}
