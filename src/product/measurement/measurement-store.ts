import type { Database } from '#platform/database.ts'
import type { MetricId } from '#product/metric/metric.ts'
import type { SiteId } from '#product/site/site.ts'
import type { Correction, Import, ImportId, Measurement, Outcome, SiteSeries } from './measurement.ts'

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

/** The figures of a metric, site by site, each earliest first. A site without any has no series. Not capped: bound the days. */
export async function readSeries(
  db: Database,
  { metricId, siteIds, fromOn, toOn }: SeriesAsked,
): Promise<SiteSeries[]> {
  if (siteIds?.length === 0) return []
  let query = db.selectFrom('measurement').select(['siteId', 'on', 'value', 'denominator'])
  query = query.where('metricId', '=', metricId)
  if (siteIds) query = query.where('siteId', 'in', siteIds)
  if (fromOn !== undefined) query = query.where('on', '>=', fromOn)
  if (toOn !== undefined) query = query.where('on', '<=', toOn)
  const series: SiteSeries[] = []
  for (const { siteId, ...point } of await query.orderBy('siteId').orderBy('on').execute()) {
    const last = series.at(-1)
    if (last?.siteId === siteId) last.points.push(point)
    else series.push({ siteId, points: [point] })
  }
  return series
}
