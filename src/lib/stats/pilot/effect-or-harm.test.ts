import { describe, expect, test } from 'vitest'
import { inferEffect } from '../sites/infer-effect.ts'
import { effectOrHarm } from './effect-or-harm.ts'

const [treated, comparison] = [
  [5.1, 5.6, 4.9, 5.9],
  [0.2, -0.1, 0.3, -0.4],
]
const early = { confidence: 0.9999, seed: 1, resolution: 0 }
const options = { level: 0.004, better: 'lower', margin: 1, resolution: 0 } as const

describe('effectOrHarm', () => {
  test('sees a harm of five margins where permutations of four against four sites have no interval yet', () => {
    const inferred = inferEffect(treated, comparison, early)
    expect(inferred).toMatchObject({ low: null, noInterval: 'smallest-p-above-level' })
    const harmed = effectOrHarm(inferred, treated, comparison, options)
    expect(harmed).toMatchObject({ method: 'cr2', confidence: 0.992, noInterval: null, smallestPossibleP: null })
    expect(harmed.low).toBeGreaterThan(1)
    expect(harmed.secondReading).toMatchObject({ method: 'permutation', pValue: inferred.pValue })
  })

  test.each([
    ['better', { ...options, better: 'higher' }],
    ['within the margin', { ...options, margin: 5 }],
  ] as const)('leaves the effect as it was where it is %s', (_, asked) => {
    const inferred = inferEffect(treated, comparison, early)
    expect(effectOrHarm(inferred, treated, comparison, asked)).toBe(inferred)
  })

  test('says nothing of two sites in a group', () => {
    const inferred = inferEffect(treated.slice(2), comparison, early)
    expect(effectOrHarm(inferred, treated.slice(2), comparison, options)).toBe(inferred)
  })

  test('keeps the planned interval where that says so itself', () => {
    const inferred = inferEffect(treated, comparison, { ...early, confidence: 0.95 })
    expect(effectOrHarm(inferred, treated, comparison, options)).toBe(inferred)
  })

  test.each([0, 0.5, Number.NaN])('refuses a level of %s', (level) => {
    const inferred = inferEffect(treated, comparison, early)
    expect(() => effectOrHarm(inferred, treated, comparison, { ...options, level })).toThrow(RangeError)
  })
})
