import type { ColumnGuess } from '#lib/sheet/guess-column.ts'
import type { SheetDescription as Described } from './read-sheet.ts'
import { doubtOf, type SheetColumn, type SheetDescription, type SheetRow } from './sheet.ts'

/** Characters that a page shows of a cell, and of the whole sample: a sheet may have a thousand columns of long texts. */
const cellShown = 120
const sampleShown = 200_000
/** Tabs that a list can hold. */
const tabsShown = 200
/** A text to choose from has to fit a list. */
const levelShown = 60

/** What the reader found, cut to what a page can show. */
export function descriptionOf(described: Described): SheetDescription {
  const { tabs, tab, isTurned, hint, delimiter, encoding, headerRow, columns, isWide, rowCount, sample, warnings } =
    described
  const { site, period, value, treated, since, guardrails } = described
  return wellFormed({
    tabs: tabs.slice(0, tabsShown),
    tab,
    isTurned,
    hint,
    delimiter,
    encoding,
    headerRow,
    columns: columns.map(columnOf),
    guesses: { site, period, value, treated, since, guardrails },
    isWide,
    rowCount,
    sample: shownOf(sample),
    doubts: warnings.map(doubtOf),
  })
}

function columnOf({ column, kind, filled, missing, distinct, examples, levels, numbers }: ColumnGuess): SheetColumn {
  const texts = levels?.map(({ text }) => text) ?? null
  return {
    name: column,
    kind,
    filled,
    missing,
    distinct,
    examples: examples.map((text) => cut(text, levelShown)),
    levels: texts?.every((text) => text.length <= levelShown) ? texts : null,
    mark: numbers?.mark ?? '',
  }
}

function shownOf(sample: readonly SheetRow[]): SheetRow[] {
  const rows = sample.map(({ row, cells }) => ({ row, cells: cells.map((cell) => cut(cell, cellShown)) }))
  let left = sampleShown
  return rows.filter(({ cells }, at) => {
    left -= cells.reduce((sum, cell) => sum + cell.length + 3, 0)
    // The first row is shown whatever its width.
    return at === 0 || left >= 0
  })
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text
}

/** A text that was cut between the halves of a character ends in half of one, which a JSON column refuses. */
function wellFormed<Value>(value: Value): Value {
  if (typeof value === 'string') return value.toWellFormed() as Value
  if (Array.isArray(value)) return value.map(wellFormed) as Value
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, wellFormed(inner)])) as Value
}
