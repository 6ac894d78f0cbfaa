import type { WorkspaceId } from '#platform/anywhere/identity.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import type { Feed, FeedId, FeedSource, Mark } from './feed.ts'
import { originOf } from './feed.ts'
import type { Fetched } from './fetched.ts'
import type { Outside } from './outside.ts'
import { readAddress } from './read-address.ts'
import { readFolder } from './read-folder.ts'

/** Reads what a source gives now. Slow: it is done outside of any transaction. */
export function fetchFrom(
  source: FeedSource,
  outside: Outside,
  { secret, mark }: { secret: string | null; mark: Mark | null },
): Promise<Fetched> {
  if (source.kind === 'folder') return readFolder(source, outside.folder, mark)
  return readAddress(source, { hosts: outside.hosts, secret, mark })
}

/** What a secret is sealed for: its feed, and the only place that it is ever sent to. */
export function sealedFor(workspaceId: WorkspaceId, id: FeedId, source: FeedSource): string {
  return `feed ${workspaceId} ${id} ${originOf(source) ?? ''}`
}

/** @throws {Problem} when it was sealed by a key that is no longer there. */
export function openSecret(
  sealed: Buffer | null,
  { id, source }: Pick<Feed, 'id' | 'source'>,
  outside: Outside,
  workspaceId: WorkspaceId,
): string | null {
  if (sealed === null || originOf(source) === null) return null
  const secret = outside.seal.open(sealed, sealedFor(workspaceId, id, source))
  if (secret === null) throw new Problem('bad-input', 'feed.problem.secret-lost')
  return secret
}
