import { z } from 'zod'
import { day } from '#platform/anywhere/time.ts'
import { SiteId } from '#product/site/site.ts'

const limit = z.number().nullable()

/** The sites of a metric at one time, each against the limits that its own size deserves. No ranking. */
export const Funnel = z.strictObject({
  fromOn: day.nullable(),
  toOn: day.nullable(),
  /** What all sites together have. Null without figures. */
  target: limit,
  /** How much wider than chance alone sites lie; 1 when chance is all. */
  phi: limit,
  /** The standard deviation between sites that are on target. */
  tau: limit,
  reason: z.enum(['no-units', 'no-events', 'all-events']).nullable(),
  sites: z.array(
    z.strictObject({
      siteId: SiteId,
      count: z.number(),
      size: z.number(),
      value: limit,
      low: limit,
      high: limit,
      farLow: limit,
      farHigh: limit,
      outside: z.enum(['far', 'near']).nullable(),
    }),
  ),
  /** The limits by size, for drawing: from the smallest site to the largest. */
  curve: z.array(
    z.strictObject({ size: z.number(), low: z.number(), high: z.number(), farLow: z.number(), farHigh: z.number() }),
  ),
})
export type Funnel = z.output<typeof Funnel>
