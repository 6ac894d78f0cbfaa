import { z } from 'zod'
import { Problem } from '#platform/anywhere/problem.ts'
import { instant } from '#platform/anywhere/time.ts'
import { MetricId } from '#product/metric/metric.ts'
import { Columns, SheetId } from '#product/sheet/sheet.ts'
import { TrialId } from '#product/trial/trial.ts'
import { Guardrail, guardrailsMost, PlanBody } from './plan.ts'

const Name = Columns.shape.value.nullable()

const DraftGuardrail = z.strictObject({
  name: z.string().max(80),
  column: Name,
  better: Guardrail.shape.better,
  margin: z.number().min(0).nullable(),
})
export type DraftGuardrail = z.output<typeof DraftGuardrail>

/** A plan while it is being written: everything may still be missing, nothing that is there may be wrong in kind. */
export const DraftBody = z.strictObject({
  question: z.string().max(500),
  metricId: MetricId.nullable(),
  worthHaving: PlanBody.shape.worthHaving,
  guardrails: z.array(DraftGuardrail).max(guardrailsMost),
  sheetId: SheetId.nullable(),
  columns: z.strictObject({
    site: Name,
    period: Name,
    value: Name,
    treated: z.strictObject({ column: Name, values: Columns.shape.treated.shape.values }),
    dateOrder: Columns.shape.dateOrder,
    numberStyle: Columns.shape.numberStyle,
  }),
  since: z.string().max(40),
  isRandomised: z.boolean(),
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

export const emptyDraft: DraftBody = {
  question: '',
  metricId: null,
  worthHaving: null,
  guardrails: [],
  sheetId: null,
  columns: {
    site: null,
    period: null,
    value: null,
    treated: { column: null, values: null },
    dateOrder: null,
    numberStyle: null,
  },
  since: '',
  isRandomised: false,
}

/** What a draft needs before it can be frozen; the sheet then gives the sites. */
const WholeDraft = PlanBody.omit({ metric: true, sites: true, seed: true }).extend({ metricId: MetricId })
export type WholeDraft = z.output<typeof WholeDraft>

/** Where a draft is not finished, as pointers into it: `#/question`, `#/columns/site`. In the order of the form. */
export function missingIn(draft: DraftBody): string[] {
  const read = WholeDraft.safeParse(draft)
  return read.success ? [] : [...new Set(read.error.issues.map(({ path }) => `#/${path.join('/')}`))]
}

/** @throws {Problem} `bad-input`, pointing at each gap. */
export function completeDraft(draft: DraftBody): WholeDraft {
  const missing = missingIn(draft)
  if (missing.length === 0) return WholeDraft.parse(draft)
  const fields = missing.map((pointer) => ({ pointer, message: 'input.required' as const }))
  throw new Problem('bad-input', 'plan.not-finished', { count: missing.length }, fields)
}
