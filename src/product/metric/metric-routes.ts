import type { Serve } from '#platform/http.ts'
import type { MetricId } from './metric.ts'
import { metricApi } from './metric-api.ts'
import { addMetric, listMetrics } from './metric-store.ts'

/** Changing a metric is answered by the plan (`plan-routes.ts`): its unit stays once a frozen plan counts in it. */
export function metricRoutes(serve: Serve): void {
  serve(metricApi.list, (_input, { db }) => listMetrics(db))

  serve(metricApi.add, async (asked, { db, newId, now, emit, demand }) => {
    // Whoever plans names what is measured; what it is worth turns everybody's effects into money.
    if (asked.worthMinor !== null) demand('metric.change')
    const metric = { ...asked, id: newId<MetricId>(), createdAt: now }
    await addMetric(db, metric)
    await emit('metric.changed', { id: metric.id })
    return metric
  })
}
