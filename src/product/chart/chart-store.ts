import { sql } from 'kysely'
import type { PersonId } from '#platform/anywhere/identity.ts'
import { limits } from '#platform/anywhere/limits.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import type { Database } from '#platform/database.ts'
import type { MetricId } from '#product/metric/metric.ts'
import type { SiteId } from '#product/site/site.ts'
import type { ChartEntry, ChartSetting, EntryId, EntryShown, Withdrawal } from './chart.ts'
import type { SeriesPoint } from './draw-series.ts'
import { unpackSeries } from './unpack-series.ts'

declare module '#platform/database.ts' {
  interface Tables {
    chartSetting: ChartSetting
    chartEntry: ChartEntry
    chartWithdrawal: Withdrawal
    chartTold: { metricId: MetricId; siteId: SiteId; rule: string; fromOn: string; personId: PersonId; at: Date }
  }
}

declare module '#platform/outbox.ts' {
  interface Events {
    'chart.changed': { metricId: MetricId }
  }
}

const entryColumns = ['id', 'metricId', 'siteId', 'kind', 'on', 'toOn', 'effect', 'says', 'byId', 'at'] as const

/** The setting that counts for each metric that has one. */
export async function latestSettings(
  db: Database,
  metricIds: readonly MetricId[],
): Promise<Map<MetricId, ChartSetting>> {
  if (metricIds.length === 0) return new Map()
  const settings = await db
    .selectFrom('chartSetting')
    .selectAll()
    .distinctOn('metricId')
    .where(sql<boolean>`metric_id = any(${[...metricIds]}::uuid[])`)
    .orderBy('metricId')
    .orderBy('version', 'desc')
    .execute()
  return new Map(settings.map((setting) => [setting.metricId, setting]))
}

/** Newest version first. */
export function listSettings(db: Database, metricId: MetricId): Promise<ChartSetting[]> {
  return db
    .selectFrom('chartSetting')
    .selectAll()
    .where('metricId', '=', metricId)
    .orderBy('version', 'desc')
    .limit(limits.listPage)
    .execute()
}

/** @throws {Problem} `out-of-step` when somebody wrote this version first. */
export async function addSetting(db: Database, setting: ChartSetting): Promise<void> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('chartSetting')
    .values(setting)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) throw new Problem('out-of-step', 'chart.set-meanwhile')
}

/** @throws {Problem} `not-found`. */
export async function findEntry(db: Database, id: EntryId): Promise<ChartEntry> {
  const entry = await db.selectFrom('chartEntry').select(entryColumns).where('id', '=', id).executeTakeFirst()
  if (!entry) throw new Problem('not-found', 'chart.no-entry')
  return entry
}

/** @throws {Problem} `out-of-step` when there would be more than `limits.chartEntries` that count. */
export async function addEntry(db: Database, entry: ChartEntry): Promise<void> {
  const { count } = await counting(db)
    .where('metricId', '=', entry.metricId)
    .clearSelect()
    .select(({ fn }) => fn.countAll<bigint>().as('count'))
    .executeTakeFirstOrThrow()
  const limit = limits.chartEntries
  if (Number(count) >= limit) throw new Problem('out-of-step', 'chart.too-many-entries', { limit })
  await db.insertInto('chartEntry').values(entry).execute()
}

/** Entries of the metrics that count: on all their sites, or on any; at most `limits.chartEntries` of each metric. */
export function countingEntries(db: Database, metricIds: readonly MetricId[]): Promise<ChartEntry[]> {
  if (metricIds.length === 0) return Promise.resolve([])
  return counting(db)
    .where(sql<boolean>`metric_id = any(${[...metricIds]}::uuid[])`)
    .orderBy('at')
    .orderBy('id')
    .execute()
}

function counting(db: Database) {
  return db
    .selectFrom('chartEntry')
    .leftJoin('chartWithdrawal', 'chartWithdrawal.entryId', 'chartEntry.id')
    .select(entryColumns.map((column) => `chartEntry.${column}` as const))
    .where('chartWithdrawal.entryId', 'is', null)
}

/** Newest first, taken back or not, at most `limits.listPage`. */
export async function listEntries(db: Database, metricId: MetricId): Promise<EntryShown[]> {
  const rows = await db
    .selectFrom('chartEntry')
    .leftJoin('chartWithdrawal', 'chartWithdrawal.entryId', 'chartEntry.id')
    .select(entryColumns.map((column) => `chartEntry.${column}` as const))
    .select([
      'chartWithdrawal.reason as takenReason',
      'chartWithdrawal.byId as takenById',
      'chartWithdrawal.at as takenAt',
    ])
    .where('metricId', '=', metricId)
    .orderBy('chartEntry.at', 'desc')
    .orderBy('chartEntry.id')
    .limit(limits.listPage)
    .execute()
  return rows.map(({ takenReason: reason, takenById: byId, takenAt: at, ...entry }) => ({
    ...entry,
    withdrawal: reason === null || byId === null || at === null ? null : { reason, byId, at },
  }))
}

/** @throws {Problem} `out-of-step` when it was taken back before. */
export async function addWithdrawal(db: Database, withdrawal: Withdrawal): Promise<void> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('chartWithdrawal')
    .values(withdrawal)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) throw new Problem('out-of-step', 'chart.taken-back')
}

/**
 * Every site of a metric as one series, earliest first. `sum` or `average` where the kind does not divide; else both parts
 * are added, so that a large site weighs as much as it is large.
 */
export async function readTogether(
  db: Database,
  metricId: MetricId,
  together: ChartSetting['together'],
): Promise<SeriesPoint[]> {
  const { rows } = await sql<{ on: string; value: number; average: number; denominator: number | null; sites: number }>`
    select "on", sum(value) as value, avg(value) as average, sum(denominator) as denominator, count(*)::int as sites
    from measurement where metric_id = ${metricId} group by "on" order by "on"`.execute(db)
  return rows.map(({ average, ...point }) =>
    point.denominator === null && together === 'average' ? { ...point, value: average } : point,
  )
}

export interface PackedSeries {
  metricId: MetricId
  siteId: SiteId
  points: SeriesPoint[]
}

/**
 * Many whole series in one statement: of one metric at all its sites, or of one site. Packed by PostgreSQL, three columns of
 * bytes for each series: a row for each figure would cost ten times as much to send and to read.
 */
export async function readManySeries(
  db: Database,
  of: { metricId: MetricId } | { siteId: SiteId; metricIds: readonly MetricId[] },
): Promise<PackedSeries[]> {
  const which =
    'siteId' in of
      ? sql`metric_id = any(${[...of.metricIds]}::uuid[]) and site_id = ${of.siteId}`
      : sql`metric_id = ${of.metricId}`
  const { rows } = await sql<{ metricId: MetricId; siteId: SiteId; ons: Buffer; values: Buffer; denominators: Buffer }>`
    select metric_id, site_id,
      string_agg(int4send("on" - date '1970-01-01'), ''::bytea order by "on") as ons,
      string_agg(float8send(value), ''::bytea order by "on") as values,
      string_agg(float8send(coalesce(denominator, 'NaN')), ''::bytea order by "on") as denominators
    from measurement where ${which} group by metric_id, site_id`.execute(db)
  return rows.map(({ metricId, siteId, ...packed }) => ({ metricId, siteId, points: unpackSeries(packed) }))
}

/** What each site counted between two days, both included. */
export async function sumBySite(
  db: Database,
  metricId: MetricId,
  { fromOn, toOn }: { fromOn: string; toOn: string },
): Promise<{ siteId: SiteId; count: number; size: number }[]> {
  const { rows } = await sql<{ siteId: SiteId; count: number; size: number }>`
    select site_id, sum(value) as count, sum(denominator) as size from measurement
    where metric_id = ${metricId} and "on" between ${fromOn} and ${toOn} and denominator is not null
    group by site_id order by site_id`.execute(db)
  return rows
}

/** The last day with a figure of the metric; null without any. */
export async function lastMeasuredOn(db: Database, metricId: MetricId): Promise<string | null> {
  const { on } = await db
    .selectFrom('measurement')
    .select(({ fn }) => fn.max('on').as('on'))
    .where('metricId', '=', metricId)
    .executeTakeFirstOrThrow()
  return on
}

/** Notes that somebody is told of signals. @returns Those that nobody was told of before. */
export async function noteTold(
  db: Database,
  told: readonly { metricId: MetricId; siteId: SiteId; rule: string; fromOn: string; personId: PersonId; at: Date }[],
): Promise<{ siteId: SiteId; rule: string; fromOn: string }[]> {
  if (told.length === 0) return []
  return db
    .insertInto('chartTold')
    .values([...told])
    .onConflict((conflict) => conflict.doNothing())
    .returning(['siteId', 'rule', 'fromOn'])
    .execute()
}
