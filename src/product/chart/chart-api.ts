import { z } from 'zod'
import { endpoint } from '#platform/anywhere/endpoint.ts'
import { day } from '#platform/anywhere/time.ts'
import { MetricId } from '#product/metric/metric.ts'
import { Site, SiteId } from '#product/site/site.ts'
import {
  Chart,
  ChartEntry,
  ChartSetting,
  chartMethods,
  chartStands,
  EntryId,
  EntryShown,
  NewEntry,
  ruleSets,
  Withdrawal,
} from './chart.ts'
import { Funnel } from './funnel.ts'
import { Wall } from './wall.ts'

const page = z
  .string()
  .regex(/^[1-9]\d{0,3}$/)
  .optional()
const watches = ['measurement', 'metric', 'site']

export const chartApi = {
  find: endpoint({
    method: 'GET',
    path: '/metrics/:id/chart',
    policy: 'chart.read',
    watches,
    input: z.strictObject({
      id: MetricId,
      /** Without it all sites together. */
      siteId: SiteId.optional(),
      /** Another look for this once; without them as the metric is charted. */
      rules: z.enum(ruleSets).optional(),
      method: z.enum(chartMethods).optional(),
    }),
    output: Chart,
    says: 'The control chart of a metric at a site, or of all sites together: figures, limits by phase, and every signal with its reason in words.',
  }),
  wall: endpoint({
    method: 'GET',
    path: '/metrics/:id/charts',
    policy: 'chart.read',
    watches,
    input: z.strictObject({
      id: MetricId,
      stand: z.enum(chartStands).optional(),
      kind: Site.shape.kind.optional(),
      page,
    }),
    output: Wall,
    says: 'Small charts of a metric at every site, 24 a page, on one scale; what needs attention first. No ranking.',
  }),
  ofSite: endpoint({
    method: 'GET',
    path: '/sites/:id/charts',
    policy: 'chart.read',
    watches,
    input: z.strictObject({ id: SiteId, stand: z.enum(chartStands).optional(), page }),
    output: Wall,
    says: 'Small charts of every metric at a site, 24 a page; what needs attention first.',
  }),
  funnel: endpoint({
    method: 'GET',
    path: '/metrics/:id/funnel',
    policy: 'chart.read',
    watches,
    input: z.strictObject({ id: MetricId, fromOn: day.optional(), toOn: day.optional() }),
    output: Funnel,
    says: 'The sites of a share or a rate side by side over a year or other days, each against limits by its size, widened for real differences.',
  }),
  entries: endpoint({
    method: 'GET',
    path: '/metrics/:id/chart-entries',
    policy: 'chart.read',
    input: z.strictObject({ id: MetricId }),
    output: z.array(EntryShown),
    says: 'What was ever written on the charts of a metric, newest first, and what was taken back and why.',
  }),
  write: endpoint({
    method: 'POST',
    path: '/metrics/:id/chart-entries',
    policy: 'chart.write',
    input: NewEntry.extend({ id: MetricId }),
    output: ChartEntry,
    says: 'Write why a period is as it is, record a change, or freeze the stretch that limits are learnt from. Whoever moves limits looks after the metric.',
  }),
  withdraw: endpoint({
    method: 'POST',
    path: '/chart-entries/:id/withdrawals',
    policy: 'chart.write',
    input: z.strictObject({ id: EntryId, reason: Withdrawal.shape.reason }),
    output: Withdrawal,
    says: 'Take back what one wrote on a chart. It stays in the log, with the reason.',
  }),
  settings: endpoint({
    method: 'GET',
    path: '/metrics/:id/chart-settings',
    policy: 'chart.read',
    input: z.strictObject({ id: MetricId }),
    output: z.array(ChartSetting),
    says: 'How the charts of a metric are drawn and were drawn before, newest version first.',
  }),
  set: endpoint({
    method: 'POST',
    path: '/metrics/:id/chart-settings',
    policy: 'chart.arrange',
    input: ChartSetting.pick({ method: true, rules: true, together: true }).extend({
      id: MetricId,
      /** The version before you as you read it; 0 when there is none yet. */
      seenVersion: z.int().min(0),
    }),
    output: ChartSetting,
    says: 'Choose the chart and the rules of a metric, for everybody and from now on.',
  }),
}
