import { PabulibProblem } from './pabulib-problem.ts'

export interface PabulibRow {
  /** Of the file, the first is 1; of the row's first line, where a quoted cell has several. */
  line: number
  cells: string[]
}

/**
 * The rows of a text with semicolons between cells; blank lines are left out.
 *
 * A cell that begins with a double quote ends with one, and holds semicolons, line breaks and doubled quotes in between; a quote
 * elsewhere is a character like any other, as the programs that write these files have it.
 *
 * @throws {PabulibProblem} `quote-not-closed`.
 */
export function pabulibRows(text: string): PabulibRow[] {
  const rows: PabulibRow[] = []
  let [at, line] = [text.startsWith('\uFEFF') ? 1 : 0, 1]
  while (at < text.length) {
    const row: PabulibRow = { line, cells: [] }
    for (;;) {
      const cell = text[at] === '"' ? quotedCell(text, at, line) : plainCell(text, at)
      row.cells.push(cell.value)
      line += cell.lines
      at = cell.end
      if (text[at] !== ';') break
      at += 1
    }
    if (text.startsWith('\r\n', at)) at += 2
    else at += 1
    line += 1
    if (row.cells.some((cell) => cell.trim() !== '')) rows.push(row)
  }
  return rows
}

interface Cell {
  value: string
  /** Where the separator or the end of the row stands. */
  end: number
  /** Line breaks inside. */
  lines: number
}

function plainCell(text: string, start: number): Cell {
  let end = start
  while (end < text.length && !';\r\n'.includes(text[end] as string)) end += 1
  return { value: text.slice(start, end), end, lines: 0 }
}

function quotedCell(text: string, start: number, line: number): Cell {
  let at = start + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote === -1) throw new PabulibProblem('quote-not-closed', {}, { line })
    at = quote + 1
    if (text[at] === '"') at += 1
    else break
  }
  // Whatever follows the closing quote belongs to the cell.
  const rest = plainCell(text, at)
  const quoted = text.slice(start + 1, at - 1)
  return { value: quoted.replaceAll('""', '"') + rest.value, end: rest.end, lines: quoted.split('\n').length - 1 }
}
