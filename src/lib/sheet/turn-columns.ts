import { periodsAcross } from './header-of.ts'
import { type Period, periodOf } from './period-of.ts'
import type { SheetRow } from './sheet-survey.ts'
import type { SheetWarning } from './sheet-warning.ts'
import { uniqueNames } from './unique-names.ts'

export interface TurnedColumns {
  header: string[]
  /** One row for each period, all with the number of the row they come from. */
  turn(row: SheetRow): SheetRow[]
  warnings(): SheetWarning[]
}

/**
 * Turns a sheet that has one column for each period into one with a row for each: the other columns, then "Period" and
 * "Value". Null when its header holds no run of periods, or not plainly one ("Q1" to "Q4" may be questions) and nobody
 * has said so.
 */
export function turnColumns(header: readonly string[], isWanted: boolean): TurnedColumns | null {
  const periods = periodsAcross(header)
  const isPeriod = header.map((name) => periods.length > 0 && periodOf(name) !== null)
  const kept = [...header.keys()].filter((at) => !isPeriod[at])
  if (periods.length === 0 || kept.length === 0 || !(isWanted || isPlain(periods))) return null
  const across = [...header.keys()].filter((at) => isPeriod[at])
  const names = uniqueNames([...kept.map((at) => header[at] ?? ''), 'Period', 'Value'])
  return {
    header: names,
    turn({ row, cells }) {
      const same = kept.map((at) => cells[at] ?? '')
      return across.map((at) => ({ row, cells: [...same, header[at] ?? '', cells[at] ?? ''] }))
    },
    warnings: () => {
      const [first = '', last = ''] = [periods[0]?.label, periods.at(-1)?.label]
      return [{ code: 'turned', values: { columns: periods.length, first, last } }]
    },
  }
}

/** Dates, years, and words for periods that are written out. */
function isPlain(periods: readonly Period[]): boolean {
  return periods.every(({ kind, key, word }) => {
    if (kind === 'number') return key >= 1900 && key <= 2100
    return kind !== 'side' && (word === undefined || word.length > 1)
  })
}
