import { chmod, chown, lstat, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Account } from './account.ts'
import { writeDurably } from './durable.ts'
import { isCode } from './is-code.ts'
import type { Layout } from './layout.ts'
import { StartupRefused } from './startup-refused.ts'

/** The part of the socket's name that follows its folder. There is no TCP, so the port is only a part of this name. */
export const socketName = '.s.PGSQL.5432'

/** The kernel's limit for the whole path in bytes, without the closing zero: 107 on Linux, 103 on macOS. */
const longestPath = process.platform === 'darwin' ? 103 : 107

/**
 * The folder of PostgreSQL's socket: the account's own, closed to everybody else, and with a path that is short enough.
 *
 * It lies in the database folder, where nobody else can put anything. When that path is too long, it is a folder with
 * a random name that no other user can have made before us, and the database folder remembers it.
 *
 * @throws {StartupRefused} when no short enough place is found.
 */
export async function openSocketFolder(layout: Layout, account: Account): Promise<string> {
  if (fits(layout.socket)) {
    await mkdir(layout.socket, { recursive: true, mode: 0o700 })
    return give(layout.socket, account)
  }
  const remembered = await findSocketFolder(layout)
  if (remembered !== undefined && (await isSafe(remembered, account))) return remembered

  for (const place of shortPlaces(account)) {
    if (!fits(join(place, 'ratchet-XXXXXX'))) continue
    try {
      const made = await give(await mkdtemp(join(place, 'ratchet-')), account)
      await writeDurably(memoryOf(layout), made)
      return made
    } catch (error) {
      // /run is missing on some systems, and read-only in some containers.
      if (!isCode(error, 'ENOENT') && !isCode(error, 'EROFS') && !isCode(error, 'EACCES')) throw error
    }
  }
  throw new StartupRefused(
    `The path of ${layout.root} is too long for a socket (${longestPath} bytes), and there is no other place for it. ` +
      'Nothing was changed. Set DATA_DIR to a shorter path.',
  )
}

/** The socket folder of the start before, if there was one. */
export async function findSocketFolder(layout: Layout): Promise<string | undefined> {
  if (fits(layout.socket)) return layout.socket
  return readFile(memoryOf(layout), 'utf8').catch(() => undefined)
}

/** Removes what {@link openSocketFolder} made outside the database folder. */
export async function closeSocketFolder(layout: Layout, folder: string): Promise<void> {
  if (folder === layout.socket) return
  await rm(folder, { recursive: true, force: true })
  await rm(memoryOf(layout), { force: true })
}

function shortPlaces(account: Account): string[] {
  // Only root may write to /run, and only we to our runtime folder. Root's TMPDIR may be closed to the account.
  if (account.isOther) return ['/run', '/tmp']
  const runtimeFolder = process.env['XDG_RUNTIME_DIR']
  return [...(runtimeFolder ? [runtimeFolder] : []), tmpdir(), '/tmp']
}

function fits(folder: string): boolean {
  return Buffer.byteLength(join(folder, socketName)) <= longestPath
}

async function give(folder: string, account: Account): Promise<string> {
  if (account.isOther) await chown(folder, account.uid, account.gid)
  await chmod(folder, 0o700)
  return folder
}

async function isSafe(folder: string, account: Account): Promise<boolean> {
  const found = await lstat(folder).catch(() => undefined)
  return found?.isDirectory() === true && found.uid === account.uid && (found.mode & 0o077) === 0 && fits(folder)
}

function memoryOf(layout: Layout): string {
  return join(layout.root, 'socket-folder')
}
