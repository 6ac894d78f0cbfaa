import { z } from 'zod'
import { AccountId } from '#platform/anywhere/identity.ts'
import type { Doors } from '#platform/database/doors.ts'
import { type Job, longJob } from '#platform/job.ts'
import { findWorkspace } from '#product/workspace/workspace-store.ts'
import type { Ask } from './ask.ts'
import { makeSample } from './make-sample.ts'

/** Makes the sample when somebody has asked for it at the set-up. */
export function sampleJob(doors: Doors, ask: Ask): Job {
  return longJob({
    name: 'workspace.make-sample',
    on: ['person.wants-sample'],
    input: z.object({ accountId: AccountId }),
    async work({ accountId }, { workspaceId }) {
      const beside = await doors.tx({ workspaceId }, (db) => findWorkspace(db))
      await makeSample(doors, ask, accountId, beside)
    },
  }) as Job
}
