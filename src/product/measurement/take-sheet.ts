import { limits } from '#platform/anywhere/limits.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import type { Database } from '#platform/database.ts'
import type { Metric } from '#product/metric/metric.ts'
import type { SheetId } from '#product/sheet/sheet.ts'
import { visitRows } from '#product/sheet/sheet-store.ts'
import { Site, type SiteId } from '#product/site/site.ts'
import { addSites, findSitesNamed, refuseTooManySites } from '#product/site/site-store.ts'
import { doubtTally } from './doubt-tally.ts'
import { figureReader, type ReadFigure } from './figure-reader.ts'
import { type FigureSurvey, figureSurvey, type SurveyedFigures } from './figure-survey.ts'
import type { ImportPreview } from './import-preview.ts'
import {
  type Change,
  type Figure,
  figureOf,
  type ImportColumns,
  type ImportId,
  type Outcome,
  type Point,
  refusedIn,
} from './measurement.ts'
import { compareFigures, readSeries, type Stored, storeFigures } from './measurement-store.ts'
import { isOutlying, usualOf } from './outlying.ts'

export interface SheetTaken {
  metric: Metric
  sheetId: SheetId
  columns: ImportColumns
  /** What kind of site the unknown names become; null refuses their rows. */
  newSites: Site['kind'] | null
  today: string
}

const namesShown = 200
const changesShown = 50

/** Reads a sheet's figures and says what an import would do. Stores nothing. */
export async function previewSheet(db: Database, taken: SheetTaken): Promise<ImportPreview> {
  const surveyed = await surveySheet(db, taken)
  const known = await siteIdsOf(db, surveyed)
  const places = new Map<ReadFigure, Figure>()
  const span: { first: string | null; last: string | null } = { first: null, last: null }
  const outcome = await passFigures(db, taken, surveyed, known, limits.figuresWaitedFor, async (figures) => {
    const stored = figures.flatMap((figure) => {
      const siteId = known[figure.site] ?? null
      if (span.first === null || figure.on < span.first) span.first = figure.on
      if (span.last === null || figure.on > span.last) span.last = figure.on
      if (siteId === null) return []
      const one = { siteId, on: figure.on, value: figure.value, denominator: figure.denominator }
      places.set(figure, one)
      return [one]
    })
    const compared = await compareFigures(db, taken.metric.id, stored)
    // A site that is not there yet has no figure.
    return { ...compared, added: compared.added + figures.length - stored.length }
  })
  await noteOutlying(db, taken.metric, places, outcome.doubts)
  const unknown = surveyed.sites.filter((_, place) => known[place] === null)
  const { changes, rows, isPart, ...counts } = outcome
  return {
    ...counts,
    doubts: outcome.doubts.list(),
    rows,
    isPart,
    sites: surveyed.sites.length,
    firstOn: span.first,
    lastOn: span.last,
    newSites: { count: unknown.length, names: unknown.slice(0, namesShown).map(({ name }) => name.slice(0, 120)) },
    changes: changes.slice(0, changesShown),
    unsure: surveyed.unsure,
  }
}

interface Edge {
  importId: ImportId
  now: Date
  newId<Id extends string>(): Id
  /** Told now and then how many rows have been read. */
  progress?(rows: number): Promise<void>
}

/** Stores a sheet's figures, all that can be read or, when it throws, none: the caller's transaction ends then. */
export async function storeSheet(db: Database, taken: SheetTaken, edge: Edge): Promise<Outcome> {
  const surveyed = await surveySheet(db, taken)
  const known = await siteIdsOf(db, surveyed)
  if (taken.newSites !== null) await addUnknown(db, surveyed, known, taken.newSites, edge)
  const outcome = await passFigures(db, taken, surveyed, known, Number.POSITIVE_INFINITY, async (figures, rows) => {
    await edge.progress?.(rows)
    const stored = figures.flatMap(({ site, on, value, denominator }) => {
      const siteId = known[site] ?? null
      return siteId === null ? [] : [{ siteId, on, value, denominator }]
    })
    return storeFigures(db, { metricId: taken.metric.id, importId: edge.importId }, stored)
  })
  const { added, unchanged, corrected, refused, doubts } = outcome
  return { added, unchanged, corrected, refused, doubts: doubts.list() }
}

async function surveySheet(db: Database, { metric, sheetId, columns }: SheetTaken): Promise<SurveyedFigures> {
  let survey: FigureSurvey | undefined
  await visitRows(db, sheetId, (rows, { header, hint }) => {
    survey ??= figureSurvey(header, columns, metric, hint)
    for (const { row, cells } of rows) survey.add(row, cells)
    return true
  })
  if (!survey) throw new Problem('bad-input', 'sheet.problem.no-rows')
  return survey.finish()
}

/** Of each of the survey's sites, its id; null where there is none of that name. */
async function siteIdsOf(db: Database, { sites }: SurveyedFigures): Promise<(SiteId | null)[]> {
  const known = await findSitesNamed(
    db,
    sites.map(({ name }) => name),
  )
  return sites.map(({ key }) => known.get(key)?.id ?? null)
}

async function addUnknown(
  db: Database,
  { sites }: SurveyedFigures,
  known: (SiteId | null)[],
  kind: Site['kind'],
  { now, newId }: Edge,
): Promise<void> {
  const added: Site[] = []
  for (const [place, { name, row }] of sites.entries()) {
    if (known[place] !== null) continue
    if (!Site.shape.name.safeParse(name).success)
      throw new Problem('bad-input', 'measurement.site-name-long', { row, name: `${name.slice(0, 60)}…` })
    const id = newId<SiteId>()
    known[place] = id
    added.push({ id, name, kind, teamId: null, attributes: {}, closedOn: null, createdAt: now })
  }
  await refuseTooManySites(db, added.length)
  await addSites(db, added)
}

/** Reads the figures once more, now that it is known how, and hands them on in batches. */
async function passFigures(
  db: Database,
  { metric, sheetId, today, newSites }: SheetTaken,
  surveyed: SurveyedFigures,
  known: readonly (SiteId | null)[],
  most: number,
  take: (figures: ReadFigure[], rows: number) => Promise<Stored>,
) {
  const doubts = doubtTally()
  const isKnown = known.map((id) => id !== null || newSites !== null)
  const read = figureReader(surveyed, doubts, { kind: metric.kind, today, isKnown })
  let waiting: ReadFigure[] = []
  let [rows, figures, added, unchanged, corrected, isPart] = [0, 0, 0, 0, 0, false]
  const changes: Change[] = []

  async function flush(): Promise<void> {
    const some = waiting
    waiting = []
    const stored = await take(some, rows)
    added += stored.added
    unchanged += stored.unchanged
    corrected += stored.changes.length
    if (changes.length < changesShown) changes.push(...stored.changes.slice(0, changesShown))
  }

  await visitRows(db, sheetId, async (batch) => {
    for (const { row, cells } of batch) {
      if (figures >= most) {
        isPart = true
        return false
      }
      rows++
      for (const figure of read(row, cells)) {
        figures++
        waiting.push(figure)
        if (waiting.length === limits.figuresBatch) await flush()
      }
    }
    return true
  })
  await flush()
  return { rows, isPart, added, unchanged, corrected, refused: refusedIn(doubts.list()), doubts, changes }
}

/** Notes the figures that are far from where those of their site are, those stored and those brought taken together. */
async function noteOutlying(
  db: Database,
  metric: Metric,
  brought: ReadonlyMap<ReadFigure, Figure>,
  doubts: ReturnType<typeof doubtTally>,
): Promise<void> {
  const siteIds = [...new Set([...brought.values()].map(({ siteId }) => siteId))]
  const stored = await readSeries(db, { metricId: metric.id, siteIds }, limits.figuresWaitedFor)
  const history = new Map(
    stored.map(({ siteId, points }) => [siteId, new Map(points.map((point) => [point.on, point]))]),
  )
  for (const { siteId, ...point } of brought.values()) {
    const site = history.get(siteId) ?? new Map<string, Point>()
    history.set(siteId, site.set(point.on, point))
  }
  const usual = new Map([...history].map(([siteId, points]) => [siteId, usualOf([...points.values()].map(figureOf))]))
  for (const [{ row }, figure] of brought) {
    if (!isOutlying(figureOf(figure), usual.get(figure.siteId) ?? null)) continue
    doubts.add('outlying', { row, column: null, text: String(Number(figureOf(figure).toPrecision(4))) })
  }
}
