import { z } from 'zod'
import { limits } from '#platform/anywhere/limits.ts'
import { dayMs, minuteMs } from '#platform/anywhere/time.ts'
import { type Job, job, longJob } from '#platform/job.ts'
import { MetricId } from '#product/metric/metric.ts'
import { sweepSheets } from '#product/sheet/sheet-store.ts'
import { TrialId } from '#product/trial/trial.ts'
import { findTrial } from '#product/trial/trial-store.ts'
import { prepareTakeover, storeTakeover, surveyTable } from './measured/take-over.ts'
import { listMeasuredBy } from './measured/takeover-store.ts'
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

/** Whoever measures does not know of trials: those that count in the metric are told that they may lack something. */
const findBehind = job({
  name: 'plan.find-behind',
  on: ['measurement.changed'],
  input: z.object({ metricId: MetricId }),
  async run({ metricId }, { db, emit }) {
    for (const trialId of await listMeasuredBy(db, metricId)) await emit('plan.fell-behind', { trialId })
  },
})

/**
 * Takes over the newest figures of a running trial. Whoever enters the figures of the day enters several: it waits a
 * minute for the others, and what comes later is taken over a few minutes after. Where nothing changed, nothing happens.
 */
const takeOverNewest = longJob({
  name: 'plan.take-over',
  on: ['plan.fell-behind'],
  waitMs: minuteMs,
  atMostEveryMs: 5 * minuteMs,
  input: z.object({ trialId: TrialId }),
  async work({ trialId }, { tx }) {
    const found = await tx(async ({ db }) => {
      const trial = await findTrial(db, trialId)
      return { trial, prepared: trial.state === 'running' ? await prepareTakeover(db, trial) : null }
    })
    const { trial, prepared } = found
    if (!prepared) return
    const surveyed = await surveyTable(prepared)
    try {
      await tx((context) => storeTakeover(context, trial, prepared, { surveyed, byId: null }))
    } finally {
      await surveyed.close()
    }
  },
})

export const planJobs: readonly Job[] = [sweepOldSheets, findBehind, takeOverNewest as Job]
