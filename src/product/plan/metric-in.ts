import { Problem } from '#platform/anywhere/problem.ts'
import type { Database } from '#platform/database.ts'
import type { MetricId } from '#product/metric/metric.ts'
import { keepMetric } from '#product/metric/metric-store.ts'
import type { PlanBody } from './plan-body.ts'

/** A measure as a plan freezes it. Its worth stays outside: money may be priced anew, what is measured may not. */
export async function metricIn(db: Database, metricId: MetricId): Promise<PlanBody['metric']> {
  const { id, name, unit, better, kind } = await keepMetric(db, metricId)
  return { id, name, unit, better, kind }
}

/**
 * Whether columns and measure go together: a rate of people needs what it is divided by, and a quantile needs which.
 * @throws {Problem} `bad-input`.
 */
export function refuseWrongKind(kind: PlanBody['metric']['kind'], body: Partial<PlanBody>): void {
  if (body.design !== 'split') return
  const isDivided = kind === 'rate' || kind === 'ratio'
  if (isDivided && !body.columns?.denominator) throw refused('plan.no-denominator', '#/columns/denominator')
  if (kind === 'quantile' && (body.quantile ?? null) === null) throw refused('plan.no-quantile', '#/quantile')
}

function refused(message: 'plan.no-denominator' | 'plan.no-quantile', pointer: string): Problem {
  return new Problem('bad-input', message, {}, [{ pointer, message }])
}
