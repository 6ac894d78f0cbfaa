import { z } from 'zod'
import { endpoint } from '#platform/anywhere/endpoint.ts'
import { Person } from '#product/person/person.ts'
import { TrialId } from '#product/trial/trial.ts'
import { DiaryEntry, DiaryEntryId, NewDiaryEntry } from './diary.ts'

export const DiaryEntryShown = DiaryEntry.extend({ byName: Person.shape.name })
export type DiaryEntryShown = z.output<typeof DiaryEntryShown>

/** A part of the diary, and what all of it says of each site: that does not depend on how much of it is shown. */
export const DiaryPage = z.strictObject({
  /** Newest first, at most 20. */
  entries: z.array(DiaryEntryShown),
  /** Ask again with this as `before` for the ones that follow; null after the last. */
  next: DiaryEntryId.nullable(),
  /** What was said last of each site of which anything was said. */
  said: z.array(
    z.strictObject({ site: z.string(), done: DiaryEntry.shape.done.unwrap(), onDay: DiaryEntry.shape.onDay }),
  ),
  /** Sites that are again as they were. */
  putBack: z.array(z.strictObject({ site: z.string(), byName: Person.shape.name, onDay: DiaryEntry.shape.onDay })),
})
export type DiaryPage = z.output<typeof DiaryPage>

export const diaryApi = {
  list: endpoint({
    method: 'GET',
    path: '/trials/:id/diary',
    policy: 'diary.read',
    watches: ['person'],
    input: z.strictObject({ id: TrialId, before: DiaryEntryId.optional() }),
    output: DiaryPage,
    says: 'What was written down while a trial ran, newest first, in parts of 20; and of all of it who did it and what was put back.',
  }),
  write: endpoint({
    method: 'POST',
    path: '/trials/:id/diary',
    policy: 'diary.write',
    input: NewDiaryEntry.extend({ id: TrialId }),
    output: DiaryEntryShown,
    says: 'Write something down. An incident is told to the owner of the trial; what was written stays.',
  }),
}
