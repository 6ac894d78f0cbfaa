import { analyseStaggered } from '#lib/stats/analyse/analyse-staggered.ts'
import type { StaggeredUnit } from '#lib/stats/staggered/staggered-panel.ts'
import type { Database } from '#platform/database.ts'
import { figureOf, type SiteSeries } from '#product/measurement/measurement.ts'
import { readSeries } from '#product/measurement/measurement-store.ts'
import type { PlanBody } from '#product/plan/plan-body.ts'
import { siteKey } from '#product/site/site.ts'
import { findSitesNamed } from '#product/site/site-store.ts'
import type { RollOutShown, SpreadEffect } from './roll-out-api.ts'

const nothing = { estimate: null, low: null, high: null, live: 0, waiting: 0, periods: 0 }

/**
 * The effect of a change as it spreads: group-time effects by the day on which it came into use at each site, sites
 * that do not have it yet as the comparison. From the workspace's own figures of the trial's metric.
 */
export async function spreadEffect(
  db: Database,
  rollOut: RollOutShown,
  { metric, seed }: PlanBody,
): Promise<SpreadEffect> {
  const known = await findSitesNamed(
    db,
    rollOut.sites.map(({ name }) => name),
  )
  const ids = [...known.values()].map(({ id }) => id)
  if (ids.length === 0) return { ...nothing, reason: 'no-figures' }
  const series = await readSeries(db, { metricId: metric.id, siteIds: ids })
  const byId = new Map(series.map((each) => [each.siteId, each]))
  const sites = rollOut.sites.flatMap(({ name, standing }) => {
    const found = byId.get(known.get(siteKey(name))?.id as SiteSeries['siteId'])
    // Since when is not known: neither with the change nor without it.
    const isOpen = standing.state === 'live' && standing.liveOn === null
    if (!found || isOpen || standing.state === 'given-up') return []
    return [{ name, since: standing.liveOn, points: found.points }]
  })
  return effectOf(sites, { better: metric.better, seed })
}

/** @param sites With the day on which the change came into use; null where it has not. */
export function effectOf(
  sites: readonly { name: string; since: string | null; points: SiteSeries['points'] }[],
  question: { better: PlanBody['metric']['better']; seed: number },
): SpreadEffect {
  const days = [...new Set(sites.flatMap(({ points }) => points.map(({ on }) => on)))].sort()
  if (days.length === 0) return { ...nothing, reason: 'no-figures' }
  const units = sites.map(({ name, since, points }): StaggeredUnit => {
    const values = new Map(points.map((point) => [point.on, figureOf(point)]))
    const start = since === null ? -1 : days.findIndex((day) => day >= since)
    return { name, since: start < 0 ? null : start, values: days.map((day) => values.get(day) ?? null) }
  })
  const live = units.filter(({ since }) => since !== null).length
  const counted = { live, waiting: units.length - live, periods: days.length }
  if (live === 0) return { ...nothing, ...counted, reason: 'none-live' }
  const answer = analyseStaggered(units, { ...question, planned: 'none', randomised: false, aggregation: 'group' })
  if ('refused' in answer) return { ...nothing, ...counted, reason: live === units.length ? 'all-live' : 'no-answer' }
  const { estimate, low, high } = answer
  return { ...counted, reason: null, estimate, low, high }
}
