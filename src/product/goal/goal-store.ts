import { sql } from 'kysely'
import { limits } from '#platform/anywhere/limits.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import type { Database } from '#platform/database.ts'
import type { Goal, GoalId } from './goal.ts'
import type { GoalRow } from './goal-api.ts'

declare module '#platform/database.ts' {
  interface Tables {
    goal: Goal
  }
}

declare module '#platform/outbox.ts' {
  interface Events {
    'goal.written': { id: GoalId }
    'goal.edited': { id: GoalId }
  }
}

/** @throws {Problem} `not-found`. */
export async function findGoal(db: Database, id: GoalId): Promise<GoalRow> {
  const goal = await goalRows(db).where('goal.id', '=', id).executeTakeFirst()
  if (!goal) throw new Problem('not-found', 'goal.none')
  return goal
}

/** The next to fall due first, those past their day last; at most `limits.listPage`. */
export function listGoals(db: Database): Promise<GoalRow[]> {
  return goalRows(db)
    .orderBy(sql`due_on < current_date`)
    .orderBy('dueOn')
    .orderBy('goal.id')
    .limit(limits.listPage)
    .execute()
}

export async function addGoal(db: Database, goal: Goal): Promise<void> {
  await db.insertInto('goal').values(goal).execute()
}

/**
 * Stores an edit, but only on top of the text that its writer had before them.
 * @throws {Problem} `out-of-step` when somebody edited it in between.
 */
export async function storeGoal(db: Database, goal: Goal, seenEditedAt: Date | null): Promise<void> {
  const { title, unit, start, target, dueOn, why, editedAt } = goal
  const { numUpdatedRows } = await db
    .updateTable('goal')
    .set({ title, unit, start, target, dueOn, why, editedAt })
    .where('id', '=', goal.id)
    .where('editedAt', 'is not distinct from', seenEditedAt)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Problem('out-of-step', 'goal.edited-meanwhile')
}

function goalRows(db: Database) {
  return db
    .selectFrom('goal')
    .innerJoin('person', 'person.id', 'goal.ownerId')
    .selectAll('goal')
    .select('person.name as ownerName')
}
