import { createHash, randomUUID } from 'node:crypto'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { Problem } from '../anywhere/problem.ts'
import type { Upload } from '../http.ts'

/**
 * Lets a body arrive in a temporary file, so that a slow sender holds no transaction open. The file has no name from the
 * moment it is there: whatever ends this process takes it along.
 * The caller lets it go with `discard`.
 * @throws {Problem} `too-large` past `limit` bytes; what had arrived is gone.
 */
export async function receive(body: Readable, limit: number): Promise<Upload & { discard(): Promise<void> }> {
  const file = await openNameless()
  const hash = createHash('sha256')
  let size = 0
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > limit) throw new Problem('too-large', 'http.too-large', { limit })
      hash.update(chunk)
      await file.writeFile(chunk)
    }
  } catch (error) {
    await file.close()
    throw error
  }
  return {
    size,
    sha256: hash.digest('hex'),
    read: () => file.createReadStream({ start: 0, autoClose: false }),
    discard: () => file.close(),
  }
}

async function openNameless(): Promise<FileHandle> {
  const path = join(tmpdir(), `ratchet-upload-${randomUUID()}`)
  const file = await open(path, 'wx+', 0o600)
  await rm(path)
  return file
}
