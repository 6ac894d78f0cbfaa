import { z } from 'zod'
import { day, instant } from '#platform/anywhere/time.ts'
import { Metric, MetricId } from '#product/metric/metric.ts'
import { SiteId } from '#product/site/site.ts'

/** What a trial still lacks, and who enters it. */
export const TrialGaps = z.strictObject({
  every: Metric.shape.every,
  /** Periods that should have figures by now, and figures that are missing in all. */
  expected: z.int().min(0),
  missing: z.int().min(0),
  /** Measures at sites that lack something; `gaps` gives the first 50, those that lack most first. */
  places: z.int().min(0),
  gaps: z.array(
    z.strictObject({
      metricId: MetricId,
      metric: z.string(),
      siteId: SiteId,
      site: z.string(),
      count: z.int().min(1),
      /** The latest 12. */
      ons: z.array(day),
      /** Whose people enter it, and who knows what it means. Null: nobody is named. */
      team: z.string().nullable(),
      owner: z.string().nullable(),
    }),
  ),
  /** When the newest figures were taken over last; null: not yet. */
  takenAt: instant.nullable(),
})
export type TrialGaps = z.output<typeof TrialGaps>
