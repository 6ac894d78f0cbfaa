import type { NumberFormat } from '#lib/sheet/number-format.ts'
import type { SheetRow } from '#lib/sheet/sheet-survey.ts'
import { workbookNumber } from '#lib/sheet/workbook-number.ts'
import { fillMerged } from './fill-merged.ts'
import { columnAt, type MergedCells } from './merged-cells.ts'
import { readXml } from './read-xml.ts'
import { unescaped } from './shared-strings.ts'
import type { StringStore } from './string-store.ts'
import { type TabFacts, widest } from './workbook.ts'

/** What the cells of a sheet refer to. */
export interface WorksheetParts {
  strings: StringStore
  formats: readonly NumberFormat[]
  is1904: boolean
  merged: readonly MergedCells[]
}

/** The rows of a sheet as text, as far as its file has come; rows that it leaves out are blank. */
export async function* worksheetRows(
  source: AsyncIterable<Buffer>,
  parts: WorksheetParts,
  facts: TabFacts,
): AsyncGenerator<SheetRow[]> {
  let found: SheetRow[] = []
  let [row, column] = [0, -1]
  let cells: string[] = []
  let [type, style, text] = ['', 0, '']
  let [isText, isReading, hasFormula, isPlainNumber] = [false, false, false, false]
  const mergers = fillMerged(facts.filled)
  const starts = new Map(parts.merged.map((cells) => [`${cells.fromRow} ${cells.column}`, cells.toRow]))
  const plain: NumberFormat = { kind: 'plain', mark: '' }

  function open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') {
      row = Number(attributes['r'] ?? row + 1) || row + 1
      if (attributes['hidden'] === '1' || attributes['hidden'] === 'true') facts.hiddenRows.add({ row })
      ;[cells, column] = [[], -1]
    } else if (name === 'c') {
      const { r: place, t = 'n', s = '0' } = attributes
      column = place ? columnAt(/^[A-Z]{1,3}/.exec(place)?.[0] ?? 'A') : column + 1
      ;[type, style, text, hasFormula] = [t, Number(s), '', false]
    } else if (name === 'f') hasFormula = true
    else if (name === 'rPh') isReading = true
    else if (name === 'v' || (name === 't' && !isReading)) isText = true
  }

  function close(name: string): void {
    if (name === 'v' || name === 't') isText = false
    else if (name === 'rPh') isReading = false
    else if (name === 'c') endCell()
    else if (name === 'row') {
      mergers.filler()(row, cells)
      found.push({ row, cells })
    }
  }

  function endCell(): void {
    if (text === '' && hasFormula && type !== 'str') facts.uncomputed.add({ row })
    const said = (text === '' ? '' : textOfCell()).trim()
    if (said === '' || column >= widest) return
    while (cells.length < column) cells.push('')
    cells[column] = said
    // The same number in every cell of a merged one would count it several times.
    const toRow = starts.size === 0 || isPlainNumber ? undefined : starts.get(`${row} ${column}`)
    if (toRow !== undefined) mergers.begin(toRow, column, said)
  }

  function textOfCell(): string {
    isPlainNumber = false
    switch (type) {
      case 's':
        return parts.strings.get(Number(text))
      case 'str':
      case 'inlineStr':
        return unescaped(text)
      case 'b':
        return text === '1' ? 'TRUE' : 'FALSE'
      case 'd':
        return text.replace(/T00:00:00(?:\.0+)?Z?$/, '')
      case 'e':
        return text
      default: {
        const format = parts.formats[style] ?? plain
        isPlainNumber = !['day', 'month', 'year'].includes(format.kind)
        return workbookNumber(text, format, parts.is1904)
      }
    }
  }

  const events = readXml(source, {
    open,
    close,
    text(part) {
      if (isText) text += part
    },
  })
  for await (const _ of events) {
    if (found.length === 0) continue
    yield found
    found = []
  }
}
