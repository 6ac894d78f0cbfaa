import type { SheetDescription } from '../sheet.ts'
import type { ColumnChoice } from './ColumnMap.tsx'

/** Below this a guess would rather mislead than help. */
const sure = 0.5

/** The choice that the guesses make: what they are sure enough of, the rest left open. */
export function guessedColumns({ guesses }: SheetDescription): { columns: ColumnChoice; since: string } {
  const { site, period, value, treated, since } = guesses
  const name = (guess: { column: string; confidence: number } | null) =>
    guess && guess.confidence >= sure ? guess.column : null
  return {
    columns: {
      site: name(site),
      period: name(period),
      value: name(value),
      treated: { column: name(treated), values: name(treated) === null ? null : (treated?.values ?? null) },
      dateOrder: null,
      numberStyle: null,
    },
    since: since && since.confidence >= sure ? since.period : '',
  }
}
