import type { Places } from '#lib/sheet/sheet-warning.ts'

interface Merged {
  toRow: number
  column: number
  text: string
}

/** Gives the text of a merged cell to the rows below it: a spreadsheet shows it once for all of them. */
export function fillMerged(filled: Places) {
  // Never changed in place, so that a row which is filled later is filled by what was open at its place.
  let open: readonly Merged[] = []
  return {
    /** A cell with a text that goes on down to `toRow`. */
    begin(toRow: number, column: number, text: string): void {
      open = [...open.filter((cells) => cells.column !== column), { toRow, column, text }]
    },
    /** Fills the cells of a row, now or later, by what is open now. */
    filler(): (row: number, cells: string[]) => void {
      const known = open
      return (row, cells) => fill(known, row, cells, filled)
    },
  }
}

function fill(open: readonly Merged[], row: number, cells: string[], filled: Places): void {
  // A row without anything else stays the blank row that it looks like.
  if (open.length === 0 || !cells.some((cell) => cell !== '')) return
  for (const { toRow, column, text } of open) {
    if (toRow < row || (cells[column] ?? '') !== '') continue
    while (cells.length < column) cells.push('')
    cells[column] = text
    filled.add({ row })
  }
}
