import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countCombinations } from '../numeric/combinations.ts'
import { arrangeSites } from './arrange-sites.ts'

const seed = 1
const values = (least: number) => fc.array(fc.integer({ min: -50, max: 50 }), { minLength: least, maxLength: 5 })

/** Welch's |t|, straight from its definition. */
function farness(treated: number[], comparison: number[]): number {
  const mean = (v: number[]) => v.reduce((sum, x) => sum + x, 0) / v.length
  const error = (v: number[]) => v.reduce((sum, x) => sum + (x - mean(v)) ** 2, 0) / (v.length - 1) / v.length
  const distance = Math.abs(mean(treated) - mean(comparison))
  const spread = Math.sqrt(error(treated) + error(comparison))
  return spread < 1e-9 ? (distance < 1e-9 ? 0 : Number.POSITIVE_INFINITY) : distance / spread
}

/** Every choice of `k` of the values as the treated ones, by brute force. */
function* choices(all: number[], k: number): Generator<[number[], number[]]> {
  for (let mask = 0; mask < 2 ** all.length; mask++) {
    const chosen = all.filter((_, i) => (mask >> i) & 1)
    if (chosen.length === k) yield [chosen, all.filter((_, i) => !((mask >> i) & 1))]
  }
}

describe('arrangeSites', () => {
  test('counts as brute force does, at any effect', () => {
    fc.assert(
      fc.property(values(2), values(2), fc.integer({ min: -20, max: 20 }), (treated, comparison, effect) => {
        const without = treated.map((value) => value - effect)
        const real = farness(without, comparison)
        // All values alike: there is nothing to tell apart, and the count is everything.
        if (real === 0 || real > 1e6) return
        let expected = 0
        let all = 0
        for (const [a, b] of choices([...without, ...comparison], treated.length)) {
          all += 1
          if (farness(a, b) >= real * (1 - 1e-9)) expected += 1
        }
        const arrangements = arrangeSites(treated, comparison, { seed })
        expect(arrangements).toMatchObject({ count: all, exact: true })
        expect(arrangements.atLeastAsFar(effect)).toBe(expected)
      }),
    )
  })

  test('a level of 1e9 changes no count', () => {
    fc.assert(
      fc.property(values(1), values(1), (treated, comparison) => {
        const resolution = 1e-6
        const plain = arrangeSites(treated, comparison, { seed, resolution })
        const lift = (v: number[]) => v.map((value) => value + 1e9)
        const lifted = arrangeSites(lift(treated), lift(comparison), { seed, resolution })
        expect(lifted.atLeastAsFar(0)).toBe(plain.atLeastAsFar(0))
      }),
    )
  })

  test('tries everything up to a million, then draws, and always counts the real arrangement', () => {
    const ramp = (n: number) => Array.from({ length: n }, (_, i) => i + (i % 3))
    expect(arrangeSites(ramp(3), ramp(176), { seed })).toMatchObject({ count: 939929, exact: true })
    const drawn = arrangeSites(ramp(3), ramp(200), { seed })
    expect(drawn).toMatchObject({ count: 20_001, exact: false, smallestPossibleP: 1 / 20_001 })
    expect(drawn.atLeastAsFar(1e6)).toBeGreaterThanOrEqual(1)
    expect(arrangeSites(ramp(3), ramp(200), { seed }).atLeastAsFar(0)).toBe(drawn.atLeastAsFar(0))
  })

  test('drawn counts come close to the exact ones', () => {
    // Ones and zeros, 42 of 203 are ones: how many of three drawn sites are ones is hypergeometric.
    const comparison = Array.from({ length: 200 }, (_, i) => (i < 40 ? 1 : 0))
    const { atLeastAsFar, count } = arrangeSites([1, 1, 0], comparison, { seed, statistic: 'difference' })
    const exact = (countCombinations(42, 2) * 161 + countCombinations(42, 3)) / countCombinations(203, 3)
    expect(Math.abs(atLeastAsFar(0) / count - exact)).toBeLessThan(4 * Math.sqrt((exact * (1 - exact)) / 20_000))
  })

  test('the smallest possible p is reached by groups that do not overlap', () => {
    const apart = arrangeSites([101, 102, 103, 104], [1, 2, 3, 4], { seed })
    expect(apart.smallestPossibleP).toBe(2 / 70)
    expect(apart.atLeastAsFar(0) / apart.count).toBe(2 / 70)
    const uneven = arrangeSites([101, 102, 103, 104], [1, 2, 3, 4, 5], { seed })
    expect(uneven.atLeastAsFar(0) / uneven.count).toBe(uneven.smallestPossibleP)
  })

  test('values that are all equal are all tied', () => {
    const { count, atLeastAsFar } = arrangeSites([5, 5], [5, 5, 5], { seed })
    expect(atLeastAsFar(0)).toBe(count)
  })

  test('refuses an empty group, gaps, and a studentised difference of one site', () => {
    expect(() => arrangeSites([], [1], { seed })).toThrow(RangeError)
    expect(() => arrangeSites([Number.NaN], [1, 2], { seed })).toThrow(RangeError)
    expect(() => arrangeSites([1], [1, 2], { seed, statistic: 'studentised' })).toThrow(RangeError)
  })
})
