import { dayOf } from '#platform/anywhere/time.ts'
import type { Serve } from '#platform/http.ts'
import { findWorkspace } from '#product/workspace/workspace-store.ts'
import { firstDefinition, type MetricId } from './metric.ts'
import { metricApi } from './metric-api.ts'
import { addDefinition, addMetric, listMetrics } from './metric-store.ts'

/** Changing a metric is answered by the plan (`plan-routes.ts`): its unit stays once a frozen plan counts in it. */
export function metricRoutes(serve: Serve): void {
  serve(metricApi.list, (_input, { db }) => listMetrics(db))

  serve(metricApi.add, async ({ says, ...asked }, { db, signed, newId, now, emit, demand }) => {
    // Whoever plans names what is measured; what it is worth turns everybody's effects into money.
    if (asked.worthMinor !== null) demand('metric.change')
    const metric = { ...asked, id: newId<MetricId>(), createdAt: now }
    await addMetric(db, metric)
    if (says !== null) {
      const fromOn = dayOf(now, (await findWorkspace(db)).timeZone)
      await addDefinition(db, firstDefinition(metric, says, { fromOn, byId: signed.personId, at: now }))
    }
    await emit('metric.changed', { id: metric.id })
    return metric
  })
}
