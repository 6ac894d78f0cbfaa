import { z } from 'zod'
import { AccountId, isAtLeast, PersonId, Role, type Signed, TeamId } from '#platform/anywhere/identity.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import { instant } from '#platform/anywhere/time.ts'
import { personPolicy } from './person-policy.ts'

export const InvitationId = z.uuid().brand<'InvitationId'>()
export type InvitationId = z.output<typeof InvitationId>

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

/** A link that has not been used yet. Its secret was shown once, to whoever made it. */
export const Invitation = z.strictObject({
  id: InvitationId,
  role: Role,
  teamId: TeamId.nullable(),
  madeBy: PersonId,
  expiresAt: instant,
})
export type Invitation = z.output<typeof Invitation>

/**
 * The person after a change of role, team or name. Pure: the caller stores it.
 * Nobody changes somebody above, gives a role above their own, or leaves the workspace without an owner.
 * @param owners How many active owners the workspace has.
 * @throws {Problem} `not-allowed`, `out-of-step`.
 */
export function changePerson(person: Person, change: PersonChange, by: Signed, owners: number): Person {
  const role = change.role ?? person.role
  if (!isAtLeast(by.role, role) || !isAtLeast(by.role, person.role))
    throw new Problem('not-allowed', 'person.above-you')
  if (role !== person.role && isLastOwner(person, owners)) throw new Problem('out-of-step', 'person.last-owner')
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
  if (isLastOwner(person, owners)) throw new Problem('out-of-step', 'person.last-owner')
  return { ...person, deactivatedAt: person.deactivatedAt ?? now }
}

function isLastOwner({ role, deactivatedAt }: Person, owners: number): boolean {
  return role === 'owner' && deactivatedAt === null && owners <= 1
}

/** Asked when an invitation is made, and again when it is accepted: a link gives no more than its maker may still give. */
export function mayInvite({ role: own, deactivatedAt }: Pick<Person, 'role' | 'deactivatedAt'>, role: Role): boolean {
  return deactivatedAt === null && isAtLeast(own, personPolicy['person.manage'].least) && isAtLeast(own, role)
}

/** A link that opens an account may only be made for somebody who has no more rights, here or anywhere else. */
export function mayResetPassword(person: Person, by: Signed, memberships: number): boolean {
  return isAtLeast(by.role, person.role) && memberships <= 1 && person.deactivatedAt === null
}

/** A new membership, active and in sight. */
export function newPerson(given: Omit<Person, 'deactivatedAt' | 'isHidden'>): Person {
  return { ...given, deactivatedAt: null, isHidden: false }
}
