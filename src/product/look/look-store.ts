import { limits } from '#platform/anywhere/limits.ts'
import { asJson } from '#platform/database/json.ts'
import type { Database } from '#platform/database.ts'
import type { TrialId } from '#product/trial/trial.ts'
import type { Look, LookId } from './look.ts'

declare module '#platform/database.ts' {
  interface Tables {
    look: Look
  }
}

declare module '#platform/outbox.ts' {
  interface Events {
    'look.taken': { id: LookId; trialId: TrialId }
  }
}

/** Newest first, at most `limits.listPage`. */
export function listLooks(db: Database, trialId: TrialId): Promise<Look[]> {
  return db
    .selectFrom('look')
    .selectAll()
    .where('trialId', '=', trialId)
    .orderBy('takenAt', 'desc')
    .orderBy('id')
    .limit(limits.listPage)
    .execute()
}

/** Adds a look, unless this plan was looked at with these very figures before. @returns The one that is there. */
export async function addLook(db: Database, look: Look): Promise<{ look: Look; isNew: boolean }> {
  const added = await db
    .insertInto('look')
    .values({ ...look, guardrails: asJson(look.guardrails), seen: asJson(look.seen) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (added) return { look, isNew: true }
  const there = await db
    .selectFrom('look')
    .selectAll()
    .where('planId', '=', look.planId)
    .where('cut', '=', look.cut)
    .executeTakeFirstOrThrow()
  return { look: there, isNew: false }
}
