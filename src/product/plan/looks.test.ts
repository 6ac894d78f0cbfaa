import { describe, expect, test } from 'vitest'
import { confidenceOfResult, lookAt } from './looks.ts'

const stops = { harm: true, futility: true, success: false, looks: 'daily' } as const
const eightWeeks = { design: 'pilot', runsFor: 8, stops } as const
const running = { state: 'running', door: 'plan-first' } as const

describe('looking at a running trial', () => {
  test('before the first period with the change there is nothing to look at', () => {
    expect(lookAt(eightWeeks, 0)).toBeNull()
  })

  test('early looks must be surer than later ones, and the last is nearly as any', () => {
    const [third, seventh, last] = [3, 7, 8].map((elapsed) => lookAt(eightWeeks, elapsed)?.confidence ?? 0)
    expect(third).toBeGreaterThan(seventh ?? 1)
    expect(seventh).toBeGreaterThan(last ?? 1)
    expect(last).toBeCloseTo(0.96, 2)
  })

  test('a trial that goes on past its end is at its last look', () => {
    expect(lookAt(eightWeeks, 20)).toEqual(lookAt(eightWeeks, 8))
  })

  test('a plan that does not say how long it runs has no looks', () => {
    expect(lookAt({ ...eightWeeks, runsFor: null }, 5)).toBeNull()
  })

  test('a split is looked at after every hundredth of its units', () => {
    const split = { design: 'split', runsFor: 20_000 } as const
    expect(lookAt(split, 199)).toBeNull()
    expect(lookAt(split, 10_100)).toMatchObject({ look: 50, fraction: 0.5 })
  })
})

describe('how sure a result is', () => {
  test('at the planned end as if nobody had looked, when no look could have ended it well', () => {
    expect(confidenceOfResult({ ...running, state: 'ended' }, eightWeeks, 8)).toBe(0.95)
  })

  test('as the looks are, when a success could have ended it', () => {
    const plan = { ...eightWeeks, stops: { ...stops, success: true } }
    expect(confidenceOfResult({ ...running, state: 'ended' }, plan, 8)).toBe(lookAt(plan, 8)?.confidence)
  })

  test('as the look at which it was stopped, or ended early', () => {
    const sure = lookAt(eightWeeks, 5)?.confidence
    expect(confidenceOfResult({ ...running, state: 'stopped' }, eightWeeks, 5)).toBe(sure)
    expect(confidenceOfResult({ ...running, state: 'ended' }, eightWeeks, 5)).toBe(sure)
  })

  test('stopped before anything could be told, nothing is', () => {
    expect(confidenceOfResult({ ...running, state: 'stopped' }, eightWeeks, 1)).toBeGreaterThan(0.99999)
  })

  test('a look back was looked at once', () => {
    expect(confidenceOfResult({ state: 'ended', door: 'look-back' }, eightWeeks, 3)).toBe(0.95)
  })
})
