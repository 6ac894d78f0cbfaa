import { randomUUID } from 'node:crypto'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'

/** A temporary file that has no name from the moment it is there: whatever ends this process takes it along. */
export async function openNameless(): Promise<FileHandle> {
  const path = join(tmpdir(), `ratchet-${randomUUID()}`)
  const file = await open(path, 'wx+', 0o600)
  await rm(path)
  return file
}

/**
 * The bytes of an open file from `from` up to, not including, `to`. Any number may be read at once: unlike the file's own
 * streams these share no position and leave no listeners behind.
 */
export function partOf(file: FileHandle, from: number, to: number): Readable {
  return Readable.from(pieces(file, from, to), { objectMode: false })
}

const pieceBytes = 262_144

async function* pieces(file: FileHandle, from: number, to: number): AsyncGenerator<Buffer> {
  for (let at = from; at < to; ) {
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(Math.min(pieceBytes, to - at)), { position: at })
    if (bytesRead === 0) return
    yield buffer.subarray(0, bytesRead)
    at += bytesRead
  }
}
