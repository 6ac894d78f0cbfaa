import { minuteMs } from '#platform/anywhere/time.ts'
import type { Doors } from '#platform/database/doors.ts'
import type { Logger } from '#platform/log.ts'
import { emitInto } from '#platform/outbox.ts'
import { takeDue } from './feed-store.ts'

/** Milliseconds between two looks, and until a feed is called again whose run has not ended. */
const lookMs = 20_000
const againMs = 20 * minuteMs

/** Calls the feeds that are due at `now`. @returns How many. */
export function callDue(doors: Doors, now: Date): Promise<number> {
  return doors.tx({}, async (db) => {
    const due = await takeDue(db, now, new Date(now.getTime() + againMs))
    for (const { feedId, inWorkspace } of due) await emitInto(db, inWorkspace, now)('feed.due', { id: feedId })
    return due.length
  })
}

/** Looks every now and then which feeds are due. When is stored, so that nothing is lost while no process runs. */
export function startFeedClock(doors: Doors, log: Logger): () => void {
  const timer = setInterval(
    () =>
      void callDue(doors, new Date()).catch((error) =>
        log.warn({ err: error }, 'the feeds that are due could not be called; it is tried again'),
      ),
    lookMs,
  )
  return () => clearInterval(timer)
}
