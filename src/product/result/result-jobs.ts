import { z } from 'zod'
import { type Job, job } from '#platform/job.ts'
import { TrialId } from '#product/trial/trial.ts'
import { findTrial } from '#product/trial/trial-store.ts'
import { measureTrial } from './measure-trial.ts'

/** Measures a trial once it is over, and again when its plan changes before the decision. */
export const measureEndedTrial = job({
  name: 'result.measure-trial',
  on: ['trial.ended', 'trial.stopped', 'plan.changed'],
  /** Events of the trial carry its id; the plan's carries its own id as well. */
  input: z.object({ id: z.uuid(), trialId: TrialId.optional() }),
  async run({ id, trialId = TrialId.parse(id) }, context) {
    const trial = await findTrial(context.db, trialId)
    // A plan may change while the trial runs: then there is nothing to measure yet.
    if (trial.state !== 'ended' && trial.state !== 'stopped') return
    await measureTrial({ ...context, newId: <Id extends string>() => context.newId() as Id }, trialId)
  },
})

export const resultJobs: readonly Job[] = [measureEndedTrial]
