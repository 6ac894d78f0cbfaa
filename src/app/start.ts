import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import closeWithGrace from 'close-with-grace'
import { limits } from '#platform/anywhere/limits.ts'
import { type Config, readConfig } from '#platform/config.ts'
import { type Doors, openDoors } from '#platform/database/doors.ts'
import { migrate } from '#platform/database/migrate.ts'
import { openStorage, rememberStorage, type Storage } from '#platform/database/open-storage.ts'
import type { Server } from '#platform/http/build-server.ts'
import { LiveHub } from '#platform/http/live.ts'
import { installJobs, startJobs } from '#platform/job/start-jobs.ts'
import { startRelay } from '#platform/job/start-relay.ts'
import type { Job } from '#platform/job.ts'
import { type Logger, openLog } from '#platform/log.ts'
import { sealIn } from '#platform/seal.ts'
import { startFeedClock } from '#product/feed/feed-clock.ts'
import { feedJobs } from '#product/feed/feed-jobs.ts'
import type { Outside } from '#product/feed/outside.ts'
import { findLivePasses, jobs } from './nouns.ts'
import { sampleJob } from './sample/sample-job.ts'
import { productServer } from './server.ts'
import { setUpLink } from './set-up-link.ts'
import { startSweeping } from './sweep.ts'
import { welcome } from './welcome.ts'

export const projectFolder: string = fileURLToPath(new URL('../..', import.meta.url))
export const migrations: URL = new URL('../../migrations/', import.meta.url)

/** An address on which nothing could listen. The message says why and what to do. */
export class ListenRefused extends Error {}

/** There is nothing to show. */
export class PagesMissing extends Error {}

/** Starts the product and returns when it serves. Stops gracefully on SIGTERM and SIGINT, also while it is starting. */
export async function start(environment: Record<string, string | undefined>): Promise<void> {
  const config = readConfig(environment, projectFolder)
  const log = openLog(config.logLevel)
  /** What to close, last first. */
  const open: (() => Promise<unknown>)[] = []
  const closing = closeWithGrace({ delay: limits.drainMs + 5_000, logger: false }, async ({ err }) => {
    if (err) log.error({ err }, 'stopping after a defect')
    await closeAll(open)
  })
  try {
    const storage = await openStorage(config, log)
    open.push(() => storage.stop())
    const { address, link } = await serve(config, storage, log, open)
    process.stdout.write(welcome({ address, link, place: storage.place, kind: storage.kind }))
    storage.onLost(() => {
      log.error('PostgreSQL ended and could not be started again; stopping')
      process.exit(1)
    })
  } catch (error) {
    closing.uninstall()
    await closeAll(open)
    throw error
  }
}

async function closeAll(open: (() => Promise<unknown>)[]): Promise<void> {
  for (const step of open.splice(0).toReversed()) await step()
}

async function serve(
  config: Config,
  storage: Storage,
  log: Logger,
  open: (() => Promise<unknown>)[],
): Promise<{ address: string; link: string | null }> {
  await migrate(storage.owner, migrations)
  await rememberStorage(config, storage)
  const doors = openDoors(storage.app, log)
  open.push(() => doors.close())
  const hub = new LiveHub()

  const isLoopbackOnly = ['127.0.0.1', 'localhost', '::1'].includes(config.host)
  const scheme = config.tls ? 'https' : 'http'
  const linkUrl = config.publicUrl ?? `${scheme}://localhost:${config.port}`
  const outside: Outside = {
    folder: config.feedFolder,
    hosts: config.feedHosts,
    databases: config.feedDatabases,
    seal: sealIn(config.dataDir),
  }
  const server = await productServer(
    doors,
    log,
    {
      publicUrl: config.publicUrl,
      acceptsAnyHost: config.tls !== null && !isLoopbackOnly,
      linkUrl,
      trustedProxies: config.trustedProxies,
      tls: config.tls,
      webFolder: builtPages(),
    },
    outside,
    { hub },
  )
  const allJobs = [...jobs, ...feedJobs(outside), sampleJob(doors, (request) => server.app.inject(request))]
  await installJobs(storage.owner, allJobs)
  open.push(await startBackground(storage, doors, allJobs, hub, log))
  open.push(() => stopServing(server, hub))
  await listen(server, config)
  return { address: linkUrl, link: await setUpLink(doors, linkUrl) }
}

async function startBackground(
  storage: Storage,
  doors: Doors,
  allJobs: readonly Job[],
  hub: LiveHub,
  log: Logger,
): Promise<() => Promise<void>> {
  const queue = await startJobs(storage.app, doors, allJobs, log)
  const stopRelay = await startRelay(doors, allJobs, queue, (heard) => hub.tell(heard), log)
  const stopSweeping = startSweeping(doors, log)
  const stopFeedClock = startFeedClock(doors, log)
  const heart = setInterval(() => hub.beat(new Date()), 20_000)
  const look = setInterval(
    () =>
      hub
        .closeEnded((asked, now) => doors.tx({}, (db) => findLivePasses(db, asked, now)), new Date())
        .catch((error) => log.warn({ err: error }, 'the sign-ins of open pages could not be looked at; tried again')),
    limits.liveLookMs,
  )
  return async () => {
    clearInterval(heart)
    clearInterval(look)
    stopSweeping()
    stopFeedClock()
    await stopRelay()
    await queue.stop()
  }
}

/** Answers what was accepted, then closes: first `/readyz` says no, then the open pages, then the port. */
async function stopServing(server: Server, hub: LiveHub): Promise<void> {
  server.drain()
  hub.closeAll()
  await server.app.close()
}

/** @throws {PagesMissing} when nobody has built them. */
function builtPages(): string {
  const folder = fileURLToPath(new URL('../../dist/web', import.meta.url))
  if (!existsSync(join(folder, 'index.html')))
    throw new PagesMissing('The pages are not built yet. "npm run build" builds them; "npm start" builds and starts.')
  return folder
}

/** @throws {ListenRefused} when the port is taken or not allowed. */
async function listen({ app }: Server, { host, port }: Config): Promise<void> {
  try {
    await app.listen({ host, port })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'EADDRINUSE')
      throw new ListenRefused(
        `Port ${port} is taken by another program (or another Ratchet). Nothing is lost. Choose another: PORT=${port + 1} npm start`,
      )
    if (code === 'EACCES')
      throw new ListenRefused(`This user may not listen on port ${port}. Choose one above 1023: PORT=3000 npm start`)
    if (code === 'EADDRNOTAVAIL') throw new ListenRefused(`This machine has no address ${host}. Check HOST.`)
    throw error
  }
}
