import { z } from 'zod'
import { endpoint } from '#platform/anywhere/endpoint.ts'
import { limits } from '#platform/anywhere/limits.ts'
import { day, instant } from '#platform/anywhere/time.ts'
import { MetricId } from '#product/metric/metric.ts'
import { SheetId } from '#product/sheet/sheet.ts'
import { Site, SiteId } from '#product/site/site.ts'
import { ImportPreview } from './import-preview.ts'
import { Correction, Import, ImportColumns, ImportId, Measurement, SiteSeries } from './measurement.ts'
import { SiteState } from './site-state.ts'

const Value = Measurement.shape.value
const Denominator = Measurement.shape.denominator

/** A large import on its way. */
export const ImportTask = z.strictObject({
  id: ImportId,
  metricId: MetricId,
  sheetId: SheetId,
  askedAt: instant,
  state: z.enum(['waiting', 'done', 'failed']),
  rowsDone: z.int().min(0),
  rowsTotal: z.int().min(0),
  /** Why nothing was stored, when it failed. */
  problem: z.string().nullable(),
})
export type ImportTask = z.output<typeof ImportTask>

const FromSheet = z.strictObject({
  id: MetricId,
  sheetId: SheetId,
  columns: ImportColumns,
  /** What kind of site the names become that nobody knows yet. Null refuses their rows. */
  newSites: Site.shape.kind.nullable().default(null),
})

/** Corrections as pages show them: with who made them, when and how. */
export const CorrectionShown = Correction.extend({
  byId: Import.shape.byId,
  at: Import.shape.at,
  source: Import.shape.source,
})

export const measurementApi = {
  add: endpoint({
    method: 'POST',
    path: '/measurements',
    policy: 'measurement.add',
    bodyLimit: limits.figuresBody,
    input: z.strictObject({
      metricId: MetricId,
      rows: z
        .array(
          z.strictObject({
            /** The name of a site in any spelling, or its id. */
            site: z.string().trim().min(1).max(200),
            /** Such as 2026-W48, 2026-11 or 2026-11-24. */
            period: z.string().trim().min(1).max(40),
            value: Value,
            denominator: Denominator.default(null),
          }),
        )
        .min(1)
        .max(limits.figuresAtOnce),
    }),
    output: Import,
    says: 'Bring up to 10,000 figures of a metric. What is there already stays, what differs is corrected; the answer names each row that was refused.',
  }),
  enter: endpoint({
    method: 'POST',
    path: '/metrics/:id/figures',
    policy: 'measurement.add',
    input: z.strictObject({
      id: MetricId,
      siteId: SiteId,
      on: day,
      value: Value,
      denominator: Denominator.default(null),
    }),
    output: Import,
    says: 'Enter one figure, or correct it. `on` is a day of its period.',
  }),
  remove: endpoint({
    method: 'POST',
    path: '/metrics/:id/removals',
    policy: 'measurement.add',
    input: z.strictObject({ id: MetricId, siteId: SiteId, on: day }),
    output: Import,
    says: 'Take back a figure that belongs nowhere. What it was stays among the corrections.',
  }),
  latest: endpoint({
    method: 'GET',
    path: '/measurements/latest',
    policy: 'measurement.read',
    input: z.strictObject({}),
    output: z.array(Import.pick({ metricId: true, at: true, byId: true })),
    says: 'When figures of each metric came last, and from whom.',
  }),
  series: endpoint({
    method: 'GET',
    path: '/metrics/:id/series',
    policy: 'measurement.read',
    input: z.strictObject({
      id: MetricId,
      /** Ids of sites with commas between them, at most 200. Without it all sites. */
      siteIds: z
        .string()
        .regex(/^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,199}$/)
        .optional(),
      /** Both included. A long history is read a stretch at a time. */
      fromOn: day.optional(),
      toOn: day.optional(),
    }),
    output: z.array(SiteSeries),
    says: 'The figures of a metric, site by site, earliest first: at most 50,000, so ask for a stretch of time.',
  }),
  states: endpoint({
    method: 'GET',
    path: '/metrics/:id/states',
    policy: 'measurement.read',
    watches: ['site', 'metric'],
    input: z.strictObject({ id: MetricId }),
    output: z.array(SiteState),
    says: 'How a metric stands at each site: its latest figures, and what is missing, late or far off.',
  }),
  preview: endpoint({
    method: 'POST',
    path: '/metrics/:id/import-previews',
    policy: 'measurement.read',
    reads: true,
    watches: ['site'],
    input: FromSheet,
    output: ImportPreview,
    says: 'What an import of a sheet would add, leave, correct and refuse. Stores nothing.',
  }),
  import: endpoint({
    method: 'POST',
    path: '/metrics/:id/imports',
    policy: 'measurement.add',
    input: FromSheet,
    output: z.strictObject({ import: Import.nullable(), task: ImportTask.nullable() }),
    says: 'Store the figures of a sheet, all or none. A large one is worked off later: then the answer is a task.',
  }),
  imports: endpoint({
    method: 'GET',
    path: '/metrics/:id/imports',
    policy: 'measurement.read',
    input: z.strictObject({ id: MetricId }),
    output: z.array(Import),
    says: 'Who brought figures of a metric, when and how, and what became of the rows. Newest first.',
  }),
  tasks: endpoint({
    method: 'GET',
    path: '/metrics/:id/import-tasks',
    policy: 'measurement.read',
    input: z.strictObject({ id: MetricId }),
    output: z.array(ImportTask),
    says: 'Large imports of the last day: how far they are, and what stopped them.',
  }),
  corrections: endpoint({
    method: 'GET',
    path: '/metrics/:id/corrections',
    policy: 'measurement.read',
    input: z.strictObject({ id: MetricId }),
    output: z.array(CorrectionShown),
    says: 'Figures that were corrected: what they were, what they became, who did it and when. Newest first.',
  }),
}
