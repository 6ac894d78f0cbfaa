import { readNumber } from './parse-number.ts'
import { type Period, periodOf } from './period-of.ts'
import { uniqueNames } from './unique-names.ts'

export interface Header {
  /** One name per column, no two the same. */
  names: string[]
  /** Where the header is among the rows, and the first row that holds figures. `at` is null when there is no header. */
  at: number | null
  first: number
  /** Rows above the header that hold a title or a note. */
  titles: number
}

/**
 * Finds the header among the first rows of a sheet (blank ones included, so that places count): the first row that is
 * neither blank nor a title. A title is a single cell above rows that are wider.
 *
 * A first row that already holds numbers or dates is no header, unless these are a run of periods, as in a table
 * with one column per year.
 */
export function headerOf(rows: readonly (readonly string[])[]): Header {
  const widths = rows.map((row) => row.findLastIndex((cell) => cell.trim() !== '') + 1)
  const width = commonest(widths.filter((cells) => cells > 0))
  const filled = rows.map((row) => row.filter((cell) => cell.trim() !== '').length)
  let at = 0
  let titles = 0
  while (at < rows.length - 1 && ((filled[at] ?? 0) === 0 || (filled[at] === 1 && width > 1))) {
    if (filled[at] === 1) titles++
    at++
  }
  const row = rows[at] ?? []
  const full = Math.max(width, widths[at] ?? 0)
  if (holdsFigures(row)) return { names: uniqueNames([], full), at: null, first: at, titles }
  return { names: uniqueNames(row.slice(0, full), full), at, first: at + 1, titles }
}

/** The periods, if the names of three or more columns are a rising run of them: a sheet with one column per period. */
export function periodsAcross(names: readonly string[]): Period[] {
  const periods = names.map((name) => periodOf(name)).filter((period) => period !== null)
  const isRun = periods.every((period, at) => {
    const before = periods[at - 1]
    return !before || (before.kind === period.kind && before.key < period.key)
  })
  return isRun && periods.length >= 3 ? periods : []
}

function holdsFigures(row: readonly string[]): boolean {
  const cells = row.filter((cell) => cell.trim() !== '')
  const figures = cells.filter((cell) => readNumber(cell) || isDated(periodOf(cell)))
  return figures.length > 0 && (figures.length === cells.length || periodsAcross(figures).length < figures.length)
}

/** "Week 3" and "before" may head a column; a date does not. */
function isDated(period: Period | null): boolean {
  return period !== null && period.kind !== 'numbered' && period.kind !== 'side'
}

function commonest(numbers: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0
}
