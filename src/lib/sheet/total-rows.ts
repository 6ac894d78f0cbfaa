import type { SheetRow } from './sheet-survey.ts'
import { Places, type SheetWarning } from './sheet-warning.ts'

const words =
  /^(?:grand |sub)?(?:total|totals|sum|sums|average|mean|overall|all (?:sites|shops|stores|wards)|summe|gesamt|gesamtsumme|gesamtergebnis|insgesamt|mittelwert|durchschnitt)[:.]?$|^[Σ∑]$/i
/** Rows at the end among which a total is looked for: a note may stand below it. */
const looked = 3

export interface TotalRows {
  add(row: SheetRow): SheetRow[]
  end(): SheetRow[]
  warnings(): SheetWarning[]
}

/**
 * Leaves out a total below the table: a row among the last three that begins with "Total", "Summe", "Average" and the
 * like. A name that stands in earlier rows too is a site of that name, and stays.
 */
export function totalRows(): TotalRows {
  const waiting: SheetRow[] = []
  const places = new Places()
  let isSite = false

  const begins = ({ cells }: SheetRow) => words.test(cells.find((cell) => cell.trim() !== '')?.trim() ?? '')
  function settled(row: SheetRow): SheetRow[] {
    isSite ||= begins(row)
    return [row]
  }

  return {
    add(row) {
      waiting.push(row)
      const first = waiting.length > looked ? waiting.shift() : undefined
      return first ? settled(first) : []
    },
    end() {
      return waiting.filter((row) => {
        if (isSite || !begins(row)) return true
        places.add({ row: row.row, text: row.cells.find((cell) => cell.trim() !== '')?.trim() ?? '' })
        return false
      })
    },
    warnings: () => {
      const { count, kept, all } = places
      return count ? [{ code: 'total-rows', values: { count, text: kept[0]?.text ?? '' }, ...all }] : []
    },
  }
}
