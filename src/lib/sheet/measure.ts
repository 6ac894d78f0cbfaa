import { grow } from './grow.ts'
import { isMissing } from './missing.ts'
import { numberVotes, styleFrom, vote } from './number-style.ts'
import { type NumberStyle, readNumber } from './parse-number.ts'
import { SheetProblem } from './sheet-problem.ts'
import { Places, type SheetWarning } from './sheet-warning.ts'

/** Sums of one column of numbers, slot by slot, while its rows pass. */
export interface Measure {
  /** Takes a cell of `row` into `slot`. */
  add(slot: number, text: string, row: number): void
  /** @throws {SheetProblem} `no-numbers` when cells hold text and none a number. */
  settle(): SettledMeasure
}

export interface SettledMeasure {
  /** What was added to a slot, and how many numbers. */
  sum(slot: number): number
  count(slot: number): number
  warnings: SheetWarning[]
}

/**
 * Adds up a column whose decimal sign is known only once all of it has passed: both readings are summed, and the one
 * that the column turns out to have is kept. So the first rows never decide how later ones are read.
 *
 * @param style What a person has said; without it the cells decide, and `hint` when they do not.
 */
export function measure(column: string, hint: NumberStyle, style?: NumberStyle): Measure {
  const votes = numberVotes()
  const sums = { point: tally(), comma: tally() }
  const texts = { point: new Places(), comma: new Places() }
  /** Numbers only with the other decimal sign. */
  const others = { point: new Places(), comma: new Places() }
  const missing = new Places()
  const unsure = new Places()
  const marks = new Map<string, Places>()

  function add(slot: number, text: string, row: number): void {
    if (isMissing(text)) {
      missing.add({ row, column })
      return
    }
    const reading = readNumber(text)
    for (const side of ['point', 'comma'] as const) {
      const value = reading?.[side] ?? null
      if (value === null) (reading ? others : texts)[side].add({ row, column, text: short(text) })
      else sums[side].add(slot, value)
    }
    if (!reading) return
    const marked = marks.get(reading.mark) ?? new Places()
    if (marks.size < 2) marks.set(reading.mark, marked)
    marked.add({ row, column, text: short(text) })
    vote(votes, reading, text)
    if (reading.point !== null && reading.comma !== null && reading.point !== reading.comma)
      unsure.add({ row, column, text: short(text) })
  }

  function settle(): SettledMeasure {
    const guess = style ? { style, unsure: null } : styleFrom(votes, hint)
    const { count, sum, total } = sums[guess.style]
    const text = texts[guess.style]
    const other = others[guess.style]
    const first = text.kept[0]
    const firstOther = other.kept[0]
    const none = first ?? firstOther
    if (total() === 0 && none) throw new SheetProblem('no-numbers', { text: none.text ?? '' }, none)
    const warnings: SheetWarning[] = []
    if (missing.count) warnings.push({ code: 'missing-values', values: { count: missing.count }, ...missing.all })
    if (first)
      warnings.push({ code: 'text-in-numbers', values: { count: text.count, text: first.text ?? '' }, ...text.all })
    if (firstOther) {
      const values = { count: other.count, text: firstOther.text ?? '' }
      warnings.push({ code: 'other-decimals', values, ...other.all })
    }
    const readAs = guess.unsure === null ? null : (readNumber(guess.unsure)?.[guess.style] ?? null)
    if (guess.unsure !== null && readAs !== null) {
      warnings.push({ code: 'unsure-numbers', values: { text: guess.unsure, readAs }, ...unsure.all })
    }
    const [mark, mixed] = [...marks]
    if (mark && mixed) {
      warnings.push({ code: 'mixed-marks', values: { mark: mark[0], other: mixed[0] }, ...mixed[1].all })
    }
    return { sum, count, warnings }
  }

  return { add, settle }
}

function tally() {
  let sums = new Float64Array(16)
  let counts = new Uint32Array(16)
  let total = 0
  return {
    add(slot: number, value: number) {
      sums = grow(sums, slot + 1)
      counts = grow(counts, slot + 1)
      sums[slot] = (sums[slot] ?? 0) + value
      counts[slot] = (counts[slot] ?? 0) + 1
      total++
    },
    sum: (slot: number) => sums[slot] ?? 0,
    count: (slot: number) => counts[slot] ?? 0,
    total: () => total,
  }
}

/** As much of a cell as a sentence has room for. */
function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
