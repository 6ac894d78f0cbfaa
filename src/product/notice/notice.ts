import { z } from 'zod'
import { PersonId } from '#platform/anywhere/identity.ts'
import { instant } from '#platform/anywhere/time.ts'

export const NoticeId = z.uuid().brand<'NoticeId'>()
export type NoticeId = z.output<typeof NoticeId>

/** An in-app message to one person: what happened, why, and where to look. Said in the reader's language when read. */
export const Notice = z.strictObject({
  id: NoticeId,
  personId: PersonId,
  /** A message id; its values hold titles, names and the reason in the words of whoever gave it. */
  message: z.string(),
  messageValues: z.record(z.string(), z.string()),
  /** A path inside the workspace: `/ideas/...`. */
  href: z.string().startsWith('/'),
  /** Something waits for this person; the others only tell. */
  needsAct: z.boolean(),
  createdAt: instant,
  readAt: instant.nullable(),
})
export type Notice = z.output<typeof Notice>
