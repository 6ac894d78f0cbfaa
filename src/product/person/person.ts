import { z } from 'zod'
import { AccountId, isAtLeast, PersonId, Role, type Signed, TeamId } from '#platform/anywhere/identity.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import { instant } from '#platform/anywhere/time.ts'

/** An account's membership in one workspace, with what others there call them and what they may do. */
export const Person = z.strictObject({
  id: PersonId,
  accountId: AccountId,
  name: z.string().trim().min(1).max(80),
  role: Role,
  teamId: TeamId.nullable(),
  joinedAt: instant,
  /** Set: this person sees nothing of the workspace any more, from that moment. What they did stays. */
  deactivatedAt: instant.nullable(),
  /** This person has put the workspace out of sight (the sample, mostly). */
  isHidden: z.boolean(),
})
export type Person = z.output<typeof Person>

/** What colleagues see of a person. */
export const Colleague = Person.pick({ id: true, name: true, role: true, teamId: true, deactivatedAt: true })
export type Colleague = z.output<typeof Colleague>

export const PersonChange = z.strictObject({
  role: Role.optional(),
  teamId: TeamId.nullable().optional(),
  name: Person.shape.name.optional(),
})
export type PersonChange = z.output<typeof PersonChange>

/**
 * The person after a change of role, team or name. Pure: the caller stores it.
 * Nobody gives or takes a role above their own, and a workspace keeps an owner.
 * @param owners How many active owners the workspace has.
 * @throws {Problem} `not-allowed`, `out-of-step`.
 */
export function changePerson(person: Person, change: PersonChange, by: Signed, owners: number): Person {
  const role = change.role ?? person.role
  if (role !== person.role) {
    if (!isAtLeast(by.role, role) || !isAtLeast(by.role, person.role))
      throw new Problem('not-allowed', 'person.above-you')
    if (person.role === 'owner' && owners <= 1) throw new Problem('out-of-step', 'person.last-owner')
  }
  return {
    ...person,
    role,
    teamId: change.teamId === undefined ? person.teamId : change.teamId,
    name: change.name ?? person.name,
  }
}

/** @throws {Problem} `not-allowed` for oneself or somebody above, `out-of-step` for the last owner. */
export function deactivatePerson(person: Person, by: Signed, owners: number, now: Date): Person {
  if (person.id === by.personId) throw new Problem('not-allowed', 'person.not-yourself')
  if (!isAtLeast(by.role, person.role)) throw new Problem('not-allowed', 'person.above-you')
  if (person.role === 'owner' && owners <= 1) throw new Problem('out-of-step', 'person.last-owner')
  return { ...person, deactivatedAt: now }
}

/** A link that opens an account may only be made for somebody who has no more rights, here or anywhere else. */
export function mayResetPassword(person: Person, by: Signed, memberships: number): boolean {
  return isAtLeast(by.role, person.role) && memberships <= 1 && person.deactivatedAt === null
}

/** A new membership, active and in sight. */
export function newPerson(given: Omit<Person, 'deactivatedAt' | 'isHidden'>): Person {
  return { ...given, deactivatedAt: null, isHidden: false }
}
