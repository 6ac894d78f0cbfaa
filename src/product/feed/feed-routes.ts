import type { WorkspaceId } from '#platform/anywhere/identity.ts'
import type { Say } from '#platform/anywhere/message.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import type { Database } from '#platform/database.ts'
import type { Routes } from '#platform/http.ts'
import type { NamedHost } from '#platform/named-host.ts'
import { findMetric } from '#product/metric/metric-store.ts'
import { settleNotices } from '#product/notice/notice-store.ts'
import { findPerson } from '#product/person/person-store.ts'
import { surveySheet } from '#product/sheet/survey-sheet.ts'
import { findWorkspace } from '#product/workspace/workspace-store.ts'
import { type Feed, type FeedId, type FeedRun, type FeedSource, layoutOf, originOf } from './feed.ts'
import { feedApi } from './feed-api.ts'
import {
  addFeed,
  findFeed,
  findSecret,
  holdFeed,
  listFeeds,
  listLastRuns,
  listRuns,
  listSecretive,
  storeFeed,
  storeSecret,
} from './feed-store.ts'
import { fetchFrom, openSecret, sealedFor, takesSecret } from './fetch-feed.ts'
import type { Outside } from './outside.ts'
import { queryProblem } from './query-problem.ts'
import { allowedHost } from './read-address.ts'
import { allowedDatabase, passwordWanted } from './read-query.ts'
import { nextRunAt } from './rhythm.ts'

/** @param outside What of the world around an administrator has allowed. */
export function feedRoutes(outside: Outside): Routes {
  return (serve) => {
    serve(feedApi.list, async ({ id }, { db, demand, say }) => {
      demand('feed.read', { ownerId: (await findMetric(db, id)).ownerId })
      return { allowed: allowedBy(outside), feeds: await shown(db, await listFeeds(db, id), say) }
    })

    serve(feedApi.runs, async ({ id }, { db, demand, say }) => {
      const feed = await findFeed(db, id)
      demand('feed.read', { ownerId: (await findMetric(db, feed.metricId)).ownerId })
      return (await listRuns(db, id)).map((run) => runShown(run, say))
    })

    serve(
      feedApi.look,
      async ({ id, source, secret, feedId }, { tx, signed, atEnd }) => {
        const { kept, timeZone } = await tx(async (db) => {
          await findMetric(db, id)
          const { timeZone } = await findWorkspace(db)
          if (feedId === null) return { kept: null, timeZone }
          const feed = await findFeed(db, feedId)
          return { kept: { feed, sealed: await findSecret(db, feedId) }, timeZone }
        })
        refuseNotAllowed(source, secret !== null, outside)
        const isSameOrigin = kept !== null && originOf(kept.feed.source) === originOf(source)
        const began = performance.now()
        const sent =
          secret ?? (isSameOrigin && signed ? openSecret(kept.sealed, kept.feed, outside, signed.workspaceId) : null)
        const { mark, content } = await fetchFrom(source, outside, { secret: sent, mark: null, timeZone })
        const ms = Math.round(performance.now() - began)
        if (!content) throw queryProblem('empty')
        atEnd(content.discard)
        const surveyed = await surveySheet(content, { tab: null, layout: layoutOf(source) })
        await surveyed.close()
        return { name: mark.name, bytes: content.size, ms, description: surveyed.description }
      },
      async ({ id }, { db }, seen) => {
        await findMetric(db, id)
        return seen
      },
    )

    serve(feedApi.add, async ({ id: metricId, secret, ...asked }, { db, signed, now, newId, emit, say }) => {
      await findMetric(db, metricId)
      await findPerson(db, asked.ownerId)
      refuseNotAllowed(asked.source, secret !== null, outside)
      refuseWithoutPassword(asked.source, secret !== null)
      const edge = { addedById: signed.personId, addedAt: now }
      const began = { state: 'on', failures: 0, nextAt: now, mark: null } as const
      const feed: Feed = { id: newId<FeedId>(), metricId, ...asked, ...began, ...edge }
      await addFeed(db, signed.workspaceId, feed)
      await keepSecret(db, signed.workspaceId, feed, secret)
      await emit('feed.due', { id: feed.id })
      return oneShown(db, feed, say)
    })

    serve(feedApi.change, async ({ id, secret, ...asked }, { db, signed, now, emit, say }) => {
      const before = await holdFeed(db, id)
      if (before.state === 'ended') throw new Problem('out-of-step', 'feed.ended')
      await findPerson(db, asked.ownerId)
      refuseNotAllowed(asked.source, secret !== null, outside)
      if (originOf(asked.source) !== originOf(before.source) || secret !== null) {
        const hadOne = (await findSecret(db, id)) !== null
        // It is not sent to another host than the one it was given for.
        if (hadOne && takesSecret(asked.source, outside) && secret === null) throw secretAgain()
        await keepSecret(db, signed.workspaceId, { ...before, source: asked.source }, secret)
      }
      refuseWithoutPassword(asked.source, (await findSecret(db, id)) !== null)
      const nextAt = nextRunAt(asked.rhythm, now, (await findWorkspace(db)).timeZone)
      const feed: Feed = { ...before, ...asked, mark: null, nextAt }
      await storeFeed(db, signed.workspaceId, feed)
      await emit('feed.changed', { id })
      return oneShown(db, feed, say)
    })

    serve(feedApi.move, async ({ id, move }, { db, signed, now, emit, say }) => {
      const before = await holdFeed(db, id)
      if (before.state === 'ended') throw new Problem('out-of-step', 'feed.ended')
      const isOn = move === 'run' || move === 'resume'
      const state = isOn ? 'on' : move === 'end' ? 'ended' : 'paused'
      const failures = before.state === 'paused' && isOn ? 0 : before.failures
      const feed: Feed = { ...before, state, failures, nextAt: isOn ? now : before.nextAt }
      await storeFeed(db, signed.workspaceId, feed)
      if (move === 'end') await storeSecret(db, id, null)
      await settleNotices(db, `/measures/${feed.metricId}`, now)
      await emit(isOn ? 'feed.due' : 'feed.changed', { id })
      return oneShown(db, feed, say)
    })
  }

  function refuseWithoutPassword(source: FeedSource, hasSecret: boolean): void {
    if (source.kind === 'query' && !hasSecret && takesSecret(source, outside))
      throw passwordWanted({ name: source.database })
  }

  async function keepSecret(
    db: Database,
    workspaceId: WorkspaceId,
    { id, source }: Pick<Feed, 'id' | 'source'>,
    secret: string | null,
  ): Promise<void> {
    const isSent = secret !== null && takesSecret(source, outside)
    await storeSecret(db, id, isSent ? outside.seal.close(secret, sealedFor(workspaceId, id, source, outside)) : null)
  }
}

/** @throws {Problem} `bad-input` where no administrator has allowed it, or a secret would travel in clear. */
function refuseNotAllowed(source: FeedSource, hasSecret: boolean, { folder, hosts, databases }: Outside): void {
  if (source.kind === 'query') {
    allowedDatabase(source.database, databases)
    return
  }
  if (source.kind === 'folder') {
    if (folder !== null) return
    const message = 'feed.problem.no-folder-allowed'
    throw new Problem('bad-input', message, {}, [{ pointer: '#/source', message }])
  }
  const url = new URL(source.url)
  const named = allowedHost(url, hosts)
  if (!hasSecret || url.protocol === 'https:' || named.isPrivate) return
  const message = 'feed.problem.secret-in-clear'
  throw new Problem('bad-input', message, {}, [{ pointer: '#/secret', message }])
}

function secretAgain(): Problem {
  const message = 'feed.problem.secret-again'
  return new Problem('bad-input', message, {}, [{ pointer: '#/secret', message }])
}

/** What people may choose from: names, never addresses, users or passwords of databases. */
function allowedBy({ folder, hosts, databases }: Outside) {
  return {
    folder: folder !== null,
    hosts: hosts.map(hostText),
    databases: databases.map(({ name, kind, password }) => ({ name, kind, wantsPassword: password === null })),
  }
}

function hostText({ host, port }: NamedHost): string {
  return port === null ? host : `${host}:${port}`
}

async function oneShown(db: Database, feed: Feed, say: Say) {
  const [one] = await shown(db, [feed], say)
  if (!one) throw new Error('a feed that is there is shown')
  return one
}

async function shown(db: Database, feeds: readonly Feed[], say: Say) {
  const ids = feeds.map(({ id }) => id)
  const secretive = await listSecretive(db, ids)
  const last = new Map((await listLastRuns(db, ids)).map((run) => [run.feedId, run]))
  return feeds.map(({ mark: _, ...feed }) => {
    const run = last.get(feed.id)
    return { ...feed, hasSecret: secretive.has(feed.id), last: run ? runShown(run, say) : null }
  })
}

function runShown({ problem, sha256: _, ...run }: FeedRun, say: Say) {
  return { ...run, problem: problem && say(problem.message, problem.values) }
}
