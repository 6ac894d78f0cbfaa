import { describe, expect, test } from 'vitest'
import { inferEffect } from './infer-effect.ts'

const options = { seed: 1, resolution: 1e-9 }
const ramp = (n: number, from = 0) => Array.from({ length: n }, (_, i) => from + ((i * 5) % 7))

describe('inferEffect', () => {
  test.each([
    [3, 30, 'placebo'],
    [30, 3, 'placebo'],
    [4, 4, 'permutation'],
    [9, 10, 'permutation'],
    [10, 10, 'cr2'],
    [4, 16, 'cr2'],
  ])('%d against %d sites are read by %s', (treated, comparison, method) => {
    expect(inferEffect(ramp(treated, 1), ramp(comparison), options).method).toBe(method)
  })

  test('a placebo test has a p-value with a floor and nothing that leans on the spread', () => {
    expect(inferEffect([9], ramp(8), options)).toEqual({
      method: 'placebo',
      estimate: 9 - 21 / 8,
      standardError: null,
      degreesOfFreedom: null,
      low: null,
      high: null,
      confidence: 0.95,
      noInterval: 'too-few-sites',
      pValue: 1 / 9,
      pValueMethod: 'permutation-exact',
      smallestPossibleP: 1 / 9,
      arrangements: 9,
      rank: 1,
      secondReading: null,
    })
  })

  test('few sites get their interval from permutation, and CR2 as the second reading', () => {
    const effect = inferEffect(ramp(6, 3), ramp(6), options)
    expect(effect).toMatchObject({ arrangements: 924, smallestPossibleP: 2 / 924, noInterval: null })
    expect(effect.secondReading?.method).toBe('cr2')
    expect(effect.low).toBeLessThan(3)
    expect(Math.abs((effect.low ?? 0) - (effect.secondReading?.low ?? 0))).toBeLessThan(1)
  })

  test('many sites get CR2, and permutation as the second reading when it is asked for', () => {
    const effect = inferEffect(ramp(12, 3), ramp(12), { ...options, withSecondReading: true })
    expect(effect).toMatchObject({ smallestPossibleP: null, arrangements: null, rank: null, pValueMethod: 'cr2-t' })
    expect(Math.abs((effect.secondReading?.pValue ?? 1) - effect.pValue)).toBeLessThan(0.01)
    expect(inferEffect(ramp(12, 3), ramp(12), options).secondReading).toBeNull()
  })

  test('without variation nothing is known but the rank', () => {
    const effect = inferEffect(Array(12).fill(2), Array(12).fill(1), options)
    expect(effect).toMatchObject({ method: 'placebo', estimate: 1, low: null, noInterval: 'no-variation', rank: 1 })
    expect(inferEffect([1, 1, 1, 1], [1, 1, 1, 1], options).pValue).toBe(1)
  })

  test('four against four cannot have a 99 % interval, and it says why', () => {
    const effect = inferEffect([8, 9, 9, 12], [1, 2, 3, 5], { ...options, confidence: 0.99 })
    expect(effect).toMatchObject({ low: null, high: null, noInterval: 'smallest-p-above-level', pValue: 2 / 70 })
  })
})
