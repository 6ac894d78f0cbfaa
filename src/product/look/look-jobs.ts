import { z } from 'zod'
import { type Job, job } from '#platform/job.ts'
import { TrialId } from '#product/trial/trial.ts'
import { takeLook } from './take-look.ts'

/** Looks at a running trial whenever figures have come, so that whoever opens its page finds the newest look. */
export const lookAtOutcomes = job({
  name: 'look.take-look',
  on: ['plan.grown', 'plan.changed'],
  input: z.object({ trialId: TrialId }),
  async run({ trialId }, context) {
    await takeLook(context, trialId)
  },
})

export const lookJobs: readonly Job[] = [lookAtOutcomes]
