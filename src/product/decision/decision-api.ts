import { z } from 'zod'
import { endpoint } from '#platform/anywhere/endpoint.ts'
import { Person } from '#product/person/person.ts'
import { Result } from '#product/result/result.ts'
import { TrialId } from '#product/trial/trial.ts'
import { Adoption, Decision } from './decision.ts'

/** A decision as pages show it. */
export const DecisionShown = Decision.extend({ byName: Person.shape.name })
export type DecisionShown = z.output<typeof DecisionShown>

/** What a person says who decides. Where it is adopted is asked of an adoption only. */
export const TakenDecision = z
  .strictObject({
    id: TrialId,
    ...Decision.pick({ choice: true, reason: true }).shape,
    /** The result that was looked at: refused when a newer one has come since. */
    resultId: Result.shape.id.optional(),
    ...Adoption.partial().shape,
  })
  .refine(({ choice, sites, fromOn, per }) => choice !== 'adopt' || Boolean(sites && fromOn && per), {
    path: ['sites'],
  })
export type TakenDecision = z.output<typeof TakenDecision>

export const decisionApi = {
  list: endpoint({
    method: 'GET',
    path: '/trials/:id/decisions',
    policy: 'decision.read',
    watches: ['person'],
    input: z.strictObject({ id: TrialId }),
    output: z.array(DecisionShown),
    says: 'What was decided about a trial; empty until somebody has.',
  }),
  take: endpoint({
    method: 'POST',
    path: '/trials/:id/decisions',
    policy: 'decision.take',
    input: TakenDecision,
    output: DecisionShown,
    says: 'Adopt, adapt or drop, with a reason that reaches the people concerned. Books the trial’s one line in the ledger.',
  }),
}
