import type { Measure } from './measure.ts'
import type { OrderedPeriods } from './order-periods.ts'
import type { MappedColumns, PanelLimits, PanelMapping } from './panel-mapping.ts'
import type { RowNumbers } from './row-numbers.ts'
import type { Places } from './sheet-warning.ts'
import type { Treatment } from './treatment.ts'

/** What the rows have left behind: as much as the panel has cells, however many rows there were. */
export interface Gathered {
  mapping: PanelMapping
  columns: MappedColumns
  limits: PanelLimits
  sites: { name: string; row: number; on: number; off: number }[]
  periods: { text: string; row: number }[]
  /** Of each site, by period: its slot plus one, or 0. */
  slots: Int32Array[]
  /** Of each slot: 1 when a row says treated, 2 when one says not, 3 for both. */
  flags: Uint8Array
  rows: RowNumbers
  measures: Measure[]
  treatment: Treatment
  rowCount: number
  noSite: Places
  noPeriod: Places
  longNames: Places
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
