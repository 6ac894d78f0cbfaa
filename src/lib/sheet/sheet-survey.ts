import { guessColumns, type SheetGuess } from './guess-columns.ts'
import { isMissing } from './missing.ts'
import type { NumberStyle } from './parse-number.ts'
import { rowSample } from './row-sample.ts'

/** `row` is the number that a spreadsheet shows: the header of an ordinary sheet is row 1. */
export interface SheetRow {
  row: number
  /** As many as the header has. */
  cells: string[]
}

export interface SheetSurvey extends SheetGuess {
  /** Rows that are not blank. */
  rowCount: number
  /** The first 50 of them. */
  sample: SheetRow[]
}

const shown = 50
/** Cells that guesses are made from: enough to see the pattern, few enough to take a tenth of a second at most. */
const guessed = 40_000

/**
 * Looks at all rows of a sheet, one by one, to say what is in it. The counts of missing and filled cells are of all
 * rows, the other guesses of a sample spread over them.
 */
export function sheetSurvey(
  header: readonly string[],
  hint: NumberStyle,
): { add(row: SheetRow): void; finish(): SheetSurvey } {
  const spread = rowSample(Math.max(40, Math.min(2000, Math.floor(guessed / Math.max(1, header.length)))))
  const missing = new Float64Array(header.length)
  const sample: SheetRow[] = []
  let rowCount = 0

  function add(row: SheetRow): void {
    rowCount++
    spread.add(row.cells)
    if (sample.length < shown) sample.push(row)
    for (let at = 0; at < missing.length; at++) {
      if (isMissing(row.cells[at] ?? '')) missing[at] = (missing[at] ?? 0) + 1
    }
  }

  function finish(): SheetSurvey {
    const guess = guessColumns(header, spread.rows(), hint)
    const columns = guess.columns.map((column, at) => {
      return { ...column, missing: missing[at] ?? 0, filled: rowCount - (missing[at] ?? 0) }
    })
    return { ...guess, columns, rowCount, sample }
  }

  return { add, finish }
}
