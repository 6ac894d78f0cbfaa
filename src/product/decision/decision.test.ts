import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { PersonId } from '#platform/anywhere/identity.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import type { ResultId } from '#product/result/result.ts'
import { anAnalysis, aPanel } from '#product/result/testing/an-analysis.ts'
import type { TrialId } from '#product/trial/trial.ts'
import { checkAdoption, type Decision, type DecisionId, daysAfter, decide } from './decision.ts'

const edge = { id: randomUUID() as DecisionId, byId: randomUUID() as PersonId, decidedAt: new Date(0) }
const resultId = randomUUID() as ResultId
const asked = (choice: Decision['choice']) => ({ trialId: randomUUID() as TrialId, choice, reason: 'Because.' })
const proved = { id: resultId, analysis: anAnalysis({ effect: 3 }) }
const unclear = { id: resultId, analysis: anAnalysis({ effect: 0, noise: 3 }) }
const harmful = { id: resultId, analysis: anAnalysis({ effect: -3 }) }
const refused = { id: resultId, analysis: { refused: 'no-variation' as const, values: {} } }
const guardrail = { name: 'Complaints', panel: aPanel({ effect: 5 }), better: 'lower' as const, margin: 1 }
const guarded = { id: resultId, analysis: anAnalysis({ effect: 3 }, { guardrails: [guardrail] }) }

describe('deciding about a trial', () => {
  test('names the result that it was taken on', () => {
    expect(decide(asked('adopt'), proved, resultId, edge)).toMatchObject({ ...edge, resultId, choice: 'adopt' })
  })

  test.each([
    ['what was proved', proved, false],
    ['what nobody can tell', unclear, true],
    ['what did harm', harmful, true],
    ['what harmed a guardrail', guarded, true],
    ['what has no answer', refused, true],
  ])('adopting %s is marked as without proof: %o', (_, result, isWithoutProof) => {
    expect(decide(asked('adopt'), result, undefined, edge).isWithoutProof).toBe(isWithoutProof)
  })

  test.each(['adapt', 'drop'] as const)('to %s needs no proof', (choice) => {
    for (const result of [proved, unclear, harmful])
      expect(decide(asked(choice), result, undefined, edge).isWithoutProof).toBe(false)
  })

  test('waits for a result, and for the newest one', () => {
    expect(() => decide(asked('drop'), null, undefined, edge)).toThrow(new Problem('out-of-step', 'decision.no-result'))
    expect(() => decide(asked('drop'), proved, randomUUID() as ResultId, edge)).toThrow(
      new Problem('out-of-step', 'decision.newer-result'),
    )
  })
})

describe('adopting', () => {
  const bounds = { every: 'week', measuredSites: 12, earliestOn: '2026-08-21', today: '2026-11-24' } as const
  const asked = { sites: 12, fromOn: '2026-09-21', per: 'week' } as const
  const check = (part: Partial<Parameters<typeof checkAdoption>[0]>, known: Partial<typeof bounds | object> = {}) =>
    checkAdoption({ ...asked, ...part }, { ...bounds, ...known })

  test('is counted as often as the figures come; where nobody can tell, as a person says', () => {
    expect(() => check({})).not.toThrow()
    for (const per of ['day', 'month', 'period'] as const)
      expect(() => check({ per })).toThrow(
        expect.objectContaining({ messageId: 'decision.other-cadence', values: { every: 'week' } }),
      )
    expect(() => check({ per: 'day' }, { every: 'period' })).not.toThrow()
  })

  test('at more sites than were measured is a roll-out; a hundred times as many is not what was measured', () => {
    expect(() => check({ sites: 1200 })).not.toThrow()
    expect(() => check({ sites: 1201 })).toThrow(
      expect.objectContaining({ messageId: 'decision.too-many-sites', values: { count: 12, limit: 1200 } }),
    )
    expect(() => check({ sites: 1_000_000 }, { measuredSites: 2000 })).toThrow(
      expect.objectContaining({ messageId: 'decision.too-many-sites', values: { count: 2000, limit: 200_000 } }),
    )
  })

  test('begins when somebody had the change, and not later than in a year', () => {
    const outside = expect.objectContaining({
      messageId: 'decision.other-time',
      values: { from: '2026-08-21', to: '2027-11-25' },
    })
    for (const fromOn of ['0001-01-01', '2026-08-20', '2027-11-26'])
      expect(() => check({ fromOn }), fromOn).toThrow(outside)
    for (const fromOn of ['2026-08-21', '2027-11-25']) expect(() => check({ fromOn })).not.toThrow()
    expect(daysAfter('2026-03-01', -1)).toBe('2026-02-28')
  })
})
