import type { PeriodKind } from './period-of.ts'
import { type RowNumbers, rowsOf } from './row-numbers.ts'
import type { SheetWarning } from './sheet-warning.ts'

export interface PanelSite {
  name: string
  treated: boolean
  /** One per period: the mean of its rows that hold a number, or their sum over the sum of the denominators; or null. */
  values: (number | null)[]
  /** How much of it was really done, a share by period; null where no row says. Only where the mapping names a column for it. */
  received?: (number | null)[]
}

/** A sheet as site x period x value. Plain data, so that it can be sent between threads. */
export interface SheetPanel {
  /** In the order in which the sheet first names them. */
  sites: PanelSite[]
  /** Earliest first. */
  periods: { label: string; key: number }[]
  periodKind: PeriodKind
  /** The first treated period: its place in `periods`, or their number when all come before. */
  since: number
  /** Rows read, blank ones and the header not counted. */
  rows: number
  /** The other columns of numbers, with the same sites and periods. */
  guardrails: { column: string; sites: PanelSite[] }[]
  /** The rows of site `s` and period `p`, at `s * periods.length + p`. Read them with `cellRows`. */
  cells: RowNumbers
  warnings: SheetWarning[]
}

/** The rows that one value of a panel came from: the first 100 row numbers, and how many there were. */
export function cellRows(
  panel: Pick<SheetPanel, 'cells' | 'periods'>,
  site: number,
  period: number,
): { rows: number[]; count: number } {
  return rowsOf(panel.cells, site * panel.periods.length + period)
}
