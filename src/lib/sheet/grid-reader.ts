import { gatherRows, type PanelOptions } from './gather-rows.ts'
import { gridOf } from './grid-of.ts'
import type { GridMapping } from './panel-mapping.ts'
import type { SheetGrid } from './sheet-grid.ts'

/**
 * Reads rows into a table of sites and periods, as `panelReader` does, for designs that compare in other ways.
 *
 * @throws {SheetProblem} when the header lacks a column of `mapping`.
 */
export function gridReader(
  header: readonly string[],
  mapping: GridMapping,
  options: PanelOptions = {},
): { add(row: number, cells: readonly string[]): void; finish(): SheetGrid } {
  const { add, gathered } = gatherRows(header, mapping, options)
  return { add, finish: () => gridOf(gathered) }
}
