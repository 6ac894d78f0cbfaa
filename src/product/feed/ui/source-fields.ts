import type { z } from 'zod'
import type { FeedSource } from '../feed.ts'
import type { feedApi } from '../feed-api.ts'

/** What an administrator of the server has allowed. */
export type Allowed = z.output<typeof feedApi.list.output>['allowed']

/** What the fields of a source are given. */
export interface SourceFieldsProps {
  source: FeedSource
  onSource: (source: FeedSource) => void
  secret: string
  onSecret: (secret: string) => void
  hasSecret: boolean
  allowed: Allowed
  errorOf: (pointer: string) => string | undefined
}

/** What each kind begins with. */
export function emptySource(kind: FeedSource['kind'], { hosts, databases }: Allowed): FeedSource {
  if (kind === 'folder') return { kind, folder: '', pattern: '*.csv' }
  if (kind === 'query') return { kind, database: databases[0]?.name ?? '', name: '', sql: '' }
  return { kind, url: `https://${hosts[0] ?? ''}/`, header: null }
}
