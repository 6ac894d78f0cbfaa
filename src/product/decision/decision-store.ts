import { Problem } from '#platform/anywhere/problem.ts'
import type { Database } from '#platform/database.ts'
import type { TrialId } from '#product/trial/trial.ts'
import type { Decision, DecisionId } from './decision.ts'
import type { DecisionShown } from './decision-api.ts'

declare module '#platform/database.ts' {
  interface Tables {
    decision: Decision
  }
}

declare module '#platform/outbox.ts' {
  interface Events {
    'decision.taken': { id: DecisionId; trialId: TrialId }
    /** A decision moves its trial. */
    'trial.decided': { id: TrialId }
  }
}

/** The decision on a trial with who took it; empty before. */
export function listDecisions(db: Database, trialId: TrialId): Promise<DecisionShown[]> {
  return db
    .selectFrom('decision')
    .innerJoin('person', 'person.id', 'decision.byId')
    .selectAll('decision')
    .select('person.name as byName')
    .where('trialId', '=', trialId)
    .execute()
}

/** @throws {Problem} `out-of-step` when somebody decided first: a trial has one decision. */
export async function addDecision(db: Database, decision: Decision): Promise<void> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('decision')
    .values(decision)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) throw new Problem('out-of-step', 'decision.taken-already')
}
