import { z } from 'zod'
import { endpoint } from '#platform/anywhere/endpoint.ts'
import { AccountId, PersonId, Role, TeamId } from '#platform/anywhere/identity.ts'
import { Email, Password } from '#product/account/account.ts'
import { NewWorkspace, Workspace } from '#product/workspace/workspace.ts'
import { Colleague, Invitation, InvitationId, Person, PersonChange } from './person.ts'

const LinkToken = z.string().max(100)

export const Membership = z.strictObject({
  personId: PersonId,
  role: Role,
  workspace: Workspace.pick({ slug: true, name: true, isSample: true }),
  isHidden: z.boolean(),
})
export type Membership = z.output<typeof Membership>

/** Who is signed in, in this workspace: what a page needs before it draws anything. */
export const Myself = z.strictObject({
  accountId: AccountId,
  personId: PersonId,
  name: Person.shape.name,
  email: Email,
  role: Role,
  teamId: TeamId.nullable(),
  workspace: Workspace,
})
export type Myself = z.output<typeof Myself>

export const personApi = {
  checkSetUp: endpoint({
    method: 'POST',
    path: '/set-up/checks',
    scope: 'installation',
    policy: 'person.enter',
    input: z.strictObject({ token: LinkToken }),
    output: z.strictObject({ isValid: z.boolean(), isDone: z.boolean() }),
    says: 'Whether the set-up link works, and whether the set-up is done. Does not use the link up.',
    reads: true,
  }),
  setUp: endpoint({
    method: 'POST',
    path: '/set-up',
    scope: 'installation',
    policy: 'person.enter',
    input: z.strictObject({
      token: LinkToken,
      name: Person.shape.name,
      email: Email,
      password: Password,
      workspace: NewWorkspace,
      /** Whether to make the sample workspace beside it. */
      withSample: z.boolean().default(false),
    }),
    output: z.strictObject({ slug: z.string() }),
    says: 'The first run: makes the first account, a workspace and its owner, and signs in.',
    secret: true,
  }),
  memberships: endpoint({
    method: 'GET',
    path: '/memberships',
    scope: 'account',
    policy: 'person.own',
    input: z.strictObject({}),
    output: z.array(Membership),
    says: 'The workspaces one is in.',
  }),
  myself: endpoint({
    method: 'GET',
    path: '/myself',
    policy: 'person.read',
    input: z.strictObject({}),
    output: Myself,
    says: 'Who is signed in, with role and workspace.',
  }),
  hide: endpoint({
    method: 'PUT',
    path: '/myself/hidden',
    policy: 'person.read',
    input: z.strictObject({ isHidden: z.boolean() }),
    output: z.void(),
    says: 'Put this workspace out of the own sight, or back.',
  }),
  list: endpoint({
    method: 'GET',
    path: '/people',
    policy: 'person.read',
    input: z.strictObject({}),
    output: z.array(Colleague),
    says: 'The people of the workspace, by name; those who have left too.',
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/people/:id',
    policy: 'person.manage',
    input: PersonChange.extend({ id: PersonId }),
    output: Colleague,
    says: 'Change role, team or name.',
  }),
  deactivate: endpoint({
    method: 'POST',
    path: '/people/:id/deactivations',
    policy: 'person.manage',
    input: z.strictObject({ id: PersonId }),
    output: Colleague,
    says: 'From now on this person sees nothing of the workspace. What they did stays.',
  }),
  makeResetLink: endpoint({
    method: 'POST',
    path: '/people/:id/reset-links',
    policy: 'person.manage',
    input: z.strictObject({ id: PersonId }),
    output: z.strictObject({ url: z.string() }),
    says: 'A one-time link with which this person sets a new password. Lives 30 minutes.',
    secret: true,
  }),
  invite: endpoint({
    method: 'POST',
    path: '/invitations',
    policy: 'person.manage',
    input: z.strictObject({ role: Role, teamId: TeamId.nullable() }),
    output: z.strictObject({ url: z.string() }),
    says: 'A one-time link with which somebody joins with this role and team. Lives seven days.',
    secret: true,
  }),
  invitations: endpoint({
    method: 'GET',
    path: '/invitations',
    policy: 'person.manage',
    input: z.strictObject({}),
    output: z.array(Invitation),
    says: 'Invitations that nobody has used yet, without their links.',
  }),
  takeBackInvitation: endpoint({
    method: 'DELETE',
    path: '/invitations/:id',
    policy: 'person.manage',
    input: z.strictObject({ id: InvitationId }),
    output: z.void(),
    says: 'Take an invitation back: its link opens nothing any more.',
  }),
  checkInvitation: endpoint({
    method: 'POST',
    path: '/invitations/checks',
    scope: 'installation',
    policy: 'person.enter',
    input: z.strictObject({ token: LinkToken }),
    output: z.strictObject({ workspaceName: z.string(), role: Role, signedInAs: Email.nullable() }),
    says: 'What an invitation is to. Does not use it up.',
    reads: true,
  }),
  accept: endpoint({
    method: 'POST',
    path: '/invitations/acceptances',
    scope: 'installation',
    policy: 'person.enter',
    input: z.strictObject({
      token: LinkToken,
      name: Person.shape.name,
      /** Left out by somebody who is signed in already and joins with that account. */
      account: z.strictObject({ email: Email, password: Password }).optional(),
    }),
    output: z.strictObject({ slug: z.string() }),
    says: 'Join with an invitation: with a new account, or as who one is signed in as.',
    secret: true,
  }),
  live: endpoint({
    method: 'GET',
    path: '/live',
    policy: 'person.live',
    input: z.strictObject({}),
    output: z.void(),
    says: 'Server-sent events: what changes in the workspace, as ids.',
    gives: 'events',
  }),
}
