import type { Header } from './header-of.ts'
import { SheetProblem } from './sheet-problem.ts'
import { Places, type SheetWarning } from './sheet-warning.ts'

/** What the text of a sheet has given reason to look for. Looking at every character of every cell takes time. */
export interface Suspicions {
  /** A NUL character has come. */
  hasNul: boolean
  /** U+FFFD has come: `isSound` tells whether it stood in the file or stands for bytes that are no text. */
  hasReplacement: boolean
  isSound: boolean
  encoding: string
}

export interface RowCheck {
  /** Looks at cells that are no row of figures, such as the header. @throws {SheetProblem} with row and column. */
  examine(row: number, cells: readonly string[]): void
  /** The cells of a row, as many as the header has; null for a blank row. @throws {SheetProblem} with row and column. */
  check(row: number, cells: string[]): string[] | null
  /** Rows that were not blank. */
  count(): number
  warnings(): SheetWarning[]
}

/**
 * Holds every row against the header. A short row is filled up and reported. A row with too many cells is refused,
 * since nobody can say which of them belong where; empty ones at its end do not count.
 *
 * @param longest Characters of a cell.
 */
export function rowCheck(header: Header, longest: number, suspicions: Suspicions): RowCheck {
  const { names, titles, at } = header
  const short = new Places()
  const damaged = new Places()
  let rows = 0

  function check(row: number, cells: string[]): string[] | null {
    const width = cells.findLastIndex((cell) => cell.trim() !== '') + 1
    if (width === 0) return null
    rows++
    if (width > names.length) throw new SheetProblem('long-row', { cells: width, columns: names.length }, { row })
    if (cells.length < names.length) {
      short.add({ row })
      while (cells.length < names.length) cells.push('')
    }
    examine(row, cells)
    return cells.length > names.length ? cells.slice(0, names.length) : cells
  }

  function examine(row: number, cells: readonly string[]): void {
    for (let place = 0; place < cells.length; place++) examineCell(row, cells[place] ?? '', names[place] ?? '')
  }

  function examineCell(row: number, text: string, column: string): void {
    if (text.length > longest)
      throw new SheetProblem('cell-too-long', { length: text.length, limit: longest }, { row, column })
    if (suspicions.hasNul && text.includes('\0')) throw new SheetProblem('nul-character', {}, { row, column })
    if (!suspicions.hasReplacement || !text.includes('\ufffd')) return
    if (!suspicions.isSound) throw new SheetProblem('bad-encoding', { encoding: suspicions.encoding }, { row, column })
    damaged.add({ row, column })
  }

  function* warnings(): Generator<SheetWarning> {
    const { encoding } = suspicions
    if (encoding === 'windows-1252') yield { code: 'windows-text', values: { encoding } }
    if (damaged.count) yield { code: 'damaged-text', values: { count: damaged.count }, ...damaged.all }
    if (titles) yield { code: 'title-rows', values: { rows: titles } }
    if (at === null) yield { code: 'no-header', values: {} }
    if (names.length === 1) yield { code: 'one-column', values: {} }
    if (short.count) yield { code: 'short-rows', values: { count: short.count, columns: names.length }, ...short.all }
  }

  return { examine, check, count: () => rows, warnings: () => [...warnings()] }
}
