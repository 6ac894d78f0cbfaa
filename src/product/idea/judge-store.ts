import { sql } from 'kysely'
import { isAtLeast, type PersonId, type Signed } from '#platform/anywhere/identity.ts'
import { limits } from '#platform/anywhere/limits.ts'
import type { Database } from '#platform/database.ts'
import type { IdeaId } from './idea.ts'
import type { IdeaRow } from './idea-api.ts'
import { namedIdeas, rowColumns } from './idea-store.ts'

/**
 * The rights table's row `idea.answer`, as a condition on `judge` and `idea`; a test holds the two together.
 * Names the workspace because a person also sees the own memberships in others.
 */
const mayAnswer = sql<boolean>`judge.workspace_id = current_workspace() and judge.deactivated_at is null
  and (judge.role in ('admin', 'owner') or (judge.role = 'lead'
    and (judge.team_id is null or idea.team_id is null or judge.team_id = idea.team_id)))`
const isNotAuthor = sql<boolean>`judge.id is distinct from idea.author_id`

/**
 * Who is asked to answer an idea: those of its own team who may, and where nobody there may, everybody else who may.
 * Never its author. At most `limits.listPage`, by name.
 */
export async function listAsked(db: Database, id: IdeaId): Promise<{ id: PersonId; name: string }[]> {
  const judges = await db
    .selectFrom('idea')
    .innerJoin('person as judge', (join) => join.on(mayAnswer).on(isNotAuthor))
    .select(['judge.id', 'judge.name', sql<boolean>`coalesce(judge.team_id = idea.team_id, false)`.as('isNear')])
    .where('idea.id', '=', id)
    .orderBy('isNear', 'desc')
    .orderBy('judge.name')
    .limit(limits.listPage)
    .execute()
  const near = judges.filter(({ isNear }) => isNear)
  return (near.length > 0 ? near : judges).map(({ isNear: _, ...judge }) => judge)
}

/** The open ideas that wait for this person's answer, longest first: the other side of `listAsked`. */
export async function listWaiting(db: Database, { personId, teamId, role }: Signed, most: number): Promise<IdeaRow[]> {
  // Most people answer nothing: for them every open idea would be looked at in vain.
  if (!isAtLeast(role, 'lead')) return []
  const isNear = sql<boolean>`judge.team_id = idea.team_id and judge.team_id is distinct from ${teamId}`
  return namedIdeas(db)
    .innerJoin('person as judge', (join) => join.on('judge.id', '=', personId).on(mayAnswer))
    .select(rowColumns)
    .where('idea.state', '=', 'open')
    .where(sql<boolean>`not exists (select from person judge where ${isNear} and ${isNotAuthor} and ${mayAnswer})`)
    .where(
      sql<boolean>`(idea.author_id is distinct from ${personId}
        or not exists (select from person judge where ${isNotAuthor} and ${mayAnswer}))`,
    )
    .orderBy('idea.createdAt')
    .orderBy('idea.id')
    .limit(most)
    .execute()
}
