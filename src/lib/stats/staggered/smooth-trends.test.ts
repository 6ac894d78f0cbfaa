import { describe, expect, it } from 'vitest'
import type { EventStudy } from './event-study.ts'
import { smoothTrends } from './smooth-trends.ts'

const line: EventStudy = {
  // The groups drift apart by 1 a period all along, and the change adds 5.
  times: [-4, -3, -2, 0, 1],
  estimates: [-3, -2, -1, 6, 7],
  covariance: [0, 1, 2, 3, 4].map((i) => [0, 1, 2, 3, 4].map((j) => (i === j ? 0.02 : 0.01))),
  degreesOfFreedom: null,
}

describe('smoothTrends', () => {
  it('takes a straight drift off', () => {
    const { intervals, reason } = smoothTrends(line, [0, 0.1, 0.5])
    expect(reason).toBeNull()
    for (const { estimate } of intervals) expect(estimate).toBeCloseTo(5, 9)
    expect(intervals[0]).toMatchObject({ largestBias: 0 })
    const [low = 0, mid = 0, high = 0] = intervals.map((interval) => interval.high)
    expect([mid > low, high > mid]).toEqual([true, true])
  })

  it('extrapolates the last step where one period is all there is before', () => {
    const two: EventStudy = {
      times: [-2, 0],
      estimates: [1, 3],
      covariance: [
        [1, 0],
        [0, 1],
      ],
      degreesOfFreedom: null,
    }
    const [interval] = smoothTrends(two, [0.5]).intervals
    // 3 + 1: going on falling by 1 was to be expected. The bend can hide 0.5.
    expect(interval).toMatchObject({ estimate: 4, largestBias: 0.5, standardError: expect.closeTo(Math.SQRT2, 12) })
  })

  it('gives the same interval without looking for the breakdown', () => {
    const whole = smoothTrends(line)
    expect(smoothTrends(line, [0], { withBreakdown: false })).toEqual({ ...whole, breakdown: null })
    expect(whole.breakdown).not.toBeNull()
  })

  it('breaks down where the interval reaches zero', () => {
    const { breakdown } = smoothTrends(line)
    const [below, above] = smoothTrends(line, [(breakdown ?? 0) * 0.999, (breakdown ?? 0) * 1.001]).intervals
    expect(below?.low).toBeGreaterThan(0)
    expect(above?.low).toBeLessThan(0)
    expect(smoothTrends({ ...line, estimates: [0, 0, 0, 0, 0] }).breakdown).toBeNull()
  })

  it('follows the scale and is wider in t', () => {
    const scaled = {
      ...line,
      estimates: line.estimates.map((value) => 1000 * value),
      covariance: line.covariance.map((row) => row.map((value) => 1e6 * value)),
    }
    const [one] = smoothTrends(line, [0.2]).intervals
    const [thousand] = smoothTrends(scaled, [200]).intervals
    expect(thousand?.high).toBeCloseTo(1000 * (one?.high ?? 0), 3)
    const [few] = smoothTrends({ ...line, degreesOfFreedom: 6 }, [0.2]).intervals
    expect(few?.high).toBeGreaterThan(one?.high ?? 0)
  })

  it('says why there is no answer, and refuses what cannot be', () => {
    expect(smoothTrends({ ...line, times: [-5, -3, -2, 0, 1] }).reason).toBe('gap-in-periods')
    expect(smoothTrends({ ...line, covariance: line.covariance.map((row) => row.map(() => 0)) }).reason).toBe(
      'no-variation',
    )
    expect(smoothTrends({ ...line, degreesOfFreedom: 3 }).reason).toBe('too-few-units')
    expect(() => smoothTrends(line, [-1])).toThrow(RangeError)
    expect(() => smoothTrends(line, [0], { confidence: 1 })).toThrow(RangeError)
  })
})
