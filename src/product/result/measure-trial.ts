import type { Database } from '#platform/database.ts'
import type { Emit } from '#platform/outbox.ts'
import { settleNotices, tell } from '#product/notice/notice-store.ts'
import { readTrialFigures } from '#product/plan/plan-store.ts'
import type { TrialId } from '#product/trial/trial.ts'
import { measure } from './measure.ts'
import type { ResultId } from './result.ts'
import { addResult, countTries } from './result-store.ts'

interface Measurer {
  readonly db: Database
  readonly now: Date
  newId<Id extends string = string>(): Id
  readonly emit: Emit
}

/**
 * Measures a trial by its plan in force and stores what it gives, an answer or none. Safe to do twice: the same plan
 * and sheets keep their first result, and only that one is announced, to the trial's owner, who decides.
 */
export async function measureTrial(measurer: Measurer, trialId: TrialId): Promise<{ id: ResultId; isNew: boolean }> {
  const { db, now, newId, emit } = measurer
  const figures = await readTrialFigures(db, trialId)
  const result = await addResult(
    db,
    await measure(figures, await countTries(db, trialId), { id: newId<ResultId>(), measuredAt: now }),
  )
  if (result.isNew) {
    await emit('result.measured', { id: result.id, trialId })
    // Whatever asked to stop or end it has been heard.
    await settleNotices(db, `/trials/${trialId}`, now)
    await tell(measurer, [figures.trial.ownerId], {
      message: 'result.told-measured',
      messageValues: { title: figures.trial.title },
      href: `/trials/${trialId}`,
      needsAct: true,
    })
  }
  return result
}
