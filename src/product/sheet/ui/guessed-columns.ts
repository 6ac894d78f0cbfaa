import type { SheetDescription } from '../sheet.ts'
import type { ColumnChoice } from './column-choice.ts'

/** Below this a guess would rather mislead than help. */
const sure = 0.5

/** The choice that the guesses make: what they are sure enough of, the rest left open. */
export function guessedColumns({ guesses, columns: found }: SheetDescription): {
  columns: ColumnChoice
  since: string
} {
  const { site, period, value, treated, since } = guesses
  const name = (guess: { column: string; confidence: number } | null) =>
    guess && guess.confidence >= sure ? guess.column : null
  const yes = { column: name(treated), values: name(treated) === null ? null : (treated?.values ?? null) }
  const taken = new Set([name(site), name(period), name(value)])
  // Of several columns of time, the one that is not each row's own says when a site starts.
  const start = found.find(({ name, kind }) => kind === 'period' && !taken.has(name) && isStart(name))
  const arm = found.find(({ name, levels }) => !taken.has(name) && isArm(name) && (levels?.length ?? 0) === 2)
  const unit = found.find(({ name, distinct, filled }) => isUnit(name) && distinct > 1 && filled > 0)
  return {
    columns: {
      site: name(site),
      period: name(period),
      value: name(value),
      treated: yes,
      received: { column: null, values: null },
      start: { column: start?.name ?? null, values: null, says: 'period' },
      denominator: null,
      weight: null,
      arm: arm?.name ?? yes.column,
      unit: unit?.name ?? null,
      pre: null,
      segments: [],
      dateOrder: null,
      numberStyle: null,
    },
    since: since && since.confidence >= sure ? since.period : '',
  }
}

function isStart(name: string): boolean {
  return /start|first|begin|since|cross|wave|welle|seit/i.test(name)
}

function isArm(name: string): boolean {
  return /arm|group|gruppe|treat|variant|condition|version|segment/i.test(name)
}

function isUnit(name: string): boolean {
  return /^(id|unit|patient|person|user|visitor|customer|kunde|teilnehmer|participant|subject)([^a-z]|$)/i.test(name)
}
