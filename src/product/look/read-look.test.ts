import { describe, expect, test } from 'vitest'
import type { PlannedLook } from '#lib/stats/looks/look-schedule.ts'
import { type LookedAt, readLook } from './read-look.ts'

const halfWay: PlannedLook = { look: 4, fraction: 0.5, confidence: 0.997, futileAt: 0.6, harmLevel: 0.004 }
const plan = { stops: { harm: true, futility: true, success: true, looks: 'daily' }, better: 'higher' } as const
const promising: LookedAt = { estimate: 2, pValue: 0.1, verdict: 'unclear', worthHaving: 'unclear' }

describe('a look at a running trial', () => {
  test('before an interval can be given it is too early', () => {
    expect(readLook(promising, { ...halfWay, confidence: null }, plan).advice).toBe('too-early')
    expect(readLook(null, halfWay, plan).advice).toBe('too-early')
  })

  test('a promising effect goes on', () => {
    expect(readLook(promising, halfWay, plan)).toEqual({ advice: 'go-on', seen: [] })
  })

  test('harm in the metric stops it', () => {
    const harmed = { ...promising, estimate: -3, pValue: 0.001, verdict: 'worse' } as const
    expect(readLook(harmed, halfWay, plan).advice).toBe('stop-harm')
  })

  test('harm is seen at the first look, when it is too early for anything else', () => {
    const first = { ...halfWay, confidence: null }
    const bought = { ...promising, guardrails: [{ verdict: 'harm' }] } as const
    expect(readLook(bought, first, plan)).toEqual({ advice: 'stop-harm', seen: ['guardrail'] })
  })

  test('a harmed guardrail stops it, however well the metric does', () => {
    const bought = { ...promising, verdict: 'better', pValue: 1e-6, guardrails: [{ verdict: 'harm' }] } as const
    expect(readLook(bought, halfWay, plan)).toMatchObject({ advice: 'stop-harm', seen: ['guardrail', 'better'] })
  })

  test('success stops it only if that was planned', () => {
    const proved = { ...promising, verdict: 'better', pValue: 1e-5 } as const
    expect(readLook(proved, halfWay, plan).advice).toBe('stop-success')
    expect(readLook(proved, halfWay, { ...plan, stops: { ...plan.stops, success: false } }).advice).toBe('go-on')
  })

  test('too little to reach anything stops it only if that was planned', () => {
    const little = { ...promising, estimate: 0.1, pValue: 0.9 }
    expect(readLook(little, halfWay, plan)).toMatchObject({ advice: 'stop-futility', seen: ['futile'] })
    expect(readLook(little, halfWay, { ...plan, stops: { ...plan.stops, futility: false } }).advice).toBe('go-on')
  })

  test('where lower is better, an effect on the other side is the futile one', () => {
    expect(readLook(promising, halfWay, { ...plan, better: 'lower' }).seen).toEqual(['futile'])
    expect(readLook({ ...promising, estimate: -2 }, halfWay, { ...plan, better: 'lower' }).seen).toEqual([])
  })

  test('at the planned end it is time to measure', () => {
    expect(readLook(promising, { ...halfWay, fraction: 1, futileAt: null }, plan).advice).toBe('end')
  })
})
