import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { studentTTwoSided } from '../distribution/student-t.ts'
import { momentsOf, varianceOf } from '../numeric/moments.ts'
import type { DesignUnit } from './arrange-design.ts'
import { permuteDesign } from './permute-design.ts'
import { permuteSites } from './permute-sites.ts'

const seed = 1
const values = (least: number) => fc.array(fc.integer({ min: -50, max: 50 }), { minLength: least, maxLength: 5 })
const whole = (treated: number[], comparison: number[]): DesignUnit[] => [
  ...treated.map((value) => ({ value, treated: true })),
  ...comparison.map((value) => ({ value, treated: false })),
]
const pairsOf = (pairs: readonly (readonly [number, number])[]): DesignUnit[] =>
  pairs.flatMap(([a, b], i) => [
    { value: a, treated: true, stratum: `${i}` },
    { value: b, treated: false, stratum: `${i}` },
  ])
const differences = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48]

describe('permuteDesign', () => {
  test("gives Fisher's answer for Darwin's fifteen pairs of maize", () => {
    // Fisher (1935), The Design of Experiments, section 21: 1726 of 32768, 5.267 %.
    const answer = permuteDesign(pairsOf(differences.map((d) => [d, 0])), { seed, statistic: 'difference' })
    expect(answer).toMatchObject({ arrangements: 32_768, exact: true, smallestPossibleP: 2 / 32_768 })
    expect((answer.pValue ?? 0) * 32_768).toBeCloseTo(1726, 9)
    expect(answer.estimate).toBeCloseTo(314 / 15, 12)
  })

  test('without strata it is permuteSites', () => {
    fc.assert(
      fc.property(values(2), values(2), (a, b) => {
        const { estimate, pValue, midP, arrangements, smallestPossibleP } = permuteSites(a, b, { seed })
        const answer = permuteDesign(whole(a, b), { seed })
        expect(answer).toMatchObject({ pValue, arrangements, smallestPossibleP })
        expect(answer.midP).toBeCloseTo(midP, 12)
        expect(answer.estimate).toBeCloseTo(estimate, 9)
      }),
    )
  })

  const pairs = fc.array(fc.tuple(fc.integer({ min: -40, max: 40 }), fc.integer({ min: -40, max: 40 })), {
    minLength: 6,
    maxLength: 8,
  })
  const covariate = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 16, maxLength: 16 })

  test('the interval holds the estimate, and zero exactly when the p-value is above the level', () => {
    fc.assert(
      fc.property(pairs, (drawn) => {
        const { low, high, pValue, estimate } = permuteDesign(pairsOf(drawn), { seed, confidence: 0.9 })
        if (low === null || high === null || pValue === null) return
        expect(low).toBeLessThanOrEqual(estimate + 1e-6)
        expect(high).toBeGreaterThanOrEqual(estimate - 1e-6)
        expect(low > 0 || high < 0).toBe(pValue <= 0.1 * (1 + 1e-9))
      }),
      { numRuns: 40 },
    )
  })

  test('a level of 1e9, another level for each pair and another unit change nothing but the unit', () => {
    fc.assert(
      fc.property(pairs, covariate, (drawn, x) => {
        const resolution = 1e-5
        const units = pairsOf(drawn)
        const adjusted = units.map((unit, i) => ({ ...unit, covariates: [x[i] ?? 0] }))
        for (const base of [units, ...(new Set(x).size > 8 ? [adjusted] : [])]) {
          const plain = attempt(() => permuteDesign(base, { seed, resolution }))
          const lifted = attempt(() =>
            permuteDesign(
              base.map((unit) => ({ ...unit, value: unit.value + 1e9 + 1000 * Number(unit.stratum) })),
              { seed, resolution },
            ),
          )
          expect(lifted?.pValue).toBe(plain?.pValue)
          const scaled = attempt(() =>
            permuteDesign(
              base.map((unit) => ({ ...unit, value: unit.value * 1024 })),
              { seed, resolution: 1024 * resolution },
            ),
          )
          expect(scaled?.pValue).toBe(plain?.pValue)
          expect((scaled?.low ?? 0) / 1024).toBeCloseTo(plain?.low ?? 0, 6)
        }
      }),
      { numRuns: 30 },
    )
  })

  test('adjustment takes away what was there before', () => {
    const baseline = [10, 20, 30, 40, 50, 60, 70, 80]
    const noise = [0.1, -0.2, 0.15, -0.1, 0.05, 0.2, -0.15, -0.05]
    const units = baseline.map((before, i) => {
      const treated = [0, 3, 5, 6].includes(i)
      return { value: before + (noise[i] ?? 0) + (treated ? 2 : 0), treated, covariates: [before] }
    })
    const raw = permuteDesign(
      units.map(({ value, treated }) => ({ value, treated })),
      { seed },
    )
    const adjusted = permuteDesign(units, { seed })
    expect(raw.pValue).toBeGreaterThan(0.5)
    expect(adjusted.pValue).toBe(2 / 70)
    expect(adjusted.estimate).toBeCloseTo(2, 0)
    expect((adjusted.high ?? 0) - (adjusted.low ?? 0)).toBeLessThan(1.2)
    // Covariates mixed and rescaled say the same.
    const mixed = units.map((unit, i) => ({ ...unit, covariates: [3 - 1e6 * (baseline[i] ?? 0)] }))
    expect(permuteDesign(mixed, { seed }).estimate).toBeCloseTo(adjusted.estimate, 9)
  })

  test('after re-randomisation only acceptable draws are tried', () => {
    const x = [1, 2, 3, 4, 5, 6, 7, 8]
    const isBalanced = (z: ArrayLike<number>) => Math.abs(x.reduce((sum, v, i) => sum + (z[i] ? v : -v), 0)) <= 2
    const y = [3, 1, 4, 1, 5, 9, 2, 6]
    const real = [1, 0, 0, 1, 0, 1, 1, 0]
    const units = y.map((value, i) => ({ value, treated: real[i] === 1 }))
    // By brute force over all masks.
    const differenceOf = (z: number[]) => y.reduce((sum, v, i) => sum + (z[i] ? v : -v) / 4, 0)
    const kept = Array.from({ length: 256 }, (_, mask) => x.map((_, i) => (mask >> i) & 1)).filter(
      (z) => z.reduce((sum, v) => sum + v, 0) === 4 && isBalanced(z),
    )
    const far = kept.filter((z) => Math.abs(differenceOf(z)) >= Math.abs(differenceOf(real)) - 1e-9).length
    const answer = permuteDesign(units, { seed, statistic: 'difference', accepts: isBalanced })
    expect(answer).toMatchObject({ arrangements: kept.length, smallestPossibleP: 2 / kept.length })
    expect(answer.pValue).toBeCloseTo(far / kept.length, 12)
    expect(() => permuteDesign(units, { seed, accepts: () => false })).toThrow(RangeError)
  })

  test('many pairs are drawn, and close to the exact count', () => {
    const many = pairsOf(Array.from({ length: 40 }, (_, i) => [i % 7, (i * 3) % 5] as const))
    const answer = permuteDesign(many, { seed })
    expect(answer).toMatchObject({ arrangements: 20_001, exact: false, smallestPossibleP: 1 / 20_001 })
    // Forty pairs: the t test on their differences is close.
    const apart = momentsOf(Array.from({ length: 40 }, (_, i) => (i % 7) - ((i * 3) % 5)))
    const t = apart.mean / Math.sqrt((varianceOf(apart) ?? 0) / 40)
    expect(Math.abs((answer.pValue ?? 0) - studentTTwoSided(t, 39))).toBeLessThan(0.01)
  })
})

describe('what so few units cannot give', () => {
  test('three against three have no p below 0.1, and it says so', () => {
    const answer = permuteDesign(whole([100, 101, 102], [1, 2, 3]), { seed })
    expect(answer).toMatchObject({ pValue: 0.1, smallestPossibleP: 0.1, low: null, reason: 'smallest-p-above-level' })
    expect(permuteDesign(whole([8, 9, 10, 12], [1, 2, 3, 5]), { seed })).toMatchObject({ pValue: 2 / 70, reason: null })
  })

  test('one against one is refused, one against many is a placebo rank', () => {
    expect(permuteDesign(whole([9], [1]), { seed })).toMatchObject({ pValue: null, reason: 'one-unit-each' })
    const placebo = permuteDesign(whole([9], [1, 2, 3, 4, 5, 6, 7]), { seed })
    expect(placebo).toMatchObject({ statistic: 'difference', pValue: 1 / 8, low: null, reason: 'single-unit-arm' })
  })

  test('values that do not scatter have a rank and no interval', () => {
    const still = permuteDesign(whole([2, 2, 2, 2], [1, 1, 1, 1]), { seed })
    expect(still).toMatchObject({ estimate: 1, pValue: 2 / 70, low: null, reason: 'no-variation' })
    expect(permuteDesign(whole([1, 1, 1, 1], [1, 1, 1, 1]), { seed }).pValue).toBe(1)
    expect(permuteDesign(whole([0.1 + 0.2, 0.3], [0, 0]), { seed }).reason).toBe('no-variation')
  })

  test('refuses what tells nothing', () => {
    expect(() => permuteDesign(whole([1], []), { seed })).toThrow(RangeError)
    expect(() => permuteDesign(whole([Number.NaN], [1]), { seed })).toThrow(RangeError)
    expect(() => permuteDesign(whole([1, 2], [1, 2]), { seed, confidence: 1 })).toThrow(RangeError)
    const explained = whole([1, 2, 3], [4, 5, 6]).map((unit) => ({ ...unit, covariates: [unit.treated ? 1 : 0] }))
    expect(() => permuteDesign(explained, { seed })).toThrow(/leave nothing/)
    const uneven = [{ value: 1, treated: true, covariates: [1] }, ...whole([], [1, 2])]
    expect(() => permuteDesign(uneven, { seed })).toThrow(RangeError)
    expect(() => permuteDesign(whole([1], [2, 3]), { seed, statistic: 'studentised' })).not.toThrow()
  })
})

function attempt<T>(run: () => T): T | null {
  try {
    return run()
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
