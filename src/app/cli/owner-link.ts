import { Command } from 'commander'
import { limits } from '#platform/anywhere/limits.ts'
import { minuteMs } from '#platform/anywhere/time.ts'
import { issueToken, revokeTokens } from '#platform/tokens.ts'
import { findAccountByEmail, holdAccount } from '#product/account/account-store.ts'
import { linkUrlOf, withDoors } from './with-doors.ts'

export const ownerLinkCommand = new Command('owner-link')
  .description('print a one-time link with which a locked-out person sets a new password')
  .argument('<e-mail>', 'the address they sign in with')
  .action(async (email: string) => {
    const link = await withDoors((doors, config) =>
      doors.tx({}, async (db) => {
        const account = await findAccountByEmail(db, email.trim().toLowerCase())
        if (!account) return null
        await holdAccount(db, account.id)
        await revokeTokens(db, 'password-reset', { accountId: account.id })
        const expiresAt = new Date(Date.now() + limits.resetLinkMs)
        const secret = await issueToken(db, 'password-reset', { accountId: account.id }, expiresAt)
        return `${linkUrlOf(config)}/reset-password#${secret}`
      }),
    )
    if (link) {
      process.stdout.write(`${link}\n`)
      process.stderr.write(`For ${email}: works once, for ${limits.resetLinkMs / minuteMs} minutes.\n`)
    } else {
      process.stderr.write(`Nobody signs in with ${email} here. Nothing was changed; check the address.\n`)
      process.exitCode = 1
    }
  })
