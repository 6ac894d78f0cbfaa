import { readNumber } from './parse-number.ts'
import { periodOf } from './period-of.ts'
import type { SheetRow } from './sheet-survey.ts'
import { Places, type SheetWarning } from './sheet-warning.ts'

export interface FillDown {
  /** Gives a row the name above it, in place, when it has none. */
  fill(row: SheetRow): void
  warnings(): SheetWarning[]
}

/** Rows that are enough to tell, and the share of them without a name. */
const enough = 4
const share = 0.4

/**
 * Fills names down when the first column names each site once, above all of its rows, as a pivot table prints them; null
 * when it does not. Every name must be another: a column of marks repeats one.
 */
export function fillDown(header: readonly string[], judged: readonly (readonly string[])[]): FillDown | null {
  const rows = judged.filter((row) => row.filter((cell) => cell.trim() !== '').length > 1)
  const at = header.findIndex((_, place) => rows.some((row) => (row[place] ?? '').trim() !== ''))
  const names = rows.map((row) => (row[at] ?? '').trim())
  const filled = names.filter((name) => name !== '')
  const isPlain =
    rows.length >= enough &&
    names[0] !== '' &&
    filled.length >= 2 &&
    filled.length <= (1 - share) * rows.length &&
    new Set(filled).size === filled.length &&
    filled.every((name) => readNumber(name) === null && periodOf(name) === null) &&
    rows.every((row, place) => names[place] !== '' || row.filter((cell) => cell.trim() !== '').length >= 2)
  if (!isPlain) return null
  const column = header[at] ?? ''
  const places = new Places()
  let above = ''
  return {
    fill({ row, cells }) {
      const name = (cells[at] ?? '').trim()
      if (name !== '') above = name
      // A single cell is a note, not a row of the site above it.
      else if (cells.filter((cell) => cell.trim() !== '').length > 1) {
        cells[at] = above
        places.add({ row, column })
      }
    },
    warnings: () =>
      places.count ? [{ code: 'filled-down', values: { column, count: places.count }, ...places.all }] : [],
  }
}
