import { describe, expect, test } from 'vitest'
import type { Look } from './look.ts'
import { lookLines, nextLine, type Watched } from './look-lines.ts'

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

  test('says the size of a harm in the unit of what was harmed', () => {
    const harmed = { name: 'Waste', better: 'lower', margin: 1, verdict: 'harm', estimate: 5.44, low: 3, high: 8 }
    const harm = look({ seen: ['guardrail'], guardrails: [harmed] as Look['guardrails'], advice: 'stop-harm' })
    const { sentence } = lookLines(harm, { ...watched, units: new Map([['Waste', 'kg']]) }, null)
    expect(sentence.values).toMatchObject({ size: { size: 5.44, unit: 'kg' }, margin: { size: 1, unit: 'kg' } })
  })
})

describe('what happens next', () => {
  const asked = { runsFor: 8, design: 'pilot', owner: 'Amina', answerOn: null } as const

  test('is what the newest look advises', () => {
    expect(nextLine(look({ advice: 'stop-harm' }), asked).values['does']).toBe('stop')
    expect(nextLine(look({ advice: 'end', elapsed: 8 }), asked).values['does']).toBe('end')
  })

  test('while it goes on is how long until there is an answer', () => {
    expect(nextLine(look(), asked).values).toMatchObject({ does: 'wait', left: 5 })
    expect(nextLine(undefined, asked).values).toMatchObject({ does: 'wait', left: 8 })
    expect(nextLine(undefined, { ...asked, runsFor: null }).values['does']).toBe('open')
  })
})
