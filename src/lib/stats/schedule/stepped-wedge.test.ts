import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { steppedWedge } from './stepped-wedge.ts'
import type { WedgeSite } from './wedge-panel.ts'

const seed = 1
const starts = [1, 1, 2, 2, 3, 3]
/** Six sites, five periods: levels, a common drift, a little noise, and what the change does after so many periods. */
const wedge = (effectAfter: (exposure: number) => number, noise = 0.3): WedgeSite[] =>
  starts.map((start, s) => ({
    name: `s${s}`,
    start,
    values: Array.from({ length: 5 }, (_, t) => {
      const wobble = noise * Math.sin(7 * s * s + 3 * t * t + s * t)
      return 10 + 3 * ((s * 5) % 7) + 2 * t + wobble + (t >= start ? effectAfter(t - start + 1) : 0)
    }),
  }))
const panel = fc.array(fc.array(fc.integer({ min: -30, max: 30 }), { minLength: 4, maxLength: 4 }), {
  minLength: 5,
  maxLength: 6,
})
const siteOf = (values: (number | null)[], s: number): WedgeSite => ({ name: `s${s}`, start: 1 + (s % 3), values })

describe('steppedWedge', () => {
  test('finds a constant effect under drift and different levels, by both kinds of site effect', () => {
    for (const siteEffect of ['random', 'fixed'] as const) {
      const answer = steppedWedge(
        wedge(() => 2),
        { seed, siteEffect },
      )
      expect(answer.estimate).toBeCloseTo(2, 0)
      expect(answer).toMatchObject({ method: 'permutation', pValue: 1 / 90, sites: 6, rows: 30, reason: null })
      expect(answer.permutation).toMatchObject({ arrangements: 90, exact: true, smallestPossibleP: 1 / 90 })
      expect(answer.low).toBeGreaterThan(0)
      expect((answer.high ?? 0) - (answer.low ?? 0)).toBeLessThan(1.5)
    }
  })

  test('an effect that fades has a constant estimate far from its average, and the drift says so', () => {
    const fading = wedge((exposure) => [8, 0, -8, -16][exposure - 1] ?? 0, 0.05)
    const constant = steppedWedge(fading, { seed })
    const average = steppedWedge(fading, { seed, effect: 'exposure' })
    // Kenny et al. (2022): the average is -4; the constant model, which weighs early periods most, even has the other sign.
    expect(average.estimate).toBeCloseTo(-4, 0)
    expect(constant.estimate).toBeGreaterThan(0)
    expect(average.byExposure.map(({ estimate }) => Math.round(estimate ?? 0) || 0)).toEqual([8, 0, -8, -16])
    expect(average.drift?.estimate).toBeCloseTo(-8, 0)
    expect(average.drift?.pValue).toBeLessThan(0.01)
    expect(
      steppedWedge(
        wedge(() => 2),
        { seed, effect: 'exposure' },
      ).drift?.pValue,
    ).toBeGreaterThan(0.05)
  })

  test('levels of sites and periods, units and the order of sites change nothing but the unit', () => {
    fc.assert(
      fc.property(panel, (values) => {
        const sites = values.map(siteOf)
        const plain = steppedWedge(sites, { seed, siteEffect: 'fixed' })
        const moved = steppedWedge(
          values.map((row, s) =>
            siteOf(
              row.map((v, t) => 4096 + 512 * s - 256 * t + 16 * v),
              s,
            ),
          ),
          { seed, siteEffect: 'fixed' },
        )
        expect(moved.permutation?.pValue).toBe(plain.permutation?.pValue)
        expect((moved.estimate ?? 0) / 16).toBeCloseTo(plain.estimate ?? 0, 8)
        const turned = steppedWedge(sites.toReversed(), { seed })
        const random = steppedWedge(sites, { seed })
        expect(turned.estimate).toBeCloseTo(random.estimate ?? 0, 6)
        expect(turned.permutation?.pValue).toBe(random.permutation?.pValue)
      }),
      { numRuns: 25 },
    )
  })

  test('the interval agrees with the test', () => {
    fc.assert(
      fc.property(panel, (values) => {
        const { permutation } = steppedWedge(values.map(siteOf), { seed, confidence: 0.8 })
        if (!permutation || permutation.low === null || permutation.high === null) return
        expect(permutation.low > 0 || permutation.high < 0).toBe(permutation.pValue <= 0.2 * (1 + 1e-9))
        expect(permutation.low).toBeLessThanOrEqual(permutation.estimate + 1e-6)
        expect(permutation.high).toBeGreaterThanOrEqual(permutation.estimate - 1e-6)
      }),
      { numRuns: 25 },
    )
  })

  test('orders are permuted within strata, as they were drawn', () => {
    const stratified = wedge(() => 2).map((each, s) => ({ ...each, stratum: s % 2 ? 'a' : 'b' }))
    expect(steppedWedge(stratified, { seed }).permutation?.arrangements).toBe(36)
  })

  test('gaps are left out, and a site that never starts helps', () => {
    const holed = wedge(() => 2).map((each, s) => ({
      ...each,
      values: each.values.map((v, t) => ((s + t) % 6 === 0 ? null : v)),
    }))
    const answer = steppedWedge([...holed, { name: 'never', start: null, values: [10, 12, 14, 16, 18] }], { seed })
    expect(answer.estimate).toBeCloseTo(2, 0)
    expect(answer.rows).toBe(30)
  })

  test('twenty sites and more are read by CR2', () => {
    const many = Array.from({ length: 20 }, (_, s) => ({
      name: `s${s}`,
      start: 1 + (s % 4),
      values: Array.from({ length: 5 }, (_, t) => Math.sin(s * s * 3 + t * 5 + s * t) + (t >= 1 + (s % 4) ? 1 : 0)),
    }))
    const answer = steppedWedge(many, { seed })
    expect(answer).toMatchObject({ method: 'cr2', pValue: answer.robust.pValue, low: answer.robust.low })
    expect(answer.permutation).toMatchObject({ exact: false, arrangements: 20_001 })
  })

  test('says what the order cannot tell, and what has no noise', () => {
    const together = wedge(() => 2).map((each) => ({ ...each, start: 2 }))
    expect(steppedWedge(together, { seed })).toMatchObject({ estimate: null, pValue: null, reason: 'same-start' })
    expect(
      steppedWedge(
        wedge(() => 2, 0),
        { seed, siteEffect: 'fixed' },
      ),
    ).toMatchObject({
      ...{ estimate: expect.closeTo(2, 9), low: null, pValue: null, reason: 'no-variation' },
    })
    expect(steppedWedge(wedge(() => 2).slice(0, 3), { seed }).permutation).toMatchObject({
      ...{ arrangements: 3, smallestPossibleP: 1 / 3, low: null },
    })
  })

  test('refuses panels that are none', () => {
    const [first, ...rest] = wedge(() => 2)
    if (!first) return expect.unreachable()
    expect(() => steppedWedge([first], { seed })).toThrow(RangeError)
    expect(() => steppedWedge([first, first], { seed })).toThrow(RangeError)
    expect(() => steppedWedge([{ ...first, values: [1] }, ...rest], { seed })).toThrow(RangeError)
    expect(() => steppedWedge([{ ...first, start: 9 }, ...rest], { seed })).toThrow(RangeError)
    expect(() => steppedWedge([{ ...first, values: Array(5).fill(Number.NaN) }, ...rest], { seed })).toThrow(RangeError)
    expect(() => steppedWedge([{ ...first, weights: [1, 1, 1, 1, 0] }, ...rest], { seed })).toThrow(RangeError)
    expect(() => steppedWedge([first, ...rest], { seed, confidence: 1 })).toThrow(RangeError)
  })
})
