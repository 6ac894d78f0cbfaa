import type { PersonId } from '#platform/anywhere/identity.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import type { Database } from '#platform/database.ts'
import type { Upload } from '#platform/http.ts'
import type { Emit } from '#platform/outbox.ts'
import { findSpan } from '#product/measurement/gap-store.ts'
import type { SheetId } from '#product/sheet/sheet.ts'
import { addSheet, removeSheet } from '#product/sheet/sheet-store.ts'
import { type Surveyed, surveySheet } from '#product/sheet/survey-sheet.ts'
import type { SheetSummary, Trial } from '#product/trial/trial.ts'
import { addTrialSheet, listTrialSheets, replaceTakenSheet } from '#product/trial/trial-store.ts'
import type { Plan } from '../plan.ts'
import { findPlan, lockAsRead } from '../plan-store.ts'
import { figuresBy } from '../read-figures.ts'
import { summaryOf } from '../sheet-summary.ts'
import { writeTable } from './measured-table.ts'
import { plannedCells } from './planned-cells.ts'
import { readTable } from './read-table.ts'
import { addTakeover } from './takeover-store.ts'

interface Taker {
  readonly db: Database
  readonly now: Date
  newId<Id extends string = string>(): Id
  readonly emit: Emit
}

/** The newest figures as a table, before it is stored. */
export interface Prepared {
  plan: Plan
  sheets: { sheetId: SheetId; isTaken: boolean; position: number; sha256: string }[]
  upload: Upload
  figures: number
  /** The last period with a figure. */
  lastOn: string
}

/**
 * The newest figures of a trial on the workspace's own measurements, if they are others than those it has. Stores nothing.
 * @returns Null where nothing changed: then there is nothing to do, however often it is asked.
 * @throws {Problem} `out-of-step` when its figures come from tables that people bring.
 */
export async function prepareTakeover(db: Database, trial: Trial): Promise<Prepared | null> {
  const plan = await findPlan(db, trial.id)
  const { measured } = plan.body
  if (!measured) throw new Problem('out-of-step', 'plan.not-measured')
  const sheets = await listTrialSheets(db, trial.id)
  const last = sheets.find(({ isTaken }) => isTaken)
  const { every, fromOn, metrics, sites } = measured
  const ids = { metrics: metrics.map(({ metricId }) => metricId), sites: sites.map(({ siteId }) => siteId) }
  const span = await findSpan(db, ids.metrics, ids.sites, fromOn)
  // Before the first outcomes the history is all there is.
  if (!span || (span.last < measured.outcomesOn && !last)) return null
  const cellOf = plannedCells(plan.body)
  const table = await readTable(db, { every, fromOn, toOn: span.last, metrics, sites, cellOf })
  const written = await writeTable(table)
  return last?.sha256 === written.upload.sha256 ? null : { plan, sheets, ...written, lastOn: span.last }
}

/** As rows and columns. Slow for a large table, so it is done outside of a transaction where one can. */
export function surveyTable({ upload }: Pick<Prepared, 'upload'>): Promise<Surveyed> {
  return surveySheet(upload, { tab: null, layout: 'as-is' })
}

/**
 * Stores the newest figures: the table that was taken over last gives its place to this one.
 * @param byId Null: it happens by itself, in the name of the trial's owner.
 * @throws {Problem} `out-of-step` when something else has come meanwhile.
 */
export async function storeTakeover(
  { db, now, newId, emit }: Taker,
  trial: Trial,
  { plan, sheets, upload, figures, lastOn }: Prepared,
  { surveyed, byId }: { surveyed: Surveyed; byId: PersonId | null },
): Promise<void> {
  const locked = await lockAsRead(db, trial.id, { version: plan.version, sheets })
  if (locked.state !== trial.state) throw new Problem('out-of-step', 'trial.moved-meanwhile')
  const sheetId = newId<SheetId>()
  const addedById = byId ?? trial.ownerId
  await addSheet(db, { id: sheetId, name: `${trial.title}.csv`, addedById, addedAt: now, upload, surveyed })
  const summary = await summaryIn(db, plan.body, sheetId)
  const taken = { trialId: trial.id, sheetId, ...summary, addedById, addedAt: now, isTaken: true }
  const last = sheets.find(({ isTaken }) => isTaken)
  if (last) {
    await replaceTakenSheet(db, { ...taken, position: last.position })
    // What stood in it stands in the measurements and their corrections.
    await removeSheet(db, last.sheetId)
  } else await addTrialSheet(db, { ...taken, position: sheets.length + 1 })
  await addTakeover(db, { trialId: trial.id, sha256: upload.sha256, figures, lastOn, byId, takenAt: now })
  await emit('plan.grown', { trialId: trial.id })
}

/** The newest figures, in one transaction. @returns Whether anything was new. */
export async function takeOver(taker: Taker, trial: Trial): Promise<boolean> {
  const prepared = await prepareTakeover(taker.db, trial)
  if (!prepared) return false
  const surveyed = await surveyTable(prepared)
  try {
    await storeTakeover(taker, trial, prepared, { surveyed, byId: null })
  } finally {
    await surveyed.close()
  }
  return true
}

async function summaryIn(db: Database, body: Plan['body'], sheetId: SheetId): Promise<SheetSummary> {
  let summary: SheetSummary | undefined
  await figuresBy(db, body, [sheetId], ({ figures, rows }) => {
    summary = summaryOf(figures, rows)
  })
  if (!summary) throw new Error('a table of record was not read')
  return summary
}
