import type { SheetPanel } from '#lib/sheet/sheet-panel.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import type { RequestContext } from '#platform/http.ts'
import type { SheetId } from '#product/sheet/sheet.ts'
import type { Trial } from '#product/trial/trial.ts'
import { addTrialSheet, listTrialSheets, lockTrial } from '#product/trial/trial-store.ts'
import { summaryOf } from './freeze.ts'
import { refuseMoreSheets, refuseStrangers } from './plan.ts'
import { findPlan, mergeSheets } from './plan-store.ts'

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
  const { body } = await findPlan(db, trial.id)
  let last: SheetPanel | undefined
  await mergeSheets(db, body, [...before.map((sheet) => sheet.sheetId), sheetId], (panel) => {
    last = panel
  })
  if (!last) return
  refuseStrangers(body.sites, last.sites)
  // Reading may have taken a while: is it still running, and did nobody else bring a sheet?
  refuseMoreSheets(await lockTrial(db, trial.id), before.length)
  if ((await listTrialSheets(db, trial.id)).length !== before.length)
    throw new Problem('out-of-step', 'plan.sheet-meanwhile')
  await addTrialSheet(db, {
    trialId: trial.id,
    sheetId,
    position: before.length + 1,
    ...summaryOf(last),
    addedById: signed.personId,
    addedAt: now,
  })
}
