import { Problem } from '#platform/anywhere/problem.ts'
import type { Database } from '#platform/database.ts'
import type { TrialId } from '#product/trial/trial.ts'
import type { DiaryEntry, DiaryEntryId } from './diary.ts'
import type { DiaryEntryShown, DiaryPage } from './diary-api.ts'

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

export const entriesOnPage = 20

/** Newest first, at most `entriesOnPage`; those before an entry that was shown already. */
export function listDiary(db: Database, trialId: TrialId, before?: DiaryEntryId): Promise<DiaryEntryShown[]> {
  return db
    .selectFrom('diaryEntry')
    .innerJoin('person', 'person.id', 'diaryEntry.byId')
    .selectAll('diaryEntry')
    .select('person.name as byName')
    .where('trialId', '=', trialId)
    .$if(before !== undefined, (query) =>
      query.where(({ eb, refTuple, selectFrom }) =>
        eb(
          refTuple('diaryEntry.writtenAt', 'diaryEntry.id'),
          '<',
          selectFrom('diaryEntry as shown')
            .select(['shown.writtenAt', 'shown.id'])
            .where('shown.id', '=', before ?? ('' as DiaryEntryId))
            .$asTuple('writtenAt', 'id'),
        ),
      ),
    )
    .orderBy('writtenAt', 'desc')
    .orderBy('diaryEntry.id', 'desc')
    .limit(entriesOnPage)
    .execute()
}

/** What was said last of each site, by its day and then by when it was written; over all entries. */
export async function lastSaid(db: Database, trialId: TrialId): Promise<DiaryPage['said']> {
  const rows = await db
    .selectFrom('diaryEntry')
    .distinctOn('site')
    .select(['site', 'done', 'onDay'])
    .where('trialId', '=', trialId)
    .where('kind', '=', 'adherence')
    .orderBy('site')
    .orderBy('onDay', 'desc')
    .orderBy('writtenAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.flatMap(({ site, done, onDay }) => (site === null || done === null ? [] : [{ site, done, onDay }]))
}

/** The sites that are again as they were before, and who said so; over all entries. */
export async function listPutBack(db: Database, trialId: TrialId): Promise<DiaryPage['putBack']> {
  const rows = await db
    .selectFrom('diaryEntry')
    .innerJoin('person', 'person.id', 'diaryEntry.byId')
    .select(['diaryEntry.site', 'diaryEntry.onDay', 'person.name as byName'])
    .where('trialId', '=', trialId)
    .where('kind', '=', 'rolled-back')
    .orderBy('diaryEntry.site')
    .execute()
  return rows.flatMap(({ site, ...by }) => (site === null ? [] : [{ site, ...by }]))
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
