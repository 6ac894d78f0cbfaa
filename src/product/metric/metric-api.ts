import { z } from 'zod'
import { endpoint } from '#platform/anywhere/endpoint.ts'
import { Metric, MetricChange, MetricId, NewMetric } from './metric.ts'

export const metricApi = {
  list: endpoint({
    method: 'GET',
    path: '/metrics',
    policy: 'metric.read',
    input: z.strictObject({}),
    output: z.array(Metric),
    says: 'Every metric, by name.',
  }),
  add: endpoint({
    method: 'POST',
    path: '/metrics',
    policy: 'metric.add',
    input: NewMetric,
    output: Metric,
    says: 'Name something that trials can measure. Only whoever may change a metric says what it is worth.',
  }),
  change: endpoint({
    method: 'PUT',
    path: '/metrics/:id',
    policy: 'metric.change',
    input: MetricChange.extend({ id: MetricId }),
    output: Metric,
    says: 'Say what one unit of a metric is worth, and in which unit it is counted until a frozen plan counts in it.',
  }),
}
