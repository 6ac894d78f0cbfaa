import { z } from 'zod'
import { day } from '#platform/anywhere/time.ts'
import { MetricId } from '#product/metric/metric.ts'
import { alsoMost, guardrailsMost } from '../plan-body.ts'
import { Assignment } from './assignment.ts'

/** What a trial on the workspace's own measurements needs said: nobody chooses columns. */
export const HistoryAsked = z.strictObject({
  metricId: MetricId,
  guardrails: z
    .array(z.strictObject({ metricId: MetricId, margin: z.number().min(0).nullable() }))
    .max(guardrailsMost)
    .default([]),
  /** A measure that the change cannot move. */
  controlId: MetricId.nullable().default(null),
  /** Measures that are only looked at. */
  alsoIds: z.array(MetricId).max(alsoMost).default([]),
  /** A day of the first period with the change; of waves, the first of them. */
  startsOn: day,
  assignment: Assignment,
})
export type HistoryAsked = z.output<typeof HistoryAsked>
