import type { ColumnGuess } from './guess-column.ts'
import type { PartGuess } from './guess-keys.ts'
import { isMissing } from './missing.ts'
import { hintsAt, treatedLevels } from './name-hints.ts'
import { parseFlag } from './parse-flag.ts'
import { periodOf } from './period-of.ts'

export interface TreatedGuess extends PartGuess {
  /** Which texts mean treated; null when the column says yes or no by itself, or when nothing tells. */
  values: string[] | null
}

export interface SinceGuess {
  /** The label of the first treated period. */
  period: string
  confidence: number
}

/** Per column that could tell who is treated: what it says of each site, and since when. */
interface Course {
  guess: ColumnGuess
  values: string[] | null
  /** The sites that are ever treated. */
  treated: Set<string>
  /** Of sites that are treated in some rows only: the first period. */
  starts: Map<string, string>
}

/** The column that tells who is treated, and since when if a flag turns on within sites. Columns in the order of `columns`. */
export function guessTreated(
  columns: readonly ColumnGuess[],
  cells: readonly (readonly string[])[],
  keys: { site: number; period: number },
): { treated: TreatedGuess | null; since: SinceGuess | null } {
  const sites = cells[keys.site] ?? []
  const periods = cells[keys.period] ?? []
  const order = columns[keys.period]?.periods?.order
  const keyOf = new Map([...new Set(periods)].map((text) => [text, periodOf(text, order)?.key ?? 0]))
  const courses = columns.flatMap((guess, at) => {
    if (at === keys.site || at === keys.period || !mayTell(guess)) return []
    const course = courseOf(guess, cells[at] ?? [], sites, periods, keyOf)
    return course && course.treated.size < new Set(sites).size ? [course] : []
  })
  const scored = courses.map((course) => ({ course, confidence: confidenceOf(course, courses) }))
  const [top] = scored.sort((a, b) => b.confidence - a.confidence)
  if (!top || top.confidence < 0.3) return { treated: null, since: null }
  const { guess, values } = top.course
  return {
    treated: { column: guess.column, values, confidence: top.confidence },
    since: sinceOf(
      top.course.starts.size > 0 ? top.course : courses.find((other) => isSwitchOf(other, top.course)),
      keyOf,
    ),
  }
}

function mayTell({ kind, levels, distinct, missing, column }: ColumnGuess): boolean {
  if (kind === 'flag') return true
  if (kind !== 'text' || !levels) return false
  return distinct > 1
    ? distinct <= 6 && (hintsAt('treated', column) || treatedLevels(textsOf(levels)) !== null)
    : missing > 0
}

/** Null when a site's treatment comes and goes, as a weekday flag does. */
function courseOf(
  guess: ColumnGuess,
  cells: readonly string[],
  sites: readonly string[],
  periods: readonly string[],
  keyOf: ReadonlyMap<string, number>,
): Course | null {
  const levels = textsOf(guess.levels ?? [])
  // Where only the treated rows hold a word (yes, or an x), an empty cell is the other word.
  const isMarked = guess.kind === 'flag' && guess.missing > 0 && levels.every((level) => parseFlag(level))
  const isFlag = guess.kind === 'flag' && !isMarked
  const values = isFlag ? null : isMarked || levels.length === 1 ? levels : treatedLevels(levels)
  const isOn = (cell: string) =>
    isFlag ? parseFlag(cell) : isMissing(cell) ? false : (values ?? []).includes(cell.trim())
  const spans = new Map<string, { on: number; off: number; start: string }>()
  for (const [row, cell] of cells.entries()) {
    const key = keyOf.get(periods[row] ?? '') ?? row
    const site = sites[row] ?? ''
    const span = spans.get(site) ?? { on: Number.POSITIVE_INFINITY, off: Number.NEGATIVE_INFINITY, start: '' }
    if (isOn(cell) && key < span.on) spans.set(site, { ...span, on: key, start: periods[row] ?? '' })
    else if (isOn(cell) === false && key > span.off) spans.set(site, { ...span, off: key })
  }
  const treated = [...spans].filter(([, { on }]) => on < Number.POSITIVE_INFINITY)
  const turning = treated.filter(([, { off }]) => off > Number.NEGATIVE_INFINITY)
  if (turning.some(([, { on, off }]) => on <= off)) return null
  return {
    guess,
    values,
    treated: new Set(treated.map(([site]) => site)),
    starts: new Map(turning.map(([site, { start }]) => [site, start])),
  }
}

/** A column that turns on within exactly the sites that the other calls treated. */
function isSwitchOf(other: Course, course: Course): boolean {
  if (other.starts.size === 0 || other.treated.size !== course.treated.size) return false
  return [...course.treated].every((site) => other.treated.has(site))
}

/** Both are yes or no that hold for a site as a whole, or both turn on within sites. */
function isLike(other: Course, course: Course): boolean {
  return other.guess.kind === 'flag' && other.treated.size > 0 && other.starts.size > 0 === course.starts.size > 0
}

function confidenceOf(course: Course, all: readonly Course[]): number {
  const { guess, values, treated, starts } = course
  let score = 0.2
  if (guess.kind === 'text' && values === null) score -= 0.1
  if (guess.kind === 'text' && values !== null && treated.size > 0) score += 0.3
  if (hintsAt('treated', guess.column)) score += 0.35
  if (starts.size > 0) score += 0.15
  else if (all.some((other) => isSwitchOf(other, course))) score += 0.3
  // Whatever it is called: no other column says yes of some sites and no of the others, or turns on within them.
  const isOnly = guess.kind === 'flag' && all.every((other) => other === course || !isLike(other, course))
  const isSwitch = all.some((other) => other.starts.size === 0 && isSwitchOf(course, other))
  if (isOnly && !isSwitch && treated.size > 0) score = Math.max(score, 0.55)
  return Math.min(0.95, score)
}

function sinceOf(course: Course | undefined, keyOf: ReadonlyMap<string, number>): SinceGuess | null {
  const starts = [...(course?.starts.values() ?? [])]
  const [first] = starts.sort((a, b) => (keyOf.get(a) ?? 0) - (keyOf.get(b) ?? 0))
  if (first === undefined) return null
  const agreeing = starts.filter((start) => start === first).length / starts.length
  return { period: first, confidence: 0.9 * agreeing }
}

function textsOf(levels: readonly { text: string }[]): string[] {
  return levels.map(({ text }) => text)
}
