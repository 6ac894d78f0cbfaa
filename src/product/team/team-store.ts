import type { TeamId } from '#platform/anywhere/identity.ts'
import { limits } from '#platform/anywhere/limits.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import type { Database } from '#platform/database.ts'
import type { Team } from './team.ts'

declare module '#platform/database.ts' {
  interface Tables {
    team: Team
  }
}

declare module '#platform/outbox.ts' {
  interface Events {
    'team.changed': { id: TeamId }
  }
}

/** @throws {Problem} `not-found`. */
export async function findTeam(db: Database, id: TeamId): Promise<Team> {
  const team = await db.selectFrom('team').selectAll().where('id', '=', id).executeTakeFirst()
  if (!team) throw new Problem('not-found', 'team.none')
  return team
}

/** By name, at most `limits.listPage`. */
export function listTeams(db: Database): Promise<Team[]> {
  return db.selectFrom('team').selectAll().orderBy('name').limit(limits.listPage).execute()
}

/** @throws {Problem} `out-of-step` when a team has this name. */
export async function addTeam(db: Database, team: Team): Promise<void> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('team')
    .values(team)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) throw new Problem('out-of-step', 'team.taken')
}

export async function storeTeam(db: Database, { id, name, department }: Team): Promise<void> {
  await db.updateTable('team').set({ name, department }).where('id', '=', id).execute()
}
