import { z } from 'zod'
import { endpoint } from '#platform/anywhere/endpoint.ts'
import { Person } from '#product/person/person.ts'
import { Goal, GoalId, NewGoal } from './goal.ts'

/** A goal as pages show it: with the name of whoever answers for it. */
export const GoalRow = Goal.extend({ ownerName: Person.shape.name })
export type GoalRow = z.output<typeof GoalRow>

export const goalApi = {
  list: endpoint({
    method: 'GET',
    path: '/goals',
    policy: 'goal.read',
    watches: ['person'],
    input: z.strictObject({}),
    output: z.array(GoalRow),
    says: 'Every goal: the next to fall due first, those past their day last.',
  }),
  find: endpoint({
    method: 'GET',
    path: '/goals/:id',
    policy: 'goal.read',
    watches: ['person'],
    input: z.strictObject({ id: GoalId }),
    output: GoalRow,
    says: 'One goal.',
  }),
  write: endpoint({
    method: 'POST',
    path: '/goals',
    policy: 'goal.write',
    input: NewGoal,
    output: Goal,
    says: 'Say which number should move, by when, and why. Whoever writes it answers for it.',
  }),
  edit: endpoint({
    method: 'PUT',
    path: '/goals/:id',
    policy: 'goal.edit',
    input: NewGoal.extend({ id: GoalId, seenEditedAt: Goal.shape.editedAt }),
    output: Goal,
    says: 'Mend a goal. `seenEditedAt` is its `editedAt` as you read it: an edit on top of somebody else’s is refused.',
  }),
}
