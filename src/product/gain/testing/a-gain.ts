import { randomUUID } from 'node:crypto'
import type { Decision } from '#product/decision/decision.ts'
import type { Gain } from '../gain.ts'

function id<Id extends string>(): Id {
  return randomUUID() as string as Id
}

export function aGain(part: Partial<Gain> = {}): Gain {
  return {
    id: id(),
    trialId: id(),
    decisionId: id(),
    metricId: id(),
    outcome: 'gain',
    amount: { estimate: 12, low: 6, high: 20 },
    amountMinor: { estimate: 1200n, low: 600n, high: 2000n },
    unit: 'boxes',
    currency: 'EUR',
    per: 'week',
    sites: 6,
    measuredSites: 12,
    fromOn: '2026-09-21',
    grade: 'B',
    isSelfJudged: false,
    reversesId: null,
    reason: null,
    bookedById: id(),
    bookedAt: new Date('2026-11-24T10:00:00Z'),
    ...part,
  }
}

export function aDecision(part: Partial<Decision> = {}): Decision {
  return {
    id: id(),
    trialId: id(),
    resultId: id(),
    choice: 'adopt',
    reason: 'It is clear and safe.',
    isWithoutProof: false,
    byId: id(),
    decidedAt: new Date('2026-11-24T10:00:00Z'),
    ...part,
  }
}
