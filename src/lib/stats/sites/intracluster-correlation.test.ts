import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { designEffect } from './design-effect.ts'
import { intraclusterCorrelation } from './intracluster-correlation.ts'

const clusters = fc.array(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 6 }), {
  minLength: 2,
  maxLength: 9,
})

describe('intraclusterCorrelation', () => {
  test('gives what Shrout and Fleiss print for six targets and four judges', () => {
    // Shrout & Fleiss (1979), Psychological Bulletin 86, 420-428: ICC(1,1) = .17, F(5, 18) = 1.79 (11.24 / 6.26).
    const targets = [
      [9, 2, 5, 8],
      [6, 1, 3, 2],
      [8, 4, 6, 8],
      [7, 1, 2, 6],
      [10, 5, 6, 9],
      [6, 2, 4, 7],
    ]
    const answer = intraclusterCorrelation(targets)
    expect(answer.estimate).toBeCloseTo(0.17, 2)
    expect(answer.statistic).toBeCloseTo(1.795, 2)
    expect(answer.variance?.within).toBeCloseTo(6.26, 2)
    expect(answer).toMatchObject({ degreesOfFreedom: [5, 18], effectiveSize: 4, low: 0 })
    expect(answer.high).toBeCloseTo(0.7226, 3)
  })

  test('lies inside its interval, in [0, 1], whatever the level and the unit', () => {
    fc.assert(
      fc.property(clusters, (rows) => {
        const plain = intraclusterCorrelation(rows)
        const moved = intraclusterCorrelation(rows.map((row) => row.map((v) => 1e6 + 8 * v)))
        expect(moved.reason).toBe(plain.reason)
        if (plain.estimate === null || plain.low === null || plain.high === null || plain.statistic === null) return
        expect(moved.estimate).toBeCloseTo(plain.estimate, 7)
        expect(plain.low).toBeLessThanOrEqual(plain.estimate)
        expect(plain.high).toBeGreaterThanOrEqual(0)
        expect(plain.high).toBeLessThan(1)
      }),
    )
  })

  test('is cut at 0 and says so, and 1 is never reached', () => {
    const alike = intraclusterCorrelation([
      [1, 9],
      [2, 8],
      [3, 7],
    ])
    expect(alike).toMatchObject({ estimate: 0, low: 0, high: expect.any(Number) })
    expect(alike.untruncated).toBeLessThan(0)
    expect(
      intraclusterCorrelation([
        [1, 1.001],
        [9, 9.001],
      ]).estimate,
    ).toBeGreaterThan(0.999)
  })

  test('says why there is none', () => {
    expect(intraclusterCorrelation([[1, 2, 3]]).reason).toBe('too-few-clusters')
    expect(intraclusterCorrelation([[1], [2], []]).reason).toBe('single-rows')
    expect(
      intraclusterCorrelation([
        [1, 1],
        [2, 2],
      ]),
    ).toMatchObject({ estimate: null, reason: 'no-variation' })
    expect(() => intraclusterCorrelation([[Number.NaN, 1], [1]])).toThrow(RangeError)
    expect(() => intraclusterCorrelation([[1], [1]], { confidence: 0 })).toThrow(RangeError)
  })
})

describe('designEffect', () => {
  test('is 1 + (m - 1) icc for one size, more for uneven ones', () => {
    expect(designEffect(20, 0.05)).toBeCloseTo(1.95, 14)
    // Eldridge, Ashby & Kerry (2006): mean size 20, cv 0.65, icc 0.05.
    expect(designEffect(20, 0.05, 0.65)).toBeCloseTo(1 + ((1 + 0.4225) * 20 - 1) * 0.05, 14)
    expect(designEffect(1, 0.3)).toBe(1)
    expect(designEffect(50, 0)).toBe(1)
  })

  test.each([
    [0, 0.1, 0],
    [5, -0.1, 0],
    [5, 1.1, 0],
    [5, 0.1, -1],
  ])('refuses %d, %d, %d', (size, icc, cv) => {
    expect(() => designEffect(size, icc, cv)).toThrow(RangeError)
  })
})
