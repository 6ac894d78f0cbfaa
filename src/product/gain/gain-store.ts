import { type Generated, sql } from 'kysely'
import { z } from 'zod'
import type { PersonId } from '#platform/anywhere/identity.ts'
import { limits } from '#platform/anywhere/limits.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import type { Database } from '#platform/database.ts'
import type { Metric } from '#product/metric/metric.ts'
import { facing } from '#product/result/result.ts'
import type { TrialId } from '#product/trial/trial.ts'
import { type Amount, AmountMinor, countsAs, type Gain, type GainId } from './gain.ts'
import type { LedgerFilter, LedgerLine } from './gain-api.ts'

/** Money as it is stored: JSON has no whole numbers beyond 2^53. */
type StoredMinor = z.input<typeof AmountMinor> | null

declare module '#platform/database.ts' {
  interface Tables {
    gain: Omit<Gain, 'amountMinor'> & { amountMinor: StoredMinor; sequence: Generated<bigint> }
    gainConfirmation: { gainId: GainId; byId: PersonId; confirmedAt: Date }
  }
}

declare module '#platform/outbox.ts' {
  interface Events {
    'gain.booked': { id: GainId; trialId: TrialId }
    'gain.reversed': { id: GainId; reversesId: GainId }
    'gain.confirmed': { id: GainId }
  }
}

/** @throws {Problem} `not-found`. */
export async function findGain(db: Database, id: GainId): Promise<Gain> {
  const row = await db.selectFrom('gain').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new Problem('not-found', 'gain.none')
  const { sequence: _, ...gain } = row
  return { ...gain, amountMinor: minorOf(gain.amountMinor) }
}

/** Adds a line. @throws {Problem} `out-of-step` when the trial, or the reversal, has one already. */
export async function addGain(db: Database, gain: Gain): Promise<void> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('gain')
    .values({ ...gain, amountMinor: gain.amountMinor && z.encode(AmountMinor, gain.amountMinor) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 1n) return
  throw new Problem('out-of-step', gain.reversesId ? 'gain.reversed-already' : 'gain.booked-already')
}

/** @throws {Problem} `out-of-step` when somebody has confirmed it already. */
export async function addConfirmation(db: Database, gainId: GainId, byId: PersonId, confirmedAt: Date): Promise<void> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('gainConfirmation')
    .values({ gainId, byId, confirmedAt })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) throw new Problem('out-of-step', 'gain.confirmed-already')
}

/** @throws {Problem} `not-found`. */
export async function findLine(db: Database, id: GainId): Promise<LedgerLine> {
  const row = await shown(db).where('gain.id', '=', id).executeTakeFirst()
  if (!row) throw new Problem('not-found', 'gain.none')
  return lineOf(row)
}

/** Newest first, going on after the line `before`; at most `most`. */
export async function listLines(
  db: Database,
  filter: LedgerFilter,
  { before, most = limits.listPage }: { before?: bigint | undefined; most?: number } = {},
): Promise<LedgerLine[]> {
  let query = shown(db).where(fits(filter))
  if (before !== undefined) query = query.where('gain.sequence', '<', before)
  return (await query.orderBy('gain.sequence', 'desc').limit(most).execute()).map(lineOf)
}

/** Every line, as far as the totals need it. A few numbers each, and a ledger grows by one line a decided trial. */
export async function listCounted(db: Database, filter: LedgerFilter) {
  const rows = await db
    .selectFrom('gain')
    .innerJoin('trial', 'trial.id', 'gain.trialId')
    .innerJoin('idea', 'idea.id', 'trial.ideaId')
    .innerJoin('metric', 'metric.id', 'gain.metricId')
    .leftJoin('gainConfirmation', 'gainConfirmation.gainId', 'gain.id')
    .where(fits(filter))
    .select([
      'gain.id',
      'gain.metricId',
      'metric.name as metricName',
      'gain.unit',
      'gain.currency',
      'gain.per',
      'gain.outcome',
      'gain.grade',
      'gain.isSelfJudged',
      'gain.amount',
      'gain.amountMinor',
      'gain.reversesId',
      'confirmedAt',
    ])
    .orderBy('gain.sequence')
    .execute()
  return rows.map(({ confirmedAt, amountMinor, ...row }) => ({
    ...row,
    amountMinor: minorOf(amountMinor),
    isConfirmed: confirmedAt !== null,
  }))
}

interface Shown {
  estimate: number | null
  low: number | null
  high: number | null
  better: Metric['better']
}

/** Names are asked for one by one: as joins, twelve tables in all, they took the planner ten times as long. */
function shown(db: Database) {
  return (
    db
      .selectFrom('gain')
      .innerJoin('trial', 'trial.id', 'gain.trialId')
      .innerJoin('idea', 'idea.id', 'trial.ideaId')
      .innerJoin('decision', 'decision.id', 'gain.decisionId')
      .innerJoin('result', 'result.id', 'decision.resultId')
      .innerJoin('metric', 'metric.id', 'gain.metricId')
      // A reversal counts as what it takes back.
      .leftJoin('gainConfirmation', (join) =>
        join.on(sql<boolean>`gain_confirmation.gain_id = coalesce(gain.reverses_id, gain.id)`),
      )
      .selectAll('gain')
      .select([
        'trial.title as trialTitle',
        'trial.design',
        'trial.ideaId',
        'idea.title as ideaTitle',
        'idea.authorId as ideaAuthorId',
        'decision.resultId',
        'decision.choice',
        'metric.name as metricName',
        // The direction of a metric never changes, so it is the plan's too.
        'metric.better',
        'result.estimate',
        'result.low',
        'result.high',
        'confirmedAt',
        sql<string>`(select name from person where id = gain.booked_by_id)`.as('bookedByName'),
        sql<string | null>`(select name from person where id = gain_confirmation.by_id)`.as('confirmedByName'),
        sql<GainId | null>`(select id from gain as later where later.reverses_id = gain.id)`.as('reversedById'),
        sql<number | null>`(select (body ->> 'worthHaving')::float8 from plan where id = result.plan_id)`.as(
          'worthHaving',
        ),
      ])
  )
}

type Row = Awaited<ReturnType<ReturnType<typeof shown>['execute']>>[number]

function lineOf({ estimate, low, high, better, ...row }: Row): LedgerLine {
  return {
    ...row,
    amountMinor: minorOf(row.amountMinor),
    effect: effectOf({ estimate, low, high, better }),
    countsAs: countsAs(row, row.confirmedAt !== null),
  }
}

function effectOf({ estimate, low, high, better }: Shown): Amount | null {
  return estimate === null ? null : facing({ estimate, low, high }, better)
}

function minorOf(stored: StoredMinor): AmountMinor | null {
  return stored && AmountMinor.parse(stored)
}

/** Of one metric, of one trial, or towards the goal that the idea serves; without any, every line. */
function fits({ metric, goal, trial }: LedgerFilter) {
  return sql<boolean>`(${metric ?? null}::uuid is null or gain.metric_id = ${metric ?? null})
    and (${trial ?? null}::uuid is null or gain.trial_id = ${trial ?? null})
    and (${goal ?? null}::uuid is null or idea.goal_id = ${goal ?? null})`
}
