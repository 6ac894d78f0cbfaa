import type { PersonId } from '#platform/anywhere/identity.ts'
import { limits } from '#platform/anywhere/limits.ts'
import type { MessageId } from '#platform/anywhere/message.ts'
import type { Database } from '#platform/database.ts'
import type { Emit } from '#platform/outbox.ts'
import type { Notice, NoticeId } from './notice.ts'

declare module '#platform/database.ts' {
  interface Tables {
    notice: Notice
  }
}

declare module '#platform/outbox.ts' {
  interface Events {
    'notice.added': { personId: PersonId }
  }
}

/** What is told, before it is addressed. */
export interface Told {
  readonly message: MessageId
  readonly messageValues: Record<string, string>
  readonly href: string
  readonly needsAct?: boolean
}

/** The parts of a request or job that telling needs. */
interface Teller {
  readonly db: Database
  readonly now: Date
  newId<Id extends string = string>(): Id
  readonly emit: Emit
}

/** Tells each of `people` once, nobody twice, in the transaction of what happened. */
export async function tell(
  { db, now, newId, emit }: Teller,
  people: readonly (PersonId | null)[],
  told: Told,
): Promise<void> {
  const { message, messageValues, href, needsAct = false } = told
  for (const personId of new Set(people)) {
    if (!personId) continue
    await db
      .insertInto('notice')
      .values({ id: newId<NoticeId>(), personId, message, messageValues, href, needsAct, createdAt: now, readAt: null })
      .execute()
    await emit('notice.added', { personId })
  }
}

/** Who was ever told `message` of what stands at `href`, each once, at most `limits.listPage`. */
export async function listTold(db: Database, href: string, message: MessageId): Promise<PersonId[]> {
  const rows = await db
    .selectFrom('notice')
    .select('personId')
    .distinct()
    .where('href', '=', href)
    .where('message', '=', message)
    .limit(limits.listPage)
    .execute()
  return rows.map(({ personId }) => personId)
}

/** What waited at `href` waits no longer, for anybody: somebody has done it. */
export async function settleNotices(db: Database, href: string, now: Date): Promise<void> {
  await db
    .updateTable('notice')
    .set({ readAt: now })
    .where('href', '=', href)
    .where('needsAct', '=', true)
    .where('readAt', 'is', null)
    .execute()
}

/** Newest first, at most `limits.listPage`. */
export function listNotices(db: Database, personId: PersonId): Promise<Notice[]> {
  return db
    .selectFrom('notice')
    .selectAll()
    .where('personId', '=', personId)
    .orderBy('createdAt', 'desc')
    .limit(limits.listPage)
    .execute()
}

export async function countUnread(db: Database, personId: PersonId): Promise<number> {
  const { unread } = await db
    .selectFrom('notice')
    .select(({ fn }) => fn.countAll().as('unread'))
    .where('personId', '=', personId)
    .where('readAt', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(unread)
}

export async function markRead(db: Database, personId: PersonId, now: Date): Promise<void> {
  await db
    .updateTable('notice')
    .set({ readAt: now })
    .where('personId', '=', personId)
    .where('readAt', 'is', null)
    .execute()
}
