import { gatherRows, type PanelOptions } from './gather-rows.ts'
import type { PanelMapping } from './panel-mapping.ts'
import { panelOf } from './panel-of.ts'
import type { SheetPanel } from './sheet-panel.ts'

export interface PanelReader {
  /** Takes the next row. `row` is the number that a spreadsheet shows; missing cells at the end are empty; blank rows are passed over. */
  add(row: number, cells: readonly string[]): void
  /** @throws {SheetProblem} when what was read makes no panel. */
  finish(): SheetPanel
}

/**
 * Reads rows into a panel one by one, in memory that grows with the sites and periods only.
 *
 * @throws {SheetProblem} when the header lacks a column of `mapping`.
 */
export function panelReader(header: readonly string[], mapping: PanelMapping, options: PanelOptions = {}): PanelReader {
  const { add, gathered } = gatherRows(header, mapping, options)
  return { add, finish: () => panelOf(gathered, mapping) }
}
