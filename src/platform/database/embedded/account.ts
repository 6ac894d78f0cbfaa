import { execFile } from 'node:child_process'
import { userInfo } from 'node:os'
import { promisify } from 'node:util'
import { StartupRefused } from './startup-refused.ts'

const execute = promisify(execFile)

/** Who PostgreSQL runs as. It refuses to run as root, and an account shared with other services could read its files. */
export interface Account {
  name: string
  uid: number
  gid: number
  /** Whether this process has to step down to it: true for root, false when we run PostgreSQL as ourselves. */
  isOther: boolean
}

/** The account that root steps down to. Not `nobody` and not `postgres`: other services live there. */
export const dedicatedAccount = 'ratchet-db'

/** This process's own user name: what peer authentication sees at the other end of the socket. */
export function ownUserName(): string {
  try {
    return userInfo().username
  } catch {
    throw new StartupRefused(
      `User id ${process.getuid?.()} has no name on this system, and PostgreSQL needs one. ` +
        'Start Ratchet as a user listed in /etc/passwd, or set DATABASE_URL to a PostgreSQL server.',
    )
  }
}

/**
 * The account that PostgreSQL runs as: ourselves, or for root a system account of its own, created when missing.
 * @throws {StartupRefused} when the account cannot be created, or the user has no name.
 */
export async function databaseAccount(): Promise<Account> {
  const { getuid, getgid } = process
  if (!getuid || !getgid)
    throw new StartupRefused('Windows has no accounts that PostgreSQL could run as here: use WSL.')
  if (getuid() !== 0) return { name: ownUserName(), uid: getuid(), gid: getgid(), isOther: false }

  const account = (await findAccount()) ?? (await createAccount())
  if (account.uid === 0)
    throw new StartupRefused(`The account ${dedicatedAccount} is root itself. Give it a user id of its own.`)
  return account
}

/** What `spawn` needs to run a program as `account`. Node drops the extra groups of root by itself. */
export function stepDown(account: Account): { uid?: number; gid?: number } {
  return account.isOther ? { uid: account.uid, gid: account.gid } : {}
}

async function findAccount(): Promise<Account | undefined> {
  try {
    const [uid, gid] = await Promise.all([id('-u'), id('-g')])
    return { name: dedicatedAccount, uid, gid, isOther: true }
  } catch {
    return undefined
  }
}

async function id(which: '-u' | '-g'): Promise<number> {
  // `id` asks every source of names (files, LDAP); Node has no way to look up another account.
  const { stdout } = await execute('id', [which, dedicatedAccount])
  return Number(stdout.trim())
}

/** `useradd` is on every Linux with shadow, the long form of `adduser` on Debian. */
const waysToCreate: [string, ...string[]][] = [
  ['useradd', '--system', '--user-group', '--no-create-home', '-d', '/nonexistent', '-s', '/usr/sbin/nologin'],
  ['adduser', '--system', '--group', '--no-create-home', '--home', '/nonexistent', '--disabled-login'],
]

async function createAccount(): Promise<Account> {
  const problems: string[] = []
  for (const [command, ...args] of waysToCreate) {
    try {
      // root's path may lack sbin, for one when it came by `su` without a dash.
      const env = { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin` }
      await execute(command, [...args, dedicatedAccount], { env })
    } catch (error) {
      problems.push(error instanceof Error ? error.message.trim() : String(error))
    }
    // Asked in either case: another Ratchet may have created it at the same moment.
    const account = await findAccount()
    if (account) return account
  }
  throw new StartupRefused(
    `PostgreSQL does not run as root, and the account ${dedicatedAccount} could not be created. Nothing was changed. ` +
      `Create it (useradd --system ${dedicatedAccount}) or start Ratchet as an ordinary user.\n${problems.join('\n')}`,
  )
}
