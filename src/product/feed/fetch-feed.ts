import type { WorkspaceId } from '#platform/anywhere/identity.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import type { Feed, FeedId, FeedSource, Mark } from './feed.ts'
import { originOf } from './feed.ts'
import type { Fetched } from './fetched.ts'
import type { Outside } from './outside.ts'
import { readAddress } from './read-address.ts'
import { readFolder } from './read-folder.ts'
import { allowedDatabase, readQuery } from './read-query.ts'

interface Fetching {
  secret: string | null
  mark: Mark | null
  /** Of the workspace. */
  timeZone: string
}

/** Reads what a source gives now. Slow: it is done outside of any transaction. */
export function fetchFrom(
  source: FeedSource,
  { folder, hosts, databases }: Outside,
  { secret, mark, timeZone }: Fetching,
): Promise<Fetched> {
  if (source.kind === 'folder') return readFolder(source, folder, mark)
  if (source.kind === 'query') return readQuery(source, { databases, secret, mark, timeZone })
  return readAddress(source, { hosts, secret, mark })
}

/** Whether a secret belongs to `source`: a header that it travels in, or a database that has none of its own. */
export function takesSecret(source: FeedSource, { databases }: Outside): boolean {
  if (source.kind === 'query') return allowedDatabase(source.database, databases).password === null
  return originOf(source) !== null
}

/** What a secret is sealed for: its feed, and the only place that it is ever sent to. */
export function sealedFor(workspaceId: WorkspaceId, id: FeedId, source: FeedSource, { databases }: Outside): string {
  const about = `feed ${workspaceId} ${id} ${originOf(source) ?? ''}`
  if (source.kind !== 'query') return about
  // The name may be given to another database one day.
  const { kind, user, host, port, database } = allowedDatabase(source.database, databases)
  return `${about} ${kind}://${user}@${host}:${port}/${database}`
}

/** @throws {Problem} when it was sealed by a key that is no longer there. */
export function openSecret(
  sealed: Buffer | null,
  { id, source }: Pick<Feed, 'id' | 'source'>,
  outside: Outside,
  workspaceId: WorkspaceId,
): string | null {
  if (sealed === null || !takesSecret(source, outside)) return null
  const secret = outside.seal.open(sealed, sealedFor(workspaceId, id, source, outside))
  if (secret === null) throw new Problem('bad-input', 'feed.problem.secret-lost')
  return secret
}
