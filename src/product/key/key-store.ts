import { timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import type { HeldKey, PersonId, WorkspaceId } from '#platform/anywhere/identity.ts'
import { limits } from '#platform/anywhere/limits.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import { enter } from '#platform/database/doors.ts'
import { waitForTurn } from '#platform/database/wait-for-turn.ts'
import type { Database } from '#platform/database.ts'
import type { PresentedKey } from '#platform/key-text.ts'
import { hashOf } from '#platform/tokens.ts'
import { type Key, type KeyId, stateOf } from './key.ts'
import type { KeyShown } from './key-api.ts'

declare module '#platform/database.ts' {
  interface Tables {
    key: Key & { hash: Buffer }
  }
}

declare module '#platform/outbox.ts' {
  interface Events {
    'key.made': { id: KeyId }
    'key.revoked': { id: KeyId }
  }
}

/**
 * What a live key is good for, or null; and enters its workspace's scope. One that has run out, was revoked, or whose
 * person was let go is refused here, when it is read. Role and team are the person's of this moment.
 */
export async function findHeldKey(db: Database, { id, secret }: PresentedKey, now: Date): Promise<HeldKey | null> {
  await present(db, [id])
  const row = await db
    .selectFrom('key')
    .select(['hash', 'personId', 'scopes', 'addresses', 'perMinute'])
    .select(sql<WorkspaceId>`workspace_id`.as('inWorkspace'))
    .where('id', '=', id as KeyId)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', now)
    .executeTakeFirst()
  // Both are hashes of 32 bytes; how far they agree must not be told by the time that it takes.
  if (!row || !timingSafeEqual(row.hash, hashOf(secret))) return null
  const { inWorkspace: workspaceId, personId, scopes, addresses, perMinute } = row
  await enter(db, { workspaceId })
  const person = await db
    .selectFrom('person')
    .innerJoin('workspace', (join) => join.on(sql<boolean>`workspace.id = person.workspace_id`))
    .select(['accountId', 'role', 'teamId', 'slug'])
    .where('person.id', '=', personId)
    .where('deactivatedAt', 'is', null)
    .executeTakeFirst()
  if (!person) return null
  const { accountId, role, teamId, slug } = person
  await enter(db, { workspaceId, accountId })
  return {
    id,
    signed: { accountId, personId, workspaceId, role, teamId },
    workspaceSlug: slug,
    scopes,
    addresses,
    perMinute,
  }
}

/** Of these keys, those that still hold. From outside every workspace. */
export async function listLiveKeys(db: Database, ids: readonly string[], now: Date): Promise<Set<string>> {
  await present(db, ids)
  const rows = await db
    .selectFrom('key')
    .select('id')
    .where('id', '=', sql<KeyId>`any(presented_keys())`)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', now)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** Lets the transaction see these keys before it has entered a workspace. */
async function present(db: Database, ids: readonly string[]): Promise<void> {
  await sql`select set_config('app.keys', ${ids.join(',')}, true)`.execute(db)
}

/** Notes the day on which a key was used. */
export async function touchKey(db: Database, id: string, now: Date): Promise<void> {
  const lastUsedOn = now.toISOString().slice(0, 10)
  await db
    .updateTable('key')
    .set({ lastUsedOn })
    .where('id', '=', id as KeyId)
    .where((where) => where.or([where('lastUsedOn', 'is', null), where('lastUsedOn', '<', lastUsedOn)]))
    .execute()
}

const columns = [
  'key.id',
  'personId',
  'key.name',
  'scopes',
  'addresses',
  'perMinute',
  'madeAt',
  'expiresAt',
  'lastUsedOn',
  'revokedAt',
  'revokedById',
] as const

/** Live ones first, then newest first, at most `limits.listPage`. @param personId Whose; null for everybody's. */
export async function listKeys(db: Database, personId: PersonId | null, now: Date): Promise<KeyShown[]> {
  let query = shownKeys(db)
  if (personId) query = query.where('personId', '=', personId)
  const rows = await query
    .orderBy(sql`revoked_at is not null or deactivated_at is not null or expires_at <= ${now}`)
    .orderBy('madeAt', 'desc')
    .orderBy('key.id')
    .limit(limits.listPage)
    .execute()
  return rows.map((row) => withState(row, now))
}

/** @throws {Problem} `not-found`. */
export async function findKeyShown(db: Database, id: KeyId, now: Date): Promise<KeyShown> {
  const row = await shownKeys(db).where('key.id', '=', id).executeTakeFirst()
  if (!row) throw new Problem('not-found', 'key.none')
  return withState(row, now)
}

function shownKeys(db: Database) {
  return db
    .selectFrom('key')
    .innerJoin('person', 'person.id', 'key.personId')
    .select(columns)
    .select(['person.name as personName', 'person.deactivatedAt'])
}

function withState(
  { deactivatedAt, ...row }: Omit<KeyShown, 'state'> & { deactivatedAt: Date | null },
  now: Date,
): KeyShown {
  return { ...row, state: stateOf(row, { deactivatedAt }, now) }
}

/** @throws {Problem} `not-found`. */
export async function findKey(db: Database, id: KeyId): Promise<Key> {
  const key = await db.selectFrom('key').select(columns).where('id', '=', id).executeTakeFirst()
  if (!key) throw new Problem('not-found', 'key.none')
  return key
}

/**
 * How many keys somebody has that still work. Whoever makes one meanwhile waits until this transaction ends: two at once
 * would both find room for one more.
 */
export async function countLiveKeys(db: Database, personId: PersonId, now: Date): Promise<number> {
  await waitForTurn(db, 'key.make', personId)
  const { keys } = await db
    .selectFrom('key')
    .select(({ fn }) => fn.countAll().as('keys'))
    .where('personId', '=', personId)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', now)
    .executeTakeFirstOrThrow()
  return Number(keys)
}

export async function addKey(db: Database, key: Key, secret: string): Promise<void> {
  await db
    .insertInto('key')
    .values({ ...key, hash: hashOf(secret) })
    .execute()
}

/** Of two who revoke at once the first stays: a key dies once. */
export async function storeRevocation(db: Database, { id, revokedAt, revokedById }: Key): Promise<void> {
  await db
    .updateTable('key')
    .set({ revokedAt, revokedById })
    .where('id', '=', id)
    .where('revokedAt', 'is', null)
    .execute()
}
