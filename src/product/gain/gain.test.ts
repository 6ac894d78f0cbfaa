import { describe, expect, test } from 'vitest'
import type { PersonId } from '#platform/anywhere/identity.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import type { Metric } from '#product/metric/metric.ts'
import { anAnalysis, aPanel } from '#product/result/testing/an-analysis.ts'
import { checkConfirmation, countsAs, type Gain, type GainId, gainOf, outcomeOf, reversalOf } from './gain.ts'
import { aDecision, aGain } from './testing/a-gain.ts'

const id = '6d2f0e0a-9a7e-4d4e-8a44-0d6a4b5d8f01' as GainId
const metric = (part: Partial<Pick<Metric, 'better' | 'worthMinor'>> = {}) => ({
  id: '0b6f3f5e-7c39-4c5a-9f51-2f9b1f6d7c02' as Metric['id'],
  unit: 'boxes',
  better: 'higher' as const,
  worthMinor: null,
  ...part,
})
const adoption = { sites: 6, fromOn: '2026-09-21', per: 'week' as const }
const edgeOf = { id, isSelfJudged: false, currency: 'EUR' }
const booked = (
  analysis = anAnalysis({ effect: 3 }),
  choice: 'adopt' | 'adapt' | 'drop' = 'adopt',
  measured = metric(),
): Gain => gainOf(aDecision({ choice }), { analysis, grade: 'B' }, measured, adoption, edgeOf)

describe('the line that a decision books', () => {
  test('the amount is the effect per site and period times the sites, interval and all', () => {
    const analysis = anAnalysis({ effect: 3 })
    const { estimate, low, high } = analysis
    expect(booked(analysis)).toMatchObject({
      outcome: 'gain',
      amount: { estimate: estimate * 6, low: (low ?? 0) * 6, high: (high ?? 0) * 6 },
      amountMinor: null,
      sites: 6,
      per: 'week',
    })
  })

  test('a line has its unit, its currency and where it was measured written into it', () => {
    expect(booked()).toMatchObject({ unit: 'boxes', currency: 'EUR', sites: 6, measuredSites: 12 })
  })

  test('positive is better: where lower is better, sign and ends are turned', () => {
    const analysis = anAnalysis({ effect: -3 }, { better: 'lower' })
    const { amount } = booked(analysis, 'adopt', metric({ better: 'lower' }))
    expect(amount?.estimate).toBe(-analysis.estimate * 6)
    expect(amount?.low).toBe(-(analysis.high ?? 0) * 6)
    expect(amount?.high).toBe(-(analysis.low ?? 0) * 6)
    expect(amount?.low).toBeGreaterThan(0)
  })

  test('money is rounded once, each bound on its own', () => {
    const analysis = { ...anAnalysis({ effect: 3 }), estimate: 0.3335, low: 0.1005, high: 0.9995 }
    expect(booked(analysis, 'adopt', metric({ worthMinor: 100n })).amountMinor).toEqual({
      estimate: 200n,
      low: 60n,
      high: 600n,
    })
    const one = gainOf(
      aDecision(),
      { analysis, grade: 'B' },
      metric({ worthMinor: 1000n }),
      { ...adoption, sites: 1 },
      edgeOf,
    )
    expect(one.amountMinor).toEqual({ estimate: 334n, low: 101n, high: 1000n })
  })

  test('a design without an interval books its estimate without one', () => {
    const analysis = anAnalysis({ treated: 1, comparison: 38, effect: 20 })
    expect(booked(analysis).amount).toEqual({ estimate: analysis.estimate * 6, low: null, high: null })
  })

  test.each([
    ['adopt', 'proved', 'gain'],
    ['adopt', 'unclear', 'without-proof'],
    ['adopt', 'harm', 'harm'],
    ['adapt', 'proved', 'dropped'],
    ['adapt', 'unclear', 'no-proof'],
    ['adapt', 'harm', 'harm'],
    ['drop', 'proved', 'dropped'],
    ['drop', 'unclear', 'no-proof'],
    ['drop', 'harm', 'harm'],
  ] as const)('%s after a result that is %s is a line "%s"', (choice, standing, outcome) => {
    expect(outcomeOf(choice, standing)).toBe(outcome)
  })

  test('nothing but what was proved and kept has an amount', () => {
    const unclear = anAnalysis({ effect: 0, noise: 3 })
    const harmful = anAnalysis({ effect: -3 })
    for (const line of [booked(unclear), booked(harmful), booked(harmful, 'drop'), booked(undefined, 'drop')])
      expect(line).toMatchObject({ amount: null, amountMinor: null })
  })

  test('a gain that harmed a guardrail is harm, and books nothing', () => {
    const guardrail = { name: 'Complaints', panel: aPanel({ effect: 5 }), better: 'lower' as const, margin: 1 }
    expect(booked(anAnalysis({ effect: 3 }, { guardrails: [guardrail] }))).toMatchObject({
      outcome: 'harm',
      amount: null,
    })
  })

  test('figures that hold no answer are nobody’s evidence', () => {
    const refused = { refused: 'no-variation' as const, values: {} }
    const line = gainOf(aDecision(), { analysis: refused, grade: null }, metric(), adoption, edgeOf)
    expect(line).toMatchObject({ outcome: 'without-proof', grade: 'D', amount: null })
  })

  test('what the ledger cannot hold is refused, not cut', () => {
    expect(() => booked(anAnalysis({ effect: 3 }), 'adopt', metric({ worthMinor: 10n ** 17n }))).toThrow(
      new Problem('bad-input', 'gain.too-large'),
    )
  })
})

describe('taking a line back', () => {
  const edge = { id, bookedById: aGain().bookedById, bookedAt: new Date('2026-12-01T10:00:00Z') }

  test('the line and its reversal add up to zero, bound by bound', () => {
    const gain = aGain()
    const back = reversalOf(gain, 'It slipped.', edge)
    expect(back).toMatchObject({
      outcome: 'reversal',
      reversesId: gain.id,
      reason: 'It slipped.',
      unit: 'boxes',
      currency: 'EUR',
      amount: { estimate: -12, low: -20, high: -6 },
      amountMinor: { estimate: -1200n, low: -2000n, high: -600n },
    })
    expect(gain).toEqual({ ...gain })
  })

  test.each(['without-proof', 'no-proof', 'harm', 'dropped', 'reversal'] as const)(
    'a line "%s" books nothing, so nothing can be taken back',
    (outcome) => {
      expect(() => reversalOf(aGain({ outcome, amount: null }), 'Why not', edge)).toThrow(
        new Problem('out-of-step', 'gain.nothing-to-reverse'),
      )
    },
  )
})

describe('a self-judged line', () => {
  const author = '11111111-1111-4111-8111-111111111111' as PersonId
  const other = '22222222-2222-4222-8222-222222222222' as PersonId
  const gain = aGain({ isSelfJudged: true, grade: 'B' })

  test('counts as somebody’s word until a second person confirms', () => {
    expect(countsAs(gain, false)).toBe('D')
    expect(countsAs(gain, true)).toBe('B')
    expect(countsAs(aGain({ grade: 'A' }), false)).toBe('A')
    expect(countsAs({ ...gain, amount: null }, false)).toBe('B')
  })

  test('is confirmed by neither its author nor who booked it', () => {
    expect(() => checkConfirmation(gain, author, author)).toThrow(
      new Problem('not-allowed', 'gain.needs-second-person'),
    )
    expect(() => checkConfirmation(gain, author, gain.bookedById)).toThrow(
      new Problem('not-allowed', 'gain.needs-second-person'),
    )
    expect(() => checkConfirmation(gain, author, other)).not.toThrow()
    expect(() => checkConfirmation(aGain(), author, other)).toThrow(
      new Problem('out-of-step', 'gain.nothing-to-confirm'),
    )
  })
})
