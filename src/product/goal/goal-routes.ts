import { dayOf } from '#platform/anywhere/time.ts'
import type { Database } from '#platform/database.ts'
import type { Serve } from '#platform/http.ts'
import { findWorkspace } from '#product/workspace/workspace-store.ts'
import { editGoal, type GoalId, newGoal } from './goal.ts'
import { goalApi } from './goal-api.ts'
import { addGoal, findGoal, listGoals, storeGoal } from './goal-store.ts'

export function goalRoutes(serve: Serve): void {
  serve(goalApi.list, (_input, { db }) => listGoals(db))

  serve(goalApi.find, ({ id }, { db }) => findGoal(db, id))

  serve(goalApi.write, async (written, { db, signed, now, newId, emit }) => {
    const edge = { id: newId<GoalId>(), ownerId: signed.personId, createdAt: now, today: await todayOf(db, now) }
    const goal = newGoal(written, edge)
    await addGoal(db, goal)
    await emit('goal.written', { id: goal.id })
    return goal
  })

  serve(goalApi.edit, async ({ id, seenEditedAt, ...written }, { db, now, demand, emit }) => {
    const { ownerName: _, ...before } = await findGoal(db, id)
    demand('goal.edit', { ownerId: before.ownerId })
    const goal = editGoal(before, written, { today: await todayOf(db, now), now })
    await storeGoal(db, goal, seenEditedAt)
    await emit('goal.edited', { id })
    return goal
  })
}

async function todayOf(db: Database, now: Date): Promise<string> {
  return dayOf(now, (await findWorkspace(db)).timeZone)
}
