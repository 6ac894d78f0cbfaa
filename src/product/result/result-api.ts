import { z } from 'zod'
import { endpoint } from '#platform/anywhere/endpoint.ts'
import { Plan } from '#product/plan/plan.ts'
import { Sheet } from '#product/sheet/sheet.ts'
import { Trial, TrialId } from '#product/trial/trial.ts'
import { Expected } from './expected.ts'
import { Question, Result, ResultId } from './result.ts'

/** A result in a list: which plan it is by and how sure, not the numbers. */
export const ResultRow = Result.pick({ id: true, trialId: true, planId: true, grade: true, measuredAt: true }).extend({
  planVersion: Plan.shape.version,
  /** By the plan in force: the one to decide on. Results by earlier versions stay, for the record. */
  isInForce: z.boolean(),
})
export type ResultRow = z.output<typeof ResultRow>

/** A result with what its words need. */
export const ResultShown = Result.extend({
  question: Question,
  /** What people expected before the start, by the version of the plan it was measured by. */
  forecasts: z.array(Expected),
  trialTitle: Trial.shape.title,
  planVersion: Plan.shape.version,
  isInForce: z.boolean(),
})
export type ResultShown = z.output<typeof ResultShown>

/** One figure that went into a result, and where it stands in which sheet. */
export const ResultFigure = z.strictObject({
  /** The site; of a split, the unit. */
  site: z.string(),
  group: z.enum(['treated', 'comparison']),
  period: z.string(),
  /** Without the change at that time, or with it. */
  time: z.enum(['before', 'after']),
  value: z.number().nullable(),
  /** What it is divided by; null where it is not. */
  denominator: z.number().nullable(),
  /** One for each guardrail of the plan, in its order. */
  guardrails: z.array(z.number().nullable()),
  /** Null where no sheet has a row for it. */
  sheet: Sheet.pick({ id: true, name: true }).nullable(),
  /** Row numbers as a spreadsheet shows them: the first 100, and how many there are. */
  rows: z.array(z.int()),
  rowCount: z.int(),
})
export type ResultFigure = z.output<typeof ResultFigure>

const count = z.coerce.number().int().min(0)

export const resultApi = {
  list: endpoint({
    method: 'GET',
    path: '/trials/:id/results',
    policy: 'result.read',
    watches: ['plan'],
    input: z.strictObject({ id: TrialId }),
    output: z.array(ResultRow),
    says: 'Every result of a trial, newest first.',
  }),
  find: endpoint({
    method: 'GET',
    path: '/results/:id',
    policy: 'result.read',
    watches: ['plan', 'trial'],
    input: z.strictObject({ id: ResultId }),
    output: ResultShown,
    says: 'One result: the analysis with its checks and grade, and what the pictures are drawn from.',
  }),
  rows: endpoint({
    method: 'GET',
    path: '/results/:id/rows',
    policy: 'result.read',
    input: z.strictObject({
      id: ResultId,
      /** One site only. */
      site: z.string().max(1000).optional(),
      from: count.default(0),
    }),
    output: z.strictObject({
      /** What the values of `guardrails` are called. */
      guardrails: z.array(z.string()),
      figures: z.array(ResultFigure),
      total: z.int(),
      /** Ask again with this as `from` for the figures that follow; null after the last. */
      next: z.int().nullable(),
    }),
    says: 'The figures behind a result, site by site: value, group, and the rows of the sheet they are from. A page at a time.',
  }),
  export: endpoint({
    method: 'GET',
    path: '/results/:id/export',
    policy: 'result.read',
    input: z.strictObject({ id: ResultId, format: z.enum(['csv', 'json']) }),
    output: z.void(),
    gives: 'file',
    says: 'A result to take away: the figures as CSV, ready for "ratchet analyse", or everything as JSON.',
  }),
  measure: endpoint({
    method: 'POST',
    path: '/trials/:id/measurements',
    policy: 'result.measure',
    input: z.strictObject({ id: TrialId }),
    output: ResultRow,
    says: 'Measure a trial that has ended by its plan in force. The same plan and sheets give the result that is there.',
  }),
}
