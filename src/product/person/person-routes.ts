import { type AccountId, PersonId, Role, TeamId, WorkspaceId } from '#platform/anywhere/identity.ts'
import { limits } from '#platform/anywhere/limits.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import { enter } from '#platform/database/doors.ts'
import type { Database } from '#platform/database.ts'
import { EventStream, type Serve } from '#platform/http.ts'
import { issueToken, peekToken, revokeTokens, spendToken } from '#platform/tokens.ts'
import { addAccount, addSignIn, findAccount, holdAccount } from '#product/account/account-store.ts'
import { hashPassword } from '#product/account/password.ts'
import { findTeam } from '#product/team/team-store.ts'
import { newWorkspace } from '#product/workspace/workspace.ts'
import { addWorkspace, findWorkspace, freeSlug } from '#product/workspace/workspace-store.ts'
import {
  changePerson,
  deactivatePerson,
  type InvitationId,
  mayInvite,
  mayResetPassword,
  newPerson,
  type Person,
} from './person.ts'
import { personApi } from './person-api.ts'
import {
  addPerson,
  countMemberships,
  countOwners,
  findPerson,
  hasAccounts,
  listColleagues,
  listInvitations,
  listMemberships,
  revokeLinks,
  storeHidden,
  storePerson,
} from './person-store.ts'

export function personRoutes(serve: Serve): void {
  serve(personApi.checkSetUp, async ({ token }, { db, now }) => ({
    isValid: (await peekToken(db, 'set-up', token, now)) !== null,
    isDone: await hasAccounts(db),
  }))

  serve(
    personApi.setUp,
    async ({ token, password }, { tx, now }) => {
      await tx(async (db) => {
        if (!(await peekToken(db, 'set-up', token, now)) || (await hasAccounts(db)))
          throw new Problem('not-found', 'person.set-up-gone')
      })
      return hashPassword(password)
    },
    async (
      { token, name, email, workspace: asked, withSample },
      { db, now, newId, setSignIn, emitIn },
      passwordHash,
    ) => {
      if (!(await spendToken(db, 'set-up', token, now)) || (await hasAccounts(db)))
        throw new Problem('not-found', 'person.set-up-gone')
      const accountId = newId<AccountId>()
      await addAccount(db, { id: accountId, email, passwordHash, createdAt: now })
      const workspace = newWorkspace(asked, {
        id: newId<WorkspaceId>(),
        slug: await freeSlug(db, asked.name),
        createdAt: now,
      })
      await enter(db, { workspaceId: workspace.id, accountId })
      await addWorkspace(db, workspace)
      await addPerson(
        db,
        newPerson({ id: newId<PersonId>(), accountId, name, role: 'owner', teamId: null, joinedAt: now }),
      )
      setSignIn(await addSignIn(db, accountId, now))
      if (withSample) await emitIn(workspace.id)('person.wants-sample', { accountId })
      return { slug: workspace.slug }
    },
  )

  serve(personApi.memberships, (_input, { db, signed }) => listMemberships(db, signed.accountId))

  serve(personApi.myself, async (_input, { db, signed }) => {
    const { accountId, personId, role, teamId } = signed
    const { name } = await findPerson(db, personId)
    const { email } = await findAccount(db, accountId)
    return { accountId, personId, name, email, role, teamId, workspace: await findWorkspace(db) }
  })

  serve(personApi.hide, ({ isHidden }, { db, signed }) => storeHidden(db, signed.personId, isHidden))

  serve(personApi.list, (_input, { db }) => listColleagues(db))

  serve(personApi.change, async ({ id, ...change }, { db, signed, emit }) => {
    const owners = await countOwners(db)
    if (change.teamId) await findTeam(db, change.teamId)
    const before = await findPerson(db, id)
    const person = changePerson(before, change, signed, owners)
    await storePerson(db, person)
    // A link made for a member must not open the account of an admin.
    if (person.role !== before.role) await revokeHeldLinks(db, person)
    await emit('person.changed', { id })
    return colleagueOf(person)
  })

  serve(personApi.deactivate, async ({ id }, { db, signed, now, emit }) => {
    const owners = await countOwners(db)
    const person = deactivatePerson(await findPerson(db, id), signed, owners, now)
    await storePerson(db, person)
    await revokeHeldLinks(db, person)
    await emit('person.deactivated', { personId: id })
    return colleagueOf(person)
  })

  serve(personApi.makeResetLink, async ({ id }, { db, signed, now, publicUrl }) => {
    const { accountId } = await findPerson(db, id)
    // Looked at again once the account is held: until then the person may get another role, or join elsewhere.
    await holdAccount(db, accountId)
    const person = await findPerson(db, id)
    if (!mayResetPassword(person, signed, await countMemberships(db, accountId)))
      throw new Problem('not-allowed', 'person.no-reset')
    await revokeTokens(db, 'password-reset', { accountId })
    const expiresAt = new Date(now.getTime() + limits.resetLinkMs)
    const secret = await issueToken(db, 'password-reset', { accountId, madeBy: signed.personId }, expiresAt)
    // In the fragment, which browsers send to no server: the secret stays out of every log.
    return { url: `${publicUrl}/reset-password#${secret}` }
  })

  serve(personApi.invite, async ({ role, teamId }, { db, signed, now, newId, emit, publicUrl }) => {
    const { workspaceId, personId: madeBy } = signed
    if (!mayInvite({ role: signed.role, deactivatedAt: null }, role))
      throw new Problem('not-allowed', 'person.above-you')
    if (teamId) await findTeam(db, teamId)
    const id = newId<InvitationId>()
    const subject = { id, workspaceId, madeBy, role, ...(teamId ? { teamId } : {}) }
    const secret = await issueToken(db, 'invitation', subject, new Date(now.getTime() + limits.invitationMs))
    await emit('person.invited', { id })
    return { url: `${publicUrl}/join#${secret}` }
  })

  serve(personApi.invitations, (_input, { db, signed, now }) => listInvitations(db, signed.workspaceId, now))

  serve(personApi.takeBackInvitation, async ({ id }, { db, signed, emit }) => {
    if (!(await revokeTokens(db, 'invitation', { workspaceId: signed.workspaceId, id })))
      throw new Problem('not-found', 'http.none')
    await emit('person.uninvited', { id })
  })

  serve(personApi.checkInvitation, async ({ token }, { db, now, accountId }) => {
    const { role } = await enterInvited(db, await peekToken(db, 'invitation', token, now))
    const { name } = await findWorkspace(db)
    return { workspaceName: name, role, signedInAs: accountId ? (await findAccount(db, accountId)).email : null }
  })

  serve(
    personApi.accept,
    async ({ token, account }, { tx, now }) => {
      await tx(async (db) => enterInvited(db, await peekToken(db, 'invitation', token, now)))
      return account ? hashPassword(account.password) : null
    },
    async ({ token, name, account }, context, passwordHash) => {
      const { db, now, newId, setSignIn, emitIn } = context
      const { workspaceId, role, teamId } = await enterInvited(db, await spendToken(db, 'invitation', token, now))
      const accountId = account ? newId<AccountId>() : context.accountId
      if (!accountId) throw new Problem('not-signed-in', 'http.not-signed-in')
      if (account && passwordHash) {
        await addAccount(db, { id: accountId, email: account.email, passwordHash, createdAt: now })
        setSignIn(await addSignIn(db, accountId, now))
      }
      await enter(db, { workspaceId, accountId })
      const person = newPerson({ id: newId<PersonId>(), accountId, name, role, teamId, joinedAt: now })
      await addPerson(db, person)
      // A link that an admin elsewhere has made must not open this workspace too.
      await revokeHeldLinks(db, person)
      await emitIn(workspaceId)('person.joined', { id: person.id })
      return { slug: (await findWorkspace(db)).slug }
    },
  )

  serve(personApi.live, async () => new EventStream())
}

function colleagueOf({ id, name, role, teamId, deactivatedAt }: Person) {
  return { id, name, role, teamId, deactivatedAt }
}

/** Holds the account first: a link that is being made for it is either seen here or sees what has changed. */
async function revokeHeldLinks(db: Database, person: Person): Promise<void> {
  await holdAccount(db, person.accountId)
  await revokeLinks(db, person)
}

/**
 * What an invitation is to; and enters its workspace.
 * @throws {Problem} `not-found` when the link was used, taken back, has run out, or gives what its maker may not give
 * any more.
 */
async function enterInvited(
  db: Database,
  subject: Record<string, string> | null,
): Promise<{ workspaceId: WorkspaceId; role: Role; teamId: TeamId | null }> {
  if (!subject) throw new Problem('not-found', 'person.invitation-gone')
  const workspaceId = WorkspaceId.parse(subject['workspaceId'])
  const role = Role.parse(subject['role'])
  await enter(db, { workspaceId })
  if (!mayInvite(await findPerson(db, PersonId.parse(subject['madeBy'])), role))
    throw new Problem('not-found', 'person.invitation-gone')
  return { workspaceId, role, teamId: subject['teamId'] ? TeamId.parse(subject['teamId']) : null }
}
