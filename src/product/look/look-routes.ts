import type { Database } from '#platform/database.ts'
import type { Serve } from '#platform/http.ts'
import { lookAt } from '#product/plan/looks.ts'
import { findPlan } from '#product/plan/plan-store.ts'
import type { TrialId } from '#product/trial/trial.ts'
import { findTrial } from '#product/trial/trial-store.ts'
import { type Look, reachAtEnd } from './look.ts'
import { type LookShown, lookApi } from './look-api.ts'
import { listLooks } from './look-store.ts'
import { takeLook } from './take-look.ts'

export function lookRoutes(serve: Serve): void {
  serve(lookApi.list, async ({ id }, { db }) => {
    await findTrial(db, id)
    return shown(db, id, await listLooks(db, id))
  })

  serve(lookApi.take, async ({ id }, context) => {
    const { db, demand } = context
    demand('trial.plan', await findTrial(db, id))
    const look = await takeLook(context, id)
    return look && ((await shown(db, id, [look]))[0] ?? null)
  })
}

async function shown(db: Database, trialId: TrialId, looks: readonly Look[]): Promise<LookShown[]> {
  if (looks.length === 0) return []
  const { body } = await findPlan(db, trialId)
  const end = body.runsFor === null ? null : await lookAt(body, body.runsFor)
  return looks.map((look) => ({ ...look, reachAtEnd: reachOf(look, end?.confidence ?? null) }))
}

function reachOf(look: Look, end: number | null): number | null {
  return look.confidence === null || end === null ? null : reachAtEnd(look, { now: look.confidence, end })
}
