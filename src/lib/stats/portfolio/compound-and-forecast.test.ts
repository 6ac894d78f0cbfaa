import { describe, expect, test } from 'vitest'
import { compoundEffects } from './compound-effects.ts'
import { forecastScore } from './forecast-score.ts'
import { intervalCoverage } from './interval-coverage.ts'

describe('compoundEffects', () => {
  test('each change multiplies its own share', () => {
    const { estimate, sum } = compoundEffects([
      { estimate: 0.1, standardError: 0.01, share: 0.2 },
      { estimate: -0.05, standardError: 0.01 },
    ])
    expect(estimate).toBeCloseTo(1.02 * 0.95 - 1, 12)
    expect(sum).toBeCloseTo(-0.03, 12)
  })
  test('a hold-out overrides it, and says when the two cannot both be right', () => {
    const effects = Array.from({ length: 5 }, () => ({ estimate: 0.05, standardError: 0.01 }))
    const answer = compoundEffects(effects, { holdOut: { estimate: 0.03, standardError: 0.02 } })
    expect(answer).toMatchObject({ from: 'hold-out', estimate: 0.03, reason: 'disagrees' })
    expect(answer.compounded.estimate).toBeCloseTo(1.05 ** 5 - 1, 12)
    expect(compoundEffects(effects, { holdOut: { estimate: 0.25, standardError: 0.02 } }).reason).toBeNull()
  })
  test('no change at all is no change; one on nothing too', () => {
    expect(compoundEffects([])).toMatchObject({ estimate: 0, low: 0, high: 0, from: 'compounded' })
    expect(compoundEffects([{ estimate: 0.5, standardError: 1, share: 0 }])).toMatchObject({
      estimate: 0,
      low: 0,
      high: 0,
    })
  })
  test('the interval never leaves -100 %, and warns where it would', () => {
    const answer = compoundEffects([{ estimate: -0.9, standardError: 0.3 }])
    expect(answer.low).toBeGreaterThan(-1)
    expect(answer.reason).toBe('wiped-out')
  })
  test('refuses impossible input', () => {
    expect(() => compoundEffects([{ estimate: -1, standardError: 1 }])).toThrow(RangeError)
    expect(() => compoundEffects([{ estimate: 0, standardError: 1, share: 1.5 }])).toThrow(RangeError)
  })
})

describe('forecastScore', () => {
  const said = (probability: number, happened: boolean) => ({ probability, happened })

  test('perfect forecasts score 0, a coin 0.25', () => {
    expect(forecastScore([said(1, true), said(0, false)])).toMatchObject({ brier: 0, reliability: 0, skill: 1 })
    expect(forecastScore([said(0.5, true), said(0.5, false)])).toMatchObject({ brier: 0.25, resolution: 0, skill: 0 })
  })
  test('the parts add up to the score', () => {
    const forecasts = Array.from({ length: 60 }, (_, i) => said(((i * 37) % 100) / 100, (i * 7) % 3 === 0))
    const { brier, reliability, resolution, uncertainty, within } = forecastScore(forecasts)
    expect(reliability - resolution + uncertainty + within).toBeCloseTo(brier, 12)
    const tenths = forecasts.map(({ probability, happened }) => said(Math.floor(probability * 10) / 10, happened))
    expect(forecastScore(tenths).within).toBeCloseTo(0, 12)
  })
  test('where all turned out alike there is no skill to speak of', () => {
    expect(forecastScore([said(0.9, true), said(0.8, true)]).skill).toBeNull()
  })
  test('refuses impossible input', () => {
    expect(() => forecastScore([])).toThrow(RangeError)
    expect(() => forecastScore([said(1.1, true)])).toThrow(RangeError)
    expect(() => forecastScore([said(0.1, true)], { rows: 0 })).toThrow(RangeError)
  })
})

describe('intervalCoverage', () => {
  const given = (held: number, count: number) =>
    Array.from({ length: count }, (_, i) => ({ low: 0, high: 1, actual: i < held ? 1 : 3 }))
  test('40 % of 80 % intervals is too narrow, all of 50 % ones too wide, 8 of 10 is kept', () => {
    expect(intervalCoverage(given(40, 100), 0.8)).toMatchObject({
      coverage: 0.4,
      above: 60,
      below: 0,
      verdict: 'too-narrow',
    })
    expect(intervalCoverage(given(20, 20), 0.5)).toMatchObject({ coverage: 1, high: 1, verdict: 'too-wide' })
    expect(intervalCoverage(given(8, 10), 0.8).verdict).toBe('kept')
    expect(intervalCoverage(given(0, 1), 0.8)).toMatchObject({ coverage: 0, low: 0, verdict: 'kept' })
  })
  test('refuses impossible input', () => {
    expect(() => intervalCoverage([], 0.8)).toThrow(RangeError)
    expect(() => intervalCoverage([{ low: 1, high: 0, actual: 0 }], 0.8)).toThrow(RangeError)
    expect(() => intervalCoverage(given(1, 1), 1)).toThrow(RangeError)
  })
})
