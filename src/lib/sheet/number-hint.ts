import { numberStyleOf } from './number-style.ts'
import type { NumberStyle } from './parse-number.ts'

/**
 * How a sheet writes its numbers, for the columns whose own cells leave it open: as the other cells of its first rows do.
 * When none of them tells, a sheet divided by semicolons has decimal commas: that is why it needs them.
 */
export function numberHintOf(rows: Iterable<readonly string[]>, delimiter: string): NumberStyle {
  return numberStyleOf(cellsOf(rows), delimiter === ';' ? 'comma' : 'point').style
}

/** All cells but those such as 05.2024, which are months. */
function* cellsOf(rows: Iterable<readonly string[]>): Generator<string> {
  for (const row of rows) for (const cell of row) if (!/^\s*\d{1,2}\.\d{4}\s*$/.test(cell)) yield cell
}
