import type { DateOrder, PeriodKind } from './period-of.ts'
import type { RowNumbers } from './row-numbers.ts'
import type { SheetWarning } from './sheet-warning.ts'

/** One column of numbers at one site: what its rows add up to in each period, and how many rows hold a number. */
export interface GridColumn {
  sums: Float64Array
  counts: Uint32Array
}

export interface GridSite {
  /** Empty where the sheet is about one place. */
  name: string
  /** What the column of starts says, as it stands there; null: nothing, or that it never comes. */
  start: string | null
  /** Of `treated`, by period: 1 when a row says yes, 2 when one says no, 3 for both, 0 for neither. Empty without the column. */
  states: Uint8Array
  value: GridColumn
  denominator: GridColumn | null
  weight: GridColumn | null
  received: GridColumn | null
  /** In the order of `alsoValues`. */
  also: GridColumn[]
}

/** A sheet as sites, periods and sums, before anybody says what is compared with what. */
export interface SheetGrid {
  /** In the order in which the sheet first names them. */
  sites: GridSite[]
  /** Earliest first. */
  periods: { label: string; key: number }[]
  periodKind: PeriodKind
  /** How 01/02/2024 was read. */
  dateOrder: DateOrder
  /** Rows read, blank ones and the header not counted. */
  rows: number
  /** The rows of site `s` and period `p`, at `s * periods.length + p`. Read them with `cellRows`. */
  cells: RowNumbers
  warnings: SheetWarning[]
}

/** The mean of a column by period, or with `over` its sum over theirs; null where there is none. */
export function meansOf({ sums, counts }: GridColumn, over: GridColumn | null = null): (number | null)[] {
  return Array.from(sums, (sum, place) => {
    const by = over ? over.sums[place] : counts[place]
    return counts[place] && by ? sum / by : null
  })
}

/** The sums of a column by period; null where no row holds a number. */
export function sumsOf({ sums, counts }: GridColumn): (number | null)[] {
  return Array.from(sums, (sum, place) => (counts[place] ? sum : null))
}
