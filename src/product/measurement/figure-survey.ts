import { isMissing } from '#lib/sheet/missing.ts'
import { type NumberVotes, numberVotes, styleFrom, vote } from '#lib/sheet/number-style.ts'
import { type NumberStyle, readNumber } from '#lib/sheet/parse-number.ts'
import { personalKindOf } from '#lib/sheet/personal-data.ts'
import { limits } from '#platform/anywhere/limits.ts'
import type { MessageId, MessageValues } from '#platform/anywhere/message.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import { type Every, isDivided, type Metric } from '#product/metric/metric.ts'
import { siteKey } from '#product/site/site.ts'
import type { ImportColumns } from './measurement.ts'
import { type ReadPeriods, readPeriods } from './period.ts'

/** What all rows together say, which the reading of each needs: how dates and numbers are meant, and which sites there are. */
export interface SurveyedFigures {
  at: FigureColumns
  header: readonly string[]
  rowCount: number
  /** As they were first written, with the row. */
  sites: { key: string; name: string; row: number }[]
  /** What each text of the period column (of a wide table, of the header) names. */
  periods: Map<string, ReadPeriods['found'][number]>
  styles: { value: NumberStyle; denominator: NumberStyle }
  /** A date and a number that read both ways while nothing settles it. */
  unsure: { date: string | null; number: string | null }
}

/** The places of the columns in a row. A wide table has a column for each period. */
export interface FigureColumns {
  site: number
  period: number | null
  value: number | null
  denominator: number | null
  wide: readonly number[]
}

export interface FigureSurvey {
  add(row: number, cells: readonly string[]): void
  /** @throws {Problem} `bad-input` when no row names a period of the metric's, or a column is about single people, chosen or not. */
  finish(): SurveyedFigures
}

/**
 * Looks at all rows of a table once, before they are read. Memory grows with its sites and periods.
 * @throws {Problem} `bad-input` at the column that is not there, chosen twice, or about single people.
 */
export function figureSurvey(
  header: readonly string[],
  columns: ImportColumns,
  { kind, every }: Pick<Metric, 'kind' | 'every'>,
  hint: NumberStyle,
): FigureSurvey {
  const at = columnsOf(header, columns, { kind, every })
  const votes = { value: numberVotes(), denominator: numberVotes() }
  const sites = new Map<string, { key: string; name: string; row: number }>()
  const known = new Set<string>()
  const periods = new Map<string, number>(at.wide.map((place) => [header[place] ?? '', 1]))
  const used = new Set([at.site, at.period, at.value, at.denominator, ...at.wide])
  const beside = new Map<number, Set<string>>(
    header.flatMap((_, place) => (used.has(place) ? [] : [[place, new Set<string>()] as const])),
  )
  let rowCount = 0

  function add(row: number, cells: readonly string[]): void {
    rowCount++
    const name = (cells[at.site] ?? '').trim()
    // Most rows name a site that was there before, in the same spelling.
    if (!known.has(name) && !isMissing(name)) addSite(name, row)
    const period = at.period === null ? '' : (cells[at.period] ?? '').trim()
    if (at.period !== null && !isMissing(period) && !periods.has(period)) {
      if (periods.size === limits.importPeriods) throw wrong('period', 'measurement.too-many-periods', columns, row)
      periods.set(period, row)
    }
    for (const place of at.value === null ? at.wide : [at.value]) voted(votes.value, cells[place] ?? '')
    if (at.denominator !== null) voted(votes.denominator, cells[at.denominator] ?? '')
    for (const [place, seen] of beside) if (seen.size < sampleMost) seen.add((cells[place] ?? '').trim())
  }

  function addSite(name: string, row: number): void {
    if (known.size > 4 * limits.sites) throw wrong('site', 'measurement.too-many-sites', columns, row)
    known.add(name)
    const key = siteKey(name)
    if (sites.has(key)) return
    if (sites.size === limits.sites) throw wrong('site', 'measurement.too-many-sites', columns, row)
    sites.set(key, { key, name, row })
  }

  function finish(): SurveyedFigures {
    refusePersonal('site', columns.site, [...known])
    if (columns.value !== null) refusePersonal('value', columns.value, [])
    for (const [place, seen] of beside)
      refuseBeside(
        header[place] ?? '',
        [...seen].filter((cell) => !isMissing(cell)),
      )
    const texts = [...periods.keys()]
    const { found, unsure } = readPeriods(texts, every, columns.dateOrder ?? undefined)
    const style = (side: NumberVotes) =>
      columns.numberStyle ? { style: columns.numberStyle, unsure: null } : styleFrom(side, hint)
    const [value, denominator] = [style(votes.value), style(votes.denominator)]
    if (texts.length > 0 && found.every((one) => 'fault' in one)) {
      const text = texts[0] ?? ''
      const message = 'fault' in (found[0] ?? {}) && found[0] && 'fault' in found[0] ? found[0].fault : 'no-period'
      throw refused('period', `measurement.${message}-at-all`, { text, row: periods.get(text) ?? 1, every })
    }
    return {
      at,
      header,
      rowCount,
      sites: [...sites.values()],
      periods: new Map(texts.map((text, place) => [text, found[place] ?? { fault: 'no-period' }])),
      styles: { value: value.style, denominator: denominator.style },
      unsure: { date: unsure, number: value.unsure ?? denominator.unsure },
    }
  }

  return { add, finish }
}

function columnsOf(
  header: readonly string[],
  columns: ImportColumns,
  { kind, every }: Pick<Metric, 'kind' | 'every'>,
): FigureColumns {
  const chosen = (['site', 'period', 'value', 'denominator'] as const).filter((part) => columns[part] !== null)
  for (const part of chosen) {
    const column = columns[part] ?? ''
    if (!header.includes(column)) throw refused(part, 'measurement.no-column', { column, found: shortList(header) })
    const other = chosen.find((one) => one !== part && columns[one] === column)
    if (other) throw refused(part, 'measurement.column-twice', { column })
  }
  const place = (column: string | null) => (column === null ? null : header.indexOf(column))
  const site = header.indexOf(columns.site)
  const isWide = columns.value === null && columns.period === null
  if (isDivided(kind)) {
    if (isWide) throw refused('denominator', 'measurement.wide-divided', {})
    if (columns.denominator === null) throw refused('denominator', 'measurement.denominator-missing', {})
  } else if (columns.denominator !== null) throw refused('denominator', 'measurement.denominator-unwanted', {})
  if (!isWide && columns.period === null) throw refused('period', 'measurement.period-missing', {})
  if (!isWide && columns.value === null) throw refused('value', 'measurement.value-missing', {})
  const wide = isWide ? wideColumns(header, every, site) : []
  if (isWide && wide.length === 0) throw refused('period', 'measurement.no-wide', { every, found: shortList(header) })
  return {
    site,
    period: place(columns.period),
    value: place(columns.value),
    denominator: place(columns.denominator),
    wide,
  }
}

/** The columns that are called after a period of the metric's. */
function wideColumns(header: readonly string[], every: Every, site: number): number[] {
  const { found } = readPeriods(header, every)
  return found.flatMap((one, place) => ('on' in one && place !== site ? [place] : []))
}

/** Different cells of a column that nobody chose: enough to see what it holds. */
const sampleMost = 60

/** A table stays in the workspace as it came, and whoever may read figures may read it: what is not needed is not let in. */
function refuseBeside(column: string, cells: readonly string[]): void {
  const kind = personalKindOf(column, cells)
  if (kind && cells.length > 0)
    throw new Problem('bad-input', 'measurement.personal-beside', { column, kind: kind.replace('-', '') })
}

function refusePersonal(part: 'site' | 'value', column: string, cells: readonly string[]): void {
  const kind = personalKindOf(column, cells.slice(0, 2000))
  if (kind) throw refused(part, `measurement.personal-${kind}`, { column })
}

function wrong(part: keyof ImportColumns, message: MessageId, columns: ImportColumns, row: number): Problem {
  const limit = part === 'site' ? limits.sites : limits.importPeriods
  return refused(part, message, { row, limit, column: columns[part] ?? '' })
}

function refused(part: keyof ImportColumns, message: MessageId, values: MessageValues): Problem {
  return new Problem('bad-input', message, values, [{ pointer: `#/columns/${part}`, message, values }])
}

function voted(votes: NumberVotes, text: string): void {
  if (isMissing(text)) return
  const reading = readNumber(text)
  if (reading) vote(votes, reading, text)
}

function shortList(header: readonly string[]): string {
  return header.slice(0, 20).join(', ') + (header.length > 20 ? ', …' : '')
}
