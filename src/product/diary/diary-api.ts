import { z } from 'zod'
import { endpoint } from '#platform/anywhere/endpoint.ts'
import { Person } from '#product/person/person.ts'
import { TrialId } from '#product/trial/trial.ts'
import { DiaryEntry, NewDiaryEntry } from './diary.ts'

export const DiaryEntryShown = DiaryEntry.extend({ byName: Person.shape.name })
export type DiaryEntryShown = z.output<typeof DiaryEntryShown>

export const diaryApi = {
  list: endpoint({
    method: 'GET',
    path: '/trials/:id/diary',
    policy: 'diary.read',
    watches: ['person'],
    input: z.strictObject({ id: TrialId }),
    output: z.array(DiaryEntryShown),
    says: 'What was written down while a trial ran, newest first, at most 200: notes, incidents, whether it was done, what was undone.',
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
