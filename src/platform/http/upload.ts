import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { Problem } from '../anywhere/problem.ts'
import type { Upload } from '../http.ts'
import { openNameless, partOf } from '../nameless-file.ts'

/**
 * Lets a body arrive in a temporary file, so that a slow sender holds no transaction open.
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
    read: (from = 0, to = size) => partOf(file, from, to),
    discard: () => file.close(),
  }
}
