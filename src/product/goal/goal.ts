import { z } from 'zod'
import { PersonId } from '#platform/anywhere/identity.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import { day, instant } from '#platform/anywhere/time.ts'

export const GoalId = z.uuid().brand<'GoalId'>()
export type GoalId = z.output<typeof GoalId>

/** A number to move, by when, and why. */
export const Goal = z.strictObject({
  id: GoalId,
  title: z.string().trim().min(3).max(120),
  unit: z.string().trim().min(1).max(40),
  /** Where the number stood when the goal was written. Null when nobody knew. */
  start: z.number().nullable(),
  target: z.number(),
  dueOn: day,
  why: z.string().trim().min(3).max(2000),
  ownerId: PersonId,
  createdAt: instant,
  /** Null until somebody edits it. Says which text an editor had before them. */
  editedAt: instant.nullable(),
})
export type Goal = z.output<typeof Goal>

/** What a lead writes. */
export const NewGoal = Goal.pick({ title: true, unit: true, start: true, target: true, dueOn: true, why: true })
export type NewGoal = z.output<typeof NewGoal>

/** @throws {Problem} `bad-input` when the number has nowhere to go, or no time to get there. */
export function newGoal(written: NewGoal, edge: Pick<Goal, 'id' | 'ownerId' | 'createdAt'> & { today: string }): Goal {
  const { today, ...made } = edge
  refuseStandstill(written)
  refusePast(written, today)
  return { ...written, ...made, editedAt: null }
}

/**
 * The goal after an edit. A day that has passed since may stay as it is: the words are still worth mending.
 * @throws {Problem} `bad-input` as for a new one.
 */
export function editGoal(goal: Goal, written: NewGoal, { today, now }: { today: string; now: Date }): Goal {
  refuseStandstill(written)
  if (written.dueOn !== goal.dueOn) refusePast(written, today)
  return { ...goal, ...written, editedAt: now }
}

function refuseStandstill({ start, target }: NewGoal): void {
  if (start === target)
    throw new Problem('bad-input', 'goal.standstill', {}, [{ pointer: '#/target', message: 'goal.standstill' }])
}

function refusePast({ dueOn }: NewGoal, today: string): void {
  if (dueOn <= today)
    throw new Problem('bad-input', 'goal.due-past', {}, [{ pointer: '#/dueOn', message: 'goal.due-past' }])
}
