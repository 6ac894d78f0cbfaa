import { z } from 'zod'
import { PersonId } from '#platform/anywhere/identity.ts'
import { limits } from '#platform/anywhere/limits.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import { instant } from '#platform/anywhere/time.ts'
import { MetricId } from '#product/metric/metric.ts'
import { ColumnName, PilotColumns, SplitColumns, StaggeredColumns } from '#product/sheet/columns.ts'
import { SheetId } from '#product/sheet/sheet.ts'
import { SiteId } from '#product/site/site.ts'
import { TrialId } from '#product/trial/trial.ts'
import {
  AlsoMeasure,
  alsoMost,
  BeforeAfterBody,
  bodies,
  type Design,
  Guardrail,
  guardrailsMost,
  Measured,
  PilotBody,
  SplitBody,
  StaggeredBody,
  SwitchbackBody,
} from './plan-body.ts'

const Name = ColumnName.nullable()
const Yes = z.strictObject({ column: Name, values: PilotColumns.shape.treated.shape.values })

const DraftGuardrail = z.strictObject({
  name: z.string().max(80),
  column: Name,
  better: Guardrail.shape.better,
  margin: z.number().min(0).nullable(),
})
export type DraftGuardrail = z.output<typeof DraftGuardrail>

/** The columns of every design at once, so that another design keeps what fits it. */
export const DraftColumns = z.strictObject({
  site: Name.default(null),
  period: Name.default(null),
  value: Name,
  denominator: Name.default(null),
  treated: Yes.default({ column: null, values: null }),
  received: Yes.default({ column: null, values: null }),
  start: Yes.extend({ says: StaggeredColumns.shape.start.shape.says }).default({
    column: null,
    values: null,
    says: 'period',
  }),
  weight: Name.default(null),
  arm: Name.default(null),
  unit: Name.default(null),
  pre: Name.default(null),
  segments: SplitColumns.shape.segments,
  dateOrder: PilotColumns.shape.dateOrder,
  numberStyle: PilotColumns.shape.numberStyle,
})
export type DraftColumns = z.output<typeof DraftColumns>

const DraftForecast = z.strictObject({ personId: PersonId, low: z.number().nullable(), high: z.number().nullable() })
export type DraftForecast = z.output<typeof DraftForecast>

const methods = z.enum([
  ...PilotBody.shape.method.unwrap().options,
  ...StaggeredBody.shape.method.unwrap().options,
  ...BeforeAfterBody.shape.method.unwrap().options,
])

const { isRandomised, draw, chosen, startsOn, endsOn, runsFor, stops } = PilotBody.shape

/** Everything that a plan of any design may say, in the order of the form: all of it may still be missing. */
export const draftParts = {
  question: z.string().max(500),
  metricId: MetricId.nullable(),
  worthHaving: PilotBody.shape.worthHaving,
  guardrails: z.array(DraftGuardrail).max(guardrailsMost),
  also: z.array(AlsoMeasure).max(alsoMost),
  control: z.strictObject({ name: z.string().max(80), column: Name }).nullable(),
  sheetId: SheetId.nullable(),
  columns: DraftColumns,
  since: z.string().max(40),
  arms: z.strictObject({ treated: z.string().max(200).nullable(), comparison: z.string().max(200).nullable() }),
  shares: SplitBody.shape.shares,
  quantile: SplitBody.shape.quantile,
  windowLength: SwitchbackBody.shape.windowLength,
  blockWindows: SwitchbackBody.shape.blockWindows,
  carryOver: SwitchbackBody.shape.carryOver,
  together: BeforeAfterBody.shape.together,
  transition: BeforeAfterBody.shape.transition,
  season: BeforeAfterBody.shape.season,
  slope: BeforeAfterBody.shape.slope,
  method: methods.nullable(),
  isRandomised,
  draw,
  chosen,
  startsOn,
  endsOn,
  runsFor,
  stops,
  forecasts: z.array(DraftForecast).max(50),
  /** Which sites take part, as long as no table of record is written. */
  siteIds: z.array(SiteId).max(limits.trialSites),
  /** Written by the server, with its table. Null: the figures are in a table that somebody brought. */
  measured: Measured.nullable(),
}

const DraftParts = z.strictObject(draftParts)
type DraftParts = z.output<typeof DraftParts>

export const emptyDraft: DraftParts = {
  question: '',
  metricId: null,
  worthHaving: null,
  guardrails: [],
  also: [],
  control: null,
  sheetId: null,
  columns: DraftColumns.parse({ value: null }),
  since: '',
  arms: { treated: null, comparison: null },
  shares: null,
  quantile: null,
  windowLength: 1,
  blockWindows: 2,
  carryOver: 0,
  together: 'add',
  transition: 0,
  season: null,
  slope: true,
  method: null,
  isRandomised: false,
  draw: null,
  chosen: null,
  startsOn: null,
  endsOn: null,
  runsFor: null,
  stops: { harm: true, futility: false, success: false, looks: 'weekly' },
  forecasts: [],
  siteIds: [],
  measured: null,
}

const usual = <Part extends keyof DraftParts>(part: Part) => draftParts[part]

/** A plan while it is being written: everything may still be missing, nothing that is there may be wrong in kind. */
export const DraftBody = z.strictObject({
  ...draftParts,
  also: usual('also').default(emptyDraft.also),
  control: usual('control').default(emptyDraft.control),
  arms: usual('arms').default(emptyDraft.arms),
  shares: usual('shares').default(emptyDraft.shares),
  quantile: usual('quantile').default(emptyDraft.quantile),
  windowLength: usual('windowLength').default(emptyDraft.windowLength),
  blockWindows: usual('blockWindows').default(emptyDraft.blockWindows),
  carryOver: usual('carryOver').default(emptyDraft.carryOver),
  together: usual('together').default(emptyDraft.together),
  transition: usual('transition').default(emptyDraft.transition),
  season: usual('season').default(emptyDraft.season),
  slope: usual('slope').default(emptyDraft.slope),
  method: usual('method').default(emptyDraft.method),
  draw: usual('draw').default(emptyDraft.draw),
  chosen: usual('chosen').default(emptyDraft.chosen),
  startsOn: usual('startsOn').default(emptyDraft.startsOn),
  endsOn: usual('endsOn').default(emptyDraft.endsOn),
  runsFor: usual('runsFor').default(emptyDraft.runsFor),
  stops: usual('stops').default(emptyDraft.stops),
  forecasts: usual('forecasts').default(emptyDraft.forecasts),
  siteIds: usual('siteIds').default(emptyDraft.siteIds),
  measured: usual('measured').default(emptyDraft.measured),
})
export type DraftBody = z.output<typeof DraftBody>

export const Draft = z.strictObject({
  trialId: TrialId,
  /** Counts up with every save; 0 before the first. Whoever saves or freezes names the one they have seen. */
  revision: z.int().min(0),
  body: DraftBody,
  savedAt: instant.nullable(),
})
export type Draft = z.output<typeof Draft>

const WholeForecast = z
  .strictObject({ personId: PersonId, low: z.number(), high: z.number() })
  .refine(({ low, high }) => low <= high, { path: ['high'] })

/** What a draft says instead of what the server finds: the measure by its id, people by theirs. */
const said = { metricId: MetricId, forecasts: z.array(WholeForecast).max(50) }

/** What a draft of each design needs before it can be frozen; the sheet then gives the rest. */
const wholes = {
  split: SplitBody.omit({ metric: true, seed: true, isPaired: true }).extend(said),
  pilot: PilotBody.omit({ metric: true, seed: true, sites: true }).extend(said),
  staggered: StaggeredBody.omit({ metric: true, seed: true, sites: true }).extend(said),
  switchback: SwitchbackBody.omit({ metric: true, seed: true, sites: true, schedule: true }).extend(said),
  'before-after': BeforeAfterBody.omit({ metric: true, seed: true, sites: true }).extend(said),
} as const satisfies Record<Design, z.ZodType>
export type WholeDraft<D extends Design> = z.output<(typeof wholes)[D]>

/** Where a draft is not finished, as pointers into it: `#/question`, `#/columns/site`. In the order of the form. */
export function missingIn(design: Design, draft: DraftBody): string[] {
  const read = wholes[design].safeParse(partsFor(design, draft))
  return read.success ? [] : [...new Set(read.error.issues.map(({ path }) => `#/${path.join('/')}`))]
}

/** @throws {Problem} `bad-input`, pointing at each gap. */
export function completeDraft<D extends Design>(design: D, draft: DraftBody): WholeDraft<D> {
  const missing = missingIn(design, draft)
  if (missing.length === 0) return wholes[design].parse(partsFor(design, draft)) as WholeDraft<D>
  const fields = missing.map((pointer) => ({ pointer, message: 'input.required' as const }))
  throw new Problem('bad-input', 'plan.not-finished', { count: missing.length }, fields)
}

/** The parts of a draft that belong to a design. What belongs to others is kept in the draft and left out here. */
function partsFor(design: Design, draft: DraftBody): Record<string, unknown> {
  const { columns, method, also, measured, ...parts } = draft
  const { shape } = bodies[design]
  const wanted = Object.entries(parts).filter(([part]) => part in shape || part === 'metricId')
  const known = 'method' in shape && shape.method.safeParse(method).success ? method : null
  return {
    design,
    ...Object.fromEntries(wanted),
    // Left out where there is none, so that the hash of a plan says nothing of them.
    ...(also.length > 0 ? { also } : {}),
    ...(measured && design !== 'split' ? { measured } : {}),
    columns: columnsFor(design, columns),
    ...('method' in shape ? { method: known } : {}),
  }
}

/** A choice of columns as a design takes it; a part that is still open is null, or missing where it must be said. */
export function columnsFor(design: Design, columns: DraftColumns): Record<string, unknown> {
  const { shape } = bodies[design].shape.columns
  const wanted = Object.entries(columns).filter(([part]) => part in shape)
  return Object.fromEntries(
    wanted.map(([part, chosen]) => [part, part === 'received' && columns.received.column === null ? null : chosen]),
  )
}

/** A draft with what does not matter for reading its table filled in, so that the table can be read before the rest is said. */
export function readableDraft(draft: DraftBody): DraftBody {
  return {
    ...draft,
    question: 'Not asked yet',
    metricId: draft.metricId ?? MetricId.parse('00000000-0000-4000-8000-000000000000'),
    worthHaving: null,
    guardrails: draft.guardrails.flatMap((guardrail) =>
      guardrail.column === null ? [] : [{ ...guardrail, name: guardrail.column.slice(0, 80), margin: 0 }],
    ),
    control: draft.control?.column ? { ...draft.control, name: draft.control.column.slice(0, 80) } : null,
    forecasts: [],
  }
}
