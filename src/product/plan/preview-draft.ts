import type { Database } from '#platform/database.ts'
import { findMetric } from '#product/metric/metric-store.ts'
import { doubtOf, type SheetDoubt } from '#product/sheet/sheet.ts'
import type { Trial } from '#product/trial/trial.ts'
import { timesOf } from './after-data.ts'
import { completeDraft, type DraftBody, readableDraft } from './draft.ts'
import { readFirst } from './freeze.ts'
import { type StopsFrom, stopsFrom } from './looks.ts'
import type { SheetTimes } from './plan.ts'
import { type PlanPreview, type Previewed, planPreviewOf } from './plan-preview.ts'

const noMetric = {
  id: '00000000-0000-4000-8000-000000000000',
  name: '–',
  unit: '–',
  better: 'higher',
  kind: 'mean',
} as const

/**
 * The table of a draft as its design would read it. What is not said yet and does not matter for that may be missing.
 * @throws {Problem} `bad-input` when a column is missing, or the table does not fit the design.
 */
export async function previewDraft(
  db: Database,
  trial: Pick<Trial, 'design' | 'door'>,
  draft: DraftBody,
): Promise<{ preview: PlanPreview; doubts: SheetDoubt[]; times: SheetTimes; stopsFrom: StopsFrom | null }> {
  const whole = completeDraft(trial.design, readableDraft(draft))
  const metric = draft.metricId ? await findMetric(db, draft.metricId) : null
  const { id, name, unit, better, kind } = metric ?? { ...noMetric, id: whole.metricId }
  const known = { metric: { id, name, unit, better, kind }, forecasts: [], seed: 0 }
  const { body, figures, warnings } = await readFirst(db, trial, whole, known)
  // Plan and figures are of one design: the figures were read by this plan.
  const shown = { ...figures, design: trial.design, plan: { body } } as unknown as Previewed
  return {
    preview: planPreviewOf(shown),
    doubts: warnings.map(doubtOf),
    times: timesOf(figures),
    stopsFrom: trial.door === 'look-back' ? null : await stopsFrom(body),
  }
}
