import { describe, expect, test } from 'vitest'
import { Role, type Signed, type TeamId } from './identity.ts'
import { policyEngine } from './policy.ts'

const can = policyEngine({
  'thing.read': { least: 'viewer' },
  'thing.run': { least: 'admin', team: 'lead', own: 'member' },
  'door.open': 'anyone',
})

function a(role: Role, changed: Partial<Signed> = {}): Signed {
  return { accountId: 'a', personId: 'me', workspaceId: 'w', role, teamId: null, ...changed } as Signed
}
const north = 'north' as TeamId
const south = 'south' as TeamId

describe('the policy engine', () => {
  test('refuses what has no row, and what is no row of a workspace', () => {
    expect(can(a('owner'), 'thing.unheard-of')).toBe(false)
    expect(can(a('owner'), 'door.open')).toBe(false)
  })

  test('a member runs what is their own and nothing else', () => {
    expect(can(a('member'), 'thing.run', { ownerId: 'me' })).toBe(true)
    expect(can(a('member'), 'thing.run', { ownerId: 'somebody' })).toBe(false)
    expect(can(a('member'), 'thing.run', { ownerId: null })).toBe(false)
  })

  test('a lead runs what is their team’s', () => {
    expect(can(a('lead', { teamId: north }), 'thing.run', { ownerId: 'x', teamId: north })).toBe(true)
    expect(can(a('lead', { teamId: north }), 'thing.run', { ownerId: 'x', teamId: south })).toBe(false)
    expect(can(a('lead', { teamId: north }), 'thing.run', { ownerId: 'me', teamId: south })).toBe(true)
  })

  test('a lead in no team leads everybody, and what is in no team is any lead’s', () => {
    expect(can(a('lead'), 'thing.run', { ownerId: 'x', teamId: south })).toBe(true)
    expect(can(a('lead', { teamId: north }), 'thing.run', { ownerId: 'x', teamId: null })).toBe(true)
  })

  test('more role never means less right', () => {
    const subjects = [undefined, { ownerId: 'me' }, { ownerId: 'x', teamId: south }, { ownerId: null, teamId: null }]
    for (const action of ['thing.read', 'thing.run'])
      for (const subject of subjects)
        for (const teamId of [null, north, south]) {
          const answers = Role.options.map((role) => can(a(role, { teamId }), action, subject))
          // Once yes, it stays yes for every role above.
          expect(answers.toSorted()).toEqual(answers)
        }
  })
})
