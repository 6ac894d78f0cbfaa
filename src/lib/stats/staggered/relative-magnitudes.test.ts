import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EventStudy } from './event-study.ts'
import { relativeMagnitudes } from './relative-magnitudes.ts'

const independent = (estimates: number[], before: number, variance = 1): EventStudy => ({
  times: estimates.map((_, i) => (i < before ? i - before - 1 : i - before)),
  estimates,
  covariance: estimates.map((_, i) => estimates.map((__, j) => (i === j ? variance : 0))),
  degreesOfFreedom: null,
})

const studies = fc
  .record({
    before: fc.integer({ min: 1, max: 4 }),
    values: fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 6, maxLength: 8 }),
    variance: fc.double({ min: 0.01, max: 4, noNaN: true }),
  })
  .map(({ before, values, variance }) => independent(values, before, variance))

describe('relativeMagnitudes', () => {
  it('is the ordinary interval at magnitude 0, and widens with it', () => {
    fc.assert(
      fc.property(studies, (study) => {
        const { intervals, estimate } = relativeMagnitudes(study)
        const widths = intervals.map(({ low, high }) => high - low)
        expect(widths).toEqual([...widths].sort((a, b) => a - b))
        for (const { low, high } of intervals) expect((low + high) / 2).toBeCloseTo(estimate ?? 0, 9)
      }),
    )
    const [first] = relativeMagnitudes(independent([0, 3], 1)).intervals
    expect(first).toMatchObject({ low: expect.closeTo(3 - 1.959964, 6), high: expect.closeTo(3 + 1.959964, 6) })
  })

  it('breaks down where the interval reaches zero', () => {
    fc.assert(
      fc.property(studies, (study) => {
        const { breakdown, intervals } = relativeMagnitudes(study)
        const [ordinary] = intervals
        const excludes = (ordinary?.low ?? 0) > 0 || (ordinary?.high ?? 0) < 0
        expect(breakdown !== null).toBe(excludes)
        if (breakdown === null || breakdown === 0) return
        const [at] = relativeMagnitudes(study, [breakdown]).intervals
        expect(Math.min(Math.abs(at?.low ?? 1), Math.abs(at?.high ?? 1))).toBeLessThan(1e-8)
      }),
    )
  })

  it('is wider in t than in the normal distribution', () => {
    const study = independent([0.1, 3, 3], 1)
    const width = (degreesOfFreedom: number | null) => {
      const [at] = relativeMagnitudes({ ...study, degreesOfFreedom }, [1]).intervals
      return (at?.high ?? 0) - (at?.low ?? 0)
    }
    expect(width(5)).toBeGreaterThan(width(null))
  })

  it('says why there is no answer', () => {
    const none = { estimate: null, intervals: [], breakdown: null }
    expect(relativeMagnitudes(independent([1, 2], 2))).toMatchObject({ ...none, reason: 'no-periods-after' })
    expect(relativeMagnitudes(independent([1, 2], 0))).toMatchObject({ ...none, reason: 'too-few-periods-before' })
    const gap = { ...independent([1, 2], 1), times: [-2, 1] }
    expect(relativeMagnitudes(gap)).toMatchObject({ ...none, reason: 'gap-in-periods' })
    expect(relativeMagnitudes(independent([0, 2], 1, 0))).toMatchObject({ estimate: 2, reason: 'no-variation' })
  })

  it('refuses what cannot be', () => {
    const study = independent([0, 1], 1)
    expect(() => relativeMagnitudes(study, [-1])).toThrow(RangeError)
    expect(() => relativeMagnitudes(study, [1], { weights: [1, 2] })).toThrow(RangeError)
    expect(() => relativeMagnitudes(study, [1], { confidence: 0 })).toThrow(RangeError)
    expect(() => relativeMagnitudes({ ...study, estimates: [1] })).toThrow(RangeError)
    expect(() => relativeMagnitudes({ ...study, times: [-1, 0] })).toThrow(RangeError)
  })
})
