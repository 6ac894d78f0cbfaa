import { z } from 'zod'
import { PersonId, type Signed } from '#platform/anywhere/identity.ts'
import { limits } from '#platform/anywhere/limits.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import { day, dayMs, instant } from '#platform/anywhere/time.ts'
import { KeyScope } from './scope.ts'

export const KeyId = z.uuid().brand<'KeyId'>()
export type KeyId = z.output<typeof KeyId>

/** A key that lets a program act for the person who made it. What opens the door is not in here: it was shown once. */
export const Key = z.strictObject({
  id: KeyId,
  /** Whom it acts for: who made it. It never may more than they do. */
  personId: PersonId,
  name: z.string().trim().min(1).max(80),
  /** Rows of the rights table, as they were called when it was made. */
  scopes: z.array(z.string()),
  /** Network addresses and networks that it may be sent from. Empty: from anywhere. */
  addresses: z.array(z.string()),
  /** Requests a minute, at most. */
  perMinute: z.int().min(1).max(limits.keyRequests),
  madeAt: instant,
  expiresAt: instant,
  /** The day is enough: an hour would say when somebody works. */
  lastUsedOn: day.nullable(),
  revokedAt: instant.nullable(),
  revokedById: PersonId.nullable(),
})
export type Key = z.output<typeof Key>

/** The part a person chooses. */
export const NewKey = z.strictObject({
  name: Key.shape.name,
  scopes: z.array(KeyScope).min(1).max(KeyScope.options.length),
  days: z.int().min(1).max(limits.keyDays).default(limits.keyDaysUsual),
  addresses: z
    .array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]))
    .max(limits.keyAddresses)
    .default([]),
  perMinute: Key.shape.perMinute.default(limits.keyRequestsUsual),
})
export type NewKey = z.output<typeof NewKey>

/** Whether it still opens something, and if not, why. */
export const KeyState = z.enum(['live', 'run-out', 'revoked', 'person-left'])
export type KeyState = z.output<typeof KeyState>

export function stateOf(
  { expiresAt, revokedAt }: Pick<Key, 'expiresAt' | 'revokedAt'>,
  person: { deactivatedAt: Date | null },
  now: Date,
): KeyState {
  if (revokedAt !== null) return 'revoked'
  if (person.deactivatedAt !== null) return 'person-left'
  return expiresAt.getTime() <= now.getTime() ? 'run-out' : 'live'
}

/**
 * A new key. Pure: the caller stores it with the hash of its secret.
 * @param may Whether its maker may do something, to whatever things.
 * @param live How many live keys they have.
 * @throws {Problem} `bad-input` for a scope that its maker does not have, `out-of-step` past `limits.keysOfPerson`.
 */
export function newKey(
  { name, scopes, days, addresses, perMinute }: NewKey,
  { id, by, now, live, may }: { id: KeyId; by: Signed; now: Date; live: number; may: (scope: KeyScope) => boolean },
): Key {
  const beyond = scopes.flatMap((scope, place) => (may(scope) ? [] : [place]))
  if (beyond.length > 0)
    throw new Problem(
      'bad-input',
      'key.beyond-you',
      {},
      beyond.map((place) => ({ pointer: `#/scopes/${place}`, message: 'key.beyond-you' })),
    )
  if (live >= limits.keysOfPerson) throw new Problem('out-of-step', 'key.too-many', { most: limits.keysOfPerson })
  return {
    id,
    personId: by.personId,
    name,
    scopes: [...new Set(scopes)],
    addresses,
    perMinute,
    madeAt: now,
    expiresAt: new Date(now.getTime() + days * dayMs),
    lastUsedOn: null,
    revokedAt: null,
    revokedById: null,
  }
}

/** The key, dead from now on. Revoking it again changes nothing: it says who did it first, and when. */
export function revokeKey(key: Key, by: Signed, now: Date): Key {
  return key.revokedAt === null ? { ...key, revokedAt: now, revokedById: by.personId } : key
}
