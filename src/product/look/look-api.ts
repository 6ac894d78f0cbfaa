import { z } from 'zod'
import { endpoint } from '#platform/anywhere/endpoint.ts'
import { TrialId } from '#product/trial/trial.ts'
import { Look } from './look.ts'

/** A look with what its words need. */
export const LookShown = Look.extend({
  /** Half the width that the interval will probably have at the planned end, in the metric's unit. */
  reachAtEnd: z.number().nullable(),
})
export type LookShown = z.output<typeof LookShown>

const OfTrial = z.strictObject({ id: TrialId })

export const lookApi = {
  list: endpoint({
    method: 'GET',
    path: '/trials/:id/looks',
    policy: 'look.read',
    watches: ['plan', 'trial'],
    input: OfTrial,
    output: z.array(LookShown),
    says: 'What a running trial has shown so far, newest look first. Safe to read every day: the intervals are made for it.',
  }),
  take: endpoint({
    method: 'POST',
    path: '/trials/:id/looks',
    policy: 'trial.plan',
    input: OfTrial,
    output: LookShown.nullable(),
    says: 'Look at a running trial now. The same figures give the same look; null before the first, and for a plan that does not say how long it runs.',
  }),
}
