import { sql } from 'kysely'
import type { AccountId } from '#platform/anywhere/identity.ts'
import { limits } from '#platform/anywhere/limits.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import { dayMs } from '#platform/anywhere/time.ts'
import type { Database } from '#platform/database.ts'
import { hashOf, newSecret, revokeTokens } from '#platform/tokens.ts'
import type { Account } from './account.ts'

declare module '#platform/database.ts' {
  interface Tables {
    account: Account
    signIn: { hash: Buffer; accountId: AccountId; createdAt: Date; lastUsedOn: string }
    signInTry: { id: string; bucket: Buffer; at: Date }
  }
}

declare module '#platform/outbox.ts' {
  interface Events {
    'account.sign-ins-ended': { accountId: AccountId }
    /** One sign-in, by the hex of its hash. */
    'account.sign-in-ended': { signIn: string }
  }
}

export async function findAccountByEmail(db: Database, email: string): Promise<Account | null> {
  return (await db.selectFrom('account').selectAll().where('email', '=', email).executeTakeFirst()) ?? null
}

/** @throws {Problem} `not-found`. */
export async function findAccount(db: Database, id: AccountId): Promise<Account> {
  const account = await db.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst()
  if (!account) throw new Problem('not-found', 'account.none')
  return account
}

/**
 * The account, held until the end of the transaction: its password, its memberships and the links that open it change
 * one after the other.
 * @throws {Problem} `not-found`.
 */
export async function holdAccount(db: Database, id: AccountId): Promise<Account> {
  const account = await db.selectFrom('account').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
  if (!account) throw new Problem('not-found', 'account.none')
  return account
}

/** @throws {Problem} `out-of-step` when the e-mail address has an account already. */
export async function addAccount(db: Database, account: Account): Promise<void> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('account')
    .values(account)
    .onConflict((conflict) => conflict.column('email').doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) throw new Problem('out-of-step', 'account.taken')
}

/** Sets the password and ends every sign-in and every link that the one before has opened. */
export async function storePassword(db: Database, id: AccountId, passwordHash: string): Promise<void> {
  await db.updateTable('account').set({ passwordHash }).where('id', '=', id).execute()
  await endSignIns(db, id)
  await revokeTokens(db, 'password-reset', { accountId: id })
}

/** Starts a sign-in and returns its secret, which only the cookie holds. */
export async function addSignIn(db: Database, accountId: AccountId, now: Date): Promise<string> {
  const secret = newSecret()
  await db
    .insertInto('signIn')
    .values({ hash: hashOf(secret), accountId, createdAt: now, lastUsedOn: isoDay(now) })
    .execute()
  return secret
}

/**
 * The account of a live sign-in, or null, and enters that account's scope. An expired sign-in is refused here, when it
 * is read, and not only when somebody sweeps.
 */
export async function findSignIn(db: Database, secret: string, now: Date): Promise<AccountId | null> {
  const row = await db
    .selectFrom('signIn')
    .select(['accountId', sql`set_config('app.account', account_id::text, true)`.as('entered')])
    .where('hash', '=', hashOf(secret))
    .where('createdAt', '>', oldestStart(now))
    .where('lastUsedOn', '>=', oldestUse(now))
    .executeTakeFirst()
  return row?.accountId ?? null
}

/** Of these sign-ins (hashes in hex), those that still hold. */
export async function listLiveSignIns(db: Database, signIns: readonly string[], now: Date): Promise<Set<string>> {
  const hashes = signIns.map((signIn) => Buffer.from(signIn, 'hex'))
  const rows = await db
    .selectFrom('signIn')
    .select('hash')
    .where('hash', '=', sql<Buffer>`any(${hashes}::bytea[])`)
    .where('createdAt', '>', oldestStart(now))
    .where('lastUsedOn', '>=', oldestUse(now))
    .execute()
  return new Set(rows.map(({ hash }) => hash.toString('hex')))
}

/** Notes that a sign-in was used today. The day is enough: an hour would say when somebody works. */
export async function touchSignIn(db: Database, secret: string, now: Date): Promise<void> {
  await db
    .updateTable('signIn')
    .set({ lastUsedOn: isoDay(now) })
    .where('hash', '=', hashOf(secret))
    .where('lastUsedOn', '<', isoDay(now))
    .execute()
}

export async function endSignIn(db: Database, secret: string): Promise<void> {
  await db.deleteFrom('signIn').where('hash', '=', hashOf(secret)).execute()
}

export async function endSignIns(db: Database, accountId: AccountId): Promise<void> {
  await db.deleteFrom('signIn').where('accountId', '=', accountId).execute()
}

/** Where a try counts, and how many it may be one of within `limits.signInTriesMs`. */
export interface Bucket {
  readonly name: string
  readonly most: number
}

/**
 * Notes a try before the password is looked at, so that many at once cannot all be looked at. Exact: tries of one
 * bucket wait for each other. A refused try counts nowhere, and every try is forgotten after `limits.signInTriesMs`:
 * whoever is kept out by somebody else's guessing is so no longer than that after it ends.
 * @throws {Problem} `too-many` when one of the buckets is full.
 */
export async function reserveTry(db: Database, id: string, buckets: readonly Bucket[], now: Date): Promise<void> {
  const hashed = buckets.map(({ name, most }) => ({ bucket: hashOf(name), most }))
  // In one order for everybody: two tries that share two buckets would otherwise wait for each other for ever.
  const locks = hashed.map(({ bucket }) => bucket.readBigInt64BE()).toSorted((a, b) => (a < b ? -1 : 1))
  for (const lock of locks) await sql`select pg_advisory_xact_lock(${lock})`.execute(db)
  for (const { bucket, most } of hashed)
    if ((await countTries(db, bucket, now)) >= most)
      throw new Problem('too-many', 'account.too-many-tries', { seconds: limits.signInTriesMs / 1_000, minutes: 15 })
  await db
    .insertInto('signInTry')
    .values(hashed.map(({ bucket }) => ({ id, bucket, at: now })))
    .execute()
}

async function countTries(db: Database, bucket: Buffer, now: Date): Promise<number> {
  const { tries } = await db
    .selectFrom('signInTry')
    .select(({ fn }) => fn.countAll().as('tries'))
    .where('bucket', '=', bucket)
    .where('at', '>', new Date(now.getTime() - limits.signInTriesMs))
    .executeTakeFirstOrThrow()
  return Number(tries)
}

/** Takes back a try that was right, or that was not looked at. */
export async function takeBackTry(db: Database, id: string): Promise<void> {
  await db.deleteFrom('signInTry').where('id', '=', id).execute()
}

/** Forgets the tries in a bucket: somebody has shown that it is theirs. */
export async function forgetTries(db: Database, { name }: Bucket): Promise<void> {
  await db.deleteFrom('signInTry').where('bucket', '=', hashOf(name)).execute()
}

export async function sweepSignIns(db: Database, now: Date): Promise<void> {
  await db.deleteFrom('signIn').where('createdAt', '<=', oldestStart(now)).execute()
  await db
    .deleteFrom('signInTry')
    .where('at', '<=', new Date(now.getTime() - limits.signInTriesMs))
    .execute()
}

/** A sign-in that began then or before has run out. */
function oldestStart(now: Date): Date {
  return new Date(now.getTime() - limits.signInDays * dayMs)
}

/** The first day of use that still counts. */
function oldestUse(now: Date): string {
  return isoDay(new Date(now.getTime() - limits.signInIdleDays * dayMs))
}

function isoDay(at: Date): string {
  return at.toISOString().slice(0, 10)
}
