import { dayOf } from '#platform/anywhere/time.ts'
import type { Serve } from '#platform/http.ts'
import { findPerson } from '#product/person/person-store.ts'
import { findWorkspace } from '#product/workspace/workspace-store.ts'
import { firstDefinition, type MetricId, nextDefinition } from './metric.ts'
import { metricApi } from './metric-api.ts'
import { addDefinition, addMetric, findMetric, listDefinitions, listMetrics } from './metric-store.ts'

/**
 * Two of its endpoints are answered by later nouns: changing it by the plan (its unit stays once a frozen plan counts in
 * it), arranging it by the measurement (kind and period stay once there are figures).
 */
export function metricRoutes(serve: Serve): void {
  serve(metricApi.list, (_input, { db }) => listMetrics(db))

  serve(metricApi.add, async ({ says, ...asked }, { db, signed, newId, now, emit, demand }) => {
    // Whoever plans names what is measured; what it is worth turns everybody's effects into money.
    if (asked.worthMinor !== null) demand('metric.change')
    if (asked.ownerId !== null) await findPerson(db, asked.ownerId)
    // Whoever names it looks after it, until somebody else does.
    const metric = { ...asked, ownerId: asked.ownerId ?? signed.personId, id: newId<MetricId>(), createdAt: now }
    await addMetric(db, metric)
    if (says !== null) {
      const fromOn = dayOf(now, (await findWorkspace(db)).timeZone)
      await addDefinition(db, firstDefinition(metric, says, { fromOn, byId: signed.personId, at: now }))
    }
    await emit('metric.changed', { id: metric.id })
    return metric
  })

  serve(metricApi.find, ({ id }, { db }) => findMetric(db, id))

  serve(metricApi.definitions, async ({ id }, { db }) => {
    await findMetric(db, id)
    return listDefinitions(db, id)
  })

  serve(metricApi.define, async ({ id, fromOn, ...written }, { db, signed, now, demand, emit }) => {
    const metric = await findMetric(db, id)
    demand('metric.define', { ownerId: metric.ownerId })
    const [before = null] = await listDefinitions(db, id)
    const definition = nextDefinition(metric, before, written, { fromOn, byId: signed.personId, at: now })
    await addDefinition(db, definition)
    await emit('metric.changed', { id })
    return definition
  })
}
