import { describe, expect, test } from 'vitest'
import { isOutlying, slipOf, usualOf } from './outlying.ts'

describe('what is usual for a site', () => {
  const around5 = [4.8, 5, 5.1, 4.9, 5.2, 5, 4.7, 5.3]

  test('is its median and 3.5 scaled deviations, which one odd figure hardly moves', () => {
    // Median 5, deviations 0, 0, .1, .1, .2, .2, .3, .3: their median .15.
    const usual = usualOf(around5)
    expect(usual?.middle).toBe(5)
    expect(usual?.high).toBeCloseTo(5 + 3.5 * 1.4826 * 0.15, 9)
    const withOdd = usualOf([...around5, 5000])
    expect(isOutlying(5000, withOdd)).toBe(true)
    expect(withOdd?.high).toBeLessThan(7)
  })

  test('is not known from seven figures, nor from figures that are all the same', () => {
    expect(usualOf(around5.slice(1))).toBeNull()
    expect(usualOf(Array(20).fill(3))).toBeNull()
    expect(isOutlying(1e9, null)).toBe(false)
  })

  test('is known where most are the same and some are not', () => {
    const usual = usualOf([...Array(19).fill(0), 1])
    expect(isOutlying(0, usual)).toBe(false)
    expect(isOutlying(40, usual)).toBe(true)
  })

  test('a slip of the decimal sign is told as what it is', () => {
    const usual = usualOf(around5)
    expect(slipOf(0.5, usual)).toEqual({ as: 'part', by: 10 })
    expect(slipOf(51, usual)).toEqual({ as: 'times', by: 10 })
    expect(slipOf(7, usual)).toEqual({ as: 'off' })
    expect(slipOf(-5, usual)).toEqual({ as: 'off' })
    expect(slipOf(5.1, usual)).toBeNull()
  })
})
