import { randomUUID } from 'node:crypto'
import { Command } from 'commander'
import type { PersonId, WorkspaceId } from '#platform/anywhere/identity.ts'
import { languages } from '#platform/anywhere/message.ts'
import { enter } from '#platform/database/doors.ts'
import { revokeTokens } from '#platform/tokens.ts'
import { findAccountByEmail, holdAccount } from '#product/account/account-store.ts'
import { newPerson } from '#product/person/person.ts'
import { addPerson } from '#product/person/person-store.ts'
import { NewWorkspace, newWorkspace } from '#product/workspace/workspace.ts'
import { addWorkspace, freeSlug } from '#product/workspace/workspace-store.ts'
import { linkUrlOf, withDoors } from './with-doors.ts'

interface AddOptions {
  owner: string
  ownerName?: string
  language: string
  currency: string
  timeZone: string
}

const add = new Command('add')
  .description('make another workspace, with its own people and data')
  .argument('<name>', 'what the organisation is called')
  .requiredOption('--owner <e-mail>', 'who owns it: somebody who has an account here')
  .option('--owner-name <name>', 'what they are called there (default: the part before the @)')
  .option('--language <code>', languages.join(' or '), 'en')
  .option('--currency <code>', 'ISO 4217, such as EUR', 'EUR')
  .option('--time-zone <name>', 'IANA name', Intl.DateTimeFormat().resolvedOptions().timeZone)
  .action(async (name: string, { owner, ownerName, language, currency, timeZone }: AddOptions) => {
    const asked = NewWorkspace.safeParse({ name, language, currency, timeZone })
    if (!asked.success) {
      const fields = asked.error.issues.map(({ path }) => path.join('.')).join(', ')
      return refuse(`These cannot be used: ${fields}. Nothing was made.`)
    }
    const address = await withDoors((doors, config) =>
      doors.tx({}, async (db) => {
        const account = await findAccountByEmail(db, owner.trim().toLowerCase())
        if (!account) return null
        await holdAccount(db, account.id)
        const now = new Date()
        const workspace = newWorkspace(asked.data, {
          id: randomUUID() as WorkspaceId,
          slug: await freeSlug(db, name),
          createdAt: now,
        })
        await enter(db, { workspaceId: workspace.id, accountId: account.id })
        await addWorkspace(db, workspace)
        const called = ownerName ?? owner.split('@')[0] ?? owner
        const person = {
          id: randomUUID() as PersonId,
          accountId: account.id,
          name: called,
          role: 'owner' as const,
          teamId: null,
          joinedAt: now,
        }
        await addPerson(db, newPerson(person))
        // A link that an admin has made for this account must not open the new workspace too.
        await revokeTokens(db, 'password-reset', { accountId: account.id })
        return `${linkUrlOf(config)}/w/${workspace.slug}`
      }),
    )
    if (address) process.stdout.write(`${address}\n`)
    else refuse(`Nobody signs in with ${owner} here. Nothing was made; set the first account up, or check the address.`)
  })

export const workspaceCommand = new Command('workspace').description('workspaces of this installation').addCommand(add)

function refuse(why: string): void {
  process.stderr.write(`${why}\n`)
  process.exitCode = 1
}
