import { fillDown } from './fill-down.ts'
import { serialDates } from './serial-dates.ts'
import type { SheetRow } from './sheet-survey.ts'
import type { SheetWarning } from './sheet-warning.ts'
import { totalRows } from './total-rows.ts'
import { turnColumns } from './turn-columns.ts'

/**
 * How the rows of a file become the rows of a table. `as-found`: what is plainly not one row for each site and period is
 * put right, and said. `as-is`: nothing is changed. `turned`: as found, and one column for each period becomes one row
 * for each, even where that is not plain.
 */
export type SheetLayout = 'as-found' | 'as-is' | 'turned'

export interface RowShaper {
  header: string[]
  isTurned: boolean
  /** The rows that are settled by this one: the last few wait, because a total shows only at the end. */
  add(row: SheetRow): SheetRow[]
  end(): SheetRow[]
  warnings(): SheetWarning[]
}

/**
 * Puts right what people and reports do to tables: a site named once for all its rows, dates as bare numbers, a total
 * below, a column for each period.
 *
 * @param judged The first rows, by which it is decided what there is to put right.
 */
export function rowShaper(
  header: readonly string[],
  judged: readonly (readonly string[])[],
  layout: SheetLayout,
): RowShaper {
  if (layout === 'as-is')
    return { header: [...header], isTurned: false, add: (row) => [row], end: () => [], warnings: () => [] }
  const totals = totalRows()
  const filling = fillDown(header, judged)
  const dates = serialDates(header, judged)
  const turning = turnColumns(header, layout === 'turned')
  const shaped = (rows: readonly SheetRow[]) =>
    rows.flatMap((row) => {
      filling?.fill(row)
      dates.mend(row)
      return turning ? turning.turn(row) : [row]
    })
  return {
    header: turning?.header ?? [...header],
    isTurned: turning !== null,
    add: (row) => shaped(totals.add(row)),
    end: () => shaped(totals.end()),
    warnings: () => [
      ...totals.warnings(),
      ...(filling?.warnings() ?? []),
      ...dates.warnings(),
      ...(turning?.warnings() ?? []),
    ],
  }
}
