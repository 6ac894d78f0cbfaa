import type { PersonId } from '#platform/anywhere/identity.ts'
import { limits } from '#platform/anywhere/limits.ts'
import type { Database } from '#platform/database.ts'
import type { TrialId } from '#product/trial/trial.ts'
import { firstAskedOn, type HoldCheck, type HoldCheckShown } from './hold-check.ts'

declare module '#platform/database.ts' {
  interface Tables {
    holdCheck: HoldCheck
  }
}

export async function addHoldChecks(db: Database, checks: readonly HoldCheck[]): Promise<void> {
  if (checks.length > 0)
    await db
      .insertInto('holdCheck')
      .values([...checks])
      .execute()
}

/** Which checks: of one trial, or what waits on one person. Left out means all. */
interface Which {
  trialId?: TrialId | undefined
  ownerId?: PersonId
}

/** Of gains that nobody took back, the next due first, those no longer asked for left out; at most `limits.listPage`. */
export function listHoldChecks(
  db: Database,
  today: string,
  { trialId, ownerId }: Which = {},
): Promise<HoldCheckShown[]> {
  let query = db
    .selectFrom('holdCheck')
    .innerJoin('gain', 'gain.id', 'holdCheck.gainId')
    .innerJoin('metric', 'metric.id', 'gain.metricId')
    .innerJoin('trial', 'trial.id', 'gain.trialId')
    .innerJoin('person', 'person.id', 'trial.ownerId')
    .select(['holdCheck.gainId', 'holdCheck.days', 'holdCheck.dueOn', 'gain.trialId', 'trial.title as trialTitle'])
    .select(['gain.metricId', 'metric.name as metricName', 'trial.ownerId', 'person.name as ownerName'])
    .where('holdCheck.dueOn', '>=', firstAskedOn(today))
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('gain as back').select('back.id').whereRef('back.reversesId', '=', 'gain.id'))),
    )
  if (trialId) query = query.where('gain.trialId', '=', trialId)
  if (ownerId) query = query.where('trial.ownerId', '=', ownerId)
  return query.orderBy('holdCheck.dueOn').orderBy('holdCheck.gainId').limit(limits.listPage).execute()
}
