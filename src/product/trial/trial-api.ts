import { z } from 'zod'
import { endpoint } from '#platform/anywhere/endpoint.ts'
import { PersonId } from '#platform/anywhere/identity.ts'
import { IdeaId } from '#product/idea/idea.ts'
import { NewTrial, Trial, TrialChange, TrialId, TrialRun, TrialShown } from './trial.ts'

export const trialApi = {
  list: endpoint({
    method: 'GET',
    path: '/trials',
    policy: 'trial.read',
    input: z.strictObject({
      state: Trial.shape.state.optional(),
      idea: IdeaId.optional(),
      owner: PersonId.optional(),
    }),
    output: z.array(TrialShown),
    says: 'Trials, newest first; of one state, of one idea, or of one owner.',
    watches: ['idea', 'person'],
  }),
  find: endpoint({
    method: 'GET',
    path: '/trials/:id',
    policy: 'trial.read',
    input: z.strictObject({ id: TrialId }),
    output: TrialShown,
    says: 'One trial.',
    watches: ['idea', 'person'],
  }),
  add: endpoint({
    method: 'POST',
    path: '/trials',
    policy: 'trial.plan',
    input: NewTrial,
    output: TrialShown,
    says: 'Begin to plan a trial of an approved idea. It is a draft of your own.',
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/trials/:id',
    policy: 'trial.plan',
    auditsRefusals: true,
    input: TrialChange.extend({ id: TrialId }),
    output: TrialShown,
    says: 'Give a draft another title, door or design. What is written of its plan stays, as far as it fits.',
  }),
  move: endpoint({
    method: 'POST',
    path: '/trials/:id/moves',
    policy: 'trial.plan',
    auditsRefusals: true,
    input: z.strictObject({ id: TrialId, move: TrialRun, reason: Trial.shape.stopReason.optional() }),
    output: TrialShown,
    says: 'Start a trial whose plan is frozen, stop it with a reason, or end it once its outcomes are there.',
  }),
  discard: endpoint({
    method: 'DELETE',
    path: '/trials/:id',
    policy: 'trial.plan',
    auditsRefusals: true,
    input: z.strictObject({ id: TrialId }),
    output: z.void(),
    says: 'Throw a draft away. A trial whose plan was ever frozen stays.',
  }),
}
