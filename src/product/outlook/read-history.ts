import { gridReader } from '#lib/sheet/grid-reader.ts'
import type { PeriodKind } from '#lib/sheet/period-of.ts'
import { placeOfSince } from '#lib/sheet/place-of-since.ts'
import { meansOf } from '#lib/sheet/sheet-grid.ts'
import { SheetProblem } from '#lib/sheet/sheet-problem.ts'
import { limits } from '#platform/anywhere/limits.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import type { Database } from '#platform/database.ts'
import { figureOf } from '#product/measurement/measurement.ts'
import { readSeries } from '#product/measurement/measurement-store.ts'
import { periodsBetween } from '#product/measurement/period.ts'
import { findMetric } from '#product/metric/metric-store.ts'
import { gridMappingOf } from '#product/sheet/mapping-of.ts'
import { readWith } from '#product/sheet/sheet-store.ts'
import { listSites } from '#product/site/site-store.ts'
import type { HistorySource } from './outlook.ts'
import type { SiteHistory } from './site-history.ts'

/**
 * What was measured before, from wherever it stands.
 * @throws {Problem} `not-found`; `bad-input` where a table cannot be read so, or nothing was measured.
 */
export function readHistory(db: Database, source: HistorySource): Promise<SiteHistory> {
  return source.by === 'sheet' ? fromSheet(db, source) : fromMeasurements(db, source)
}

async function fromSheet(
  db: Database,
  { sheetId, columns, until }: Extract<HistorySource, { by: 'sheet' }>,
): Promise<SiteHistory> {
  const mapping = gridMappingOf(columns, [])
  const grid = await readWith(db, sheetId, (header, options) => gridReader(header, mapping, options), columns)
  const ordered = { kind: grid.periodKind, periods: grid.periods, placeOf: [], order: grid.dateOrder, unsure: null }
  const count = until === null ? grid.periods.length : endOf(until, ordered)
  if (count === 0)
    throw new Problem('bad-input', 'outlook.no-history', {}, [
      { pointer: '#/history/until', message: 'outlook.no-history', values: {} },
    ])
  const values = grid.sites.map(({ value, denominator }) => meansOf(value, denominator).slice(0, count))
  const denominators = grid.sites.flatMap(({ denominator }) => (denominator ? [denominator] : []))
  const all = denominators.reduce((sum, { sums }) => sum + sums.slice(0, count).reduce((a, b) => a + b, 0), 0)
  return {
    sites: grid.sites.map(({ name }) => name),
    periods: grid.periods.slice(0, count).map(({ label }) => label),
    rhythm: rhythmOf(grid.periodKind, [columns.period, grid.periods[0]?.label ?? '']),
    values,
    unitsPerPeriod: denominators.length === 0 ? null : all / count,
    areShares: denominators.length > 0 && areShares(values),
  }
}

function endOf(until: string, ordered: Parameters<typeof placeOfSince>[1]): number {
  try {
    return placeOfSince(until, ordered).place
  } catch (error) {
    if (!(error instanceof SheetProblem)) throw error
    const values = { since: until, example: ordered.periods[0]?.label ?? '' }
    const message = 'sheet.problem.no-since'
    throw new Problem('bad-input', message, values, [{ pointer: '#/history/until', message, values }])
  }
}

async function fromMeasurements(
  db: Database,
  { metricId, siteIds }: Extract<HistorySource, { by: 'measurements' }>,
): Promise<SiteHistory> {
  const metric = await findMetric(db, metricId)
  const series = await readSeries(db, { metricId, siteIds: siteIds ?? undefined }, limits.figuresWaitedFor)
  const days = series.flatMap(({ points }) => points.map(({ on }) => on)).sort()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) throw new Problem('bad-input', 'outlook.no-history')
  const periods = periodsBetween(first, last, metric.every, limits.trialPeriods)
  const place = new Map(periods.map((on, at) => [on, at]))
  const names = new Map((await listSites(db)).map(({ id, name }) => [id, name]))
  let units = 0
  const values = series.map(({ points }) => {
    const row = Array<number | null>(periods.length).fill(null)
    for (const point of points) {
      const at = place.get(point.on)
      if (at === undefined || point.denominator === 0) continue
      row[at] = figureOf(point)
      units += point.denominator ?? 0
    }
    return row
  })
  return {
    sites: series.map(({ siteId }) => names.get(siteId) ?? siteId),
    periods,
    rhythm: metric.every,
    values,
    unitsPerPeriod: units > 0 ? units / periods.length : null,
    areShares: metric.kind === 'proportion' && areShares(values),
  }
}

function areShares(values: SiteHistory['values']): boolean {
  return values.every((row) => row.every((value) => value === null || (value >= 0 && value <= 1)))
}

/** What people call the periods that have no dates, such as week 1, 2, 3: in a column's name or in the periods themselves. */
const names: readonly [SiteHistory['rhythm'], RegExp][] = [
  ['day', /\b(days?|dates?|tage?|tag|datum)\b/i],
  ['week', /\b(weeks?|wk|wochen?|kw|kalenderwochen?)\b/i],
  ['month', /\b(months?|monate?)\b/i],
  ['quarter', /\b(quarters?|quartale?|q[1-4])\b/i],
  ['year', /\b(years?|jahre?)\b/i],
]

function rhythmOf(kind: PeriodKind, said: readonly string[]): SiteHistory['rhythm'] {
  if (kind === 'day' || kind === 'week' || kind === 'month' || kind === 'quarter') return kind
  const text = said.join(' ').replaceAll('_', ' ')
  return names.find(([, name]) => name.test(text))?.[0] ?? 'period'
}
