import { z } from 'zod'
import { endpoint } from '#platform/anywhere/endpoint.ts'
import { PersonId } from '#platform/anywhere/identity.ts'
import { wholeNumber } from '#platform/anywhere/money.ts'
import { instant } from '#platform/anywhere/time.ts'
import { Decision } from '#product/decision/decision.ts'
import { GoalId } from '#product/goal/goal.ts'
import { Idea, IdeaId } from '#product/idea/idea.ts'
import { Metric, MetricId } from '#product/metric/metric.ts'
import { Person } from '#product/person/person.ts'
import { Grade, ResultId } from '#product/result/result.ts'
import { Trial, TrialId } from '#product/trial/trial.ts'
import { Amount, Gain, GainId } from './gain.ts'
import { HoldCheckShown } from './hold-check.ts'
import { Totals } from './totals.ts'

/** A line of the ledger as pages show it: the way back to its trial, idea and result, and how it stands today. */
export const LedgerLine = Gain.extend({
  /** Its place in the ledger: later lines have higher numbers. */
  sequence: wholeNumber,
  trialTitle: Trial.shape.title,
  /** In a split, `sites` counts units: people or things, not places. */
  design: Trial.shape.design,
  ideaId: IdeaId,
  ideaTitle: Idea.shape.title,
  ideaAuthorId: PersonId.nullable(),
  resultId: ResultId,
  choice: Decision.shape.choice,
  metricName: Metric.shape.name,
  /** What the trial showed per site and period, whatever was booked; positive is better. Null when it showed nothing. */
  effect: Amount.nullable(),
  worthHaving: z.number().nullable(),
  /** The grade that it counts as in the totals. */
  countsAs: Grade,
  /** The line that took this one back. */
  reversedById: GainId.nullable(),
  confirmedAt: instant.nullable(),
  confirmedByName: Person.shape.name.nullable(),
  bookedByName: Person.shape.name,
})
export type LedgerLine = z.output<typeof LedgerLine>

/** Which lines. Left out means all. */
export const LedgerFilter = z.strictObject({
  metric: MetricId.optional(),
  goal: GoalId.optional(),
  trial: Trial.shape.id.optional(),
})
export type LedgerFilter = z.output<typeof LedgerFilter>

const watches = ['trial', 'idea', 'metric', 'person']

export const gainApi = {
  holdChecks: endpoint({
    method: 'GET',
    path: '/hold-checks',
    policy: 'gain.read',
    watches,
    input: z.strictObject({ trial: TrialId.optional() }),
    output: z.array(HoldCheckShown),
    says: 'When booked gains are to be measured again, and on whom it waits, the next due first; of one trial or of all. A check is asked for 30 days.',
  }),
  list: endpoint({
    method: 'GET',
    path: '/gains',
    policy: 'gain.read',
    watches,
    input: LedgerFilter.extend({
      /** The `sequence` of the last line seen. */
      before: wholeNumber.optional(),
    }),
    output: z.strictObject({
      lines: z.array(LedgerLine),
      /** Ask again with this as `before` for the ones that follow; null after the last. */
      next: wholeNumber.nullable(),
    }),
    says: 'The ledger, newest line first, a page at a time: gains, and the trials that booked none.',
  }),
  totals: endpoint({
    method: 'GET',
    path: '/gains/totals',
    policy: 'gain.read',
    watches,
    input: LedgerFilter,
    output: Totals,
    says: 'What the gains add up to, for each metric and grade apart, with intervals; and how many trials ended how.',
  }),
  export: endpoint({
    method: 'GET',
    path: '/gains/export',
    policy: 'gain.read',
    input: LedgerFilter,
    output: z.void(),
    gives: 'file',
    says: 'The ledger as CSV.',
  }),
  reverse: endpoint({
    method: 'POST',
    path: '/gains/:id/reversals',
    policy: 'gain.reverse',
    input: z.strictObject({ id: GainId, reason: z.string().trim().min(3).max(2000) }),
    output: LedgerLine,
    says: 'Take a gain back by another line, with a reason. The first line stays as it is.',
  }),
  confirm: endpoint({
    method: 'POST',
    path: '/gains/:id/confirmations',
    policy: 'gain.confirm',
    input: z.strictObject({ id: GainId }),
    output: LedgerLine,
    says: 'Stand behind a gain of a self-judged idea as the second person: from then on it counts with its own grade.',
  }),
}
