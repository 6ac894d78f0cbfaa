import type { Serve } from '#platform/http.ts'
import type { MetricId } from './metric.ts'
import { metricApi } from './metric-api.ts'
import { addMetric, findMetric, listMetrics, storeMetric } from './metric-store.ts'

export function metricRoutes(serve: Serve): void {
  serve(metricApi.list, (_input, { db }) => listMetrics(db))

  serve(metricApi.add, async (asked, { db, newId, now, emit }) => {
    const metric = { ...asked, id: newId<MetricId>(), createdAt: now }
    await addMetric(db, metric)
    await emit('metric.changed', { id: metric.id })
    return metric
  })

  serve(metricApi.change, async ({ id, unit, worthMinor }, { db, emit }) => {
    const metric = { ...(await findMetric(db, id)), unit, worthMinor }
    await storeMetric(db, metric)
    await emit('metric.changed', { id })
    return metric
  })
}
