import type { Readable } from 'node:stream'
import { limits } from '#platform/anywhere/limits.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import { receive } from '#platform/http/upload.ts'
import type { Upload } from '#platform/http.ts'
import type { Mark } from './feed.ts'

/** What a source gave: nothing new, or a file that has come whole. The caller lets it go with `discard`. */
export interface Fetched {
  mark: Mark
  content: (Upload & { discard(): Promise<void> }) | null
}

/** @throws {Problem} `too-large`. */
export async function receiveFeed(body: Readable): Promise<Upload & { discard(): Promise<void> }> {
  try {
    return await receive(body, limits.feedBytes)
  } catch (error) {
    throw error instanceof Problem && error.kind === 'too-large' ? tooLarge() : error
  }
}

export function tooLarge(): Problem {
  return new Problem('too-large', 'feed.problem.too-large', { limit: limits.feedBytes / 1_048_576 })
}
