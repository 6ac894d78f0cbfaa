import type { ColumnGuess } from './guess-column.ts'
import type { PartGuess } from './guess-keys.ts'
import { hintsAt } from './name-hints.ts'

/** Guardrails offered at most. */
const offered = 10

/**
 * The columns of numbers that may be the outcome, likeliest first: those that change within a site from row to row.
 * `value` is the first, `guardrails` the others.
 *
 * @param taken Names of the columns that already have a part.
 */
export function guessValues(
  columns: readonly ColumnGuess[],
  cells: readonly (readonly string[])[],
  sites: readonly string[] | undefined,
  taken: ReadonlySet<string>,
): { value: PartGuess | null; guardrails: PartGuess[] } {
  const candidates = columns
    .map((guess, at) => ({ guess, at }))
    .filter(({ guess, at }) => {
      return (
        guess.kind === 'number' &&
        !taken.has(guess.column) &&
        guess.distinct > 1 &&
        (!sites || changes(cells[at] ?? [], sites))
      )
    })
    .map(({ guess }) => ({ column: guess.column, confidence: fitness(guess) }))
    .sort((a, b) => b.confidence - a.confidence)
  const [first, second] = candidates
  if (!first) return { value: null, guardrails: [] }
  const isClear = !second || first.confidence > second.confidence + 0.05
  const value = {
    column: first.column,
    confidence: Math.min(0.9, first.confidence + (second ? (isClear ? 0.1 : 0) : 0.3)),
  }
  return { value, guardrails: candidates.slice(1, 1 + offered).filter(({ confidence }) => confidence > 0.1) }
}

function fitness({ column, numbers, distinct, filled, missing }: ColumnGuess): number {
  const isRowNumber = numbers?.areWhole === true && distinct === filled && hintsAt('identity', column)
  if (isRowNumber) return 0.05
  const score = 0.3 + (hintsAt('value', column) ? 0.3 : 0) + -(hintsAt('identity', column) ? 0.2 : 0)
  return Math.max(0.05, score * (0.8 + (0.2 * filled) / Math.max(1, filled + missing)))
}

/** Whether some site has two different texts in the column. */
function changes(cells: readonly string[], sites: readonly string[]): boolean {
  const firsts = new Map<string, string>()
  return cells.some((cell, row) => {
    const site = sites[row] ?? ''
    const first = firsts.get(site)
    if (first === undefined) firsts.set(site, cell)
    return first !== undefined && first !== cell
  })
}
