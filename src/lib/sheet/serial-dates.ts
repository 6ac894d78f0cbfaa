import { excelDate } from './excel-date.ts'
import type { SheetRow } from './sheet-survey.ts'
import type { SheetWarning } from './sheet-warning.ts'

/** Names of columns whose five-digit numbers are days of a spreadsheet, not numbers of periods. */
const named = /(^|[^a-z])(date|day|week|month|period|datum|tag|woche|monat|periode|zeitraum)/
/** 1982 to 2064: what a spreadsheet's day number is for any date that a trial can have. */
const isSerial = (text: string) => /^\d{5}(?:\.\d+)?$/.test(text) && Number(text) >= 30_000 && Number(text) < 60_000
const enough = 3

/** Writes days as dates where a spreadsheet has saved their bare numbers (45292 for 2024-01-01), in a column that is called after dates. */
export function serialDates(
  header: readonly string[],
  judged: readonly (readonly string[])[],
): { mend(row: SheetRow): void; warnings(): SheetWarning[] } {
  const columns = [...header.keys()].filter((at) => {
    const texts = judged.map((row) => (row[at] ?? '').trim()).filter((text) => text !== '')
    return named.test((header[at] ?? '').toLowerCase()) && texts.length >= enough && texts.every(isSerial)
  })
  const firsts = new Map<number, SheetWarning>()
  return {
    mend({ row, cells }) {
      for (const at of columns) {
        const text = (cells[at] ?? '').trim()
        const date = isSerial(text) ? excelDate(Number(text), false) : null
        if (date === null) continue
        cells[at] = date
        const column = header[at] ?? ''
        if (!firsts.has(at))
          firsts.set(at, { code: 'serial-dates', values: { column, text, date }, at: { row, column } })
      }
    },
    warnings: () => [...firsts.values()],
  }
}
