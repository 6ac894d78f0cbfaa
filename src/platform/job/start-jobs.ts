import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { PgBoss } from 'pg-boss'
import type { WorkspaceId } from '../anywhere/identity.ts'
import type { Doors } from '../database/doors.ts'
import type { Job, JobContext } from '../job.ts'
import type { Logger } from '../log.ts'
import { emitInto } from '../outbox.ts'

const schema = 'job'

/**
 * A job is tried eight times, each time after a longer rest. One whose process was killed beats no more and is taken up
 * again after ten seconds, not after the quarter of an hour that a job may take.
 */
const keeping = { retryLimit: 8, retryDelay: 2, retryBackoff: true, notify: true, heartbeatSeconds: 10 }
const watching = { superviseIntervalSeconds: 5, monitorIntervalSeconds: 5 }

/**
 * A notification wakes a worker at once, and it goes on while there is more. The polling is for what no notification
 * tells: a retry whose time has come. Small batches, because of those only a full one says that there is more.
 */
const fetching = {
  batchSize: 5,
  burstWhenBatchFull: true,
  perJobResults: true,
  pollingIntervalSeconds: 1,
  notifyPollingIntervalSeconds: 1,
} as const

/** What a job's queue holds: who it is for, and what the event carried. Ids only. */
interface Parcel {
  workspaceId: WorkspaceId
  payload: Record<string, string>
}

export interface Jobs {
  /** Puts one parcel into a job's queue. */
  send(name: string, parcel: Parcel): Promise<void>
  /** Stops fetching and waits for what is running. */
  stop(): Promise<void>
}

/** Installs and upgrades the queues. Runs as the owner at start-up; the app role gets what it needs to use them. */
export async function installJobs(owner: pg.ClientConfig, jobs: readonly Job[]): Promise<void> {
  const boss = new PgBoss({ ...bossConfig(owner), schema, supervise: false, schedule: false, max: 2 })
  boss.on('error', () => {})
  await boss.start()
  const existing = new Set((await boss.getQueues()).map(({ name }) => name))
  for (const { name } of jobs) {
    if (existing.has(name)) await boss.updateQueue(name, keeping)
    else await boss.createQueue(name, keeping)
  }
  const db = boss.getDb()
  await db.executeSql(`grant usage on schema ${schema} to ratchet_app`)
  await db.executeSql(`grant select, insert, update, delete on all tables in schema ${schema} to ratchet_app`)
  await db.executeSql(`grant usage, select on all sequences in schema ${schema} to ratchet_app`)
  await db.executeSql(`grant execute on all functions in schema ${schema} to ratchet_app`)
  await boss.stop({ graceful: false })
}

/** Starts working the queues, one job of each kind at a time. */
export async function startJobs(app: pg.PoolConfig, doors: Doors, jobs: readonly Job[], log: Logger): Promise<Jobs> {
  const boss = new PgBoss({
    ...bossConfig(app),
    schema,
    migrate: false,
    createSchema: false,
    useListenNotify: true,
    max: 3,
    ...watching,
  })
  boss.on('error', (error) => log.warn({ err: error }, 'the job queue had a problem and goes on'))
  await boss.start()
  for (const job of jobs) {
    await boss.work(job.name, fetching, (parcels: { id: string; data: Parcel }[]) => runEach(job, parcels, doors, log))
  }
  return {
    async send(name, parcel) {
      const { atMostEveryMs: rest, waitMs = 0 } = jobs.find((job) => job.name === name) ?? {}
      const wait = waitMs === 0 ? {} : { startAfter: Math.ceil(waitMs / 1000) }
      await boss.send(name, parcel, { ...wait, ...(rest === undefined ? {} : restingFor(rest, parcel)) })
    },
    stop: () => boss.stop({ graceful: true, timeout: 5_000 }),
  }
}

/** One parcel for each stretch of time; a second one waits for the next stretch, and any more are that same one. */
function restingFor(ms: number, { workspaceId, payload }: Parcel) {
  const singletonKey = JSON.stringify([workspaceId, payload])
  return { singletonKey, singletonSeconds: Math.ceil(ms / 1000), singletonNextSlot: true }
}

/** One after the other; one that fails is tried again later and keeps none of the others. */
async function runEach(job: Job, parcels: { id: string; data: Parcel }[], doors: Doors, log: Logger) {
  const results: { id: string; status: 'completed' | 'failed' }[] = []
  for (const { id, data } of parcels) {
    try {
      await runJob(job, data, doors, log)
      results.push({ id, status: 'completed' })
    } catch (error) {
      log.error({ err: error, job: job.name }, 'a job failed; it is tried again')
      results.push({ id, status: 'failed' })
    }
  }
  return results
}

/** Runs one job for one event: in a transaction of its own, unless the job takes longer than one may stay open. */
export async function runJob(job: Job, { workspaceId, payload }: Parcel, doors: Doors, log: Logger): Promise<void> {
  const input = job.input.parse(payload)
  const tx = <T>(work: (context: JobContext) => Promise<T>) =>
    doors.tx({ workspaceId }, (db) => {
      const now = new Date()
      const newId = <Id extends string>() => randomUUID() as string as Id
      return work({ db, workspaceId, now, newId, emit: emitInto(db, workspaceId, now), log })
    })
  if ('work' in job) return job.work(input, { workspaceId, log, tx })
  await tx((context) => job.run(input, context))
}

/** pg-boss takes the same words as `pg`, but only text and numbers. */
function bossConfig({ host, port, database, user, password, connectionString, ssl }: pg.ClientConfig) {
  const known = { host, port, database, user, password, connectionString, ssl }
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined))
}
