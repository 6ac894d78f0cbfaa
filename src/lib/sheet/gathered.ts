import type { Measure } from './measure.ts'
import type { OrderedPeriods } from './order-periods.ts'
import type { GridMapping, MappedColumns, PanelLimits } from './panel-mapping.ts'
import type { RowNumbers } from './row-numbers.ts'
import type { Shares } from './shares.ts'
import type { Places } from './sheet-warning.ts'
import type { Treatment } from './treatment.ts'

/** What the rows have left behind: as much as the panel has cells, however many rows there were. */
export interface Gathered {
  mapping: GridMapping
  columns: MappedColumns
  limits: PanelLimits
  sites: GatheredSite[]
  periods: { text: string; row: number }[]
  /** Of each site, by period: its slot plus one, or 0. */
  slots: Int32Array[]
  rows: RowNumbers
  measures: Measure[]
  /** Null without a column that says who is treated. */
  treatment: Treatment | null
  /** Of each slot: 1 when a row says treated, 2 when one says not, 3 for both. */
  flags: Uint8Array
  /** Of the column that says where it was really done: the shares that its cells mean. */
  received: Shares | null
  rowCount: number
  noSite: Places
  noPeriod: Places
  longNames: Places
}

export interface GatheredSite {
  name: string
  /** The first that names it. */
  row: number
  /** Rows that say that it is treated, and that it is not. */
  on: number
  off: number
  /** What its rows say of its start; undefined until one has come. */
  start: string | null | undefined
}

/** Calls `visit` for each slot of a site with the place of its period; two spellings of a period share one. */
export function eachSlot(
  { slots }: Gathered,
  { placeOf }: OrderedPeriods,
  site: number,
  visit: (slot: number, place: number) => void,
): void {
  for (const [period, slot] of (slots[site] ?? []).entries()) if (slot) visit(slot - 1, placeOf[period] ?? 0)
}
