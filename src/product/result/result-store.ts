import type { GeneratedAlways } from 'kysely'
import { limits } from '#platform/anywhere/limits.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import { asJson } from '#platform/database/json.ts'
import type { Database } from '#platform/database.ts'
import type { Plan } from '#product/plan/plan.ts'
import { findPlanById, readFiguresBy } from '#product/plan/plan-store.ts'
import type { TrialFigures } from '#product/plan/trial-figures.ts'
import type { TrialId } from '#product/trial/trial.ts'
import { findTrial } from '#product/trial/trial-store.ts'
import { expectedIn } from './expected.ts'
import { questionOf } from './question-of.ts'
import { Result, type ResultId } from './result.ts'
import type { ResultRow, ResultShown } from './result-api.ts'

declare module '#platform/database.ts' {
  interface Tables {
    /** The effect stands in the analysis; PostgreSQL takes it out once, when the row is written. */
    result: Result & Record<'estimate' | 'low' | 'high', GeneratedAlways<number | null>>
  }
}

declare module '#platform/outbox.ts' {
  interface Events {
    'result.measured': { id: ResultId; trialId: TrialId }
    /** A link to it was made, or taken back. */
    'result.shared': { id: ResultId }
  }
}

/** By name: the table has columns of its own for the ledger, which are no part of a result. */
const columns = Result.keyof().options

/** @throws {Problem} `not-found`. */
export async function findResult(db: Database, id: ResultId): Promise<Result> {
  const result = await db.selectFrom('result').select(columns).where('id', '=', id).executeTakeFirst()
  if (!result) throw new Problem('not-found', 'result.none')
  return result
}

/** A result with what its words need. @throws {Problem} `not-found`. */
export async function findShownResult(db: Database, id: ResultId): Promise<ResultShown> {
  const result = await findResult(db, id)
  const plan = await findPlanOf(db, result)
  const { title } = await findTrial(db, result.trialId)
  const isInForce = (await listResults(db, result.trialId)).some((row) => row.id === id && row.isInForce)
  const forecasts = expectedIn(plan.body)
  return { ...result, question: questionOf(plan), forecasts, trialTitle: title, planVersion: plan.version, isInForce }
}

/** Newest first, at most `limits.listPage`. */
export async function listResults(db: Database, trialId: TrialId): Promise<ResultRow[]> {
  const rows = await db
    .selectFrom('result')
    .innerJoin('plan', 'plan.id', 'result.planId')
    .select(['result.id', 'result.trialId', 'planId', 'grade', 'measuredAt', 'plan.version as planVersion'])
    .select(({ selectFrom }) =>
      selectFrom('plan as version')
        .select(({ fn }) => fn.max('version.version').as('latest'))
        .whereRef('version.trialId', '=', 'result.trialId')
        .as('latest'),
    )
    .where('result.trialId', '=', trialId)
    .orderBy('measuredAt', 'desc')
    .orderBy('result.id')
    .limit(limits.listPage)
    .execute()
  return rows.map(({ latest, ...row }) => ({ ...row, isInForce: row.planVersion === latest }))
}

/** The newest result by the plan in force: the one that may be decided on. Null before it is measured. */
export async function findLatestResult(db: Database, trialId: TrialId): Promise<Result | null> {
  const latest = (await listResults(db, trialId)).find(({ isInForce }) => isInForce)
  return latest ? findResult(db, latest.id) : null
}

/** Adds a result, unless this plan was measured on these very figures before. @returns The one that is there. */
export async function addResult(db: Database, result: Result): Promise<{ id: ResultId; isNew: boolean }> {
  const added = await db
    .insertInto('result')
    .values({ ...result, doubts: asJson(result.doubts) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (added) return { id: added.id, isNew: true }
  const { id } = await db
    .selectFrom('result')
    .select('id')
    .where('planId', '=', result.planId)
    .where('cut', '=', result.cut)
    .executeTakeFirstOrThrow()
  return { id, isNew: false }
}

/** The version of a plan that a result is by. @throws {Problem} `not-found`. */
export function findPlanOf(db: Database, { planId }: Pick<Result, 'planId'>): Promise<Plan> {
  return findPlanById(db, planId)
}

/** How many versions of its plan were frozen once a trial had a result: each is another try at an answer. */
export async function countTries(db: Database, trialId: TrialId): Promise<number> {
  const { count } = await db
    .selectFrom('plan')
    .where('trialId', '=', trialId)
    .where('frozenAt', '>=', ({ selectFrom }) =>
      selectFrom('result')
        .select(({ fn }) => fn.min('measuredAt').as('first'))
        .where('result.trialId', '=', trialId),
    )
    .select(({ fn }) => fn.countAll<bigint>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/**
 * The figures of a result, read again from its sheets by its own version of the plan. Sheets come only while a trial
 * runs and results only after it, so all its sheets are in every result of a trial.
 */
export async function readResultFigures(db: Database, result: Result): Promise<TrialFigures> {
  const figures = await readFiguresBy(db, await findPlanOf(db, result))
  return { ...figures, cut: result.cut }
}
