import { z } from 'zod'
import { endpoint } from '#platform/anywhere/endpoint.ts'
import { MetricId } from '#product/metric/metric.ts'
import { SheetDescription } from '#product/sheet/sheet.ts'
import { Feed, FeedId, FeedRunFacts, FeedSource, NewFeed } from './feed.ts'

/** A run as pages show it. */
export const RunShown = FeedRunFacts.omit({ sha256: true }).extend({ problem: z.string().nullable() })
export type RunShown = z.output<typeof RunShown>

/** A feed as pages show it: whether there is a secret, never which. */
export const FeedShown = Feed.omit({ mark: true }).extend({ hasSecret: z.boolean(), last: RunShown.nullable() })
export type FeedShown = z.output<typeof FeedShown>

export const feedApi = {
  list: endpoint({
    method: 'GET',
    path: '/metrics/:id/feeds',
    policy: 'feed.read',
    watches: ['measurement'],
    input: z.strictObject({ id: MetricId }),
    output: z.strictObject({
      /** What an administrator of the server has allowed. */
      allowed: z.strictObject({
        folder: z.boolean(),
        hosts: z.array(z.string()),
        databases: z.array(
          z.strictObject({
            name: z.string(),
            kind: z.enum(['postgres', 'clickhouse']),
            /** Whoever reads from it has to enter one. */
            wantsPassword: z.boolean(),
          }),
        ),
      }),
      feeds: z.array(FeedShown),
    }),
    says: 'Where figures of a metric come from by themselves, and how it went last.',
  }),
  look: endpoint({
    method: 'POST',
    path: '/metrics/:id/feed-looks',
    policy: 'feed.manage',
    reads: true,
    input: z.strictObject({
      id: MetricId,
      source: FeedSource,
      secret: NewFeed.shape.secret,
      /** Look with the secret that this feed has, at the same host. */
      feedId: FeedId.nullable().default(null),
    }),
    output: z.strictObject({
      name: z.string(),
      bytes: z.int(),
      /** Milliseconds until everything was here. */
      ms: z.int(),
      description: SheetDescription,
    }),
    says: 'Read what a feed would read now, and say which columns are in it, with its first rows. Stores nothing.',
  }),
  add: endpoint({
    method: 'POST',
    path: '/metrics/:id/feeds',
    policy: 'feed.manage',
    secret: true,
    input: NewFeed.extend({ id: MetricId }),
    output: FeedShown,
    says: 'Let figures of a metric come by themselves. The first time is at once.',
  }),
  change: endpoint({
    method: 'PUT',
    path: '/feeds/:id',
    policy: 'feed.manage',
    secret: true,
    input: NewFeed.extend({ id: FeedId }),
    output: FeedShown,
    says: 'Change where figures come from, how they are read and when. A secret stays with its host unless a new one is given.',
  }),
  move: endpoint({
    method: 'POST',
    path: '/feeds/:id/moves',
    policy: 'feed.manage',
    input: z.strictObject({ id: FeedId, move: z.enum(['run', 'pause', 'resume', 'end']) }),
    output: FeedShown,
    says: 'Run a feed now, pause it, let it go on, or end it for good. Its runs and figures stay.',
  }),
  runs: endpoint({
    method: 'GET',
    path: '/feeds/:id/runs',
    policy: 'feed.read',
    input: z.strictObject({ id: FeedId }),
    output: z.array(RunShown),
    says: 'What became of the latest runs of a feed, newest first, at most 200.',
  }),
}
