import { randomUUID } from 'node:crypto'
import { AccountId } from '#platform/anywhere/identity.ts'
import { limits } from '#platform/anywhere/limits.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import type { Database } from '#platform/database.ts'
import type { Beforehand, Serve } from '#platform/http.ts'
import { hashOf, peekToken, spendToken } from '#platform/tokens.ts'
import { accountApi } from './account-api.ts'
import {
  addSignIn,
  type Bucket,
  endSignIn,
  endSignIns,
  findAccount,
  findAccountByEmail,
  forgetTries,
  holdAccount,
  reserveTry,
  storePassword,
  takeBackTry,
} from './account-store.ts'
import { hashPassword, isPassword } from './password.ts'

export function accountRoutes(serve: Serve): void {
  serve(
    accountApi.signIn,
    async ({ email, password }, { tx, now, address }) => {
      const buckets = [
        fromHere(email, address),
        { name: address, most: limits.signInTriesPerAddress },
        { name: `account ${email}`, most: limits.signInTriesPerAccount },
      ]
      const tryId = await beginTry(tx, buckets, now)
      const account = await tx((db) => findAccountByEmail(db, email))
      const isRight = await orTakeBack(tx, tryId, isPassword(password, account?.passwordHash ?? null))
      if (!isRight || !account) throw new Problem('not-recognised', 'account.wrong-password')
      return { accountId: account.id, passwordHash: account.passwordHash, tryId }
    },
    async ({ email }, { db, now, address, setSignIn }, { accountId, passwordHash, tryId }) => {
      await refuseChanged(db, accountId, passwordHash)
      await takeBackTry(db, tryId)
      await forgetTries(db, fromHere(email, address))
      setSignIn(await addSignIn(db, accountId, now))
    },
  )

  serve(accountApi.signOut, async (_input, { db, signInSecret, emit, setSignIn }) => {
    if (signInSecret) {
      await endSignIn(db, signInSecret)
      await emit('account.sign-in-ended', { signIn: hashOf(signInSecret).toString('hex') })
    }
    setSignIn(null)
  })

  serve(accountApi.signOutEverywhere, async (_input, { db, signed, emit, setSignIn }) => {
    await endSignIns(db, signed.accountId)
    await emit('account.sign-ins-ended', { accountId: signed.accountId })
    setSignIn(null)
  })

  serve(
    accountApi.changePassword,
    async ({ current, next }, { tx, accountId, now }) => {
      if (!accountId) throw new Problem('not-signed-in', 'http.not-signed-in')
      // Apart from the tries to sign in: somebody else's guessing does not keep its owner from changing the password.
      const tryId = await beginTry(tx, [{ name: accountId, most: limits.signInTries }], now)
      const { passwordHash: before } = await tx((db) => findAccount(db, accountId))
      if (!(await orTakeBack(tx, tryId, isPassword(current, before))))
        throw new Problem('bad-input', 'account.wrong-current', {}, [
          { pointer: '#/current', message: 'account.wrong-current' },
        ])
      return { before, passwordHash: await orTakeBack(tx, tryId, hashPassword(next)), tryId }
    },
    async (_input, { db, signed: { accountId }, now, emit, setSignIn }, { before, passwordHash, tryId }) => {
      await refuseChanged(db, accountId, before)
      await takeBackTry(db, tryId)
      await storePassword(db, accountId, passwordHash)
      await emit('account.sign-ins-ended', { accountId })
      setSignIn(await addSignIn(db, accountId, now))
    },
  )

  serve(accountApi.checkReset, async ({ token }, { db, now }) => {
    const { email } = await findAccount(db, accountOf(await peekToken(db, 'password-reset', token, now)))
    return { email }
  })

  serve(
    accountApi.resetPassword,
    async ({ token, password }, { tx, now }) => {
      // First the link: a stranger cannot make the server hash.
      accountOf(await tx((db) => peekToken(db, 'password-reset', token, now)))
      return hashPassword(password)
    },
    async ({ token }, { db, now, emit, setSignIn }, passwordHash) => {
      const accountId = accountOf(await spendToken(db, 'password-reset', token, now))
      await storePassword(db, accountId, passwordHash)
      await emit('account.sign-ins-ended', { accountId })
      setSignIn(await addSignIn(db, accountId, now))
    },
  )
}

/** An account's tries from one address: what its owner's own mistakes fill, whoever else is guessing elsewhere. */
function fromHere(email: string, address: string): Bucket {
  return { name: `${email} ${address}`, most: limits.signInTries }
}

/** @throws {Problem} `too-many`. */
async function beginTry(tx: Beforehand['tx'], buckets: readonly Bucket[], now: Date): Promise<string> {
  const id = randomUUID()
  await tx((db) => reserveTry(db, id, buckets, now))
  return id
}

/** A try that could not be looked at, because too many are waiting, does not count. */
async function orTakeBack<T>(tx: Beforehand['tx'], tryId: string, hashing: Promise<T>): Promise<T> {
  try {
    return await hashing
  } catch (error) {
    await tx((db) => takeBackTry(db, tryId))
    throw error
  }
}

/**
 * The password was looked at before this transaction. If it has been changed since, the old one opens nothing.
 * @throws {Problem} `not-recognised`.
 */
async function refuseChanged(db: Database, accountId: AccountId, passwordHash: string): Promise<void> {
  if ((await holdAccount(db, accountId)).passwordHash !== passwordHash)
    throw new Problem('not-recognised', 'account.wrong-password')
}

/** @throws {Problem} `not-found` when the link was used, taken back, or has run out. */
function accountOf(subject: Record<string, string> | null): AccountId {
  if (!subject) throw new Problem('not-found', 'account.reset-gone')
  return AccountId.parse(subject['accountId'])
}
