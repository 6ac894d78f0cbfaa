import { Problem } from '#platform/anywhere/problem.ts'
import type { Database } from '#platform/database.ts'
import { findSpan } from '#product/measurement/gap-store.ts'
import { readSeries } from '#product/measurement/measurement-store.ts'
import { addPeriods, periodsBetween } from '#product/measurement/period.ts'
import { periodsLooked } from '#product/measurement/site-state.ts'
import type { Every } from '#product/metric/metric.ts'
import type { Measured } from '../plan-body.ts'
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
    figures.push(figuresIn(await readSeries(db, { metricId, siteIds, fromOn, toOn }), { sites, periods }))
  return { sites, metrics, cellOf, periods, figures }
}

/** The first and last period of any of the metrics at these sites from `fromOn` on. Null: nothing was measured. */
export async function spanOf(
  db: Database,
  metricIds: readonly Measured['metrics'][number]['metricId'][],
  siteIds: readonly Measured['sites'][number]['siteId'][],
  fromOn: string,
): Promise<{ first: string; last: string } | null> {
  const spans = []
  for (const metricId of metricIds) spans.push(await findSpan(db, metricId, siteIds, fromOn))
  const found = spans.filter((span) => span !== null)
  const firsts = found.map(({ first }) => first).sort()
  const lasts = found.map(({ last }) => last).sort()
  const [first, last] = [firsts[0], lasts.at(-1)]
  return first === undefined || last === undefined ? null : { first, last }
}

/** The first period that is read, as far back as there are figures: what is missing before that is history. */
export function historyFrom(outcomesOn: string, every: Every): string {
  return addPeriods(outcomesOn, every, -periodsLooked[every])
}
