import { sql } from 'kysely'
import type { AccountId } from '#platform/anywhere/identity.ts'
import { limits } from '#platform/anywhere/limits.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import { dayMs } from '#platform/anywhere/time.ts'
import type { Database } from '#platform/database.ts'
import { hashOf, newSecret } from '#platform/tokens.ts'
import type { Account } from './account.ts'

declare module '#platform/database.ts' {
  interface Tables {
    account: Account
    signIn: { hash: Buffer; accountId: AccountId; createdAt: Date; lastUsedOn: string }
    signInTry: { bucket: Buffer; at: Date }
  }
}

declare module '#platform/outbox.ts' {
  interface Events {
    'account.sign-ins-ended': { accountId: AccountId }
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

/** @throws {Problem} `out-of-step` when the e-mail address has an account already. */
export async function addAccount(db: Database, account: Account): Promise<void> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('account')
    .values(account)
    .onConflict((conflict) => conflict.column('email').doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) throw new Problem('out-of-step', 'account.taken')
}

export async function storePassword(db: Database, id: AccountId, passwordHash: string): Promise<void> {
  await db.updateTable('account').set({ passwordHash }).where('id', '=', id).execute()
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
    .where('createdAt', '>', new Date(now.getTime() - limits.signInDays * dayMs))
    .where('lastUsedOn', '>=', isoDay(new Date(now.getTime() - limits.signInIdleDays * dayMs)))
    .executeTakeFirst()
  return row?.accountId ?? null
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

/** How often `bucket` (an account, or an address) was tried in vain within `limits.signInTriesMs`. */
export async function countTries(db: Database, bucket: string, now: Date): Promise<number> {
  const { tries } = await db
    .selectFrom('signInTry')
    .select(({ fn }) => fn.countAll().as('tries'))
    .where('bucket', '=', hashOf(bucket))
    .where('at', '>', new Date(now.getTime() - limits.signInTriesMs))
    .executeTakeFirstOrThrow()
  return Number(tries)
}

export async function addTry(db: Database, bucket: string, now: Date): Promise<void> {
  await db
    .insertInto('signInTry')
    .values({ bucket: hashOf(bucket), at: now })
    .execute()
}

/** Forgets the tries against `bucket`: somebody has shown that it is theirs. */
export async function forgetTries(db: Database, bucket: string): Promise<void> {
  await db.deleteFrom('signInTry').where('bucket', '=', hashOf(bucket)).execute()
}

export async function sweepSignIns(db: Database, now: Date): Promise<void> {
  await db
    .deleteFrom('signIn')
    .where('createdAt', '<=', new Date(now.getTime() - limits.signInDays * dayMs))
    .execute()
  await db
    .deleteFrom('signInTry')
    .where('at', '<=', new Date(now.getTime() - limits.signInTriesMs))
    .execute()
}

function isoDay(at: Date): string {
  return at.toISOString().slice(0, 10)
}
