import { Problem } from '#platform/anywhere/problem.ts'
import type { RequestContext } from '#platform/http.ts'
import type { SheetId } from '#product/sheet/sheet.ts'
import type { SheetSummary, Trial } from '#product/trial/trial.ts'
import { addTrialSheet, listTrialSheets } from '#product/trial/trial-store.ts'
import { refuseMoreSheets, refuseStrangers } from './plan.ts'
import { findPlan, lockAsRead } from './plan-store.ts'
import { figuresBy } from './read-figures.ts'
import { summaryOf } from './sheet-summary.ts'

/**
 * Adds a sheet to a running trial, once it has been read together with all the others: what would not fit is refused
 * now and not when the result is due.
 * @throws {Problem} `out-of-step`, `not-found`, `bad-input`.
 */
export async function addOutcomes(
  { db, now, signed }: Pick<RequestContext<'workspace'>, 'db' | 'now' | 'signed'>,
  trial: Trial,
  sheetId: SheetId,
): Promise<void> {
  const before = await listTrialSheets(db, trial.id)
  refuseMoreSheets(trial, before.length)
  const { body, version } = await findPlan(db, trial.id)
  if (body.measured) throw new Problem('out-of-step', 'plan.measured-elsewhere')
  let summary: SheetSummary | undefined
  let strangers: string[] = []
  await figuresBy(db, body, [...before.map((sheet) => sheet.sheetId), sheetId], ({ figures, rows }) => {
    summary = summaryOf(figures, rows)
    strangers = figures.strangers
  })
  if (!summary) return
  if ('sites' in body) refuseStrangers(body.sites, strangers, summary.sites)
  // Read again, now that nothing can come in between: is it still running, by the same plan and sheets?
  refuseMoreSheets(await lockAsRead(db, trial.id, { version, sheets: before }), before.length)
  await addTrialSheet(db, {
    trialId: trial.id,
    sheetId,
    position: before.length + 1,
    ...summary,
    addedById: signed.personId,
    addedAt: now,
    isTaken: false,
  })
}
