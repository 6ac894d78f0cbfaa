import { sql } from 'kysely'
import type { Database } from '#platform/database.ts'
import type { MetricId } from '#product/metric/metric.ts'
import type { SiteId } from '#product/site/site.ts'

/** A stretch of periods, by first days, at some sites. */
export interface Stretch {
  metricIds: readonly MetricId[]
  siteIds: readonly SiteId[]
  ons: readonly string[]
}

export interface Gap {
  metricId: MetricId
  siteId: SiteId
  /** How many periods have no figure, and the latest 12 of them. */
  count: number
  ons: string[]
}

/**
 * Where figures are missing: by metric and site, those that lack most first. Nothing is expected of a site from the day that
 * it closed.
 * @param most Gaps at most.
 * @returns Also how many figures are missing in all, and how many gaps there are.
 */
export async function listGaps(
  db: Database,
  { metricIds, siteIds, ons }: Stretch,
  most: number,
): Promise<{ gaps: Gap[]; places: number; missing: number }> {
  if (ons.length === 0) return { gaps: [], places: 0, missing: 0 }
  // Counted first, for most places lack nothing: only those that do are asked which.
  const { rows } = await sql<Omit<Gap, 'ons'> & { places: string; missing: string }>`
    with wanted as (
      select site.id as site_id, count(*) as expected
      from site
      join unnest(${[...ons]}::date[]) as expected ("on") on site.closed_on is null or expected."on" < site.closed_on
      where site.id = any(${[...siteIds]}::uuid[])
      group by site.id
    ), there as (
      select m.metric_id, m.site_id, count(*) as found
      from measurement m
      join site on site.id = m.site_id and (site.closed_on is null or m."on" < site.closed_on)
      where m.metric_id = any(${[...metricIds]}::uuid[]) and m.site_id = any(${[...siteIds]}::uuid[])
        and m."on" = any(${[...ons]}::date[])
      group by m.metric_id, m.site_id
    ), lacking as (
      select metric.id as metric_id, wanted.site_id, wanted.expected - coalesce(there.found, 0) as count
      from wanted
      cross join unnest(${[...metricIds]}::uuid[]) as metric (id)
      left join there on there.metric_id = metric.id and there.site_id = wanted.site_id
    )
    select metric_id, site_id, count::int, count(*) over () as places, sum(count) over () as missing
    from lacking where count > 0
    order by lacking.count desc, metric_id, site_id
    limit ${most}`.execute(db)
  const gaps = await Promise.all(
    rows.map(async ({ metricId, siteId, count }) => ({
      ...{ metricId, siteId, count },
      ons: await missingOns(db, { metricId, siteId }, ons),
    })),
  )
  return { gaps, places: Number(rows[0]?.places ?? 0), missing: Number(rows[0]?.missing ?? 0) }
}

async function missingOns(
  db: Database,
  { metricId, siteId }: Pick<Gap, 'metricId' | 'siteId'>,
  ons: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ on: string }>`
    select expected."on" from unnest(${[...ons]}::date[]) as expected ("on")
    join site on site.id = ${siteId} and (site.closed_on is null or expected."on" < site.closed_on)
    where not exists (
      select from measurement m where m.metric_id = ${metricId} and m.site_id = ${siteId} and m."on" = expected."on"
    )
    order by expected."on" desc limit 12`.execute(db)
  return rows.map(({ on }) => on).reverse()
}

/** The first and last period with a figure of any of these metrics at these sites, from a day on. Null: there is none. */
export async function findSpan(
  db: Database,
  metricIds: readonly MetricId[],
  siteIds: readonly SiteId[],
  fromOn: string,
): Promise<{ first: string; last: string } | null> {
  // Two looks into the index for each series, however long it is.
  const end = (direction: 'asc' | 'desc') => sql`
    select m."on" from measurement m
    where m.metric_id = metric.id and m.site_id = site.id and m."on" >= ${fromOn}
    order by m."on" ${sql.raw(direction)} limit 1`
  const { rows } = await sql<{ first: string | null; last: string | null }>`
    select min(earliest."on") as first, max(latest."on") as last
    from unnest(${[...metricIds]}::uuid[]) as metric (id)
    cross join unnest(${[...siteIds]}::uuid[]) as site (id)
    cross join lateral (${end('asc')}) as earliest
    cross join lateral (${end('desc')}) as latest`.execute(db)
  const { first = null, last = null } = rows[0] ?? {}
  return first === null || last === null ? null : { first, last }
}

/** The figures of one site as texts with commas between them, earliest first: a million of them are not a million objects. */
export interface SeriesText {
  siteId: SiteId
  ons: string
  values: string
  /** Empty where nothing is divided. */
  denominators: string
}

/** The figures of a metric, site by site, between two days, both included. */
export async function readSeriesTexts(
  db: Database,
  metricId: MetricId,
  { siteIds, fromOn, toOn }: { siteIds: readonly SiteId[]; fromOn: string; toOn: string },
): Promise<SeriesText[]> {
  const { rows } = await sql<SeriesText>`
    select site_id, string_agg("on"::text, ',' order by "on") as ons,
      string_agg(value::text, ',' order by "on") as values,
      string_agg(coalesce(denominator::text, ''), ',' order by "on") as denominators
    from measurement
    where metric_id = ${metricId} and site_id = any(${[...siteIds]}::uuid[]) and "on" between ${fromOn} and ${toOn}
    group by site_id`.execute(db)
  return rows
}
