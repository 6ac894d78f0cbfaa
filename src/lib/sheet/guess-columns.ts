import { type ColumnGuess, guessColumn } from './guess-column.ts'
import { guessKeys, type PartGuess } from './guess-keys.ts'
import { guessTreated, type SinceGuess, type TreatedGuess } from './guess-treated.ts'
import { guessValues } from './guess-values.ts'
import { periodsAcross } from './header-of.ts'
import type { NumberStyle } from './parse-number.ts'

export interface SheetGuess {
  /** One per column of the header. */
  columns: ColumnGuess[]
  /** The likeliest column for each part. Confidences are shares in [0, 1], made to be ranked, not probabilities. */
  site: PartGuess | null
  period: PartGuess | null
  value: PartGuess | null
  treated: TreatedGuess | null
  since: SinceGuess | null
  guardrails: PartGuess[]
  /** The header looks like one column per period: such a sheet must be turned into one row per site and period first. */
  isWide: boolean
}

/**
 * What the columns of a sheet hold and which part each may play, for a page to choose beforehand and a person to accept.
 *
 * @param header Names as `uniqueNames` makes them.
 * @param rows A sample of at most a few thousand rows, spread over the sheet. Short rows are filled with empty cells.
 * @param hint How numbers are read when no cell of their column settles it.
 */
export function guessColumns(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  hint: NumberStyle = 'point',
): SheetGuess {
  const cells = header.map((_, at) => rows.map((row) => (row[at] ?? '').trim()))
  const columns = header.map((column, at) => guessColumn(column, cells[at] ?? [], hint))
  const { site, period } = guessKeys(columns, cells)
  const keys = { site: header.indexOf(site?.column ?? ''), period: header.indexOf(period?.column ?? '') }
  const { treated, since } = guessTreated(columns, cells, keys)
  const taken = new Set([site?.column ?? '', period?.column ?? '', treated?.column ?? ''])
  const { value, guardrails } = guessValues(columns, cells, cells[keys.site], taken)
  return { columns, site, period, value, treated, since, guardrails, isWide: periodsAcross(header).length > 0 }
}
