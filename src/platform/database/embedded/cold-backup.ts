import { type ChildProcess, spawn } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, resolve, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { type Account, databaseAccount, stepDown } from './account.ts'
import { type BackupManifest, headBytes, headOf, verifyBackup } from './backup-file.ts'
import { findPackage, majorOf } from './binaries.ts'
import { adopt, clusterVersion, openUnfinished, removeUnfinished } from './cluster.ts'
import { findDataFolder, openDataFolder, orRefuse, refuseOccupied } from './data-folder.ts'
import { syncPath, syncTree } from './durable.ts'
import { lockFolder } from './folder-lock.ts'
import { cleanEnvironment } from './run-as.ts'
import { StartupRefused } from './startup-refused.ts'
import { stopSurvivor } from './survivor.ts'

/**
 * Copies the database of a stopped Ratchet into one file, read back and compared before it gets its name. A file of that
 * name is replaced then, not earlier. Memory stays bounded, whatever the size.
 * @throws {StartupRefused} while the database is in use, or when there is none, or the file cannot be written.
 */
export function coldBackup(dataDir: string, file: string): Promise<BackupManifest> {
  return orRefuse(dataDir, () => backUp(dataDir, resolve(file)))
}

/**
 * Unpacks a backup as the database of `dataDir`. The backup is checked from end to end before anything is touched, and
 * the database takes its place in one step, when it is complete and on the disk.
 * @throws {StartupRefused} when the backup is not sound or of another PostgreSQL, or `dataDir` is not empty.
 */
export async function restore(file: string, dataDir: string): Promise<BackupManifest> {
  const manifest = await verifyBackup(file)
  const major = majorOf(await findPackage())
  if (manifest.postgres !== String(major))
    throw new StartupRefused(
      `${file} holds a database of PostgreSQL ${manifest.postgres}, and this Ratchet brings ${major}. ` +
        'Nothing was changed. Restore it with the Ratchet release that wrote it.',
    )
  await refuseOccupied(dataDir)
  await orRefuse(dataDir, () => putInPlace(file, dataDir))
  return manifest
}

async function putInPlace(file: string, dataDir: string): Promise<void> {
  const account = await databaseAccount()
  const layout = await openDataFolder(dataDir, account)
  const lock = await lockFolder(layout.root)
  try {
    // Once more: a first start may have come between.
    await refuseOccupied(dataDir)
    await removeUnfinished(layout)
    const fresh = await openUnfinished(layout, account)
    try {
      await unpack(file, fresh, account)
      await syncTree(fresh)
      await adopt(layout, fresh)
    } finally {
      await rm(fresh, { recursive: true, force: true })
    }
  } finally {
    await lock.release()
  }
}

async function backUp(dataDir: string, target: string): Promise<BackupManifest> {
  const layout = await findDataFolder(dataDir)
  if (target.startsWith(layout.root + sep))
    throw new StartupRefused(`${target} lies inside the database folder. Nothing was written. Name a file elsewhere.`)
  const account = await databaseAccount()
  const lock = await lockFolder(layout.root)
  try {
    const postgres = await clusterVersion(layout)
    if (postgres === undefined)
      throw new StartupRefused(`There is no database in ${layout.root} yet. Nothing was written.`)
    await stopSurvivor(layout)
    return await writeWhole(target, layout.cluster, postgres, account)
  } finally {
    await lock.release()
  }
}

/** Writes a backup under another name, reads it back, and only then gives it its name. */
async function writeWhole(
  target: string,
  cluster: string,
  postgres: string,
  account: Account,
): Promise<BackupManifest> {
  const partial = `${target}.partial-${randomUUID().slice(0, 8)}`
  try {
    const manifest = { postgres, createdAt: new Date().toISOString(), ...(await pack(cluster, partial, account)) }
    await writeHead(partial, manifest)
    await verifyBackup(partial)
    await rename(partial, target)
    await syncPath(dirname(target))
    return manifest
  } catch (cause) {
    await rm(partial, { force: true })
    if (cause instanceof StartupRefused) throw cause
    throw new StartupRefused(
      `The backup ${target} could not be written: ${String(cause)}. The database was kept as it is.`,
      {
        cause,
      },
    )
  }
}

type Content = Pick<BackupManifest, 'contentBytes' | 'contentSha256'>

/** Writes the gzipped tar, leaving room for the head. */
async function pack(cluster: string, file: string, account: Account): Promise<Content> {
  const hash = createHash('sha256')
  let contentBytes = 0
  async function* counted(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      hash.update(chunk)
      contentBytes += chunk.length
      yield chunk
    }
  }

  const left = ['./postmaster.pid', './postmaster.opts'].map((name) => `--exclude=${name}`)
  const tar = startTar(account, ['-cf', '-', ...left, '-C', cluster, '.'], ['ignore', 'pipe', 'pipe'])
  if (!tar.stdout) throw new Error('tar has no output')
  const sink = createWriteStream(file, { flags: 'wx', mode: 0o600, start: headBytes })
  await Promise.all([endOf(tar), pipeline(tar.stdout, createGzip({ level: 1 }), counted, sink)])
  return { contentBytes, contentSha256: hash.digest('hex') }
}

async function writeHead(file: string, manifest: BackupManifest): Promise<void> {
  const handle = await open(file, 'r+')
  try {
    await handle.write(headOf(manifest), 0, headBytes, 0)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function unpack(file: string, folder: string, account: Account): Promise<void> {
  // As the account, not as root: whatever the archive says, it can write nowhere else.
  const tar = startTar(account, ['-xpf', '-', '--no-same-owner', '-C', folder], ['pipe', 'ignore', 'pipe'])
  const ended = endOf(tar)
  if (!tar.stdin) throw new Error('tar has no input')
  try {
    await Promise.all([ended, pipeline(createReadStream(file, { start: headBytes }), createGunzip(), tar.stdin)])
  } catch (cause) {
    tar.kill()
    // When tar ends early, the pipe breaks too; tar's own words say why.
    const why = await ended.then(
      () => cause,
      (error: unknown) => error,
    )
    throw new StartupRefused(`The backup ${file} could not be unpacked: ${String(why)}. Nothing was kept of it.`, {
      cause,
    })
  }
}

function startTar(account: Account, args: string[], stdio: ('ignore' | 'pipe')[]): ChildProcess {
  // Without the variable, macOS adds files of its own to the archive.
  const env = { ...cleanEnvironment, COPYFILE_DISABLE: '1' }
  return spawn('tar', args, { cwd: '/', env, stdio, ...stepDown(account) })
}

/** Rejects with what tar said, unless all went well. */
function endOf(tar: ChildProcess): Promise<void> {
  let said = ''
  tar.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  return new Promise((done, reject) => {
    tar.once('error', reject)
    tar.once('close', (code, signal) => {
      if (code === 0) done()
      else reject(new Error(`tar ended with ${code ?? signal}: ${said.trim().slice(-500)}`))
    })
  })
}
