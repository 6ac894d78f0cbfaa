import { createHash, randomBytes } from 'node:crypto'
import { asJson } from './database/json.ts'
import type { Database } from './database.ts'

declare module '#platform/database.ts' {
  interface Tables {
    token: { hash: Buffer; purpose: string; subject: Record<string, string>; expiresAt: Date }
  }
}

/** What a link is good for. A token made for one purpose is refused for every other. */
export type Purpose = 'set-up' | 'invitation' | 'password-reset' | 'shared-result'

/** A new secret: 256 random bits as 43 characters that need no escaping in a link. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored of a secret. Plain SHA-256: the secret has 256 random bits, so there is nothing to guess. */
export function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

/** Stores a new single-use token and returns its secret, which is shown once and kept nowhere. */
export async function issueToken(
  db: Database,
  purpose: Purpose,
  subject: Record<string, string>,
  expiresAt: Date,
): Promise<string> {
  const secret = newSecret()
  await db
    .insertInto('token')
    .values({ hash: hashOf(secret), purpose, subject: asJson(subject), expiresAt })
    .execute()
  return secret
}

/** What a live token of `purpose` is about, or null. Does not spend it: opening a link must not use it up. */
export async function peekToken(
  db: Database,
  purpose: Purpose,
  secret: string,
  now: Date,
): Promise<Record<string, string> | null> {
  const row = await db
    .selectFrom('token')
    .select('subject')
    .where('hash', '=', hashOf(secret))
    .where('purpose', '=', purpose)
    .where('expiresAt', '>', now)
    .executeTakeFirst()
  return row?.subject ?? null
}

/** Spends a token: what it is about, or null when it is unknown, expired, spent, or for another purpose. */
export async function spendToken(
  db: Database,
  purpose: Purpose,
  secret: string,
  now: Date,
): Promise<Record<string, string> | null> {
  const row = await db
    .deleteFrom('token')
    .where('hash', '=', hashOf(secret))
    .where('purpose', '=', purpose)
    .where('expiresAt', '>', now)
    .returning('subject')
    .executeTakeFirst()
  return row?.subject ?? null
}

/** Takes back every token of `purpose` whose subject has these fields. @returns Whether there was one. */
export async function revokeTokens(db: Database, purpose: Purpose, subject: Record<string, string>): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('token')
    .where('purpose', '=', purpose)
    .where('subject', '@>', asJson(subject))
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Removes what has expired. */
export async function sweepTokens(db: Database, now: Date): Promise<void> {
  await db.deleteFrom('token').where('expiresAt', '<=', now).execute()
}
