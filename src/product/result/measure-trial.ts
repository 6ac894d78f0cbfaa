import type { Database } from '#platform/database.ts'
import type { Emit } from '#platform/outbox.ts'
import { settleNotices, tell } from '#product/notice/notice-store.ts'
import { takeOver } from '#product/plan/measured/take-over.ts'
import { findPlan, readTrialFigures } from '#product/plan/plan-store.ts'
import type { TrialId } from '#product/trial/trial.ts'
import { findTrial } from '#product/trial/trial-store.ts'
import { measure } from './measure.ts'
import type { ResultId } from './result.ts'
import { addResult, countTries, listResults } from './result-store.ts'

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
  await takeOverLast(measurer, trialId)
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

/** Before the first result, what was measured since the last hour comes in: from then on the figures stay as they are. */
async function takeOverLast(measurer: Measurer, trialId: TrialId): Promise<void> {
  const { db } = measurer
  const { measured } = (await findPlan(db, trialId)).body
  const trial = await findTrial(db, trialId)
  if (!measured || trial.door === 'look-back' || (await listResults(db, trialId)).length > 0) return
  await takeOver(measurer, trial)
}
