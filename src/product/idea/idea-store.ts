import { sql } from 'kysely'
import type { PersonId } from '#platform/anywhere/identity.ts'
import { limits } from '#platform/anywhere/limits.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import type { Database } from '#platform/database.ts'
import type { GoalId } from '#product/goal/goal.ts'
import { Idea, type IdeaAnswer, type IdeaId } from './idea.ts'
import type { IdeaFilter, IdeaRow, WholeIdea } from './idea-api.ts'
import type { Place } from './place.ts'

declare module '#platform/database.ts' {
  interface Tables {
    idea: Idea
    ideaAnswer: IdeaAnswer
  }
}

declare module '#platform/outbox.ts' {
  interface Events {
    'idea.written': { id: IdeaId }
    'idea.edited': { id: IdeaId }
    'idea.moved': { id: IdeaId }
    'idea.removed': { id: IdeaId }
  }
}

/** By name: the table has a column to search in, which is no part of an idea. */
const columns = Idea.keyof().options.map((column) => `idea.${column}` as const)
export const rowColumns = Idea.omit({ text: true })
  .keyof()
  .options.map((column) => `idea.${column}` as const)

/** @throws {Problem} `not-found`. */
export async function findIdea(db: Database, id: IdeaId): Promise<Idea> {
  const idea = await db.selectFrom('idea').select(columns).where('id', '=', id).executeTakeFirst()
  if (!idea) throw new Problem('not-found', 'idea.none')
  return idea
}

/** The idea with the names of its author and goal. @throws {Problem} `not-found`. */
export async function findNamedIdea(
  db: Database,
  id: IdeaId,
): Promise<Omit<WholeIdea, 'answers' | 'asked' | 'isOnlyJudge'>> {
  const idea = await namedIdeas(db).select(columns).where('idea.id', '=', id).executeTakeFirst()
  if (!idea) throw new Problem('not-found', 'idea.none')
  return idea
}

/** Newest first, at most `limits.listPage`, going on after `before`. What the filter leaves out may be anything. */
export function listIdeas(
  db: Database,
  { state, goal, authorId }: Omit<IdeaFilter, 'mine'> & { authorId?: PersonId | undefined },
  { before, most = limits.listPage }: { before?: Place | undefined; most?: number } = {},
): Promise<IdeaRow[]> {
  let query = namedIdeas(db).select(rowColumns)
  if (state) query = query.where('idea.state', '=', state)
  if (goal) query = query.where('idea.goalId', '=', goal)
  if (authorId) query = query.where('idea.authorId', '=', authorId)
  if (before) query = query.where(sql<boolean>`(idea.created_at, idea.id) < (${before.createdAt}, ${before.id})`)
  return query.orderBy('idea.createdAt', 'desc').orderBy('idea.id', 'desc').limit(most).execute()
}

/** How many ideas serve each goal that has any, and how many of them were adopted. */
export async function countIdeasByGoal(db: Database): Promise<{ goalId: GoalId; ideas: number; adopted: number }[]> {
  const rows = await db
    .selectFrom('idea')
    .select(({ fn }) => [
      'goalId',
      fn.countAll().as('ideas'),
      fn.countAll().filterWhere('state', '=', 'adopted').as('adopted'),
    ])
    .where('goalId', 'is not', null)
    .groupBy('goalId')
    .$narrowType<{ goalId: GoalId }>()
    .execute()
  return rows.map(({ goalId, ideas, adopted }) => ({ goalId, ideas: Number(ideas), adopted: Number(adopted) }))
}

export async function addIdea(db: Database, idea: Idea): Promise<void> {
  await db.insertInto('idea').values(idea).execute()
}

/**
 * Stores a move and why it was made, but only if the idea still stands where it was read.
 * @throws {Problem} `out-of-step` when somebody moved it first.
 */
export async function storeMove(db: Database, before: Idea, after: Idea, answer: IdeaAnswer): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('idea')
    .set({ state: after.state, version: after.version })
    .where('id', '=', before.id)
    .where('state', '=', before.state)
    .where('version', '=', before.version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Problem('out-of-step', 'idea.moved-meanwhile')
  await db.insertInto('ideaAnswer').values(answer).execute()
}

/**
 * Stores an edit, but only on top of the words that its writer had before them, and in the state they were judged in.
 * @throws {Problem} `out-of-step` when somebody edited or moved it in between.
 */
export async function storeEdit(db: Database, after: Idea, seenEditedAt: Date | null): Promise<void> {
  const { text, title, goalId, editedAt } = after
  const { numUpdatedRows } = await db
    .updateTable('idea')
    .set({ text, title, goalId, editedAt })
    .where('id', '=', after.id)
    .where('state', '=', after.state)
    .where('editedAt', 'is not distinct from', seenEditedAt)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Problem('out-of-step', 'idea.edited-meanwhile')
}

/** @throws {Problem} `out-of-step` when somebody answered it first, or has begun to plan a trial of it. */
export async function removeIdea(db: Database, id: IdeaId): Promise<void> {
  try {
    const { numDeletedRows } = await db
      .deleteFrom('idea')
      .where('id', '=', id)
      .where('state', '=', 'open')
      .executeTakeFirst()
    if (numDeletedRows === 1n) return
  } catch (error) {
    // Something later in the story hangs on it: PostgreSQL's foreign_key_violation.
    if (!(error instanceof Error && 'code' in error && error.code === '23503')) throw error
  }
  throw new Problem('out-of-step', 'idea.kept')
}

export async function countAnswers(db: Database, id: IdeaId): Promise<number> {
  const { answers } = await db
    .selectFrom('ideaAnswer')
    .select(({ fn }) => fn.countAll().as('answers'))
    .where('ideaId', '=', id)
    .executeTakeFirstOrThrow()
  return Number(answers)
}

/** Every answer of an idea, oldest first, with who gave it. */
export function listAnswers(db: Database, id: IdeaId): Promise<WholeIdea['answers']> {
  return db
    .selectFrom('ideaAnswer')
    .leftJoin('person', 'person.id', 'ideaAnswer.byId')
    .selectAll('ideaAnswer')
    .select('person.name as byName')
    .where('ideaId', '=', id)
    .orderBy('at')
    .orderBy('ideaAnswer.id')
    .limit(limits.listPage)
    .execute()
}

/** Every idea with the names of its author and goal: what both stores of this folder read rows from. */
export function namedIdeas(db: Database) {
  return db
    .selectFrom('idea')
    .leftJoin('person as author', 'author.id', 'idea.authorId')
    .leftJoin('goal', 'goal.id', 'idea.goalId')
    .select(['author.name as authorName', 'goal.title as goalTitle'])
}
