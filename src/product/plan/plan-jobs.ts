import { z } from 'zod'
import { limits } from '#platform/anywhere/limits.ts'
import { dayMs } from '#platform/anywhere/time.ts'
import { job } from '#platform/job.ts'
import { sweepSheets } from '#product/sheet/sheet-store.ts'
import { listSheetsInUse } from './sheet-use-store.ts'

/** Whenever a sheet comes, those that came long ago and that nobody planned or measured on are let go. Running it again finds none. */
const sweepOldSheets = job({
  name: 'plan.sweep-sheets',
  on: ['sheet.added'],
  input: z.object({}),
  async run(_, { db, now, log }) {
    const before = new Date(now.getTime() - limits.sheetDays * dayMs)
    const count = await sweepSheets(db, before, await listSheetsInUse(db))
    if (count > 0) log.info({ count }, 'sheets that nothing uses were let go')
  },
})

export const planJobs = [sweepOldSheets]
