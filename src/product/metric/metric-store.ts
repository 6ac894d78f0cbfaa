import { limits } from '#platform/anywhere/limits.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import type { Database } from '#platform/database.ts'
import type { Metric, MetricDefinition, MetricId } from './metric.ts'

declare module '#platform/database.ts' {
  interface Tables {
    metric: Metric
    metricDefinition: MetricDefinition
  }
}

declare module '#platform/outbox.ts' {
  interface Events {
    'metric.changed': { id: MetricId }
  }
}

/** @throws {Problem} `not-found`. */
export async function findMetric(db: Database, id: MetricId): Promise<Metric> {
  const metric = await db.selectFrom('metric').selectAll().where('id', '=', id).executeTakeFirst()
  if (!metric) throw new Problem('not-found', 'metric.none')
  return metric
}

/**
 * The same, and its unit stays until the end of the transaction: for whoever writes it down.
 * @throws {Problem} `not-found`.
 */
export async function keepMetric(db: Database, id: MetricId): Promise<Metric> {
  const metric = await db.selectFrom('metric').selectAll().where('id', '=', id).forKeyShare().executeTakeFirst()
  if (!metric) throw new Problem('not-found', 'metric.none')
  return metric
}

/** Waits for everybody who keeps a metric, and lets nobody else until the end of the transaction. */
export async function lockMetric(db: Database, id: MetricId): Promise<void> {
  await db.selectFrom('metric').select('id').where('id', '=', id).forUpdate().execute()
}

/** By name, at most `limits.listPage`. */
export function listMetrics(db: Database): Promise<Metric[]> {
  return db.selectFrom('metric').selectAll().orderBy('name').orderBy('id').limit(limits.listPage).execute()
}

/** @throws {Problem} `out-of-step` when a metric has this name, in any case. */
export async function addMetric(db: Database, metric: Metric): Promise<void> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('metric')
    .values(metric)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) throw new Problem('out-of-step', 'metric.taken', { name: metric.name })
}

export async function storeMetric(db: Database, { id, unit, worthMinor }: Metric): Promise<void> {
  await db.updateTable('metric').set({ unit, worthMinor }).where('id', '=', id).execute()
}

export async function storeArrangement(db: Database, { id, kind, every, ownerId }: Metric): Promise<void> {
  await db.updateTable('metric').set({ kind, every, ownerId }).where('id', '=', id).execute()
}

/** Newest version first. */
export function listDefinitions(db: Database, metricId: MetricId): Promise<MetricDefinition[]> {
  return db
    .selectFrom('metricDefinition')
    .selectAll()
    .where('metricId', '=', metricId)
    .orderBy('version', 'desc')
    .limit(limits.listPage)
    .execute()
}

/** @throws {Problem} `out-of-step` when somebody wrote this version first. */
export async function addDefinition(db: Database, definition: MetricDefinition): Promise<void> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('metricDefinition')
    .values(definition)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) throw new Problem('out-of-step', 'metric.defined-meanwhile')
}
