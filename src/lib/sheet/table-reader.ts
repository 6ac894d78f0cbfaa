import { grow } from './grow.ts'
import { type Measure, measure } from './measure.ts'
import { isMissing } from './missing.ts'
import type { NumberStyle } from './parse-number.ts'
import { SheetProblem } from './sheet-problem.ts'
import { Places, type SheetWarning } from './sheet-warning.ts'

/** Which columns of a sheet are read, row by row, and as what. Columns by their name in the header. */
export interface TableColumns {
  /** Names of things: a unit, an arm, a site, a period. A row without one of them is left out, and counted. */
  texts: readonly string[]
  /** Names that may be missing: the date of a start that never came. */
  maybeTexts?: readonly string[] | undefined
  numbers: readonly string[]
}

export interface SheetTable {
  /** Of each row: the number that a spreadsheet shows. */
  rows: Uint32Array
  /** Of each text column, by row; null where it is missing. */
  texts: Record<string, (string | null)[]>
  /** Of each column of numbers, by row; null where it is missing or no number. */
  numbers: Record<string, (number | null)[]>
  warnings: SheetWarning[]
}

export interface TableReader {
  /** Takes the next row. `row` is the number that a spreadsheet shows; blank rows are passed over. */
  add(row: number, cells: readonly string[]): void
  /** @throws {SheetProblem} `no-rows`; `no-numbers` when a column of numbers holds text alone. */
  finish(): SheetTable
}

/**
 * Reads some columns of a sheet whole, in memory that grows with its rows; for sites and periods there is `panelReader`.
 * A column's decimal sign is settled by all of its cells, as there.
 *
 * @param hint How numbers are read when the cells of their column do not settle it, default `point`.
 * @throws {SheetProblem} `no-column` when the header lacks one.
 */
export function tableReader(
  header: readonly string[],
  columns: TableColumns,
  { hint = 'point' }: { hint?: NumberStyle | undefined } = {},
): TableReader {
  const place = (column: string) => {
    const at = header.indexOf(column)
    if (at < 0) throw new SheetProblem('no-column', { column, found: header.slice(0, 20).join(', ') })
    return at
  }
  const maybe = columns.maybeTexts ?? []
  const texts = unique([...columns.texts, ...maybe]).map((column) => ({
    column,
    at: place(column),
    values: [] as (string | null)[],
  }))
  const numbers = unique(columns.numbers).map((column) => ({ column, at: place(column), cells: measure(column, hint) }))
  const gaps = new Map(columns.texts.map((column) => [column, new Places()]))
  const names = new Map<string, string>()
  let rows = new Uint32Array(64)
  let count = 0

  function add(row: number, cells: readonly string[]): void {
    if (cells.every((text) => text.trim() === '')) return
    const found = texts.map(({ at }) => nameIn(cells[at] ?? ''))
    const gap = texts.find(({ column }, at) => found[at] === null && gaps.has(column))
    if (gap) {
      gaps.get(gap.column)?.add({ row, column: gap.column })
      return
    }
    for (const [at, { values }] of texts.entries()) values.push(found[at] ?? null)
    for (const { at, cells: column } of numbers) column.add(count, cells[at] ?? '', row)
    rows = grow(rows, count + 1)
    rows[count++] = row
  }

  /** One string for all rows that name the same thing. */
  function nameIn(text: string): string | null {
    if (isMissing(text)) return null
    const name = text.trim()
    const known = names.get(name)
    if (known !== undefined) return known
    names.set(name, name)
    return name
  }

  function finish(): SheetTable {
    if (count === 0) throw new SheetProblem('no-rows', {})
    const settled = numbers.map(({ column, cells }) => ({ column, ...valuesOf(cells, count) }))
    const lost = [...gaps].flatMap(([column, { count: rows, all }]): SheetWarning[] =>
      rows === 0 ? [] : [{ code: 'rows-without', values: { column, count: rows }, ...all }],
    )
    return {
      rows: rows.slice(0, count),
      texts: Object.fromEntries(texts.map(({ column, values }) => [column, values])),
      numbers: Object.fromEntries(settled.map(({ column, values }) => [column, values])),
      warnings: [...lost, ...settled.flatMap(({ warnings }) => warnings)],
    }
  }

  return { add, finish }
}

function valuesOf(cells: Measure, rows: number): { values: (number | null)[]; warnings: SheetWarning[] } {
  const { sum, count, warnings } = cells.settle()
  return { values: Array.from({ length: rows }, (_, row) => (count(row) > 0 ? sum(row) : null)), warnings }
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)]
}
