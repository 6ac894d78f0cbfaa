import { dateOrderOf } from './date-order.ts'
import { isMissing } from './missing.ts'
import { numberVotes, styleFrom, vote } from './number-style.ts'
import { parseFlag } from './parse-flag.ts'
import { type NumberReading, type NumberStyle, readNumber } from './parse-number.ts'
import { type DateOrder, type PeriodKind, periodOf } from './period-of.ts'

/** `flag`: yes or no. `period`: dates, months, weeks and the like; years and week numbers are `number`. */
export type ColumnKind = 'number' | 'flag' | 'period' | 'text' | 'empty'

export interface ColumnGuess {
  column: string
  kind: ColumnKind
  /** Cells that hold something, and cells that are missing. */
  filled: number
  missing: number
  /** Texts, each counted once, that do not fit the kind. */
  misfits: number
  /** The first three texts that differ. */
  examples: string[]
  /** The texts found, the commonest first, when there are at most 60. */
  levels: { text: string; count: number }[] | null
  /** How many texts differ. */
  distinct: number
  /** Of numbers: the style, a cell that leaves it open, and the mark (`%`, `€`) that most have. */
  numbers: { style: NumberStyle; unsure: string | null; mark: string; areWhole: boolean } | null
  /** Of periods: what they are, how 01/02/2024 is read, and a date that leaves it open. */
  periods: { kind: PeriodKind; order: DateOrder; unsure: string | null } | null
}

/** Enough for the states of a federation or the shops of a chain: one of them may be the one that gets the change. */
const levelsKept = 60
/** The share of cells that must fit a kind. The rest is reported, not hidden by calling a column text. */
const enough = 0.9

/**
 * What a column holds, judged by its cells.
 *
 * @param hint How numbers are read when no cell of the column settles it.
 */
export function guessColumn(column: string, cells: readonly string[], hint: NumberStyle = 'point'): ColumnGuess {
  const texts = cells.map((cell) => cell.trim()).filter((cell) => !isMissing(cell))
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  const facts = {
    column,
    filled: texts.length,
    missing: cells.length - texts.length,
    examples: [...counts.keys()].slice(0, 3),
    levels: levelsOf(counts),
    distinct: counts.size,
  }
  return { ...facts, ...kindOf(texts, [...counts.keys()], hint) }
}

function levelsOf(counts: ReadonlyMap<string, number>): ColumnGuess['levels'] {
  if (counts.size > levelsKept) return null
  return [...counts].map(([text, count]) => ({ text, count })).sort((a, b) => b.count - a.count)
}

type Judged = Pick<ColumnGuess, 'kind' | 'misfits' | 'numbers' | 'periods'>

function kindOf(texts: readonly string[], distinct: readonly string[], hint: NumberStyle): Judged {
  const none = { misfits: 0, numbers: null, periods: null }
  if (texts.length === 0) return { kind: 'empty', ...none }
  if (distinct.every((text) => parseFlag(text) !== null)) return { kind: 'flag', ...none }
  const readings = texts.map(readNumber)
  const { style, unsure } = styleOf(texts, readings, hint)
  const fitting = readings.filter((reading) => reading?.[style] != null)
  const periods = periodsOf(distinct)
  // 05.2024 is a number too, but a column of months.
  if (periods) {
    const misfits = distinct.filter((text) => periodOf(text, periods.order)?.kind !== periods.kind).length
    return { kind: 'period', ...none, misfits, periods }
  }
  if (fitting.length < enough * texts.length) return { kind: 'text', ...none }
  const marks = fitting.map((reading) => reading?.mark ?? '')
  const mark = marks.filter((one) => one !== '').length * 2 > marks.length ? (marks.find(Boolean) ?? '') : ''
  const areWhole = fitting.every((reading) => Number.isInteger(reading?.[style]))
  const misfits = new Set(texts.filter((_, at) => readings[at]?.[style] == null)).size
  return { kind: 'number', ...none, misfits, numbers: { style, unsure, mark, areWhole } }
}

function styleOf(texts: readonly string[], readings: readonly (NumberReading | null)[], hint: NumberStyle) {
  const votes = numberVotes()
  for (const [at, reading] of readings.entries()) if (reading) vote(votes, reading, texts[at] ?? '')
  return styleFrom(votes, hint)
}

/** What kind of period, other than plain numbers, nearly all texts are. The first 200 tell: trying every form is slow. */
function periodsOf(distinct: readonly string[]): ColumnGuess['periods'] {
  const { order, unsure } = dateOrderOf(distinct)
  const tried = distinct.slice(0, 200)
  const kinds = tried.map((text) => periodOf(text, order)?.kind)
  const kind = kinds.find((one) => one && one !== 'number')
  if (!kind || kinds.filter((one) => one === kind).length < enough * tried.length) return null
  return { kind, order, unsure }
}
