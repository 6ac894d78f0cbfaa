import type { PanelOptions } from './gather-rows.ts'
import type { PanelMapping } from './panel-mapping.ts'
import { panelReader } from './panel-reader.ts'
import type { SheetPanel } from './sheet-panel.ts'

/**
 * A sheet as site x period x value. `rows` start with the header, which is row 1.
 * For a sheet that does not fit into memory use `panelReader`.
 *
 * @throws {SheetProblem} when the rows make no panel.
 */
export function readPanel(
  rows: Iterable<readonly string[]>,
  mapping: PanelMapping,
  options?: PanelOptions,
): SheetPanel {
  let reader: ReturnType<typeof panelReader> | undefined
  let row = 0
  for (const cells of rows) {
    row++
    if (reader) reader.add(row, cells)
    else reader = panelReader(cells, mapping, options)
  }
  return (reader ?? panelReader([], mapping, options)).finish()
}
