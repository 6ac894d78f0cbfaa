import { dateOrderOf } from './date-order.ts'
import { type DateOrder, type Period, type PeriodKind, periodOf } from './period-of.ts'
import { SheetProblem } from './sheet-problem.ts'

export interface OrderedPeriods {
  kind: PeriodKind
  /** Earliest first, each once. The label is the text that came first. */
  periods: { label: string; key: number }[]
  /** For each text that was given: the place of its period in `periods`. */
  placeOf: number[]
  /** How 01/02/2024 was read, and a date that reads both ways when nothing settles it. */
  order: DateOrder
  unsure: string | null
}

export interface PeriodOptions {
  /** How 01/02/2024 is meant, when a person has said so. */
  order?: DateOrder | undefined
  /** The row of each text and the name of their column, for problems only. */
  rows?: ArrayLike<number> | undefined
  column?: string | undefined
}

/**
 * The periods that texts name, in their order. Two texts may name one period ("1" and "01").
 *
 * @throws {SheetProblem} `no-period` for a text that names none, `mixed-periods` when they are not all of one kind;
 * both with the row of the first such text.
 */
export function orderPeriods(texts: readonly string[], options: PeriodOptions = {}): OrderedPeriods {
  const guess = options.order ? { order: options.order, unsure: null } : dateOrderOf(texts)
  const at = (place: number) => ({ row: options.rows?.[place], column: options.column })
  const found = texts.map((text, place) => {
    const period = periodOf(text, guess.order)
    if (!period) throw new SheetProblem('no-period', { text: text.trim() }, at(place))
    return period
  })
  const kind = oneKind(found, at)
  const labels = new Map<number, string>()
  for (const { key, label } of found) if (!labels.has(key)) labels.set(key, label)
  const keys = [...labels.keys()].sort((a, b) => a - b)
  const placeOfKey = new Map(keys.map((key, place) => [key, place]))
  return {
    kind,
    periods: keys.map((key) => ({ label: labels.get(key) ?? '', key })),
    placeOf: found.map(({ key }) => placeOfKey.get(key) ?? 0),
    ...guess,
  }
}

/** The kind of all. Days and moments go together: an hourly column holds midnights too. */
function oneKind(
  found: readonly Period[],
  at: (place: number) => { row: number | undefined; column: string | undefined },
): PeriodKind {
  const first = found[0]
  if (!first) return 'number'
  const other = found.findIndex((period) => nameOf(period) !== nameOf(first))
  const period = found[other]
  if (period) {
    const values = { text: period.label, kind: nameOf(period), otherText: first.label, otherKind: nameOf(first) }
    throw new SheetProblem('mixed-periods', values, at(other))
  }
  return found.some(({ kind }) => kind === 'moment') ? 'moment' : first.kind
}

function nameOf({ kind, word }: Period): string {
  return kind === 'moment' ? 'day' : (word ?? kind)
}
