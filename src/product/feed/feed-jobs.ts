import { z } from 'zod'
import { Problem } from '#platform/anywhere/problem.ts'
import { dayOf } from '#platform/anywhere/time.ts'
import { type Job, type JobContext, type LongJobContext, longJob } from '#platform/job.ts'
import type { ImportId } from '#product/measurement/measurement.ts'
import { addImport, addOutcome, queueForFigures } from '#product/measurement/measurement-store.ts'
import { storeSheet } from '#product/measurement/take-sheet.ts'
import { findMetric, keepMetric } from '#product/metric/metric-store.ts'
import { tell } from '#product/notice/notice-store.ts'
import type { SheetId } from '#product/sheet/sheet.ts'
import { addSheet, removeSheet } from '#product/sheet/sheet-store.ts'
import { surveySheet } from '#product/sheet/survey-sheet.ts'
import { findWorkspace } from '#product/workspace/workspace-store.ts'
import {
  afterFailure,
  afterSuccess,
  columnsRead,
  type Feed,
  FeedId,
  type FeedRun,
  type FeedRunId,
  layoutOf,
} from './feed.ts'
import { addRun, findFeed, findSecret, holdFeed, storeFeed } from './feed-store.ts'
import { fetchFrom, openSecret } from './fetch-feed.ts'
import type { Fetched } from './fetched.ts'
import type { Outside } from './outside.ts'
import { keptValues } from './query-problem.ts'
import { nextRunAt } from './rhythm.ts'

/**
 * Runs a feed that is due. What comes is stored in one transaction together with the next time, so that a killed process
 * leaves nothing behind, and a second call finds that it has been done.
 */
export function feedJobs(outside: Outside): readonly Job[] {
  const fetch = longJob({
    name: 'feed.fetch',
    on: ['feed.due'],
    input: z.object({ id: FeedId }),
    async work({ id }, context) {
      const startedAt = new Date()
      const { feed, sealed, timeZone } = await context.tx(async ({ db }) => ({
        feed: await findFeed(db, id),
        sealed: await findSecret(db, id),
        timeZone: (await findWorkspace(db)).timeZone,
      }))
      if (feed.state !== 'on' || feed.nextAt > startedAt) return
      try {
        const secret = openSecret(sealed, feed, outside, context.workspaceId)
        const fetched = await fetchFrom(feed.source, outside, { secret, mark: feed.mark, timeZone })
        try {
          await take(feed, fetched, startedAt, context)
        } finally {
          await fetched.content?.discard()
        }
      } catch (error) {
        if (!(error instanceof Problem)) context.log.error({ err: error, feed: id }, 'a feed failed by a defect')
        const problem = error instanceof Problem ? error : new Problem('busy', 'feed.problem.defect')
        await noteFailure(feed, problem, startedAt, context)
      }
    },
  })
  return [fetch as Job]
}

async function take(
  feed: Feed,
  { mark, content }: Fetched,
  startedAt: Date,
  { tx, workspaceId }: LongJobContext,
): Promise<void> {
  const columns = columnsRead(feed)
  const surveyed = content && (await surveySheet(content, { tab: null, layout: layoutOf(feed.source) }))
  try {
    await tx(async (context) => {
      if (!(await isStillDue(feed, context))) return
      const { db, now, newId, emit } = context
      const { timeZone } = await findWorkspace(db)
      const run = { ...newRun(feed, startedAt, context), name: mark.name, bytes: mark.size }
      await storeFeed(db, workspaceId, afterSuccess(feed, mark, nextRunAt(feed.rhythm, now, timeZone)))
      await emit('feed.changed', { id: feed.id })
      if (!content || !surveyed) return addRun(db, run)

      await queueForFigures(db, feed.metricId)
      const metric = await keepMetric(db, feed.metricId)
      const [importId, sheetId] = [newId<ImportId>(), newId<SheetId>()]
      const given = { id: sheetId, name: mark.name, addedById: feed.ownerId, addedAt: now }
      await addSheet(db, { ...given, upload: content, surveyed })
      const { newSites } = feed
      const head = { id: importId, metricId: metric.id, source: 'feed', sheetId: null, columns } as const
      await addImport(db, { ...head, byId: feed.ownerId, at: now })
      const taken = { metric, sheetId, columns, newSites, today: dayOf(now, timeZone) }
      const outcome = await storeSheet(db, taken, { importId, now, newId })
      await addOutcome(db, importId, outcome)
      // An hourly file would fill the disk; the run keeps its name, size and hash.
      await removeSheet(db, sheetId)
      const { added, unchanged, corrected, refused } = outcome
      const counts = { added, unchanged, corrected, refused }
      await addRun(db, { ...run, ...counts, outcome: 'stored', sha256: content.sha256, importId })
      if (newSites !== null) await emit('site.came', { importId })
      if (added + corrected > 0) await emit('measurement.changed', { metricId: metric.id })
    })
  } finally {
    await surveyed?.close()
  }
}

/** Writes down why nothing came. After the third time in a row the feed rests, and its owner is told. */
async function noteFailure(
  feed: Feed,
  { messageId, values }: Problem,
  startedAt: Date,
  { tx, workspaceId }: LongJobContext,
): Promise<void> {
  await tx(async (context) => {
    if (!(await isStillDue(feed, context))) return
    const { db, now, emit } = context
    const { timeZone } = await findWorkspace(db)
    const after = afterFailure(feed, nextRunAt(feed.rhythm, now, timeZone))
    await storeFeed(db, workspaceId, after)
    const problem = { message: messageId, values: keptValues(values) }
    await addRun(db, { ...newRun(feed, startedAt, context), outcome: 'failed', problem })
    await emit('feed.changed', { id: feed.id })
    if (after.state !== 'paused') return
    const metric = await findMetric(db, feed.metricId)
    const told = { message: 'feed.told-paused', messageValues: { metric: metric.name }, needsAct: true } as const
    await tell(context, [feed.ownerId], { ...told, href: `/measures/${metric.id}` })
  })
}

/** Whether nobody has run, paused or changed it since it was read. It stays so until the transaction ends. */
async function isStillDue(feed: Feed, { db }: JobContext): Promise<boolean> {
  const now = await holdFeed(db, feed.id)
  return JSON.stringify(now) === JSON.stringify(feed)
}

function newRun(feed: Feed, startedAt: Date, { now, newId }: JobContext): FeedRun {
  const nothing = { name: null, bytes: null, sha256: null, importId: null, problem: null }
  const counts = { added: 0, unchanged: 0, corrected: 0, refused: 0 }
  const id = newId<FeedRunId>()
  return { id, feedId: feed.id, startedAt, endedAt: now, outcome: 'unchanged', ...nothing, ...counts }
}
