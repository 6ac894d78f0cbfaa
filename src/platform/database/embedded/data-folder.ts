import { chmod, chown, lstat, mkdir, readdir, readFile, realpath } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { Account } from './account.ts'
import { writeDurably } from './durable.ts'
import { isCode } from './is-code.ts'
import { type Layout, layoutOf } from './layout.ts'
import { quoted, refuseBlocked } from './reachable.ts'
import { StartupRefused } from './startup-refused.ts'

/** The arrangement of {@link Layout}. A later one gets the next number and a step that brings older folders along. */
const layoutVersion = 1

/** What a file system or a file browser leaves in an empty folder. */
const litter = new Set(['lost+found', '.DS_Store'])

/**
 * The database folder, made when missing, with owners and modes set right.
 * @param dataDir a folder for the database alone; relative paths start at the current folder.
 * @throws {StartupRefused} when the folder holds something else, belongs to somebody else, or cannot be reached by `account`.
 */
export async function openDataFolder(dataDir: string, account: Account): Promise<Layout> {
  const { existing, missing } = await split(resolve(dataDir))
  const layout = layoutOf(join(existing, ...missing))
  await refuseBlocked(missing.length === 0 ? dirname(existing) : existing, account)
  if (missing.length === 0) await refuseForeign(layout, account)
  else await makeFolders(existing, missing)

  await setOwner(layout.root, account, account.isOther ? 0o710 : 0o700)
  await writeMarker(layout)
  await makeParts(layout, account)
  return layout
}

/**
 * The database folder of an instance that has been started before. Changes nothing.
 * @throws {StartupRefused} when there is none.
 */
export async function findDataFolder(dataDir: string): Promise<Layout> {
  const { existing, missing } = await split(resolve(dataDir))
  const layout = layoutOf(join(existing, ...missing))
  if (missing.length > 0 || !(await readMarker(layout)))
    throw new StartupRefused(`There is no Ratchet database in ${layout.root}. Nothing was changed. Check DATA_DIR.`)
  return layout
}

/**
 * Whether a backup may be put there: the folder is missing, empty, or ours without a database in it. Changes nothing.
 * @throws {StartupRefused} when it holds anything.
 */
export async function refuseOccupied(dataDir: string): Promise<void> {
  const { existing, missing } = await split(resolve(dataDir))
  if (missing.length > 0) return
  const layout = layoutOf(existing)
  const names = await namesIn(existing)
  const isOurs = names.includes(basename(layout.marker))
  if (isOurs && !names.includes(basename(layout.cluster))) return
  if (names.length === 0) return
  throw new StartupRefused(
    `${existing} is not empty (${listed(names)}), and a restore never overwrites. Nothing was changed. ` +
      'Move that folder away, or restore into another one.',
  )
}

/** Splits a path at the part that exists, with its links resolved. */
async function split(path: string): Promise<{ existing: string; missing: string[] }> {
  try {
    return { existing: await realpath(path), missing: [] }
  } catch (error) {
    if (!isCode(error, 'ENOENT') || path === dirname(path)) throw unusable(path, error)
    const { existing, missing } = await split(dirname(path))
    return { existing, missing: [...missing, basename(path)] }
  }
}

async function refuseForeign(layout: Layout, account: Account): Promise<void> {
  const { root } = layout
  const { uid } = await lstat(root)
  const own = process.getuid?.() ?? account.uid
  if (uid !== own && uid !== account.uid)
    throw new StartupRefused(
      `${root} belongs to user ${uid}, not to ${account.name} who would run the database. Nothing was changed. ` +
        `Start Ratchet as that user, or hand the folder over: chown -R ${account.name} ${quoted(root)}`,
    )
  const names = await namesIn(root)
  if (names.length === 0 || (await readMarker(layout))) return
  const found = names.includes('PG_VERSION') ? `a PostgreSQL data folder that Ratchet did not make` : listed(names)
  throw new StartupRefused(
    `${root} is not empty and not a Ratchet database: it holds ${found}. Nothing was changed. ` +
      'Set DATA_DIR to an empty or a new folder, or to the one that Ratchet used before.',
  )
}

/** @throws {StartupRefused} when a newer Ratchet has arranged the folder. */
async function readMarker(layout: Layout): Promise<boolean> {
  let text: string
  try {
    text = await readFile(layout.marker, 'utf8')
  } catch (error) {
    if (isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR')) return false
    throw unusable(layout.marker, error)
  }
  const version = Number(/"layout":\s*(\d+)/.exec(text)?.[1])
  if (version > layoutVersion)
    throw new StartupRefused(
      `${layout.root} was written by a newer Ratchet. Nothing was changed. Start that release, or a later one, instead.`,
    )
  return version === layoutVersion
}

async function writeMarker(layout: Layout): Promise<void> {
  if (await readMarker(layout)) return
  await writeDurably(layout.marker, `${JSON.stringify({ product: 'ratchet', layout: layoutVersion })}\n`, 0o644)
}

/** Made one by one: under a strict umask the account could not pass through a folder that we have just made for it. */
async function makeFolders(existing: string, missing: string[]): Promise<void> {
  let path = existing
  for (const name of missing) {
    path = join(path, name)
    try {
      await mkdir(path)
      await chmod(path, 0o711)
    } catch (error) {
      if (!isCode(error, 'EEXIST')) throw unusable(path, error)
    }
  }
}

async function makeParts(layout: Layout, account: Account): Promise<void> {
  await mkdir(dirname(layout.log), { recursive: true, mode: 0o700 })
  await mkdir(layout.settings, { recursive: true, mode: 0o700 })
  await setOwner(layout.settings, account, account.isOther ? 0o750 : 0o700)
}

/** Ours, with the account's group so that the mode can let the account pass and nobody else. */
async function setOwner(folder: string, account: Account, mode: number): Promise<void> {
  if (account.isOther) await chown(folder, 0, account.gid)
  await chmod(folder, mode)
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    const names = await readdir(folder)
    // A marker that a crash left half written is litter too.
    return names.filter((name) => !litter.has(name) && !name.startsWith('ratchet-database.json.new-')).sort()
  } catch (error) {
    throw unusable(folder, error)
  }
}

function listed(names: string[]): string {
  const more = names.length - 3
  return names.slice(0, 3).join(', ') + (more > 0 ? ` and ${more} more` : '')
}

/**
 * Runs `work`; what the file system refuses it (read-only, full, closed, broken) becomes a {@link StartupRefused}.
 */
export async function orRefuse<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof Error && 'syscall' in error && 'path' in error ? unusable(resolve(dataDir), error) : error
  }
}

function unusable(path: string, error: unknown): StartupRefused {
  const why = error instanceof Error ? error.message : String(error)
  return new StartupRefused(
    `The data folder cannot be used: ${path} (${why}). The data was kept as it was. ` +
      'Start Ratchet as the user who owns it, make room if the disk is full, or set DATA_DIR to another folder.',
    { cause: error },
  )
}
