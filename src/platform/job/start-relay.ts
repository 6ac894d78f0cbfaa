import { sql } from 'kysely'
import { z } from 'zod'
import type { WorkspaceId } from '../anywhere/identity.ts'
import { limits } from '../anywhere/limits.ts'
import { dayMs } from '../anywhere/time.ts'
import type { Doors } from '../database/doors.ts'
import type { Job } from '../job.ts'
import type { Logger } from '../log.ts'
import type { Jobs } from './start-jobs.ts'

export interface Heard {
  workspaceId: WorkspaceId | null
  event: string
  payload: Record<string, string>
}

const HeardText = z.object({
  workspaceId: z.uuid().nullable(),
  event: z.string(),
  payload: z.record(z.string(), z.string()),
})

/**
 * Hands the outbox on: each event to the queues of the jobs that wait for it, and to `tell` (the live pages) at once.
 * Rows are locked while they are handed on, so that many processes share the work; a crash in between hands a row on
 * twice, never not at all, and jobs are idempotent.
 */
export async function startRelay(
  doors: Doors,
  jobs: readonly Job[],
  queue: Jobs,
  tell: (heard: Heard) => void,
  log: Logger,
): Promise<() => Promise<void>> {
  let isRunning = false
  let isWanted = false
  let isStopped = false
  let working: Promise<void> = Promise.resolve()

  function wake(): void {
    isWanted = true
    if (!isRunning) working = work()
  }
  async function work(): Promise<void> {
    isRunning = true
    while (isWanted && !isStopped) {
      isWanted = false
      try {
        if ((await relayBatch(doors, jobs, queue)) === limits.outboxBatch) isWanted = true
      } catch (error) {
        log.warn({ err: error }, 'the outbox could not be handed on; it is tried again')
      }
    }
    isRunning = false
  }

  const unlisten = await doors.listen(
    'outbox',
    (text) => {
      const heard = heardIn(text)
      if (heard) tell(heard)
      wake()
    },
    wake,
  )
  // What a stopped process left, and what a lost notification would leave.
  const timer = setInterval(wake, 5_000)
  const sweeper = setInterval(() => void sweep(doors).catch(() => {}), 3_600_000)
  wake()
  return async () => {
    isStopped = true
    clearInterval(timer)
    clearInterval(sweeper)
    await unlisten()
    await working
  }
}

/** Any role of a shared server may notify any channel: what is not ours is not heard. */
function heardIn(text: string): Heard | null {
  try {
    return HeardText.parse(JSON.parse(text)) as Heard
  } catch {
    return null
  }
}

/** @returns How many rows were handed on. */
async function relayBatch(doors: Doors, jobs: readonly Job[], queue: Jobs): Promise<number> {
  return doors.tx({}, async (db) => {
    const rows = await db
      .selectFrom('outbox')
      .selectAll()
      // The plugin strips workspace_id from every row, so it is read under another name.
      .select(sql<WorkspaceId | null>`workspace_id`.as('inWorkspace'))
      .where('relayedAt', 'is', null)
      .orderBy('sequence')
      .limit(limits.outboxBatch)
      .forUpdate()
      .skipLocked()
      .execute()
    if (rows.length === 0) return 0
    for (const { event, payload, inWorkspace } of rows) {
      if (!inWorkspace) continue
      for (const job of jobs.filter(({ on }) => (on as readonly string[]).includes(event)))
        await queue.send(job.name, { workspaceId: inWorkspace, payload })
    }
    await db
      .updateTable('outbox')
      .set({ relayedAt: new Date() })
      .where(
        'sequence',
        'in',
        rows.map(({ sequence }) => sequence),
      )
      .execute()
    return rows.length
  })
}

async function sweep(doors: Doors): Promise<void> {
  await doors.tx({}, async (db) => {
    await db
      .deleteFrom('outbox')
      .where('relayedAt', '<', new Date(Date.now() - limits.outboxDays * dayMs))
      .execute()
  })
}
