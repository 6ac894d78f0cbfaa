import type { SheetPanel } from '#lib/sheet/sheet-panel.ts'
import { dayOf } from '#platform/anywhere/time.ts'
import type { Database } from '#platform/database.ts'
import type { RequestContext } from '#platform/http.ts'
import type { MetricId } from '#product/metric/metric.ts'
import { keepMetric } from '#product/metric/metric-store.ts'
import { readPanel } from '#product/sheet/sheet-store.ts'
import type { SheetSummary, Trial, TrialSheet } from '#product/trial/trial.ts'
import { findWorkspace } from '#product/workspace/workspace-store.ts'
import { isOver, timesOf } from './after-data.ts'
import { completeDraft, type DraftBody } from './draft.ts'
import { hashPlan } from './hash-plan.ts'
import {
  type Plan,
  type PlanBody,
  type PlanChanges,
  type PlanId,
  type PlannedSite,
  refuseOneGroup,
  refuseWrongDoor,
  sitesAfter,
} from './plan.ts'
import { mergeSheets } from './plan-store.ts'

/** The parts of a request that freezing needs. */
type Freezer = Pick<RequestContext<'workspace'>, 'db' | 'now' | 'newId' | 'signed'>

/**
 * The first version of a plan, from a finished draft and what its sheet holds. Stores nothing.
 * @param seed Of the draws in the analysis: given by chance, so that nobody picks one they like.
 * @throws {Problem} `bad-input` when the draft is not finished, the sheet does not fit it, or it is the wrong door.
 */
export async function firstVersion(
  freezer: Freezer,
  trial: Trial,
  draft: DraftBody,
  seed: number,
): Promise<{ plan: Plan; summary: SheetSummary }> {
  const { metricId, ...whole } = completeDraft(draft)
  const metric = await metricOf(freezer.db, metricId)
  const panel = await readPlanned(freezer.db, whole)
  const sites = sitesOf(panel)
  refuseOneGroup(sites)
  refuseWrongDoor(trial.door, timesOf(panel))
  const isAfterData = isLate(panel, whole.since, await today(freezer))
  const body = { ...whole, metric, sites, seed }
  return {
    plan: frozen(freezer, { trialId: trial.id, version: 1, body, isAfterData, reason: null }),
    summary: summaryOf(panel),
  }
}

/**
 * The version after `before`, with what a person changes. Stores nothing.
 * @param sheets The sheets that the trial is measured on: the new plan must fit all of them.
 * @throws {Problem} `bad-input` when it does not, or when sites would go that nobody named.
 */
export async function nextVersion(
  freezer: Freezer,
  trial: Trial,
  before: Plan,
  { metricId, without, ...changes }: PlanChanges,
  reason: string,
  sheets: readonly Pick<TrialSheet, 'sheetId'>[],
): Promise<Plan> {
  const { db } = freezer
  const metric = metricId ? await metricOf(db, metricId) : before.body.metric
  const changed: PlanBody = { ...before.body, ...given(changes), metric }
  // Other columns may mean other sites. With the same ones nobody comes back who was taken out before.
  const read = changes.columns ? sitesOf(await readPlanned(db, changed)) : before.body.sites
  const body = { ...changed, sites: sitesAfter(before.body.sites, read, without) }
  const ids = sheets.map(({ sheetId }) => sheetId)
  const merged = await mergeSheets(db, body, ids)
  refuseWrongDoor(hasOutcomesToCome(trial) ? null : trial.door, timesOf(merged))
  const isAfterData = isLate(merged, body.since, await today(freezer))
  return frozen(freezer, { trialId: trial.id, version: before.version + 1, body, isAfterData, reason })
}

export function summaryOf(panel: SheetPanel): SheetSummary {
  return {
    rows: panel.rows,
    sites: panel.sites.length,
    firstPeriod: panel.periods[0]?.label ?? '',
    lastPeriod: panel.periods.at(-1)?.label ?? '',
    hasOutcomes: timesOf(panel).after > 0,
  }
}

/** The sheet of the plan, read by the plan. */
function readPlanned(
  db: Database,
  { sheetId, columns, since, guardrails }: Pick<PlanBody, 'sheetId' | 'columns' | 'since' | 'guardrails'>,
): Promise<SheetPanel> {
  return readPanel(db, sheetId, { columns, since, guardrails: guardrails.map(({ column }) => column) })
}

function frozen(
  { now, newId, signed }: Freezer,
  version: Pick<Plan, 'trialId' | 'version' | 'body' | 'isAfterData' | 'reason'>,
): Plan {
  return { ...version, id: newId<PlanId>(), hash: hashPlan(version.body), frozenAt: now, frozenById: signed.personId }
}

/** Its worth stays outside of the plan: money may be priced anew, what is measured may not. */
async function metricOf(db: Database, metricId: MetricId): Promise<PlanBody['metric']> {
  const { id, name, unit, better } = await keepMetric(db, metricId)
  return { id, name, unit, better }
}

/** Once it has started, a trial that was planned first may hold outcomes or not. */
function hasOutcomesToCome({ door, state }: Trial): boolean {
  return door === 'plan-first' && state !== 'draft' && state !== 'frozen'
}

function sitesOf(panel: SheetPanel): PlannedSite[] {
  return panel.sites.map(({ name, treated }) => ({ name, treated }))
}

/** Outcomes are there, or their first period is over, so that somebody could have seen them. */
function isLate(
  panel: Pick<SheetPanel, 'sites' | 'periods' | 'since' | 'periodKind'>,
  since: string,
  day: string,
): boolean {
  return timesOf(panel).after > 0 || isOver(panel, since, day)
}

async function today({ db, now }: Pick<Freezer, 'db' | 'now'>): Promise<string> {
  return dayOf(now, (await findWorkspace(db)).timeZone)
}

/** Without the names that have no value: those stay as they were. */
function given<T extends object>(changes: T): { [Name in keyof T]: Exclude<T[Name], undefined> } {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as {
    [Name in keyof T]: Exclude<T[Name], undefined>
  }
}
