import { randomUUID } from 'node:crypto'
import { chown, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { bulkSyncMethod, syncPath } from './durable.ts'
import { isCode } from './is-code.ts'
import { type Layout, unfinishedPrefix } from './layout.ts'
import { roles } from './roles.ts'
import { runAs } from './run-as.ts'
import { StartupRefused } from './startup-refused.ts'

/**
 * The major version that wrote the cluster, such as `18`; `undefined` when there is no cluster yet.
 * @throws {StartupRefused} when something stands in its place that is none.
 */
export async function clusterVersion(layout: Layout): Promise<string | undefined> {
  try {
    return (await readFile(join(layout.cluster, 'PG_VERSION'), 'utf8')).trim()
  } catch (cause) {
    const names = await readdir(layout.cluster).catch((error: unknown) => {
      if (isCode(error, 'ENOENT')) return undefined
      throw error
    })
    if (names === undefined) return undefined
    throw new StartupRefused(
      `${layout.cluster} is not a PostgreSQL data folder: its file PG_VERSION is missing. Nothing was changed. ` +
        'Move that folder away and restore a backup (ratchet restore FILE), or set DATA_DIR to another folder.',
      { cause },
    )
  }
}

/** @throws {StartupRefused} unless `version` is the one that our programs read and write. */
export function refuseOtherVersion(version: string, binaries: Binaries, layout: Layout): void {
  if (version === String(binaries.major)) return
  const isNewer = Number(version) > binaries.major
  throw new StartupRefused(
    `${layout.cluster} was written by PostgreSQL ${version}, and this Ratchet brings ${binaries.major}. ` +
      `Nothing was changed. ${isNewer ? 'Start the newer Ratchet that wrote it.' : 'Start the Ratchet release that wrote it, and see docs/guide/upgrade.md.'}`,
  )
}

/**
 * Makes the cluster, whole or not at all: it is made under another name, synced to the disk, then renamed.
 *
 * Text is UTF-8, and the order of text is PostgreSQL's own C.UTF-8: by code point, the same on every system for ever. The
 * system's or ICU's order changes with their releases, which silently breaks every index on text. Where people see a
 * sorted list, the query names a language's collation.
 *
 * @throws {StartupRefused} with what `initdb` said.
 */
export async function createCluster(layout: Layout, binaries: Binaries, account: Account): Promise<void> {
  const fresh = await openUnfinished(layout, account)
  const { code, signal, stdout, stderr } = await runAs(account, binaries.initdb, [
    `--pgdata=${fresh}`,
    `--username=${roles.supervisor}`,
    '--auth=peer',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
    `--sync-method=${bulkSyncMethod}`,
    '--no-instructions',
  ])
  if (code !== 0) {
    await rm(fresh, { recursive: true, force: true })
    const last = `${stdout}${stderr}`.trim().split('\n').slice(-8).join('\n')
    throw new StartupRefused(
      `The database could not be created in ${layout.root}: initdb ended with ${code ?? signal}. ` +
        `Nothing was there before, and nothing was kept. Is the disk full or read-only?\n${last}`,
    )
  }
  await adopt(layout, fresh)
}

/** An empty folder beside the cluster's place, owned by the account: to be filled, then given to {@link adopt}. */
export async function openUnfinished(layout: Layout, account: Account): Promise<string> {
  const fresh = join(layout.root, `${unfinishedPrefix}${randomUUID().slice(0, 8)}`)
  await mkdir(fresh, { mode: 0o700 })
  if (account.isOther) await chown(fresh, account.uid, account.gid)
  return fresh
}

/** Makes a finished and synced folder the cluster. */
export async function adopt(layout: Layout, fresh: string): Promise<void> {
  await rename(fresh, layout.cluster)
  await syncPath(layout.root)
}

/** Removes what a cut-off first start or restore left. To be called by the holder of the folder's lock. */
export async function removeUnfinished(layout: Layout): Promise<void> {
  for (const name of await readdir(layout.root)) {
    if (!basename(name).startsWith(unfinishedPrefix)) continue
    // An `initdb` whose Node was killed may still be writing into it; then it goes at the next start.
    await rm(join(layout.root, name), { recursive: true, force: true, maxRetries: 3 }).catch(() => {})
  }
}
