import { AccountId } from '#platform/anywhere/identity.ts'
import { limits } from '#platform/anywhere/limits.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import type { Serve } from '#platform/http.ts'
import { peekToken, spendToken } from '#platform/tokens.ts'
import { accountApi } from './account-api.ts'
import {
  addSignIn,
  addTry,
  countTries,
  endSignIn,
  endSignIns,
  findAccount,
  findAccountByEmail,
  forgetTries,
  storePassword,
} from './account-store.ts'
import { hashPassword, isPassword } from './password.ts'

export function accountRoutes(serve: Serve): void {
  serve(accountApi.signIn, async ({ email, password }, { db, now, address, setSignIn, keepDespite }) => {
    const buckets = [`${email} ${address}`, address]
    await refuseGuessing(db, buckets, now)
    const account = await findAccountByEmail(db, email)
    if (!(await isPassword(password, account?.passwordHash ?? null)) || !account) {
      keepDespite(async (later) => {
        for (const bucket of buckets) await addTry(later, bucket, now)
      })
      throw new Problem('not-allowed', 'account.wrong-password')
    }
    await forgetTries(db, buckets[0] ?? '')
    setSignIn(await addSignIn(db, account.id, now))
  })

  serve(accountApi.signOut, async (_input, { db, signInSecret, setSignIn }) => {
    if (signInSecret) await endSignIn(db, signInSecret)
    setSignIn(null)
  })

  serve(accountApi.signOutEverywhere, async (_input, { db, signed, emit, setSignIn }) => {
    await endSignIns(db, signed.accountId)
    await emit('account.sign-ins-ended', { accountId: signed.accountId })
    setSignIn(null)
  })

  serve(accountApi.changePassword, async ({ current, next }, { db, signed, now, emit, setSignIn, keepDespite }) => {
    const account = await findAccount(db, signed.accountId)
    await refuseGuessing(db, [account.id], now)
    if (!(await isPassword(current, account.passwordHash))) {
      keepDespite((later) => addTry(later, account.id, now))
      throw new Problem('bad-input', 'account.wrong-current', {}, [
        { pointer: '#/current', message: 'account.wrong-current' },
      ])
    }
    await storePassword(db, account.id, await hashPassword(next))
    await endSignIns(db, account.id)
    await emit('account.sign-ins-ended', { accountId: account.id })
    setSignIn(await addSignIn(db, account.id, now))
  })

  serve(accountApi.checkReset, async ({ token }, { db, now }) => {
    const subject = await peekToken(db, 'password-reset', token, now)
    if (!subject) throw new Problem('not-found', 'account.reset-gone')
    const { email } = await findAccount(db, AccountId.parse(subject['accountId']))
    return { email }
  })

  serve(accountApi.resetPassword, async ({ token, password }, { db, now, emit, setSignIn }) => {
    const subject = await spendToken(db, 'password-reset', token, now)
    if (!subject) throw new Problem('not-found', 'account.reset-gone')
    const accountId = AccountId.parse(subject['accountId'])
    await storePassword(db, accountId, await hashPassword(password))
    await endSignIns(db, accountId)
    await emit('account.sign-ins-ended', { accountId })
    setSignIn(await addSignIn(db, accountId, now))
  })
}

async function refuseGuessing(db: Parameters<typeof countTries>[0], buckets: string[], now: Date): Promise<void> {
  const most = [limits.signInTries, limits.signInTriesPerAddress]
  for (const [index, bucket] of buckets.entries()) {
    if ((await countTries(db, bucket, now)) >= (most[index] ?? limits.signInTries))
      throw new Problem('too-many', 'account.too-many-tries', { seconds: limits.signInTriesMs / 1_000, minutes: 15 })
  }
}
