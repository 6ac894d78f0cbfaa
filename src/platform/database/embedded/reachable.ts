import { dirname } from 'node:path'
import { type Account, dedicatedAccount } from './account.ts'
import { runAs } from './run-as.ts'
import { StartupRefused } from './startup-refused.ts'

/**
 * The first folder, from the top, that `account` cannot pass through on its way to `folder`, itself included.
 * Asked by trying as that account: mode bits alone would miss access lists.
 * @param folder absolute, links resolved, existing.
 */
export async function blockingFolder(folder: string, account: Account): Promise<string | undefined> {
  if (!account.isOther) return undefined
  const script = 'for folder; do [ -x "$folder" ] || { printf %s "$folder"; exit; }; done'
  const { stdout } = await runAs(account, '/bin/sh', ['-c', script, 'sh', ...waysTo(folder)])
  return stdout === '' ? undefined : stdout
}

/** @throws {StartupRefused} naming the folder that blocks and the command that mends it. */
export async function refuseBlocked(folder: string, account: Account): Promise<void> {
  const blocking = await blockingFolder(folder, account)
  if (blocking === undefined) return
  throw new StartupRefused(
    `PostgreSQL runs as the account ${dedicatedAccount}, which cannot pass through ${blocking} to the data folder. ` +
      `Nothing was changed. Run: chmod o+x ${quoted(blocking)} (it lets programs through without showing them what is ` +
      'inside), or set DATA_DIR to a folder elsewhere, such as /var/lib/ratchet.',
  )
}

/** For a command that a person pastes into a shell. */
export function quoted(path: string): string {
  return /^[\w@%+=:,./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`
}

function waysTo(folder: string): string[] {
  const parent = dirname(folder)
  return parent === folder ? [folder] : [...waysTo(parent), folder]
}
