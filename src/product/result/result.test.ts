import { describe, expect, test } from 'vitest'
import { effectOf, facing, standingOf } from './result.ts'
import { anAnalysis, aPanel } from './testing/an-analysis.ts'

const complaints = (effect: number) => ({
  name: 'Complaints',
  panel: aPanel({ effect }),
  better: 'lower' as const,
  margin: 1,
})

describe('what may be concluded', () => {
  test.each([
    ['better beyond chance', anAnalysis({ effect: 3 }), 'proved'],
    ['worse beyond chance', anAnalysis({ effect: -3 }), 'harm'],
    ['either', anAnalysis({ effect: 0, noise: 3 }), 'unclear'],
    ['better, and a guardrail harmed', anAnalysis({ effect: 3 }, { guardrails: [complaints(5)] }), 'harm'],
    ['better, and a guardrail safe', anAnalysis({ effect: 3 }, { guardrails: [complaints(-5)] }), 'proved'],
    ['no answer', { refused: 'no-variation' as const, values: {} }, 'unclear'],
  ])('%s', (_, analysis, standing) => {
    expect(standingOf(analysis)).toBe(standing)
  })
})

describe('an effect turned so that positive is better', () => {
  test('stays as it is where higher is better', () => {
    expect(facing({ estimate: 2, low: 1, high: 3 }, 'higher')).toEqual({ estimate: 2, low: 1, high: 3 })
  })

  test('changes sign and ends where lower is better', () => {
    expect(facing({ estimate: -2, low: -3, high: -1 }, 'lower')).toEqual({ estimate: 2, low: 1, high: 3 })
    expect(facing({ estimate: 0, low: null, high: null }, 'lower')).toEqual({ estimate: 0, low: null, high: null })
  })

  test('is none where there is no answer', () => {
    expect(effectOf({ refused: 'no-variation', values: {} }, 'higher')).toBeNull()
  })
})
