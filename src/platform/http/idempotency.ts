import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { limits } from '../anywhere/limits.ts'
import { Problem } from '../anywhere/problem.ts'
import { hourMs } from '../anywhere/time.ts'
import { asJson } from '../database/json.ts'
import type { Database } from '../database.ts'

declare module '#platform/database.ts' {
  interface Tables {
    idempotency: {
      principal: string
      key: string
      requestHash: Buffer
      status: number
      answer: unknown
      expiresAt: Date
    }
  }
}

/** One request as idempotency sees it: who sent it, under which key, and what it says. */
export interface Repeatable {
  /** The person, or the account, or the network address of somebody unknown; hashed where it is an address. */
  readonly principal: string
  readonly key: string
  /** Path and body. Null where it holds a secret, of which not even a hash is kept: a hash can be guessed against. */
  readonly request: string | null
}

/**
 * The stored answer to this request if it was carried out before, otherwise null. From here to the end of the
 * transaction nobody else works on the same key.
 * @throws {Problem} `out-of-step` while the first one is still running, or when its answer held a secret;
 * `bad-input` when the key came with another request.
 */
export async function findAnswer(
  db: Database,
  { principal, key, request }: Repeatable,
  now: Date,
): Promise<{ answer: unknown } | null> {
  if (!/^[\x21-\x7e]{8,200}$/.test(key)) throw new Problem('bad-input', 'http.key-form')
  // Taken first: without it a concurrent duplicate would wait on the unique index instead of hearing that it is early.
  const lock = await sql<{
    mine: boolean
  }>`select pg_try_advisory_xact_lock(hashtextextended(${`${principal} ${key}`}, 0)) as mine`.execute(db)
  if (!lock.rows[0]?.mine) throw new Problem('out-of-step', 'http.key-running')
  const row = await db
    .selectFrom('idempotency')
    .select(['requestHash', 'status', 'answer'])
    .where('principal', '=', principal)
    .where('key', '=', key)
    .where('expiresAt', '>', now)
    .executeTakeFirst()
  if (!row) return null
  if (row.status === secretStatus) throw new Problem('out-of-step', 'http.key-secret')
  if (!row.requestHash.equals(hashRequest(request))) throw new Problem('bad-input', 'http.key-reused')
  return { answer: row.answer }
}

/** Stores the answer beside the effect. A secret answer leaves only the fact that it was given. */
export async function keepAnswer(
  db: Database,
  { principal, key, request }: Repeatable,
  answer: { isSecret: boolean; body: unknown },
  now: Date,
): Promise<void> {
  const text = JSON.stringify(answer.body ?? null)
  // Too large to keep: the effect stands, and a repetition is told so instead of being answered again.
  const isKept = !answer.isSecret && text.length <= limits.idempotencyAnswer
  const row = {
    requestHash: hashRequest(request),
    status: isKept ? 200 : secretStatus,
    answer: asJson(isKept ? (answer.body ?? null) : null),
    expiresAt: new Date(now.getTime() + limits.idempotencyHours * hourMs),
  }
  await db
    .deleteFrom('idempotency')
    .where('principal', '=', principal)
    .where('key', '=', key)
    .where('expiresAt', '<=', now)
    .execute()
  await db
    .insertInto('idempotency')
    .values({ principal, key, ...row })
    .execute()
}

/** Forgets what is older than `limits.idempotencyHours`. */
export async function sweepAnswers(db: Database, now: Date): Promise<void> {
  await db.deleteFrom('idempotency').where('expiresAt', '<=', now).execute()
}

const secretStatus = 0

function hashRequest(request: string | null): Buffer {
  return request === null ? Buffer.alloc(32) : createHash('sha256').update(request).digest()
}
