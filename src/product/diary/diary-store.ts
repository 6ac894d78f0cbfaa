import { limits } from '#platform/anywhere/limits.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import type { Database } from '#platform/database.ts'
import type { TrialId } from '#product/trial/trial.ts'
import type { DiaryEntry, DiaryEntryId } from './diary.ts'
import type { DiaryEntryShown } from './diary-api.ts'

declare module '#platform/database.ts' {
  interface Tables {
    diaryEntry: DiaryEntry
  }
}

declare module '#platform/outbox.ts' {
  interface Events {
    'diary.written': { id: DiaryEntryId; trialId: TrialId }
  }
}

/** Newest first, at most `limits.listPage`. */
export function listDiary(db: Database, trialId: TrialId): Promise<DiaryEntryShown[]> {
  return db
    .selectFrom('diaryEntry')
    .innerJoin('person', 'person.id', 'diaryEntry.byId')
    .selectAll('diaryEntry')
    .select('person.name as byName')
    .where('trialId', '=', trialId)
    .orderBy('writtenAt', 'desc')
    .orderBy('diaryEntry.id')
    .limit(limits.listPage)
    .execute()
}

/** @throws {Problem} `out-of-step` for a site that is put back already. */
export async function addEntry(db: Database, entry: DiaryEntry): Promise<void> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('diaryEntry')
    .values(entry)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n)
    throw new Problem('out-of-step', 'diary.rolled-back-already', { site: entry.site ?? '' })
}
