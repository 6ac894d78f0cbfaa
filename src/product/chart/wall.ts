import { z } from 'zod'
import { day } from '#platform/anywhere/time.ts'
import { everies, MetricId } from '#product/metric/metric.ts'
import { SiteId } from '#product/site/site.ts'
import { chartMethods, chartStands, signalRules } from './chart.ts'

const numbers = z.array(z.number().nullable())

/** A chart as small as a stamp: lines, marks, and where it stands. */
export const SmallChart = z.strictObject({
  metricId: MetricId,
  siteId: SiteId,
  every: z.enum(everies),
  method: z.enum(chartMethods),
  stand: z.enum(chartStands),
  /** The signal that it speaks of. */
  signal: z
    .strictObject({
      rule: z.enum(signalRules),
      direction: z.enum(['above', 'below', 'rising', 'falling']).nullable(),
      count: z.int(),
      fromOn: day,
      toOn: day,
      /** In words, in the language of whoever asks. */
      reason: z.string(),
    })
    .nullable(),
  /** Somebody has written why, on one of its periods. */
  isExplained: z.boolean(),
  /** Periods shown, the first day of each, gaps included; on a chart of gaps those of its events. */
  ons: z.array(day),
  figures: numbers,
  centre: numbers,
  low: numbers,
  high: numbers,
  /** Places of signals, and which way each goes. */
  better: z.array(z.int()),
  worse: z.array(z.int()),
  pattern: z.array(z.int()),
  /** Places where recorded changes begin. */
  changes: z.array(z.int()),
})
export type SmallChart = z.output<typeof SmallChart>

export const Wall = z.strictObject({
  /** How many charts stand where, whatever is shown. */
  counts: z.record(z.enum(chartStands), z.int()),
  /** Charts that fit the filter, and pages of them. */
  total: z.int(),
  pages: z.int(),
  /** What is shown, what needs attention first. */
  charts: z.array(SmallChart),
  /**
   * Lowest and highest of all charts that fit the filter, so that every page has the same scale; beside it that of charts
   * of gaps, which count something else. Null without such charts, and for several metrics.
   */
  span: z.tuple([z.number(), z.number()]).nullable(),
  gapSpan: z.tuple([z.number(), z.number()]).nullable(),
  fromOn: day.nullable(),
  toOn: day.nullable(),
})
export type Wall = z.output<typeof Wall>
