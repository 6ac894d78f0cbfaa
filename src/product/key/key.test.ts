import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { AccountId, PersonId, Signed, WorkspaceId } from '#platform/anywhere/identity.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import { dayMs } from '#platform/anywhere/time.ts'
import { type Key, type KeyId, NewKey, newKey, revokeKey, stateOf } from './key.ts'
import { readScopes } from './scope.ts'

const now = new Date('2026-11-24T10:00:00Z')
const by: Signed = {
  accountId: randomUUID() as AccountId,
  personId: randomUUID() as PersonId,
  workspaceId: randomUUID() as WorkspaceId,
  role: 'member',
  teamId: null,
}
const asked = { name: 'Till', scopes: ['measurement.add', 'site.read'] }
const given = { id: randomUUID() as KeyId, by, now, live: 0, may: () => true }
const aKey = (change: Partial<Key> = {}): Key => ({ ...newKey(NewKey.parse(asked), given), ...change })

describe('making a key', () => {
  test('it works for 90 days, asks 60 times a minute, and comes from anywhere, unless said otherwise', () => {
    const key = aKey()
    expect(key.expiresAt.getTime() - now.getTime()).toBe(90 * dayMs)
    expect(key).toMatchObject({ perMinute: 60, addresses: [], personId: by.personId, lastUsedOn: null })
  })

  test('it lives a year at most', () => {
    expect(NewKey.safeParse({ ...asked, days: 365 }).success).toBe(true)
    for (const days of [366, 0, 1.5, -1, null]) expect(NewKey.safeParse({ ...asked, days }).success).toBe(false)
  })

  test('it needs something that it may, and knows nothing else', () => {
    expect(NewKey.safeParse({ ...asked, scopes: [] }).success).toBe(false)
    for (const scope of ['key.make', 'key.revoke', 'person.manage', 'person.own', 'no.such', '*'])
      expect(NewKey.safeParse({ ...asked, scopes: [scope] }).success, scope).toBe(false)
  })

  test('an address is one, or a network', () => {
    for (const address of ['192.0.2.7', '10.0.0.0/8', '::1', '2001:db8::/32'])
      expect(NewKey.safeParse({ ...asked, addresses: [address] }).success, address).toBe(true)
    for (const address of ['localhost', '10.0.0.0/33', '1.2.3', '0x7f.1', ''])
      expect(NewKey.safeParse({ ...asked, addresses: [address] }).success, address).toBe(false)
  })

  test('nobody gives a key what they may not do themselves; the field says which', () => {
    const may = (scope: string) => scope !== 'site.read'
    const wrong = [{ pointer: '#/scopes/1', message: 'key.beyond-you' as const }]
    expect(() => newKey(NewKey.parse(asked), { ...given, may })).toThrow(
      new Problem('bad-input', 'key.beyond-you', {}, wrong),
    )
  })

  test('a person has fifty live ones at most', () => {
    expect(() => newKey(NewKey.parse(asked), { ...given, live: 50 })).toThrow(
      new Problem('out-of-step', 'key.too-many', { most: 50 }),
    )
    expect(newKey(NewKey.parse(asked), { ...given, live: 49 }).name).toBe('Till')
  })

  test('a scope that is named twice is given once', () => {
    expect(newKey({ ...NewKey.parse(asked), scopes: ['idea.read', 'idea.read'] }, given).scopes).toEqual(['idea.read'])
  })
})

describe('the state of a key', () => {
  const here = { deactivatedAt: null }

  test('it runs out at its moment, not after it', () => {
    const key = aKey()
    expect(stateOf(key, here, new Date(key.expiresAt.getTime() - 1))).toBe('live')
    expect(stateOf(key, here, key.expiresAt)).toBe('run-out')
  })

  test('it dies with its person, and by being revoked', () => {
    expect(stateOf(aKey(), { deactivatedAt: now }, now)).toBe('person-left')
    expect(stateOf(revokeKey(aKey(), by, now), here, now)).toBe('revoked')
  })

  test('revoking again keeps who did it first, and when', () => {
    const revoked = revokeKey(aKey(), by, now)
    expect(revokeKey(revoked, { ...by, personId: randomUUID() as PersonId }, new Date())).toEqual(revoked)
  })
})

test('what only reads changes nothing', () => {
  expect(readScopes.length).toBeGreaterThan(10)
  for (const scope of readScopes) expect(scope).toMatch(/\.read$/)
})
