import { type AccountId, type PersonId, Role, TeamId, WorkspaceId } from '#platform/anywhere/identity.ts'
import { limits } from '#platform/anywhere/limits.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import { enter } from '#platform/database/doors.ts'
import { EventStream, type Serve } from '#platform/http.ts'
import { issueToken, peekToken, revokeTokens, spendToken } from '#platform/tokens.ts'
import { addAccount, addSignIn, findAccount } from '#product/account/account-store.ts'
import { hashPassword } from '#product/account/password.ts'
import { findTeam } from '#product/team/team-store.ts'
import { newWorkspace } from '#product/workspace/workspace.ts'
import { addWorkspace, findWorkspace, freeSlug } from '#product/workspace/workspace-store.ts'
import { changePerson, deactivatePerson, mayResetPassword, newPerson, type Person } from './person.ts'
import { personApi } from './person-api.ts'
import {
  addPerson,
  countMemberships,
  countOwners,
  findPerson,
  hasAccounts,
  listColleagues,
  listMemberships,
  storePerson,
} from './person-store.ts'

export function personRoutes(serve: Serve): void {
  serve(personApi.checkSetUp, async ({ token }, { db, now }) => ({
    isValid: (await peekToken(db, 'set-up', token, now)) !== null,
    isDone: await hasAccounts(db),
  }))

  serve(
    personApi.setUp,
    async ({ token, name, email, password, workspace: asked, withSample }, { db, now, newId, setSignIn, emitIn }) => {
      if (!(await spendToken(db, 'set-up', token, now)) || (await hasAccounts(db)))
        throw new Problem('not-found', 'person.set-up-gone')
      const accountId = newId<AccountId>()
      await addAccount(db, { id: accountId, email, passwordHash: await hashPassword(password), createdAt: now })
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

  serve(personApi.hide, async ({ isHidden }, { db, signed }) => {
    await storePerson(db, { ...(await findPerson(db, signed.personId)), isHidden })
  })

  serve(personApi.list, (_input, { db }) => listColleagues(db))

  serve(personApi.change, async ({ id, ...change }, { db, signed, emit }) => {
    const owners = await countOwners(db)
    if (change.teamId) await findTeam(db, change.teamId)
    const person = changePerson(await findPerson(db, id), change, signed, owners)
    await storePerson(db, person)
    await emit('person.changed', { id })
    return colleagueOf(person)
  })

  serve(personApi.deactivate, async ({ id }, { db, signed, now, emit }) => {
    const owners = await countOwners(db)
    const person = deactivatePerson(await findPerson(db, id), signed, owners, now)
    await storePerson(db, person)
    await emit('person.deactivated', { personId: id })
    return colleagueOf(person)
  })

  serve(personApi.makeResetLink, async ({ id }, { db, signed, now, publicUrl }) => {
    const person = await findPerson(db, id)
    if (!mayResetPassword(person, signed, await countMemberships(db, person.accountId)))
      throw new Problem('not-allowed', 'person.no-reset')
    await revokeTokens(db, 'password-reset', { accountId: person.accountId })
    const expiresAt = new Date(now.getTime() + limits.resetLinkMs)
    const secret = await issueToken(db, 'password-reset', { accountId: person.accountId }, expiresAt)
    // In the fragment, which browsers send to no server: the secret stays out of every log.
    return { url: `${publicUrl}/reset-password#${secret}` }
  })

  serve(personApi.invite, async ({ role, teamId }, { db, signed, now, publicUrl }) => {
    if (role === 'owner' && signed.role !== 'owner') throw new Problem('not-allowed', 'person.above-you')
    if (teamId) await findTeam(db, teamId)
    const subject = { workspaceId: signed.workspaceId, role, ...(teamId ? { teamId } : {}) }
    const secret = await issueToken(db, 'invitation', subject, new Date(now.getTime() + limits.invitationMs))
    return { url: `${publicUrl}/join#${secret}` }
  })

  serve(personApi.checkInvitation, async ({ token }, { db, now, accountId }) => {
    const { workspaceId, role } = invitationOf(await peekToken(db, 'invitation', token, now))
    await enter(db, { workspaceId })
    const { name } = await findWorkspace(db)
    return { workspaceName: name, role, signedInAs: accountId ? (await findAccount(db, accountId)).email : null }
  })

  serve(personApi.accept, async ({ token, name, account }, context) => {
    const { db, now, newId, setSignIn, emitIn } = context
    const { workspaceId, role, teamId } = invitationOf(await spendToken(db, 'invitation', token, now))
    const accountId = account ? newId<AccountId>() : context.accountId
    if (!accountId) throw new Problem('not-signed-in', 'http.not-signed-in')
    if (account) {
      await addAccount(db, {
        id: accountId,
        email: account.email,
        passwordHash: await hashPassword(account.password),
        createdAt: now,
      })
      setSignIn(await addSignIn(db, accountId, now))
    }
    await enter(db, { workspaceId, accountId })
    const person = newPerson({ id: newId<PersonId>(), accountId, name, role, teamId, joinedAt: now })
    await addPerson(db, person)
    await emitIn(workspaceId)('person.joined', { id: person.id })
    return { slug: (await findWorkspace(db)).slug }
  })

  serve(personApi.live, async () => new EventStream())
}

function colleagueOf({ id, name, role, teamId, deactivatedAt }: Person) {
  return { id, name, role, teamId, deactivatedAt }
}

/** @throws {Problem} `not-found` when the link was used, taken back, or has run out. */
function invitationOf(subject: Record<string, string> | null): {
  workspaceId: WorkspaceId
  role: Role
  teamId: TeamId | null
} {
  if (!subject) throw new Problem('not-found', 'person.invitation-gone')
  return {
    workspaceId: WorkspaceId.parse(subject['workspaceId']),
    role: Role.parse(subject['role']),
    teamId: subject['teamId'] ? TeamId.parse(subject['teamId']) : null,
  }
}
