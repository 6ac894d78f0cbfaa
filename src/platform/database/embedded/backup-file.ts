import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { isCode } from './is-code.ts'
import { StartupRefused } from './startup-refused.ts'

/**
 * A backup is one file: a head of 4096 bytes, then a gzipped tar of the cluster. By hand, without Ratchet:
 * `head -2 FILE` shows what it is, and `tail -c +4097 FILE | tar -xzp -C EMPTY_FOLDER` unpacks it.
 */
export interface BackupManifest {
  /** The PostgreSQL major version that wrote the cluster, such as `18`. */
  postgres: string
  /** ISO 8601, UTC. */
  createdAt: string
  /** Of the gzipped tar. */
  contentBytes: number
  /** Of the gzipped tar, in hex. */
  contentSha256: string
}

/** Where the gzipped tar begins. */
export const headBytes = 4096

const title = 'RATCHET BACKUP 1'
/** 64 hex digits and a line feed. */
const sealBytes = 65

/** The head of a backup file. It ends with the checksum of all that stands before, so every flipped bit shows. */
export function headOf(manifest: BackupManifest): Buffer {
  const text = `${title}\n${JSON.stringify(manifest)}\n`.padEnd(headBytes - sealBytes, ' ')
  return Buffer.from(`${text}${sha256(Buffer.from(text))}\n`, 'latin1')
}

/**
 * Reads a backup from end to end and compares it with what its head says.
 * @throws {StartupRefused} when it is no backup, cut off, or changed.
 */
export async function verifyBackup(file: string): Promise<BackupManifest> {
  const manifest = await readHead(file)
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(file, { start: headBytes }) as AsyncIterable<Buffer>) {
    hash.update(chunk)
    bytes += chunk.length
  }
  if (bytes !== manifest.contentBytes) throw damaged(file, `it holds ${bytes} bytes of ${manifest.contentBytes}`)
  if (hash.digest('hex') !== manifest.contentSha256) throw damaged(file, 'its content is not what was written')
  return manifest
}

async function readHead(file: string): Promise<BackupManifest> {
  const head = await readStart(file)
  const text = head.subarray(0, headBytes - sealBytes)
  const lines = text.toString('latin1').split('\n')
  if (!lines[0]?.startsWith('RATCHET BACKUP ')) throw damaged(file, 'it is not a Ratchet backup')
  const seal = head.subarray(headBytes - sealBytes).toString('latin1')
  if (seal !== `${sha256(text)}\n`) throw damaged(file, 'its head is not what was written')
  if (lines[0] !== title)
    throw new StartupRefused(
      `${file} was written by a newer Ratchet. Nothing was changed. Restore it with that release.`,
    )
  return JSON.parse(lines[1] ?? '') as BackupManifest
}

async function readStart(file: string): Promise<Buffer> {
  let handle: FileHandle
  try {
    handle = await open(file, 'r')
  } catch (cause) {
    const why = isCode(cause, 'ENOENT') ? 'there is no such file' : String(cause)
    throw new StartupRefused(`The backup ${file} cannot be read: ${why}. Nothing was changed.`, { cause })
  }
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

function damaged(file: string, why: string): StartupRefused {
  return new StartupRefused(`The backup ${file} is not sound: ${why}. Nothing was changed. Use another backup.`)
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
