import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { relativeEffect } from './relative-effect.ts'

const site = (before: number, after: number) => ({ before, after, change: after - before })
const treated = [site(10, 13), site(12, 15), site(9, 13), site(14, 16), site(11, 15)]
const comparison = [site(10, 11), site(13, 13), site(8, 10), site(12, 13)]

describe('relativeEffect', () => {
  test("is Fieller's interval", () => {
    // A second program looked for the ratios r at which t(effect - r base) is the 0.975 quantile, by bisection.
    const answer = relativeEffect(treated, comparison)
    expect(answer.counterfactual).toBeCloseTo(12.2, 12)
    expect(answer.estimate).toBeCloseTo(0.18032786885245905, 12)
    expect(answer.low).toBeCloseTo(0.061969631739561236, 10)
    expect(answer.high).toBeCloseTo(0.3458842305944854, 10)
    expect(answer.reason).toBeNull()
  })

  test('does not depend on the unit', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e6, noNaN: true }), (unit) => {
        const scaled = (group: typeof treated) => group.map((s) => site(s.before * unit, s.after * unit))
        const [plain, other] = [
          relativeEffect(treated, comparison),
          relativeEffect(scaled(treated), scaled(comparison)),
        ]
        expect(other.low).toBeCloseTo(plain.low ?? 0, 9)
        expect(other.high).toBeCloseTo(plain.high ?? 0, 9)
      }),
    )
  })

  test('holds its estimate, whatever the sites', () => {
    const sites = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 99 })).map(([b, a]) => site(b, a)),
      { minLength: 4, maxLength: 9 },
    )
    fc.assert(
      fc.property(sites, sites, (a, b) => {
        const { estimate, low, high, reason } = relativeEffect(a, b)
        expect(low === null && high === null).toBe(reason !== null)
        if (estimate === null || low === null) return
        expect(low).toBeLessThanOrEqual(estimate + 1e-9)
        expect(high).toBeGreaterThanOrEqual(estimate - 1e-9)
      }),
    )
  })

  test('says why there is no interval', () => {
    const noisy = [site(1, 3), site(-8, -2), site(9, 9), site(2, 9)]
    expect(relativeEffect(noisy, comparison)).toMatchObject({ low: null, high: null, reason: 'unbounded' })
    expect(relativeEffect([site(-5, -4), site(-6, -5)], comparison)).toMatchObject({
      estimate: null,
      reason: 'base-not-positive',
    })
    expect(relativeEffect(treated.slice(0, 3), comparison).reason).toBe('too-few-sites')
    const still = Array(4).fill(site(10, 12)) as typeof treated
    expect(relativeEffect(still, Array(4).fill(site(10, 10)) as typeof treated)).toMatchObject({
      estimate: 0.2,
      reason: 'no-variation',
    })
  })

  test('refuses an empty group', () => {
    expect(() => relativeEffect([], comparison)).toThrow(RangeError)
    expect(() => relativeEffect(treated, comparison, 0)).toThrow(RangeError)
  })
})
