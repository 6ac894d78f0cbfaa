import { z } from 'zod'
import { PersonId } from '#platform/anywhere/identity.ts'
import { limits } from '#platform/anywhere/limits.ts'
import type { MessageId, MessageValues } from '#platform/anywhere/message.ts'
import { instant } from '#platform/anywhere/time.ts'
import { ImportColumns, ImportId } from '#product/measurement/measurement.ts'
import { MetricId } from '#product/metric/metric.ts'
import { Site } from '#product/site/site.ts'
import { Rhythm } from './rhythm.ts'

export const FeedId = z.uuid().brand<'FeedId'>()
export type FeedId = z.output<typeof FeedId>

export const FeedRunId = z.uuid().brand<'FeedRunId'>()
export type FeedRunId = z.output<typeof FeedRunId>

/** Names with slashes between them, none of which leads up or hides. Empty: the named folder itself. */
const FolderName = z
  .string()
  .trim()
  .max(400)
  .regex(/^$|^[^./\\\p{Cc}][^/\\\p{Cc}]*(\/[^./\\\p{Cc}][^/\\\p{Cc}]*)*$/u)

/** A file's name in which * stands for any characters and ? for one. */
const Pattern = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^./\\\p{Cc}][^/\\\p{Cc}]*$/u)

/** What a header may be called. Those that say how to send are not for people to set. */
const HeaderName = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9-]{1,100}$/)
  .refine((name) => !/^(host|connection|content-.*|transfer-encoding|te|trailer|upgrade|expect|cookie)$/i.test(name))

/** Where the figures come from: the newest file of a folder, an address, or a query to a database. */
export const FeedSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('folder'), folder: FolderName, pattern: Pattern }),
  z.strictObject({
    kind: z.literal('address'),
    url: z.url({ protocol: /^https?$/ }).max(2000),
    /** The header that the secret travels in, such as Authorization. Null: none is sent. */
    header: HeaderName.nullable(),
  }),
  z.strictObject({
    kind: z.literal('query'),
    /** The name that whoever runs the server has given a database. */
    database: z.string().min(1).max(60),
    /** What the query is called. */
    name: z.string().trim().min(1).max(100),
    sql: z.string().trim().min(1).max(limits.feedQuery),
  }),
])
export type FeedSource = z.output<typeof FeedSource>

/** What was read last: a file is read again only if it is another, or its size or time has changed. */
export const Mark = z.strictObject({ name: z.string(), size: z.int(), stamp: z.string() })
export type Mark = z.output<typeof Mark>

/** Figures of a metric that come by themselves. */
export const Feed = z.strictObject({
  id: FeedId,
  metricId: MetricId,
  source: FeedSource,
  columns: ImportColumns,
  /** What kind of site unknown names become. Null refuses their rows. */
  newSites: Site.shape.kind.nullable(),
  rhythm: Rhythm,
  /** Whoever is told when it does not work, and in whose name figures are stored. */
  ownerId: PersonId,
  state: z.enum(['on', 'paused', 'ended']),
  /** How often in a row it has failed. */
  failures: z.int().min(0),
  nextAt: instant,
  mark: Mark.nullable(),
  addedById: PersonId,
  addedAt: instant,
})
export type Feed = z.output<typeof Feed>

export const NewFeed = Feed.pick({ source: true, columns: true, rhythm: true, ownerId: true }).extend({
  newSites: Feed.shape.newSites.default(null),
  /** Sent in the header of the source, sealed when it is stored and never shown. Null keeps the one there is. */
  secret: z
    .string()
    .regex(/^[\x20-\x7e]{1,4000}$/)
    .nullable()
    .default(null),
})
export type NewFeed = z.output<typeof NewFeed>

/** One go of a feed and what became of it. */
export const FeedRunFacts = z.strictObject({
  id: FeedRunId,
  feedId: FeedId,
  startedAt: instant,
  endedAt: instant,
  outcome: z.enum(['stored', 'unchanged', 'failed']),
  name: z.string().nullable(),
  bytes: z.int().nullable(),
  sha256: z.string().nullable(),
  importId: ImportId.nullable(),
  added: z.int().min(0),
  unchanged: z.int().min(0),
  corrected: z.int().min(0),
  refused: z.int().min(0),
})
export interface FeedRun extends z.output<typeof FeedRunFacts> {
  /** Why nothing came, when it failed; said in the reader's language when it is read. */
  problem: { message: MessageId; values: MessageValues } | null
}

/** Failures in a row after which a feed rests until somebody has looked. */
export const failuresBorne = 3

/** The feed after a go that worked: `mark` is what was read. */
export function afterSuccess(feed: Feed, mark: Mark, nextAt: Date): Feed {
  return { ...feed, failures: 0, mark, nextAt }
}

/** The feed after a go that did not. */
export function afterFailure(feed: Feed, nextAt: Date): Feed {
  const failures = feed.failures + 1
  return { ...feed, failures, state: failures >= failuresBorne ? 'paused' : feed.state, nextAt }
}

/** Files are put right where people have laid them out; the table of a query is taken as it is. */
export function layoutOf({ kind }: FeedSource): 'as-found' | 'as-is' {
  return kind === 'query' ? 'as-is' : 'as-found'
}

/** Which column says what, and how numbers are read: a database writes them in one way only. */
export function columnsRead({ source, columns }: Pick<Feed, 'source' | 'columns'>): ImportColumns {
  return source.kind === 'query' ? { ...columns, numberStyle: columns.numberStyle ?? 'point' } : columns
}

/** Where a secret may be sent: what it was sealed for opens for nowhere else. */
export function originOf(source: FeedSource): string | null {
  if (source.kind === 'query') return `database ${source.database}`
  return source.kind === 'address' && source.header !== null ? new URL(source.url).origin : null
}
