import { sql } from 'kysely'
import type { PersonId } from '#platform/anywhere/identity.ts'
import { limits } from '#platform/anywhere/limits.ts'
import { asJson } from '#platform/database/json.ts'
import { waitForTurn } from '#platform/database/wait-for-turn.ts'
import type { Database } from '#platform/database.ts'
import type { MetricId } from '#product/metric/metric.ts'
import type { SiteId } from '#product/site/site.ts'
import type { Change, Correction, Figure, Import, ImportId, Measurement, Outcome, SiteSeries } from './measurement.ts'

declare module '#platform/database.ts' {
  interface Tables {
    measurement: Measurement
    measurementImport: Omit<Import, keyof Outcome>
    measurementOutcome: Outcome & { importId: ImportId }
    measurementCorrection: Correction
  }
}

declare module '#platform/outbox.ts' {
  interface Events {
    'measurement.changed': { metricId: MetricId }
  }
}

/** Which part of a metric's figures. Without `siteIds` all sites; from `fromOn` to `toOn`, both included. */
export interface SeriesAsked {
  metricId: MetricId
  siteIds?: readonly SiteId[] | undefined
  fromOn?: string | undefined
  toOn?: string | undefined
}

/**
 * The figures of a metric, site by site, each earliest first. A site without any has no series.
 * @param most Figures at most, of the first sites; without it all of them: bound the days.
 */
export async function readSeries(
  db: Database,
  { metricId, siteIds, fromOn, toOn }: SeriesAsked,
  most?: number,
): Promise<SiteSeries[]> {
  if (siteIds?.length === 0) return []
  let query = db.selectFrom('measurement').select(['siteId', 'on', 'value', 'denominator'])
  query = query.where('metricId', '=', metricId)
  // One array is one statement, however many sites: PostgreSQL plans it once.
  if (siteIds) query = query.where(sql<boolean>`site_id = any(${[...siteIds]}::uuid[])`)
  if (fromOn !== undefined) query = query.where('on', '>=', fromOn)
  if (toOn !== undefined) query = query.where('on', '<=', toOn)
  query = query.orderBy('siteId').orderBy('on')
  if (most !== undefined) query = query.limit(most)
  const series: SiteSeries[] = []
  for (const { siteId, ...point } of await query.execute()) {
    const last = series.at(-1)
    if (last?.siteId === siteId) last.points.push(point)
    else series.push({ siteId, points: [point] })
  }
  return series
}

/** Whether anything was ever measured. */
export async function isMeasured(db: Database, metricId: MetricId): Promise<boolean> {
  const one = await db.selectFrom('measurement').select('on').where('metricId', '=', metricId).limit(1).execute()
  return one.length > 0
}

/**
 * Makes whoever brings many figures of one metric wait for each other: in two orders they would wait for ever. A single
 * figure from a form need not wait: it holds nothing that others want.
 */
export async function queueForFigures(db: Database, metricId: MetricId): Promise<void> {
  await waitForTurn(db, 'measurement.figures', metricId)
}

export async function addImport(db: Database, head: Omit<Import, keyof Outcome>): Promise<void> {
  const { id, metricId, source, sheetId, columns, byId, at } = head
  await db.insertInto('measurementImport').values({ id, metricId, source, sheetId, columns, byId, at }).execute()
}

export async function addOutcome(db: Database, importId: ImportId, outcome: Outcome): Promise<void> {
  const { added, unchanged, corrected, refused, doubts } = outcome
  await db
    .insertInto('measurementOutcome')
    .values({ importId, added, unchanged, corrected, refused, doubts: asJson(doubts) })
    .execute()
}

/** The import, or null: it is asked by a job that may have done it before. */
export async function findImport(db: Database, id: ImportId): Promise<Import | null> {
  return (await importsOf(db).where('id', '=', id).executeTakeFirst()) ?? null
}

/** Newest first, at most `limits.listPage`. */
export function listImports(db: Database, metricId: MetricId): Promise<Import[]> {
  return importsOf(db)
    .where('metricId', '=', metricId)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(limits.listPage)
    .execute()
}

function importsOf(db: Database) {
  return db
    .selectFrom('measurementImport')
    .innerJoin('measurementOutcome', 'measurementOutcome.importId', 'measurementImport.id')
    .select(['id', 'metricId', 'source', 'sheetId', 'columns', 'byId', 'at'])
    .select(['added', 'unchanged', 'corrected', 'refused', 'doubts'])
}

export interface Stored {
  added: number
  unchanged: number
  changes: Change[]
}

/**
 * Stores figures of one metric: new ones are added, the same ones left alone, others corrected, with what was there kept.
 * Safe beside others who store the same: one of them adds and the other finds it there.
 * @param figures At most `limits.figuresBatch`, one for each site and period.
 */
export async function storeFigures(
  db: Database,
  { metricId, importId }: { metricId: MetricId; importId: ImportId },
  figures: readonly Figure[],
): Promise<Stored> {
  if (figures.length === 0) return { added: 0, unchanged: 0, changes: [] }
  const given = givenTable(figures)
  const { numAffectedRows = 0n } = await sql`
    insert into measurement (metric_id, site_id, "on", value, denominator, import_id)
    select ${metricId}, site_id, "on", value, denominator, ${importId} from ${given}
    order by site_id, "on"
    on conflict do nothing`.execute(db)
  // Those that were just added are the same as given.
  const { rows: changes } = await sql<Change>`
    with differing as (
      select m.site_id, m."on", m.value as before_value, m.denominator as before_denominator, m.import_id as before_import_id,
        given.value as after_value, given.denominator as after_denominator
      from ${given}
      join measurement m on m.metric_id = ${metricId} and m.site_id = given.site_id and m."on" = given."on"
      where (m.value, m.denominator) is distinct from (given.value, given.denominator)
      order by m.site_id, m."on"
      for update of m
    ), changed as (
      update measurement m
      set value = differing.after_value, denominator = differing.after_denominator, import_id = ${importId}
      from differing
      where m.metric_id = ${metricId} and m.site_id = differing.site_id and m."on" = differing."on"
    )
    insert into measurement_correction
      (metric_id, site_id, "on", import_id, before_value, before_denominator, before_import_id, after_value, after_denominator)
    select ${metricId}, site_id, "on", ${importId}, before_value, before_denominator, before_import_id, after_value, after_denominator
    from differing
    returning site_id, "on", before_value, before_denominator, after_value, after_denominator`.execute(db)
  const added = Number(numAffectedRows)
  return { added, unchanged: figures.length - added - changes.length, changes }
}

/** Takes a figure away and keeps what it was. @returns Whether there was one. */
export async function removeFigure(
  db: Database,
  { metricId, importId }: { metricId: MetricId; importId: ImportId },
  { siteId, on }: Pick<Figure, 'siteId' | 'on'>,
): Promise<boolean> {
  const gone = await db
    .deleteFrom('measurement')
    .where('metricId', '=', metricId)
    .where('siteId', '=', siteId)
    .where('on', '=', on)
    .returning(['value', 'denominator', 'importId'])
    .executeTakeFirst()
  if (!gone) return false
  const before = { beforeValue: gone.value, beforeDenominator: gone.denominator, beforeImportId: gone.importId }
  const after = { afterValue: null, afterDenominator: null }
  await db
    .insertInto('measurementCorrection')
    .values({ metricId, siteId, on, importId, ...before, ...after })
    .execute()
  return true
}

/** When figures of each metric came last, and from whom. */
export async function listLatest(db: Database): Promise<{ metricId: MetricId; at: Date; byId: PersonId }[]> {
  return db
    .selectFrom('measurementImport')
    .distinctOn('metricId')
    .select(['metricId', 'at', 'byId'])
    .orderBy('metricId')
    .orderBy('at', 'desc')
    .limit(limits.listPage)
    .execute()
}

/** What `storeFigures` would do, without doing it. */
export async function compareFigures(db: Database, metricId: MetricId, figures: readonly Figure[]): Promise<Stored> {
  if (figures.length === 0) return { added: 0, unchanged: 0, changes: [] }
  const { rows } = await sql<Change & { isSame: boolean }>`
    select m.site_id, m."on", m.value as before_value, m.denominator as before_denominator,
      given.value as after_value, given.denominator as after_denominator,
      (m.value, m.denominator) is not distinct from (given.value, given.denominator) as is_same
    from ${givenTable(figures)}
    join measurement m on m.metric_id = ${metricId} and m.site_id = given.site_id and m."on" = given."on"`.execute(db)
  const changes = rows.filter(({ isSame }) => !isSame).map(({ isSame: _, ...change }) => change)
  return { added: figures.length - rows.length, unchanged: rows.length - changes.length, changes }
}

/** Four arrays instead of four parameters for each figure: a statement may have 65,535 of those. */
function givenTable(figures: readonly Figure[]) {
  return sql`unnest(
    ${figures.map(({ siteId }) => siteId)}::uuid[],
    ${figures.map(({ on }) => on)}::date[],
    ${figures.map(({ value }) => value)}::float8[],
    ${figures.map(({ denominator }) => denominator)}::float8[]
  ) as given (site_id, "on", value, denominator)`
}

/** A correction as pages show it: with the import that made it. */
export type CorrectionRow = Correction & Pick<Import, 'byId' | 'at' | 'source'>

/** Newest first, at most `limits.listPage`. */
export function listCorrections(db: Database, metricId: MetricId): Promise<CorrectionRow[]> {
  return db
    .selectFrom('measurementCorrection as c')
    .innerJoin('measurementImport as i', 'i.id', 'c.importId')
    .select(['c.metricId', 'c.siteId', 'c.on', 'c.importId', 'c.beforeImportId'])
    .select(['c.beforeValue', 'c.beforeDenominator', 'c.afterValue', 'c.afterDenominator'])
    .select(['i.byId', 'i.at', 'i.source'])
    .where('c.metricId', '=', metricId)
    .orderBy('i.at', 'desc')
    .orderBy('c.siteId')
    .orderBy('c.on')
    .limit(limits.listPage)
    .execute()
}
