import type { Database } from '#platform/database.ts'
import type { MetricId } from '#product/metric/metric.ts'
import { keepMetric } from '#product/metric/metric-store.ts'
import type { PlanBody } from './plan-body.ts'

/** A measure as a plan freezes it. Its worth stays outside: money may be priced anew, what is measured may not. */
export async function metricIn(db: Database, metricId: MetricId): Promise<PlanBody['metric']> {
  const { id, name, unit, better, kind } = await keepMetric(db, metricId)
  return { id, name, unit, better, kind }
}
