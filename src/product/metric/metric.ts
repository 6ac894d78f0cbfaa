import { z } from 'zod'
import { wholeNumber } from '#platform/anywhere/money.ts'
import { instant } from '#platform/anywhere/time.ts'

export const MetricId = z.uuid().brand<'MetricId'>()
export type MetricId = z.output<typeof MetricId>

/** A named measure: what is counted, in which unit, and which way is better. */
export const Metric = z.strictObject({
  id: MetricId,
  name: z.string().trim().min(1).max(80),
  unit: z.string().trim().min(1).max(40),
  better: z.enum(['higher', 'lower']),
  /**
   * What one unit of improvement is worth, in minor units of the workspace's currency (cents): at least 0, because
   * `better` already says the direction. Null when money does not fit.
   */
  worthMinor: wholeNumber.refine((minor) => minor >= 0n).nullable(),
  createdAt: instant,
})
export type Metric = z.output<typeof Metric>

export const NewMetric = Metric.pick({ name: true, unit: true, better: true, worthMinor: true })
export type NewMetric = z.output<typeof NewMetric>

/**
 * What may still change. Name and direction stay, or past results would mean something else; so does the unit once a
 * frozen plan counts in it.
 */
export const MetricChange = Metric.pick({ unit: true, worthMinor: true })
export type MetricChange = z.output<typeof MetricChange>
