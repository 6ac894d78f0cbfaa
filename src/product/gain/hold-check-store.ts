import { limits } from '#platform/anywhere/limits.ts'
import type { Database } from '#platform/database.ts'
import type { HoldCheck, HoldCheckShown } from './hold-check.ts'

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

/** Of gains that nobody took back, the next due first, at most `limits.listPage`; of one trial or of all. */
export function listHoldChecks(db: Database, trialId?: HoldCheckShown['trialId']): Promise<HoldCheckShown[]> {
  let query = db
    .selectFrom('holdCheck')
    .innerJoin('gain', 'gain.id', 'holdCheck.gainId')
    .innerJoin('trial', 'trial.id', 'gain.trialId')
    .select(['holdCheck.gainId', 'holdCheck.days', 'holdCheck.dueOn', 'gain.trialId', 'trial.title as trialTitle'])
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('gain as back').select('back.id').whereRef('back.reversesId', '=', 'gain.id'))),
    )
  if (trialId) query = query.where('gain.trialId', '=', trialId)
  return query.orderBy('holdCheck.dueOn').orderBy('holdCheck.gainId').limit(limits.listPage).execute()
}
