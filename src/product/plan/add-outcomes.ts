import type { SheetPanel } from '#lib/sheet/sheet-panel.ts'
import type { RequestContext } from '#platform/http.ts'
import type { SheetId } from '#product/sheet/sheet.ts'
import type { Trial } from '#product/trial/trial.ts'
import { addTrialSheet, listTrialSheets } from '#product/trial/trial-store.ts'
import { summaryOf } from './freeze.ts'
import { refuseMoreSheets, refuseStrangers } from './plan.ts'
import { findPlan, lockAsRead, mergeSheets } from './plan-store.ts'

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
  let last: SheetPanel | undefined
  await mergeSheets(db, body, [...before.map((sheet) => sheet.sheetId), sheetId], (panel) => {
    last = panel
  })
  if (!last) return
  refuseStrangers(body.sites, last.sites)
  // Read again, now that nothing can come in between: is it still running, by the same plan and sheets?
  refuseMoreSheets(await lockAsRead(db, trial.id, { version, sheets: before.length }), before.length)
  await addTrialSheet(db, {
    trialId: trial.id,
    sheetId,
    position: before.length + 1,
    ...summaryOf(last),
    addedById: signed.personId,
    addedAt: now,
  })
}
