import { z } from 'zod'
import { Problem } from '#platform/anywhere/problem.ts'
import { dayOf } from '#platform/anywhere/time.ts'
import { type Job, longJob } from '#platform/job.ts'
import { keepMetric } from '#product/metric/metric-store.ts'
import { findWorkspace } from '#product/workspace/workspace-store.ts'
import { ImportId } from './measurement.ts'
import { addImport, addOutcome, findImport, queueForFigures } from './measurement-store.ts'
import { storeSheet } from './take-sheet.ts'
import { findTask, storeProgress } from './task-store.ts'

/** Rows between two words on how far it is. */
const toldEvery = 50_000

/**
 * Works off a large import: all of it in one transaction, so that a fault or a killed process leaves nothing behind and
 * the next try begins anew. Safe to do twice: the import has the id of its task.
 */
export const workOffImport = longJob({
  name: 'measurement.work-off-import',
  on: ['measurement.asked'],
  input: z.object({ id: ImportId }),
  async work({ id }, { tx }) {
    const task = await tx(({ db }) => findTask(db, id))
    if (task.state !== 'waiting') return
    const { metricId } = task
    let told = 0
    try {
      await tx(async ({ db, now, newId, emit }) => {
        if (await findImport(db, id)) return
        await queueForFigures(db, metricId)
        const metric = await keepMetric(db, metricId)
        const { sheetId, columns, newSites, byId } = task
        const today = dayOf(now, (await findWorkspace(db)).timeZone)
        await addImport(db, { id, metricId, source: 'sheet', sheetId, columns, byId, at: now })
        const progress = async (rowsDone: number) => {
          if (rowsDone - told < toldEvery) return
          told = rowsDone
          // Beside the import's own transaction, which nobody sees into before it ends.
          await tx(async (beside) => {
            await storeProgress(beside.db, id, { rowsDone })
            await beside.emit('measurement.went-on', { metricId })
          })
        }
        const taken = { metric, sheetId, columns, newSites, today }
        await addOutcome(db, id, await storeSheet(db, taken, { importId: id, now, newId, progress }))
        if (newSites !== null) await emit('site.came', { importId: id })
        await emit('measurement.changed', { metricId })
      })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      await tx(async ({ db, emit }) => {
        await storeProgress(db, id, { state: 'failed', problem: { message: error.messageId, values: error.values } })
        await emit('measurement.went-on', { metricId })
      })
      return
    }
    await tx(async ({ db, emit }) => {
      await storeProgress(db, id, { state: 'done', rowsDone: task.rowsTotal })
      await emit('measurement.went-on', { metricId })
    })
  },
})

export const measurementJobs: readonly Job[] = [workOffImport as Job]
