import { describe, expect, test } from 'vitest'
import type { PersonId } from '#platform/anywhere/identity.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import type { IdeaId } from '#product/idea/idea.ts'
import {
  changeTrial,
  movesOf,
  moveTrial,
  newTrial,
  refuseFrozen,
  refuseWithoutOutcomes,
  Trial,
  type TrialId,
  TrialMove,
  type TrialSheet,
} from './trial.ts'

const then = new Date('2026-11-23T09:00:00Z')
const now = new Date('2026-11-24T09:00:00Z')
const id = '00000000-0000-4000-8000-000000000001'

function aTrial(changes: Partial<Trial> = {}): Trial {
  const idea = { id: id as IdeaId, title: 'Scanner on the left' }
  const edge = { id: id as TrialId, ownerId: id as PersonId, teamId: null, createdAt: then }
  return { ...newTrial(idea, { door: 'plan-first', design: 'pilot' }, edge), ...changes }
}

describe('a new trial', () => {
  test('is a draft with the title of its idea', () => {
    const trial = aTrial()
    expect(Trial.parse({ ...trial, createdAt: then.toISOString() })).toEqual(trial)
    expect(trial).toMatchObject({ title: 'Scanner on the left', state: 'draft', design: 'pilot', startedAt: null })
  })
})

describe('moving a trial', () => {
  const allowed: [Trial['door'], Trial['state'], TrialMove[]][] = [
    ['plan-first', 'draft', ['freeze']],
    ['plan-first', 'frozen', ['start']],
    ['plan-first', 'running', ['stop', 'end']],
    ['plan-first', 'stopped', ['decide']],
    ['plan-first', 'ended', ['decide']],
    ['plan-first', 'decided', []],
    ['look-back', 'draft', ['lookBack']],
    ['look-back', 'frozen', []],
    ['look-back', 'running', []],
    ['look-back', 'stopped', ['decide']],
    ['look-back', 'ended', ['decide']],
    ['look-back', 'decided', []],
  ]

  test.each(allowed)('by the door %s, from %s: %o and nothing else', (door, state, moves) => {
    const trial = aTrial({ door, state })
    expect(movesOf(trial)).toEqual(moves)
    for (const move of TrialMove.options.filter((one) => !moves.includes(one)))
      expect(() => moveTrial(trial, move, now, 'why')).toThrow('trial.wrong-state')
  })

  test('a start and an end leave their moments', () => {
    const running = moveTrial(aTrial({ state: 'frozen' }), 'start', then)
    expect(running).toMatchObject({ state: 'running', startedAt: then, endedAt: null })
    expect(moveTrial(running, 'end', now)).toMatchObject({
      state: 'ended',
      startedAt: then,
      endedAt: now,
      stopReason: null,
    })
  })

  test('a look back begins and ends at once', () => {
    const looked = moveTrial(aTrial({ door: 'look-back' }), 'lookBack', now)
    expect(looked).toMatchObject({ state: 'ended', startedAt: now, endedAt: now })
  })

  test('a stop needs its reason, which stays', () => {
    const running = aTrial({ state: 'running', startedAt: then })
    expect(() => moveTrial(running, 'stop', now)).toThrow('trial.no-reason')
    const stopped = moveTrial(running, 'stop', now, 'Queues grew')
    expect(stopped).toMatchObject({ state: 'stopped', endedAt: now, stopReason: 'Queues grew' })
    expect(moveTrial(stopped, 'decide', now).stopReason).toBe('Queues grew')
  })
})

describe('a draft', () => {
  test('takes another title, the other door and another design', () => {
    expect(changeTrial(aTrial(), { door: 'look-back' })).toEqual(aTrial({ door: 'look-back' }))
    expect(changeTrial(aTrial(), { title: 'Left' }).title).toBe('Left')
    expect(changeTrial(aTrial(), { design: 'switchback' })).toEqual(aTrial({ design: 'switchback' }))
  })

  test.each(['frozen', 'running', 'stopped', 'ended', 'decided'] as const)('changes no more once it is %s', (state) => {
    expect(() => changeTrial(aTrial({ state }), { title: 'Left' })).toThrow(
      new Problem('out-of-step', 'trial.frozen-already'),
    )
    expect(() => refuseFrozen(aTrial({ state }))).toThrow(Problem)
  })
})

test('a trial ends only with outcomes to measure', () => {
  const sheet = (hasOutcomes: boolean) => ({ hasOutcomes }) as TrialSheet
  expect(() => refuseWithoutOutcomes([sheet(false)])).toThrow(new Problem('out-of-step', 'trial.no-outcomes'))
  expect(() => refuseWithoutOutcomes([sheet(false), sheet(true)])).not.toThrow()
})
