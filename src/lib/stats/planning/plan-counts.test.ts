import { describe, expect, test } from 'vitest'
import { exactProportionsPower } from './exact-proportions-power.ts'
import { exactProportionsSize } from './exact-proportions-size.ts'
import { planProportions } from './plan-proportions.ts'
import { planRates } from './plan-rates.ts'

describe('planProportions', () => {
  test('reproduces Fleiss, Levin & Paik: 0.6 against 0.7, 95 %, power 0.8: 356 in each group', () => {
    expect(planProportions({ share: 0.6, effect: 0.1 })).toMatchObject({ size: 356, reason: null })
  })

  test('up from p and down from 1 - p are the same', () => {
    const up = planProportions({ share: 0.02, size: 5000 }).smallestEffect ?? 0
    const down = planProportions({ share: 0.98, size: 5000, better: 'lower' }).smallestEffect ?? 0
    expect(up).toBeCloseTo(-down, 10)
  })

  test('a share of 0 can only rise, and one of 1 only fall', () => {
    expect(planProportions({ share: 0, size: 200 }).smallestEffect).toBeGreaterThan(0)
    expect(planProportions({ share: 1, size: 200, better: 'lower' }).smallestEffect).toBeLessThan(0)
    expect(() => planProportions({ share: 1, size: 200 })).toThrow(RangeError)
    expect(() => planProportions({ share: 0.9, effect: 0.2 })).toThrow(RangeError)
  })

  test('says when a fall cannot be seen at all, and when the formula is a guess', () => {
    expect(planProportions({ share: 0.005, size: 100, better: 'lower' })).toMatchObject({
      effect: null,
      reason: 'beyond-reach',
    })
    expect(planProportions({ share: 0.005, effect: 0.02 }).reason).toBe('too-few-events')
  })
})

describe('exactProportionsPower', () => {
  test('is the true level where the shares are equal: Fisher never exceeds 5 %, mid-p nearly', () => {
    for (const share of [0.005, 0.1, 0.5]) {
      const same = { treated: 50, comparison: 70, treatedShare: share, comparisonShare: share }
      expect(exactProportionsPower({ ...same, test: 'fisher' })).toBeLessThanOrEqual(0.05)
      expect(exactProportionsPower({ ...same, test: 'fisher-mid-p' })).toBeLessThan(0.06)
    }
  })
  test('nothing happens, nothing is found; everything against nothing is', () => {
    expect(exactProportionsPower({ treated: 9, comparison: 9, treatedShare: 0, comparisonShare: 0 })).toBe(0)
    expect(exactProportionsPower({ treated: 9, comparison: 9, treatedShare: 1, comparisonShare: 0 })).toBeCloseTo(1, 12)
  })
  test('agrees with the formula where counts are large', () => {
    const exact = exactProportionsPower({
      treated: 400,
      comparison: 400,
      treatedShare: 0.4,
      comparisonShare: 0.3,
      test: 'score',
    })
    expect(exact).toBeCloseTo(planProportions({ share: 0.3, effect: 0.1, size: 400 }).power ?? 0, 2)
  })
})

describe('exactProportionsSize', () => {
  test('the size has the power, and keeps it a while', () => {
    const shares = { treatedShare: 0.2, comparisonShare: 0.02, test: 'fisher' as const }
    const { perGroup, power } = exactProportionsSize(shares)
    expect(power).toBeGreaterThanOrEqual(0.8)
    const at = (n: number) => exactProportionsPower({ ...shares, treated: n, comparison: n })
    expect(at((perGroup ?? 0) - 1)).toBeLessThan(0.8)
    for (let more = 1; more <= 3; more++) expect(at((perGroup ?? 0) + more)).toBeGreaterThanOrEqual(0.8)
  })
  test('where the formula promises too much, counting says so', () => {
    const formula = planProportions({ share: 0.001, effect: 0.02 }).size ?? 0
    const honest = exactProportionsSize({ treatedShare: 0.021, comparisonShare: 0.001, test: 'fisher' }).perGroup ?? 0
    expect(honest).toBeGreaterThan(formula)
  })
  test('says when it is out of reach', () => {
    expect(exactProportionsSize({ treatedShare: 0.51, comparisonShare: 0.5, most: 60 })).toEqual({
      perGroup: null,
      power: null,
      reason: 'beyond-reach',
    })
  })
})

describe('planRates', () => {
  test('over-dispersion needs so many times the exposure', () => {
    const plain = planRates({ rate: 0.5, effect: 0.1 }).exactSize ?? 0
    expect((planRates({ rate: 0.5, effect: 0.1, dispersion: 3 }).exactSize ?? 0) / plain).toBeCloseTo(3, 6)
  })
  test('the unit of exposure does not matter', () => {
    const days = planRates({ rate: 0.5, effect: 0.1 })
    const years = planRates({ rate: 0.5 * 365.25, effect: 0.1 * 365.25 })
    expect((years.exactSize ?? 0) * 365.25).toBeCloseTo(days.exactSize ?? 0, 6)
    expect(years.events).toBeCloseTo(days.events ?? 0, 6)
  })
  test('a rate cannot fall below 0', () => {
    expect(() => planRates({ rate: 0.5, effect: -0.6 })).toThrow(RangeError)
    expect(planRates({ rate: 0.5, size: 3, better: 'lower' }).reason).toBe('beyond-reach')
    expect(planRates({ rate: 0.5, effect: -0.5 }).reason).toBe('too-few-events')
  })
})
