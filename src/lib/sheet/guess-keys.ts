import type { ColumnGuess } from './guess-column.ts'
import { hintsAt } from './name-hints.ts'

/** A column for a part, and how sure: a share in [0, 1]. From 0.5 on a page may choose it beforehand. */
export interface PartGuess {
  column: string
  confidence: number
}

export interface KeysGuess {
  site: PartGuess | null
  period: PartGuess | null
}

/** Columns tried for each of the two parts: every pair is tried. */
const tried = 12
/** Below this, a guess would mislead. */
const least = 0.4

/**
 * The columns that name site and period: the pair whose combinations repeat least and fill their grid best, helped by the
 * names of the columns.
 *
 * @param cells The cells of each column, in the order of `columns`.
 */
export function guessKeys(columns: readonly ColumnGuess[], cells: readonly (readonly string[])[]): KeysGuess {
  const rows = cells[0]?.length ?? 0
  const sites = best(columns, (column) => siteFitness(column, rows))
  const periods = best(columns, (column) => periodFitness(column, rows))
  const codes = new Map([...sites, ...periods].map(({ at }) => [at, coded(cells[at] ?? [])]))
  let [top, found]: [number, KeysGuess] = [0, { site: null, period: null }]
  for (const site of sites) {
    for (const period of periods) {
      if (site.at === period.at) continue
      const structure = gridFitness(codes.get(site.at), codes.get(period.at))
      const score = structure + site.fitness + period.fitness
      if (score <= top) continue
      top = score
      found = {
        site: { column: columns[site.at]?.column ?? '', confidence: confidenceOf(structure, site.fitness) },
        period: { column: columns[period.at]?.column ?? '', confidence: confidenceOf(structure, period.fitness) },
      }
    }
  }
  return found.site && found.site.confidence > least && (found.period?.confidence ?? 0) > least
    ? found
    : { site: null, period: null }
}

/** Names repeat from row to row; measurements and row numbers hardly do. */
function siteFitness({ kind, distinct, filled, numbers, column }: ColumnGuess, rows: number): number {
  if (kind === 'period' || kind === 'empty' || distinct < 2 || distinct > 0.75 * rows || filled < 0.5 * rows) return 0
  if (numbers && !numbers.areWhole) return 0
  const byKind = kind === 'text' ? 0.2 : kind === 'number' ? 0.1 : 0.02
  return byKind + (hintsAt('site', column) ? 0.3 : 0) + (hintsAt('identity', column) ? 0.1 : 0)
}

function periodFitness({ kind, distinct, filled, numbers, column }: ColumnGuess, rows: number): number {
  if (kind === 'text' || kind === 'empty' || distinct < 2 || distinct > 0.75 * rows || filled < 0.5 * rows) return 0
  if (numbers && !numbers.areWhole) return 0
  const byKind = kind === 'period' ? 0.3 : kind === 'number' ? 0.1 : 0.05
  return byKind + (hintsAt('period', column) ? 0.3 : 0)
}

function best(columns: readonly ColumnGuess[], fitness: (column: ColumnGuess) => number) {
  return columns
    .map((column, at) => ({ at, fitness: fitness(column) }))
    .filter((candidate) => candidate.fitness > 0)
    .sort((a, b) => b.fitness - a.fitness)
    .slice(0, tried)
}

/** 1 when every combination of the two comes once and every one is there; less with every repeat and hole. */
function gridFitness(a: Codes | undefined, b: Codes | undefined): number {
  if (!a || !b) return 0
  const pairs = new Set<number>()
  for (const [row, code] of a.codes.entries()) pairs.add(code * b.distinct + (b.codes[row] ?? 0))
  const unique = pairs.size / a.codes.length
  return unique * unique * (0.5 + (0.5 * pairs.size) / (a.distinct * b.distinct))
}

function confidenceOf(structure: number, fitness: number): number {
  return Math.min(0.99, 0.6 * structure + 0.8 * fitness)
}

interface Codes {
  codes: number[]
  distinct: number
}

function coded(cells: readonly string[]): Codes {
  const codes = new Map<string, number>()
  const all = cells.map((cell) => {
    const code = codes.get(cell) ?? codes.size
    codes.set(cell, code)
    return code
  })
  return { codes: all, distinct: codes.size }
}
