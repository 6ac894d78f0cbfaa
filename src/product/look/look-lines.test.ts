import { describe, expect, test } from 'vitest'
import type { Look } from './look.ts'
import { lookLines, type Watched } from './look-lines.ts'

const watched: Watched = {
  metric: { name: 'Boxes sold', unit: 'boxes', better: 'higher' },
  design: 'pilot',
  stops: { harm: true, futility: true, success: false, looks: 'weekly' },
}
const look = (part: Partial<Look> = {}) =>
  ({
    elapsed: 3,
    runsFor: 8,
    fraction: 3 / 8,
    confidence: 0.99998,
    estimate: 2.1,
    low: null,
    high: null,
    guardrails: [],
    advice: 'go-on',
    seen: [],
    ...part,
  }) as unknown as Look
const said = (part?: Partial<Look>) => {
  const { sentence, lead } = lookLines(look(part), watched, null)
  return { sentence: sentence.id, lead: lead.map(({ id }) => id) }
}

describe('the first sentence of a running trial', () => {
  test('is no bare number: while anything fits it is too early to tell', () => {
    expect(said()).toEqual({ sentence: 'look.too-early', lead: ['look.too-early-lead'] })
  })

  test('is the effect with what fits, as soon as something does not', () => {
    expect(said({ low: -1, high: 5 })).toEqual({
      sentence: 'look.so-far',
      lead: ['look.so-far-range', 'look.valid'],
    })
  })

  test('is to stop, when something that must not get worse did, whatever is known of the measure', () => {
    const harmed = { name: 'Complaints', better: 'lower', margin: 1, verdict: 'harm', estimate: 4, low: 3, high: 5 }
    expect(said({ seen: ['guardrail'], guardrails: [harmed] as Look['guardrails'], advice: 'stop-harm' })).toEqual({
      sentence: 'look.stop-guardrail',
      lead: [],
    })
  })
})
