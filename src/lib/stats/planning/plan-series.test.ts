import { describe, expect, test } from 'vitest'
import { planSeries } from './plan-series.ts'

describe('planSeries', () => {
  const plan = { standardDeviation: 1, autocorrelation: 0, before: 12 }

  test('a step without trends would be a difference of means: here the trend before is carried on, at a price', () => {
    const answer = planSeries({ ...plan, slopeChange: false, size: 12, effect: 1 })
    // Known in closed form: the step's variance beside a common trend is 4 times (n^2 - 1) / (n^2 - 4) that of two means.
    expect(answer.standardError ?? 0).toBeGreaterThan(Math.sqrt(2 / 12) * 1.9)
    expect(planSeries({ ...plan, size: 12, effect: 1 }).standardError).toBeGreaterThan(answer.standardError ?? 0)
  })

  test('more points after do not make up for few before', () => {
    const some = planSeries({ ...plan, effectOf: 'average', size: 12, effect: 1 }).standardError ?? 0
    expect(planSeries({ ...plan, effectOf: 'average', size: 60, effect: 1 }).standardError).toBeGreaterThan(some)
    expect(planSeries({ ...plan, effect: 0.5 }).reason).toBe('beyond-reach')
  })

  test('autocorrelation makes points worth less', () => {
    const free = planSeries({ ...plan, size: 12, effect: 1 }).standardError ?? 0
    expect(planSeries({ ...plan, autocorrelation: 0.5, size: 12, effect: 1 }).standardError).toBeGreaterThan(
      1.25 * free,
    )
  })

  test('under eight points on a side it says so', () => {
    expect(planSeries({ ...plan, before: 7, size: 20, effect: 3 }).reason).toBe('too-few-points')
    expect(planSeries({ ...plan, size: 7, effect: 3 }).reason).toBe('too-few-points')
    expect(planSeries({ ...plan, size: 8, effect: 3 }).reason).toBeNull()
  })

  test('refuses what cannot be fitted', () => {
    expect(() => planSeries({ ...plan, before: 1, size: 9 })).toThrow(RangeError)
    expect(() => planSeries({ ...plan, size: 9.5 })).toThrow(RangeError)
    expect(() => planSeries({ ...plan, size: 9, season: { points: 4, waves: 2 } })).toThrow(RangeError)
  })
})
