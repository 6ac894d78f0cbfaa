import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EventStudy } from './event-study.ts'
import { hybridMagnitudes } from './hybrid-magnitudes.ts'
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

describe('hybridMagnitudes', () => {
  it('contains the estimate with all that the steps seen before allow, and widens with the magnitude', () => {
    fc.assert(
      fc.property(studies, (study) => {
        const { estimate, intervals } = hybridMagnitudes(study)
        const before = study.times.filter((time) => time < 0).length
        const path = [...study.estimates.slice(0, before), 0]
        const largest = Math.max(...path.slice(1).map((value, i) => Math.abs(value - (path[i] ?? 0))))
        // Equal weights over so many periods: a step into the first moves all, into the last one of them.
        const after = study.estimates.length - before
        const reach = (after + 1) / 2
        for (const { magnitude, low, high } of intervals) {
          expect(low).toBeLessThanOrEqual((estimate ?? 0) - magnitude * reach * largest)
          expect(high).toBeGreaterThanOrEqual((estimate ?? 0) + magnitude * reach * largest)
        }
        const widths = intervals.map(({ low, high }) => high - low)
        expect(widths).toEqual([...widths].sort((a, b) => a - b))
      }),
    )
  })

  it('is nearly the ordinary interval at magnitude 0, and turns over with the estimates', () => {
    fc.assert(
      fc.property(studies, (study) => {
        const [flat] = hybridMagnitudes(study, [0]).intervals
        const [ordinary] = relativeMagnitudes(study, [0]).intervals
        const width = ({ low = 0, high = 0 } = {}) => high - low
        expect(width(flat) / width(ordinary)).toBeGreaterThan(0.999)
        expect(width(flat) / width(ordinary)).toBeLessThan(1.7)
        const turned = { ...study, estimates: study.estimates.map((value) => -value) }
        const [one] = hybridMagnitudes(study, [1]).intervals
        const [other] = hybridMagnitudes(turned, [1]).intervals
        expect(other?.low).toBeCloseTo(-(one?.high ?? 0), 9)
        expect(other?.high).toBeCloseTo(-(one?.low ?? 0), 9)
      }),
    )
  })

  it('is narrower than the bound by two halves of the level where one step stands out', () => {
    const study = independent([0.1, 0, 6, 6], 2, 0.04)
    const clear = { ...study, estimates: [3, 0.1, 6, 6] }
    for (const each of [study, clear]) {
      const [hybrid] = hybridMagnitudes(each, [1]).intervals
      const [bound] = relativeMagnitudes(each, [1]).intervals
      expect((hybrid?.high ?? 0) - (hybrid?.low ?? 0)).toBeLessThan((bound?.high ?? 0) - (bound?.low ?? 0))
    }
  })

  it('breaks down where the interval reaches zero', () => {
    const study = independent([0.3, -0.2, 3, 4], 2, 0.02)
    const { breakdown } = hybridMagnitudes(study)
    expect(breakdown).toBeGreaterThan(0)
    const [below, above] = hybridMagnitudes(study, [(breakdown ?? 0) * 0.999, (breakdown ?? 0) * 1.001]).intervals
    expect(below?.low).toBeGreaterThan(0)
    expect(above?.low).toBeLessThan(0)
    expect(hybridMagnitudes(independent([0.3, 0.1], 1)).breakdown).toBeNull()
  })

  it('is wider in t than in the normal distribution, and follows the scale', () => {
    const study = independent([0.1, 3, 3], 1)
    const width = (each: EventStudy) => {
      const [at] = hybridMagnitudes(each, [1]).intervals
      return (at?.high ?? 0) - (at?.low ?? 0)
    }
    expect(width({ ...study, degreesOfFreedom: 5 })).toBeGreaterThan(width(study))
    const large = { ...independent([1e8, 3e9, 3e9], 1, 1e18) }
    expect(width(large) / width(study)).toBeCloseTo(1e9, -1)
  })

  it('answers where a step before the start cannot vary', () => {
    const covariance = [
      [0, 0],
      [0, 1],
    ]
    const study: EventStudy = { times: [-2, 0], estimates: [2, 5], covariance, degreesOfFreedom: null }
    const [at] = hybridMagnitudes(study, [1]).intervals
    // The step is known to be 2: the interval for a bounded mean, 5 less or more 2, at one side each.
    expect(at?.low).toBeLessThan(3 - 1.6)
    expect(at?.low).toBeGreaterThan(3 - 2)
    expect((at?.low ?? 0) + (at?.high ?? 0)).toBeCloseTo(10, 9)
  })

  it('says why there is no answer, and refuses what cannot be', () => {
    const none = { estimate: null, intervals: [], breakdown: null }
    expect(hybridMagnitudes(independent([1, 2], 2))).toEqual({ ...none, reason: 'no-periods-after' })
    expect(hybridMagnitudes(independent([0, 2], 1, 0))).toEqual({ ...none, estimate: 2, reason: 'no-variation' })
    expect(() => hybridMagnitudes(independent([0, 2], 1), [-1])).toThrow(RangeError)
    expect(() => hybridMagnitudes(independent([0, 2], 1), [1], { confidence: 1 })).toThrow(RangeError)
  })
})
