import { Problem } from '#platform/anywhere/problem.ts'
import type { Database } from '#platform/database.ts'
import { readSeriesTexts } from '#product/measurement/gap-store.ts'
import { addPeriods, periodsBetween } from '#product/measurement/period.ts'
import { periodsLooked } from '#product/measurement/site-state.ts'
import type { Every } from '#product/metric/metric.ts'
import { figuresIn, type MeasuredTable } from './measured-table.ts'

/** Places of sites, periods and metrics in one table: what can be read within the time of a request. */
const placesMost = 4_000_000

interface Read extends Pick<MeasuredTable, 'sites' | 'metrics' | 'cellOf'> {
  every: Every
  /** First days, both included. */
  fromOn: string
  toOn: string
}

/**
 * The table of the figures that are there now.
 * @throws {Problem} `bad-input` when it would be too large.
 */
export async function readTable(
  db: Database,
  { every, fromOn, toOn, sites, metrics, cellOf }: Read,
): Promise<MeasuredTable> {
  const periods = periodsBetween(fromOn, toOn, every, placesMost)
  const places = sites.length * periods.length * metrics.length
  if (places > placesMost) throw new Problem('bad-input', 'plan.measured-too-large', { places, limit: placesMost })
  const siteIds = sites.map(({ siteId }) => siteId)
  const figures: MeasuredTable['figures'][number][] = []
  for (const { metricId } of metrics)
    figures.push(figuresIn(await readSeriesTexts(db, metricId, { siteIds, fromOn, toOn }), { sites, periods }))
  return { sites, metrics, cellOf, periods, figures }
}

/** The first period that is read, as far back as there are figures: what is missing before that is history. */
export function historyFrom(outcomesOn: string, every: Every): string {
  return addPeriods(outcomesOn, every, -periodsLooked[every])
}
