import { sql } from 'kysely'
import type { PersonId } from '#platform/anywhere/identity.ts'
import type { Database } from '#platform/database.ts'
import type { MetricId } from '#product/metric/metric.ts'
import type { TrialId } from '#product/trial/trial.ts'

/** A moment at which the newest figures were taken over. */
export interface Takeover {
  trialId: TrialId
  /** Of the table of that moment; the table itself goes with the next one. */
  sha256: string
  figures: number
  /** The last period with a figure. */
  lastOn: string
  /** Null: by itself. */
  byId: PersonId | null
  takenAt: Date
}

declare module '#platform/database.ts' {
  interface Tables {
    planTakeover: Takeover
  }
}

export async function addTakeover(db: Database, takeover: Takeover): Promise<void> {
  await db.insertInto('planTakeover').values(takeover).execute()
}

/** The latest. Null before the first. */
export async function findTakeover(db: Database, trialId: TrialId): Promise<Takeover | null> {
  const found = await db
    .selectFrom('planTakeover')
    .selectAll()
    .where('trialId', '=', trialId)
    .orderBy('takenAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found ?? null
}

/** Running trials whose plan in force counts in a metric that was measured here. */
export async function listMeasuredBy(db: Database, metricId: MetricId): Promise<TrialId[]> {
  const { rows } = await sql<{ trialId: TrialId }>`
    select trial.id as trial_id from trial
    join lateral (
      select body from plan where plan.trial_id = trial.id order by version desc limit 1
    ) as plan on true
    where trial.state = 'running'
      and plan.body @> jsonb_build_object('measured', jsonb_build_object('metrics',
        jsonb_build_array(jsonb_build_object('metricId', ${metricId}::text))))`.execute(db)
  return rows.map(({ trialId }) => trialId)
}
