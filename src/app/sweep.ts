import { hourMs } from '#platform/anywhere/time.ts'
import type { Doors } from '#platform/database/doors.ts'
import { sweepAnswers } from '#platform/http/idempotency.ts'
import type { Logger } from '#platform/log.ts'
import { sweepTokens } from '#platform/tokens.ts'
import { sweepSignIns } from '#product/account/account-store.ts'

/** Once an hour forgets what has run out. Nothing depends on it: what has run out is refused when it is read. */
export function startSweeping(doors: Doors, log: Logger): () => void {
  async function sweep(): Promise<void> {
    await doors.tx({}, async (db) => {
      const now = new Date()
      await sweepAnswers(db, now)
      await sweepTokens(db, now)
      await sweepSignIns(db, now)
    })
  }
  const timer = setInterval(
    () => void sweep().catch((error) => log.warn({ err: error }, 'sweeping failed; it is tried again')),
    hourMs,
  )
  return () => clearInterval(timer)
}
