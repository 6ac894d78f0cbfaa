import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Problem } from '../anywhere/problem.ts'
import type { Upload } from '../http.ts'

/**
 * Lets a body arrive in a temporary file, so that a slow sender holds no transaction open.
 * The caller removes it with `discard`.
 * @throws {Problem} `too-large` past `limit` bytes; what had arrived is removed.
 */
export async function receive(body: Readable, limit: number): Promise<Upload & { discard(): Promise<void> }> {
  const path = join(tmpdir(), `ratchet-upload-${randomUUID()}`)
  const hash = createHash('sha256')
  let size = 0
  async function* bounded(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      size += chunk.length
      if (size > limit) throw new Problem('too-large', 'http.too-large', { limit })
      hash.update(chunk)
      yield chunk
    }
  }
  try {
    await pipeline(body, bounded, createWriteStream(path, { mode: 0o600 }))
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
  return {
    size,
    sha256: hash.digest('hex'),
    read: () => createReadStream(path),
    discard: () => rm(path, { force: true }),
  }
}
