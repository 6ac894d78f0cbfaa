import { Problem } from '#platform/anywhere/problem.ts'
import { dayOf } from '#platform/anywhere/time.ts'
import type { Database } from '#platform/database.ts'
import type { RequestContext } from '#platform/http.ts'
import { findSpan } from '#product/measurement/gap-store.ts'
import { findPerson } from '#product/person/person-store.ts'
import type { SheetSummary, Trial, TrialSheet } from '#product/trial/trial.ts'
import { findWorkspace } from '#product/workspace/workspace-store.ts'
import { isLate, timesOf } from './after-data.ts'
import { completeDraft, type DraftBody, type WholeDraft } from './draft.ts'
import { hashPlan } from './hash-plan.ts'
import { metricIn } from './metric-in.ts'
import { type Plan, type PlanChanges, type PlanId, refuseEarlyEnd, refuseWrongDoor, refuseWrongKind } from './plan.ts'
import { type BodyOf, type Design, type Forecast, PlanBody } from './plan-body.ts'
import { changedBody } from './plan-change.ts'
import type { Readable, SettledOf } from './read/design-reading.ts'
import { readings } from './read/readings.ts'
import { figuresBy } from './read-figures.ts'
import { refuseNobody } from './refuse-nobody.ts'
import { summaryOf } from './sheet-summary.ts'

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
  const { db } = freezer
  const whole = completeDraft(trial.design, draft)
  const metric = await metricIn(db, whole.metricId)
  const forecasts = await named(db, whole.forecasts)
  const { body, figures, rows } = await readFirst(db, trial, whole, { metric, forecasts, seed })
  refuseNobody(body)
  if (trial.door === 'plan-first') refuseEarlyEnd(body)
  refuseWrongDoor(trial.door, timesOf(figures), pointerOfTime(trial.design))
  if (trial.door === 'plan-first') await refuseMeasuredSince(db, body)
  const isAfterData = isLate(figures, body, await today(freezer))
  return {
    plan: frozen(freezer, { trialId: trial.id, version: 1, body, isAfterData, reason: null }),
    summary: summaryOf(figures, rows),
  }
}

/**
 * A whole plan and the figures of its sheet.
 * @throws {Problem} `bad-input` when the sheet does not fit the plan.
 */
export async function readFirst<D extends Design>(
  db: Database,
  { design, door }: Pick<Trial, 'door'> & { design: D },
  { metricId: _, ...whole }: WholeDraft<D>,
  known: Pick<PlanBody, 'metric' | 'forecasts' | 'seed'>,
) {
  refuseWrongKind(known.metric.kind, whole)
  const said = { ...whole, ...known }
  // What a draft of this design says, and what the server knows, are together all but what the sheet settles.
  const sheet = await readings[design].first(db, said as unknown as Readable<D>, door)
  const body = bodyOf<D>(said, sheet.settled)
  return { body, figures: sheet.figures(body), rows: sheet.rows, warnings: sheet.warnings }
}

/**
 * The table of a draft is of the day it was made; outcomes may have been measured since.
 * @throws {Problem} `bad-input` when there are some.
 */
async function refuseMeasuredSince(db: Database, { measured, metric }: PlanBody): Promise<void> {
  if (!measured) return
  const siteIds = measured.sites.map(({ siteId }) => siteId)
  const span = await findSpan(db, [metric.id], siteIds, measured.outcomesOn)
  if (!span) return
  const values = { metric: metric.name, on: span.last }
  const field = { pointer: '#/since', message: 'plan.outcomes-measured' as const, values }
  throw new Problem('bad-input', 'plan.outcomes-measured', values, [field])
}

/** Parsed, so that what is frozen is what the schema of its design says, and nothing besides. */
function bodyOf<D extends Design>(said: object, settled: SettledOf<D>): BodyOf<D> {
  return PlanBody.parse({ ...said, ...settled }) as BodyOf<D>
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
  changes: PlanChanges,
  reason: string,
  sheets: readonly Pick<TrialSheet, 'sheetId'>[],
): Promise<Plan> {
  const { db } = freezer
  const body = await changedBody(db, trial, before.body, changes)
  const figures = await figuresBy(
    db,
    body,
    sheets.map(({ sheetId }) => sheetId),
  )
  refuseWrongDoor(hasOutcomesToCome(trial) ? null : trial.door, timesOf(figures), pointerOfTime(trial.design))
  const isAfterData = isLate(figures, body, await today(freezer))
  return frozen(freezer, { trialId: trial.id, version: before.version + 1, body, isAfterData, reason })
}

function frozen(
  { now, newId, signed }: Freezer,
  version: Pick<Plan, 'trialId' | 'version' | 'body' | 'isAfterData' | 'reason'>,
): Plan {
  return { ...version, id: newId<PlanId>(), hash: hashPlan(version.body), frozenAt: now, frozenById: signed.personId }
}

/** Whoever foretold something, with the name they have now. @throws {Problem} `not-found`. */
function named(db: Database, forecasts: readonly Omit<Forecast, 'name'>[]): Promise<Forecast[]> {
  return Promise.all(
    forecasts.map(async (forecast) => ({ ...forecast, name: (await findPerson(db, forecast.personId)).name })),
  )
}

/** Once it has started, a trial that was planned first may hold outcomes or not. */
function hasOutcomesToCome({ door, state }: Trial): boolean {
  return door === 'plan-first' && state !== 'draft' && state !== 'frozen'
}

/** Where a person mends that figures and door do not go together. */
function pointerOfTime(design: Design): string {
  if (design === 'staggered') return '#/columns/start'
  return design === 'pilot' || design === 'before-after' ? '#/since' : '#/sheetId'
}

async function today({ db, now }: Pick<Freezer, 'db' | 'now'>): Promise<string> {
  return dayOf(now, (await findWorkspace(db)).timeZone)
}
