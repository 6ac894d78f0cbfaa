import { z } from 'zod'
import { endpoint } from '#platform/anywhere/endpoint.ts'
import { Metric, MetricArrangement, MetricChange, MetricDefinition, MetricId, NewMetric } from './metric.ts'

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
  find: endpoint({
    method: 'GET',
    path: '/metrics/:id',
    policy: 'metric.read',
    input: z.strictObject({ id: MetricId }),
    output: Metric,
    says: 'One metric.',
  }),
  arrange: endpoint({
    method: 'PUT',
    path: '/metrics/:id/arrangement',
    policy: 'metric.arrange',
    input: MetricArrangement.extend({ id: MetricId }),
    output: Metric,
    says: 'Say what kind of figure a metric is, how often it is measured, and who looks after it. Kind and period stay once there are figures.',
  }),
  definitions: endpoint({
    method: 'GET',
    path: '/metrics/:id/definitions',
    policy: 'metric.read',
    input: z.strictObject({ id: MetricId }),
    output: z.array(MetricDefinition),
    says: 'What a metric means and has meant, newest version first.',
  }),
  define: endpoint({
    method: 'POST',
    path: '/metrics/:id/definitions',
    policy: 'metric.define',
    input: MetricDefinition.pick({ says: true, because: true, fromOn: true }).extend({
      id: MetricId,
      /** The version before you as you read it; 0 when there is none yet. */
      seenVersion: z.int().min(0),
    }),
    output: MetricDefinition,
    says: 'Say what counts and what does not, from a day on. Every chart shows the day; earlier versions stay.',
  }),
}
