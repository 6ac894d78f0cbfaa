import { sql } from 'kysely'
import type { WorkspaceId } from '#platform/anywhere/identity.ts'
import { limits } from '#platform/anywhere/limits.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import type { Database } from '#platform/database.ts'
import type { MetricId } from '#product/metric/metric.ts'
import type { Feed, FeedId, FeedRun } from './feed.ts'

declare module '#platform/database.ts' {
  interface Tables {
    feed: Feed
    feedSecret: { feedId: FeedId; sealed: Buffer }
    feedRun: Omit<FeedRun, 'bytes'> & { bytes: bigint | null }
    feedDue: { workspaceId: WorkspaceId; feedId: FeedId; at: Date }
  }
}

declare module '#platform/outbox.ts' {
  interface Events {
    /** It is time, or somebody wants it now. */
    'feed.due': { id: FeedId }
    'feed.changed': { id: FeedId }
  }
}

/** @throws {Problem} `not-found`. */
export async function findFeed(db: Database, id: FeedId): Promise<Feed> {
  const feed = await db.selectFrom('feed').selectAll().where('id', '=', id).executeTakeFirst()
  if (!feed) throw new Problem('not-found', 'feed.none')
  return feed
}

/** The same, held until the transaction ends: of two that have run the same feed, the second finds what the first stored. */
export async function holdFeed(db: Database, id: FeedId): Promise<Feed> {
  const feed = await db.selectFrom('feed').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!feed) throw new Problem('not-found', 'feed.none')
  return feed
}

/** Those that have not ended, oldest first. */
export function listFeeds(db: Database, metricId: MetricId): Promise<Feed[]> {
  return db
    .selectFrom('feed')
    .selectAll()
    .where('metricId', '=', metricId)
    .where('state', '<>', 'ended')
    .orderBy('addedAt')
    .orderBy('id')
    .execute()
}

/** @throws {Problem} `full` when the metric has as many as it may. */
export async function addFeed(db: Database, workspaceId: WorkspaceId, feed: Feed): Promise<void> {
  const most = limits.feedsOfMetric
  if ((await listFeeds(db, feed.metricId)).length >= most) throw new Problem('full', 'feed.too-many', { most })
  await db.insertInto('feed').values(feed).execute()
  await noteDue(db, workspaceId, feed, feed.nextAt)
}

export async function storeFeed(db: Database, workspaceId: WorkspaceId, feed: Feed): Promise<void> {
  const { id: _, metricId: __, addedById: ___, addedAt: ____, ...changed } = feed
  await db.updateTable('feed').set(changed).where('id', '=', feed.id).execute()
  await noteDue(db, workspaceId, feed, feed.nextAt)
}

/** Writes down when the clock is to call it; only feeds that are on are called. */
async function noteDue(db: Database, workspaceId: WorkspaceId, { id, state }: Feed, at: Date): Promise<void> {
  if (state !== 'on') {
    await db.deleteFrom('feedDue').where('workspaceId', '=', workspaceId).where('feedId', '=', id).execute()
    return
  }
  await db
    .insertInto('feedDue')
    .values({ workspaceId, feedId: id, at })
    .onConflict((conflict) => conflict.columns(['workspaceId', 'feedId']).doUpdateSet({ at }))
    .execute()
}

/**
 * Takes the feeds that are due, of all workspaces. Each is called again at `againAt` unless its run has set another time:
 * so one whose process was killed is called again. Processes that look at once share the feeds.
 */
export async function takeDue(
  db: Database,
  now: Date,
  againAt: Date,
): Promise<{ feedId: FeedId; inWorkspace: WorkspaceId }[]> {
  const due = await db
    .selectFrom('feedDue')
    // The plugin strips workspace_id from every row, so it is read under another name.
    .select(['feedId', sql<WorkspaceId>`workspace_id`.as('inWorkspace')])
    .where('at', '<=', now)
    .orderBy('at')
    .limit(limits.outboxBatch)
    .forUpdate()
    .skipLocked()
    .execute()
  for (const { feedId, inWorkspace } of due)
    await db
      .updateTable('feedDue')
      .set({ at: againAt })
      .where('workspaceId', '=', inWorkspace)
      .where('feedId', '=', feedId)
      .execute()
  return due
}

export async function findSecret(db: Database, feedId: FeedId): Promise<Buffer | null> {
  const row = await db.selectFrom('feedSecret').select('sealed').where('feedId', '=', feedId).executeTakeFirst()
  return row?.sealed ?? null
}

/** Those of `ids` that have a secret. */
export async function listSecretive(db: Database, ids: readonly FeedId[]): Promise<ReadonlySet<FeedId>> {
  if (ids.length === 0) return new Set()
  const rows = await db.selectFrom('feedSecret').select('feedId').where('feedId', 'in', ids).execute()
  return new Set(rows.map(({ feedId }) => feedId))
}

/** Null takes it away. */
export async function storeSecret(db: Database, feedId: FeedId, sealed: Buffer | null): Promise<void> {
  await db.deleteFrom('feedSecret').where('feedId', '=', feedId).execute()
  if (sealed) await db.insertInto('feedSecret').values({ feedId, sealed }).execute()
}

export async function addRun(db: Database, run: FeedRun): Promise<void> {
  const bytes = run.bytes === null ? null : BigInt(run.bytes)
  await db
    .insertInto('feedRun')
    .values({ ...run, bytes })
    .execute()
}

/** Newest first, at most `limits.listPage`. */
export async function listRuns(db: Database, feedId: FeedId): Promise<FeedRun[]> {
  const rows = await db
    .selectFrom('feedRun')
    .selectAll()
    .where('feedId', '=', feedId)
    .orderBy('endedAt', 'desc')
    .orderBy('id')
    .limit(limits.listPage)
    .execute()
  return rows.map(runOf)
}

/** Of each of `ids` its last run. */
export async function listLastRuns(db: Database, ids: readonly FeedId[]): Promise<FeedRun[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('feedRun')
    .distinctOn('feedId')
    .selectAll()
    .where('feedId', 'in', ids)
    .orderBy('feedId')
    .orderBy('endedAt', 'desc')
    .execute()
  return rows.map(runOf)
}

function runOf({ bytes, ...row }: Omit<FeedRun, 'bytes'> & { bytes: bigint | null }): FeedRun {
  return { ...row, bytes: bytes === null ? null : Number(bytes) }
}
