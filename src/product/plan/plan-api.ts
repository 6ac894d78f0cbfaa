import { z } from 'zod'
import { endpoint } from '#platform/anywhere/endpoint.ts'
import { MetricId } from '#product/metric/metric.ts'
import { Person } from '#product/person/person.ts'
import { Sheet, SheetDoubt, SheetRow } from '#product/sheet/sheet.ts'
import { SiteId } from '#product/site/site.ts'
import { Trial, TrialId, TrialSheet, TrialShown } from '#product/trial/trial.ts'
import { Draft, DraftBody } from './draft.ts'
import { HistoryAsked } from './measured/history-asked.ts'
import { TrialGaps } from './measured/trial-gaps.ts'
import { Plan, PlanChanges } from './plan.ts'
import { PlanDifference } from './plan-difference.ts'
import { PlanPreview } from './plan-preview.ts'
import { TrialSpan } from './trial-span.ts'

const OfTrial = z.strictObject({ id: TrialId })

/** A version of a plan as pages show it. */
export const PlanShown = Plan.extend({
  frozenByName: Person.shape.name,
  /** Against the version before; empty for the first. */
  differences: z.array(PlanDifference),
})
export type PlanShown = z.output<typeof PlanShown>

export const TrialSheetShown = TrialSheet.extend({
  name: Sheet.shape.name,
  sha256: Sheet.shape.sha256,
  addedByName: Person.shape.name,
})
export type TrialSheetShown = z.output<typeof TrialSheetShown>

/** What the sheets of a trial and its plan do not agree on; says how many sites, and the first of them. */
export const PlanDoubt = z.strictObject({
  code: z.enum(['strangers', 'regrouped', 'silent', 'newcomers', 'moved']),
  count: z.int().min(1),
  site: z.string(),
})
export type PlanDoubt = z.output<typeof PlanDoubt>

/** The figures of a trial so far, all its sheets together. */
export const TrialSeries = z.strictObject({
  preview: PlanPreview,
  planDoubts: z.array(PlanDoubt),
  sheetDoubts: z.array(z.strictObject({ sheetId: Sheet.shape.id, doubts: z.array(SheetDoubt) })),
})
export type TrialSeries = z.output<typeof TrialSeries>

/** The table of a draft as its design reads it. */
export const PlanRead = z.strictObject({
  preview: PlanPreview,
  doubts: z.array(SheetDoubt),
  /** Periods before the change, and with it, that have a figure; of a split, units. */
  times: z.strictObject({ before: z.int(), after: z.int() }),
  /** From which period on a pilot can be stopped, by how many sites it has; null in it: not before its end. */
  stopsFrom: z.strictObject({ harm: z.int().nullable(), success: z.int().nullable() }).nullable(),
})
export type PlanRead = z.output<typeof PlanRead>

export const planApi = {
  draft: endpoint({
    method: 'GET',
    path: '/trials/:id/plan',
    policy: 'plan.read',
    watches: ['trial'],
    input: OfTrial,
    output: Draft.nullable(),
    says: 'The plan of a trial while it is a draft, an empty one before the first save; null once it is frozen.',
  }),
  save: endpoint({
    method: 'PUT',
    path: '/trials/:id/plan',
    policy: 'trial.plan',
    auditsRefusals: true,
    input: DraftBody.extend({ id: TrialId, revision: Draft.shape.revision }),
    output: Draft,
    says: 'Save a draft, with anything still missing. `revision` is the one you have seen; a save on top of another is refused.',
  }),
  makeHistory: endpoint({
    method: 'POST',
    path: '/trials/:id/histories',
    policy: 'trial.plan',
    auditsRefusals: true,
    input: HistoryAsked.extend({ id: TrialId, revision: Draft.shape.revision }),
    output: Draft,
    says: "Write the history of a draft's sites from the workspace's own measurements, with who gets the change. Columns, start and sites follow by themselves.",
  }),
  freeze: endpoint({
    method: 'POST',
    path: '/trials/:id/freezings',
    policy: 'trial.plan',
    auditsRefusals: true,
    input: OfTrial.extend({ revision: Draft.shape.revision }),
    output: z.strictObject({ trial: TrialShown, plan: PlanShown }),
    says: 'Freeze the draft as version 1. A look back ends at once and is measured; a trial planned first waits for its start.',
  }),
  list: endpoint({
    method: 'GET',
    path: '/trials/:id/plans',
    policy: 'plan.read',
    watches: ['trial'],
    input: OfTrial,
    output: z.array(PlanShown),
    says: 'Every frozen version of a plan, the first one first: who froze it, when, why, its hash, and what it changed.',
  }),
  change: endpoint({
    method: 'POST',
    path: '/trials/:id/plans',
    policy: 'trial.plan',
    auditsRefusals: true,
    input: OfTrial.extend({
      /** The version that is changed: the latest one you have seen. */
      version: Plan.shape.version,
      changes: PlanChanges,
      reason: z.string().trim().min(3).max(2000),
    }),
    output: PlanShown,
    says: 'Freeze a new version of a plan, with a reason. The earlier ones stay readable; sites go only by name, in `without`.',
  }),
  sheets: endpoint({
    method: 'GET',
    path: '/trials/:id/sheets',
    policy: 'plan.read',
    watches: ['trial'],
    input: OfTrial,
    output: z.array(TrialSheetShown),
    says: 'The sheets that a trial is measured on, in the order they came.',
  }),
  addSheet: endpoint({
    method: 'POST',
    path: '/trials/:id/sheets',
    policy: 'trial.plan',
    auditsRefusals: true,
    input: OfTrial.extend({ sheetId: Sheet.shape.id }),
    output: z.array(TrialSheetShown),
    says: 'Add outcomes to a running trial: a sheet with the columns of the plan. Where it has a figure that another sheet has too, it counts.',
  }),
  takeOver: endpoint({
    method: 'POST',
    path: '/trials/:id/takeovers',
    policy: 'trial.plan',
    auditsRefusals: true,
    input: OfTrial,
    output: z.strictObject({ isNew: z.boolean() }),
    says: 'Take over the newest measurements of a running trial, corrections too. It also happens by itself, a few minutes after they came.',
  }),
  gaps: endpoint({
    method: 'GET',
    path: '/trials/:id/gaps',
    policy: 'plan.read',
    watches: ['trial', 'measurement', 'site'],
    input: OfTrial,
    output: TrialGaps,
    says: 'Which figures of a trial are missing, by measure and site, and who enters them.',
  }),
  series: endpoint({
    method: 'GET',
    path: '/trials/:id/series',
    policy: 'plan.read',
    input: OfTrial,
    output: TrialSeries,
    says: 'The figures of a trial so far: each group over time, some sites, and what does not fit.',
  }),
  preview: endpoint({
    method: 'POST',
    path: '/trials/:id/plan/previews',
    policy: 'plan.read',
    reads: true,
    input: DraftBody.extend({ id: TrialId, design: Trial.shape.design.optional() }),
    output: PlanRead,
    says: 'Read the table of a draft by its design: who is compared with whom, the raw figures, and doubts. Stores nothing.',
  }),
  figure: endpoint({
    method: 'GET',
    path: '/trials/:id/figures',
    policy: 'plan.read',
    input: OfTrial.extend({ site: z.string().max(1000), period: z.string().max(200).default('') }),
    output: z.strictObject({
      value: z.number().nullable(),
      sheetId: Sheet.shape.id,
      sheetName: Sheet.shape.name,
      /** How many rows, of which the first 100 are given. */
      count: z.int(),
      columns: z.array(z.string()),
      rows: z.array(SheetRow),
    }),
    says: 'The rows behind one figure: a site and a period, or a unit, as they stand in the sheet it is from.',
  }),
  onMetric: endpoint({
    method: 'GET',
    path: '/metrics/:id/trials',
    policy: 'plan.read',
    watches: ['trial', 'site'],
    input: z.strictObject({
      id: MetricId,
      /** Without it wherever they are tried. */
      siteId: SiteId.optional(),
    }),
    output: z.array(TrialSpan),
    says: 'Trials of a metric that have begun, and from when to when the change was tried at a site; the earliest first.',
  }),
}
