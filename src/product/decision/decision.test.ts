import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { PersonId } from '#platform/anywhere/identity.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import type { ResultId } from '#product/result/result.ts'
import { anAnalysis, aPanel } from '#product/result/testing/an-analysis.ts'
import type { TrialId } from '#product/trial/trial.ts'
import { type Decision, type DecisionId, decide } from './decision.ts'

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
