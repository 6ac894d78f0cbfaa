import { type NumberReading, type NumberStyle, readNumber } from './parse-number.ts'

/** What the cells of a column have said so far about their decimal sign. Counted cell by cell. */
export interface NumberVotes {
  /** Cells that are a number only with a decimal point, and only with a decimal comma. */
  point: number
  comma: number
  /** The first cell that would be another number in the other style, such as "1,234". */
  unsure: string | null
}

export interface NumberStyleGuess {
  style: NumberStyle
  /** A cell that could be read both ways while no other cell settles it; null when the style is certain. */
  unsure: string | null
}

export function numberVotes(): NumberVotes {
  return { point: 0, comma: 0, unsure: null }
}

/** Counts one cell. */
export function vote(votes: NumberVotes, { point, comma }: NumberReading, text: string): void {
  if (comma === null) votes.point++
  else if (point === null) votes.comma++
  else if (point !== comma) votes.unsure ??= text
}

/** The style that most certain cells have; `hint` when there is none or as many of each. */
export function styleFrom(votes: NumberVotes, hint: NumberStyle = 'point'): NumberStyleGuess {
  if (votes.point === votes.comma) return { style: hint, unsure: votes.unsure }
  return { style: votes.point > votes.comma ? 'point' : 'comma', unsure: null }
}

/**
 * Whether the numbers of a column have a decimal point or a decimal comma. Cells that are no numbers do not count.
 *
 * @param hint The answer when no cell settles it, default `point`.
 */
export function numberStyleOf(cells: Iterable<string>, hint: NumberStyle = 'point'): NumberStyleGuess {
  const votes = numberVotes()
  for (const cell of cells) {
    const reading = readNumber(cell)
    if (reading) vote(votes, reading, cell)
  }
  return styleFrom(votes, hint)
}
