import { sql } from 'kysely'
import { rowsOf } from '#lib/sheet/row-numbers.ts'
import { limits } from '#platform/anywhere/limits.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import type { Database } from '#platform/database.ts'
import type { MetricId } from '#product/metric/metric.ts'
import { doubtOf, type SheetDoubt } from '#product/sheet/sheet.ts'
import type { SheetSummary, Trial, TrialId, TrialSheet } from '#product/trial/trial.ts'
import { addTrialSheet, findTrial, listTrialSheets, lockTrial } from '#product/trial/trial-store.ts'
import { type Draft, emptyDraft } from './draft.ts'
import { cutOf } from './hash-plan.ts'
import { type Plan, type PlanId, versionsMost } from './plan.ts'
import type { PlanBody } from './plan-body.ts'
import { type MergedParts, originOf } from './read/merge-parts.ts'
import { figuresBy } from './read-figures.ts'
import type { SplitFigures, TrialFigures } from './trial-figures.ts'

declare module '#platform/database.ts' {
  interface Tables {
    plan: Plan
    planDraft: Draft
  }
}

declare module '#platform/outbox.ts' {
  interface Events {
    /** A later version: what was measured by an earlier one no longer counts. */
    'plan.changed': { id: PlanId; trialId: TrialId }
    /** A sheet with outcomes has come. */
    'plan.grown': { trialId: TrialId }
    /** There may be newer measurements than a running trial has. */
    'plan.fell-behind': { trialId: TrialId }
  }
}

/** The draft of a trial, empty before its first save. Whether it may still be one is the trial's to say. */
export async function findDraft(db: Database, trialId: TrialId): Promise<Draft> {
  const draft = await db.selectFrom('planDraft').selectAll().where('trialId', '=', trialId).executeTakeFirst()
  if (!draft) return { trialId, revision: 0, body: emptyDraft, savedAt: null }
  // A draft that an earlier version stored lacks the parts that have come since.
  return { ...draft, body: { ...emptyDraft, ...draft.body } }
}

/**
 * Stores a draft on top of the revision that its writer has seen, the one before its own.
 * @throws {Problem} `out-of-step` when somebody saved another in between.
 */
export async function storeDraft(db: Database, draft: Draft): Promise<void> {
  const { revision, body, savedAt } = draft
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('planDraft')
    .values(draft)
    .onConflict((conflict) =>
      conflict
        .constraint('plan_draft_pkey')
        .doUpdateSet({ revision, body, savedAt })
        .where('planDraft.revision', '=', revision - 1),
    )
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows === 0n) throw new Problem('out-of-step', 'plan.saved-meanwhile')
}

/** The plan in force: the latest version. @throws {Problem} `not-found` while the trial is a draft. */
export async function findPlan(db: Database, trialId: TrialId): Promise<Plan> {
  const plan = await db
    .selectFrom('plan')
    .selectAll()
    .where('trialId', '=', trialId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!plan) throw new Problem('not-found', 'plan.none')
  return plan
}

/** One version, in force or not. @throws {Problem} `not-found`. */
export async function findPlanById(db: Database, id: PlanId): Promise<Plan> {
  const plan = await db.selectFrom('plan').selectAll().where('id', '=', id).executeTakeFirst()
  if (!plan) throw new Problem('not-found', 'plan.none')
  return plan
}

/** The latest versions with who froze them, the first one first. All of them unless told: `versionsMost` is a page. */
export async function listPlans(
  db: Database,
  trialId: TrialId,
  most: number = versionsMost,
): Promise<(Plan & { frozenByName: string })[]> {
  const latest = await db
    .selectFrom('plan')
    .innerJoin('person', 'person.id', 'plan.frozenById')
    .selectAll('plan')
    .select('person.name as frozenByName')
    .where('trialId', '=', trialId)
    .orderBy('version', 'desc')
    .limit(most)
    .execute()
  return latest.reverse()
}

/** Whether any frozen plan, of whatever version, counts in this metric. */
export async function isPlanned(db: Database, metricId: MetricId): Promise<boolean> {
  const plan = await db
    .selectFrom('plan')
    .select('id')
    .where(sql<boolean>`body #>> '{metric,id}' = ${metricId}`)
    .limit(1)
    .executeTakeFirst()
  return plan !== undefined
}

/** A trial that has begun, its plan in force, and the last period of its sheets as it stands there. */
export type BegunTrial = { trial: Trial; body: PlanBody; lastPeriod: string | null }

/** Trials that have begun and whose plan in force counts in this metric, newest first, at most `limits.listPage`. */
export async function listBegunOn(db: Database, metricId: MetricId): Promise<BegunTrial[]> {
  const rows = await db
    .selectFrom('trial')
    .innerJoin('plan', 'plan.trialId', 'trial.id')
    .selectAll('trial')
    .select('plan.body')
    .select(({ selectFrom }) =>
      selectFrom('trialSheet')
        .select('lastPeriod')
        .whereRef('trialSheet.trialId', '=', 'trial.id')
        .orderBy('position', 'desc')
        .limit(1)
        .as('lastPeriod'),
    )
    .where('trial.startedAt', 'is not', null)
    .where(sql<boolean>`plan.body #>> '{metric,id}' = ${metricId}`)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('plan as later')
            .select('later.id')
            .whereRef('later.trialId', '=', 'trial.id')
            .whereRef('later.version', '>', 'plan.version'),
        ),
      ),
    )
    .orderBy('trial.startedAt', 'desc')
    .orderBy('trial.id')
    .limit(limits.listPage)
    .execute()
  return rows.map(({ body, lastPeriod, ...trial }) => ({ trial, body, lastPeriod }))
}

/**
 * The trial, locked until the end of the transaction, after something was worked out from its plan and sheets. Reading
 * them takes a while: they must still be the ones that were read.
 * @throws {Problem} `out-of-step` when another version or another sheet has come meanwhile.
 */
export async function lockAsRead(
  db: Database,
  trialId: TrialId,
  read: { version: number; sheets: readonly Pick<TrialSheet, 'sheetId'>[] },
): Promise<Trial> {
  const trial = await lockTrial(db, trialId)
  if ((await findPlan(db, trialId)).version !== read.version) throw new Problem('out-of-step', 'plan.changed-meanwhile')
  const idsOf = (sheets: readonly Pick<TrialSheet, 'sheetId'>[]) => sheets.map(({ sheetId }) => sheetId).join()
  if (idsOf(await listTrialSheets(db, trialId)) !== idsOf(read.sheets))
    throw new Problem('out-of-step', 'plan.sheet-meanwhile')
  return trial
}

/** Adds a frozen version; the next one only. @throws {Problem} `out-of-step` when somebody added it first. */
export async function addPlan(db: Database, plan: Plan): Promise<void> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('plan')
    .values(plan)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) throw new Problem('out-of-step', 'plan.changed-meanwhile')
}

/**
 * Puts version 1 in the place of the draft it was made from, with the sheet that it was made on.
 * @throws {Problem} `out-of-step` when somebody saved another draft in between.
 */
export async function addFirstPlan(db: Database, plan: Plan, draft: Draft, summary: SheetSummary): Promise<void> {
  const { numDeletedRows } = await db
    .deleteFrom('planDraft')
    .where('trialId', '=', plan.trialId)
    .where('revision', '=', draft.revision)
    .executeTakeFirst()
  if (numDeletedRows === 0n) throw new Problem('out-of-step', 'plan.saved-meanwhile')
  await addPlan(db, plan)
  const { trialId, frozenById, frozenAt, body } = plan
  const given = {
    trialId,
    sheetId: body.sheetId,
    position: 1,
    addedById: frozenById,
    addedAt: frozenAt,
    isTaken: false,
  }
  await addTrialSheet(db, { ...given, ...summary })
}

/**
 * The frozen plan of a trial and all its sheets as the figures of its design; of two figures for one place the later
 * sheet's counts. Each sheet is streamed from where it is stored, one at a time.
 * @throws {Problem} `not-found` for a trial without a frozen plan.
 */
export async function readTrialFigures(db: Database, trialId: TrialId): Promise<TrialFigures> {
  return readFiguresBy(db, await findPlan(db, trialId))
}

/**
 * The sheets that figures are read from. The table that is taken over holds the history too, as it was corrected since, so
 * that it counts alone.
 */
export function countingSheets<Sheet extends Pick<TrialSheet, 'isTaken'>>(sheets: readonly Sheet[]): Sheet[] {
  const taken = sheets.filter(({ isTaken }) => isTaken)
  return taken.length > 0 ? taken : [...sheets]
}

/** The same by one version of the plan, in force or not. */
export async function readFiguresBy(db: Database, plan: Plan): Promise<TrialFigures> {
  const trial = await findTrial(db, plan.trialId)
  const found = countingSheets(await listTrialSheets(db, plan.trialId))
  const sheets = found.map(({ sheetId, name, sha256 }) => ({ id: sheetId, name, sha256 }))
  const doubts: SheetDoubt[][] = []
  const ids = sheets.map(({ id }) => id)
  const figures = await figuresBy(db, plan.body, ids, ({ warnings }) => {
    const told = warnings.filter(({ code }) => ids.length === 1 || !ofOneSheet.has(code))
    doubts.push(told.map(doubtOf))
  })
  const common = { design: plan.body.design, trial, plan, sheets, doubts, cut: cutOf(plan, sheets) }
  // Plan and figures are of one design: the figures were read by this plan.
  return { ...figures, ...common } as TrialFigures
}

/** What is odd of a sheet by itself and no doubt about a trial that has several: what is missing stands in another. */
const ofOneSheet = new Set<SheetDoubt['code']>([
  'since-before-all',
  'since-after-all',
  'empty-side',
  'one-site',
  'one-treated-site',
  'one-comparison-site',
  'no-comparison-site',
])

/** The rows behind one figure of a trial over time: the first 100 of them, and how many. Null where no sheet has a row. */
export function rowsBehind(
  figures: Pick<MergedParts, 'origins' | 'slots'> & Pick<TrialFigures, 'sheets'>,
  site: number,
  period: number,
): RowsBehind | null {
  const origin = originOf(figures, site, period)
  const sheet = origin && figures.sheets[origin.sheet]
  return sheet ? { ...origin, sheet } : null
}

/** The rows behind one unit of a split. */
export function rowsOfUnit({ origins, sheets }: SplitFigures, unit: number): RowsBehind | null {
  const sheet = sheets[origins.sheet[unit] ?? -1]
  return sheet ? { ...rowsOf(origins.rows, unit), sheet } : null
}

interface RowsBehind {
  sheet: TrialFigures['sheets'][number]
  rows: number[]
  count: number
}

/** Which sheet a figure stands in: its place in the order they came. Null where none has a row. */
export function sheetBehind(
  { origins, slots }: Pick<MergedParts, 'origins' | 'slots'>,
  site: number,
  period: number,
): number | null {
  const sheet = origins[site]?.sheet[slots[period] ?? -1] ?? -1
  return sheet < 0 ? null : sheet
}
