import { describe, expect, test } from 'vitest'
import { compareEstimates, satterthwaite } from './compare-estimates.ts'

describe('compareEstimates', () => {
  const arm = { estimate: 2, variance: 0.5, degreesOfFreedom: 8 }

  test('no degrees of freedom mean the normal distribution', () => {
    const answer = compareEstimates(
      { estimate: 1.96, variance: 0.5, degreesOfFreedom: null },
      { estimate: 0, variance: 0.5, degreesOfFreedom: null },
    )
    expect(answer).toMatchObject({ degreesOfFreedom: null, standardError: 1 })
    expect(answer.pValue).toBeCloseTo(0.04999579, 8)
    expect(answer.high).toBeCloseTo(1.96 + 1.959963984540054, 12)
  })

  test('a hypothesis moves the test and not the interval', () => {
    const [plain, moved] = [
      compareEstimates(arm, { ...arm, estimate: 1 }),
      compareEstimates(arm, { ...arm, estimate: 1 }, { hypothesis: 1 }),
    ]
    expect(moved).toMatchObject({ statistic: 0, pValue: 1, low: plain.low, high: plain.high })
  })

  test('refuses impossible estimates', () => {
    expect(() => compareEstimates({ ...arm, variance: -1 }, arm)).toThrow(RangeError)
    expect(() => compareEstimates({ ...arm, estimate: Number.NaN }, arm)).toThrow(RangeError)
    expect(() => compareEstimates({ ...arm, degreesOfFreedom: 0 }, arm)).toThrow(RangeError)
  })
})

describe('satterthwaite', () => {
  test('equal parts add their degrees of freedom up; a tiny or huge unit changes nothing', () => {
    for (const variance of [1, 1e-200, 1e200])
      expect(satterthwaite(Array.from({ length: 2 }, () => ({ variance, degreesOfFreedom: 9 })))).toBeCloseTo(18, 12)
  })

  test('a part that does not vary, or is known, takes no degrees of freedom', () => {
    const nine = { variance: 3, degreesOfFreedom: 9 }
    expect(satterthwaite([nine, { variance: 0, degreesOfFreedom: 2 }])).toBe(9)
    expect(satterthwaite([nine, { variance: 3, degreesOfFreedom: null }])).toBe(36)
    expect(satterthwaite([{ variance: 3, degreesOfFreedom: null }])).toBeNull()
  })
})
