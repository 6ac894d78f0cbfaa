import { sql } from 'kysely'
import { type AccountId, PersonId, Role, type Signed, TeamId, type WorkspaceId } from '#platform/anywhere/identity.ts'
import { limits } from '#platform/anywhere/limits.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import { asJson } from '#platform/database/json.ts'
import type { Database } from '#platform/database.ts'
import { revokeTokens } from '#platform/tokens.ts'
import { type Colleague, type Invitation, InvitationId, type Person } from './person.ts'
import type { Membership } from './person-api.ts'

declare module '#platform/database.ts' {
  interface Tables {
    person: Person
  }
}

declare module '#platform/outbox.ts' {
  interface Events {
    'person.joined': { id: PersonId }
    'person.changed': { id: PersonId }
    'person.invited': { id: InvitationId }
    'person.uninvited': { id: InvitationId }
    'person.deactivated': { personId: PersonId }
    'person.wants-sample': { accountId: AccountId }
  }
}

/** The account's active membership in the workspace at this address, or null; and enters that workspace's scope. */
export async function findSigned(db: Database, accountId: AccountId, slug: string): Promise<Signed | null> {
  const row = await db
    .selectFrom('person')
    .innerJoin('workspace', (join) => join.on(sql<boolean>`workspace.id = person.workspace_id`))
    .select(['person.id as personId', 'person.role', 'person.teamId', 'workspace.id as inWorkspace'])
    .select(sql`set_config('app.workspace', workspace.id::text, true)`.as('entered'))
    .where('workspace.slug', '=', slug)
    .where('person.accountId', '=', accountId)
    .where('person.deactivatedAt', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  const { personId, role, teamId, inWorkspace } = row
  return { accountId, personId, workspaceId: inWorkspace, role, teamId }
}

/** The workspaces that the account of this transaction is in, by name. */
export async function listMemberships(db: Database, accountId: AccountId): Promise<Membership[]> {
  const rows = await db
    .selectFrom('person')
    .innerJoin('workspace', (join) => join.on(sql<boolean>`workspace.id = person.workspace_id`))
    .select(['person.id as personId', 'role', 'slug', 'workspace.name', 'isSample', 'isHidden'])
    .where('person.accountId', '=', accountId)
    .where('person.deactivatedAt', 'is', null)
    .orderBy('workspace.name')
    .limit(limits.listPage)
    .execute()
  return rows.map(({ personId, role, slug, name, isSample, isHidden }) => ({
    personId,
    role,
    workspace: { slug, name, isSample },
    isHidden,
  }))
}

/** @throws {Problem} `not-found`. */
export async function findPerson(db: Database, id: PersonId): Promise<Person> {
  const person = await db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()
  if (!person) throw new Problem('not-found', 'person.none')
  return person
}

/** By name, at most `limits.listPage`; those who have left last. */
export function listColleagues(db: Database): Promise<Colleague[]> {
  return db
    .selectFrom('person')
    .select(['id', 'name', 'role', 'teamId', 'deactivatedAt'])
    .orderBy(sql`deactivated_at is not null`)
    .orderBy('name')
    .limit(limits.listPage)
    .execute()
}

/** Active owners. Locks them until the end of the transaction, so that two cannot step down at once. */
export async function countOwners(db: Database): Promise<number> {
  const owners = await db
    .selectFrom('person')
    .select('id')
    .where('role', '=', 'owner')
    .where('deactivatedAt', 'is', null)
    // In one order: two that wait for the same owners never wait for each other.
    .orderBy('id')
    .forUpdate()
    .execute()
  return owners.length
}

/** @throws {Problem} `out-of-step` when the account is in this workspace already. */
export async function addPerson(db: Database, person: Person): Promise<void> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('person')
    .values(person)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) throw new Problem('out-of-step', 'person.joined-already')
}

export async function storePerson(db: Database, { id, name, role, teamId, deactivatedAt }: Person): Promise<void> {
  await db.updateTable('person').set({ name, role, teamId, deactivatedAt }).where('id', '=', id).execute()
}

/** Only this: whoever hides the workspace while an admin lets them go must not write the old role back. */
export async function storeHidden(db: Database, id: PersonId, isHidden: boolean): Promise<void> {
  await db.updateTable('person').set({ isHidden }).where('id', '=', id).execute()
}

/** Open invitations to this workspace, the longest-lived first, at most `limits.listPage`. */
export async function listInvitations(db: Database, workspaceId: WorkspaceId, now: Date): Promise<Invitation[]> {
  const rows = await db
    .selectFrom('token')
    .select(['subject', 'expiresAt'])
    .where('purpose', '=', 'invitation')
    .where('subject', '@>', asJson({ workspaceId }))
    .where('expiresAt', '>', now)
    .orderBy('expiresAt', 'desc')
    .limit(limits.listPage)
    .execute()
  return rows.map(({ subject: { id, role, teamId, madeBy }, expiresAt }) => ({
    id: InvitationId.parse(id),
    role: Role.parse(role),
    teamId: teamId ? TeamId.parse(teamId) : null,
    madeBy: PersonId.parse(madeBy),
    expiresAt,
  }))
}

/** Takes back the links that open the person's account, and those they have made for others. */
export async function revokeLinks(db: Database, { id, accountId }: Person): Promise<void> {
  await revokeTokens(db, 'password-reset', { accountId })
  await revokeTokens(db, 'password-reset', { madeBy: id })
  await revokeTokens(db, 'invitation', { madeBy: id })
}

/** In how many workspaces an account is active. Counts across workspaces and shows none of them. */
export async function countMemberships(db: Database, accountId: AccountId): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count_memberships(${accountId}) as count`.execute(db)
  return rows[0]?.count ?? 0
}

/** Whether anybody has an account: then the set-up is done. */
export async function hasAccounts(db: Database): Promise<boolean> {
  return (await db.selectFrom('account').select('id').limit(1).executeTakeFirst()) !== undefined
}
