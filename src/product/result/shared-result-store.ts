import { PersonId, type WorkspaceId } from '#platform/anywhere/identity.ts'
import { limits } from '#platform/anywhere/limits.ts'
import { asJson } from '#platform/database/json.ts'
import type { Database } from '#platform/database.ts'
import type { ResultId } from './result.ts'
import { type SharedLink, SharedLinkId } from './shared-result.ts'

/** The links to a result that still open it, the one that lives longest first. */
export async function listSharedLinks(
  db: Database,
  workspaceId: WorkspaceId,
  resultId: ResultId,
  now: Date,
): Promise<SharedLink[]> {
  const rows = await db
    .selectFrom('token')
    .select(['subject', 'expiresAt'])
    .where('purpose', '=', 'shared-result')
    .where('subject', '@>', asJson({ workspaceId, resultId }))
    .where('expiresAt', '>', now)
    .orderBy('expiresAt', 'desc')
    .limit(limits.listPage)
    .execute()
  return rows.map(({ subject: { id, madeBy, madeByName = '' }, expiresAt }) => ({
    id: SharedLinkId.parse(id),
    madeById: PersonId.parse(madeBy),
    madeByName,
    expiresAt,
  }))
}
