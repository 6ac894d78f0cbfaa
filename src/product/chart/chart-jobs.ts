import { z } from 'zod'
import { type Job, job } from '#platform/job.ts'
import { MetricId } from '#product/metric/metric.ts'
import { findMetric } from '#product/metric/metric-store.ts'
import { tell } from '#product/notice/notice-store.ts'
import { findSites } from '#product/site/site-store.ts'
import { chartPath, usualDrawing } from './chart.ts'
import { countingEntries, latestSettings, noteTold, readManySeries } from './chart-store.ts'
import { drawSeries } from './draw-series.ts'
import { standOf } from './stand-of.ts'

/**
 * Tells the owner of a metric of signals for the worse that have just come, once each: a run that goes on is not told
 * again, and neither is what happened long before its figures came.
 */
export const tellOfWorse = job({
  name: 'chart.tell-of-worse',
  on: ['measurement.changed'],
  input: z.object({ metricId: MetricId }),
  async run({ metricId }, context) {
    const { db, now } = context
    const metric = await findMetric(db, metricId)
    if (metric.ownerId === null) return
    const personId = metric.ownerId
    const drawing = (await latestSettings(db, [metricId])).get(metricId) ?? usualDrawing
    const entries = await countingEntries(db, [metricId])
    const worse = (await readManySeries(db, { metricId })).flatMap(({ siteId, points }) => {
      const own = entries.filter((entry) => entry.siteId === null || entry.siteId === siteId)
      const drawn = drawSeries(metric, points, drawing, own)
      const { stand, standsBy } = standOf(drawn)
      const signal = stand === 'worse' && standsBy !== null ? drawn.signals[standsBy] : undefined
      // With figures still too few for limits, every second chart would cry wolf.
      if (!signal || drawn.phases.at(-1)?.isProvisional) return []
      return [{ metricId, siteId, rule: signal.rule, fromOn: signal.fromOn, personId, at: now }]
    })
    const fresh = await noteTold(db, worse)
    if (fresh.length === 0) return
    const sites = await findSites(
      db,
      fresh.map(({ siteId }) => siteId),
    )
    const names = sites.map(({ name }) => name).sort()
    const [only] = sites
    const isOne = sites.length === 1 && only !== undefined
    await tell(context, [personId], {
      message: isOne ? 'chart.told-one' : 'chart.told-many',
      messageValues: { metric: metric.name, sites: firstOf(names), count: String(names.length) },
      href: hrefOf(metricId, isOne ? only.id : null),
    })
  },
})

export const chartJobs: readonly Job[] = [tellOfWorse]

/** Three names say where to look; the wall has them all. */
function firstOf(names: readonly string[]): string {
  return names.length > 3 ? `${names.slice(0, 3).join(', ')} …` : names.join(', ')
}

function hrefOf(metricId: MetricId, siteId: string | null): string {
  return siteId === null ? `/measures/${metricId}/charts` : chartPath(metricId, siteId)
}
