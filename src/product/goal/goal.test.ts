import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { PersonId } from '#platform/anywhere/identity.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import { editGoal, type Goal, type GoalId, newGoal } from './goal.ts'

const written = {
  title: 'Fewer missed visits',
  unit: 'in 100',
  start: 9.6,
  target: 7,
  dueOn: '2026-12-31',
  why: 'Time',
}
const edge = {
  id: randomUUID() as GoalId,
  ownerId: randomUUID() as PersonId,
  createdAt: new Date(0),
  today: '2026-11-24',
}

function fieldOf(work: () => Goal): string | undefined {
  try {
    work()
  } catch (error) {
    if (error instanceof Problem) return error.fields[0]?.pointer
    throw error
  }
  return undefined
}

describe('a goal', () => {
  test('is what was written, whoever wrote it answers for it', () => {
    const { today: _, ...made } = edge
    expect(newGoal(written, edge)).toEqual({ ...written, ...made, editedAt: null })
  })

  test('may start from a number nobody knows', () => {
    expect(newGoal({ ...written, start: null }, edge).start).toBeNull()
  })

  test('moves a number: start and target differ', () => {
    expect(fieldOf(() => newGoal({ ...written, target: 9.6 }, edge))).toBe('#/target')
  })

  test('falls due after today', () => {
    expect(fieldOf(() => newGoal({ ...written, dueOn: '2026-11-24' }, edge))).toBe('#/dueOn')
    expect(fieldOf(() => newGoal({ ...written, dueOn: '2026-11-25' }, edge))).toBeUndefined()
  })

  test('may have its words mended after its day, but gets no other day in the past', () => {
    const goal = newGoal(written, edge)
    const later = { today: '2027-02-01', now: new Date(1) }
    expect(editGoal(goal, { ...written, why: 'Time for others' }, later)).toEqual({
      ...goal,
      why: 'Time for others',
      editedAt: new Date(1),
    })
    expect(fieldOf(() => editGoal(goal, { ...written, dueOn: '2027-01-31' }, later))).toBe('#/dueOn')
  })
})
