import { describe, expect, test } from 'vitest'
import { coMomentsOf } from '../numeric/co-moments.ts'
import { planMargin } from './plan-margin.ts'
import { planMeans } from './plan-means.ts'
import { planPairs } from './plan-pairs.ts'
import { powerOfEffect } from './power-of-effect.ts'
import { ratioDeviation } from './ratio-deviation.ts'

describe('planMeans', () => {
  test('393.4057 in each group for a fifth of a standard deviation (Cohen 1988: 393)', () => {
    const answer = planMeans({ effect: 0.2, standardDeviation: 1, power: 0.8 })
    expect(answer.exactSize).toBeCloseTo(393.4057, 4)
    expect(answer).toMatchObject({ size: 394, treated: 394, comparison: 394, reason: null })
  })

  test('a correlation with the time before saves 1 - correlation^2 of the units', () => {
    const plain = planMeans({ effect: 0.05, standardDeviation: 1 }).exactSize ?? 0
    const adjusted = planMeans({ effect: 0.05, standardDeviation: 1, correlation: 0.7 }).exactSize ?? 0
    expect(adjusted / plain).toBeCloseTo(1 - 0.49, 3)
  })

  test('an effect of a million or a billion standard deviations is found by the smallest trial there is', () => {
    for (const effect of [1e3, 1e6, 1e9, 1e200])
      expect(planMeans({ effect, standardDeviation: 1 })).toMatchObject({ treated: 2, comparison: 2, reason: null })
    expect(planMeans({ effect: 1e9, standardDeviation: 1 }).power).toBe(1)
    expect(planMeans({ effect: -1e9, standardDeviation: 1, size: 2 }).power).toBe(1)
    for (const shift of [1e3, 2e6, 1e9, 1e300]) {
      expect(powerOfEffect(shift, 1, 2)).toBeCloseTo(1, 5)
      expect(powerOfEffect(-shift, 1, 2)).toBe(powerOfEffect(shift, 1, 2))
      expect(powerOfEffect(-shift, 1, 2, { sides: 1 })).toBe(0)
    }
  })

  test('the unit of the metric does not matter, nor the sign of the effect', () => {
    const power = planMeans({ effect: 3, standardDeviation: 10, size: 80 }).power
    expect(planMeans({ effect: 3e9, standardDeviation: 1e10, size: 80 }).power).toBeCloseTo(power ?? 0, 12)
    expect(planMeans({ effect: -3, standardDeviation: 10, size: 80 }).power).toBeCloseTo(power ?? 0, 12)
    expect(planMeans({ size: 80, standardDeviation: 1e-6 }).smallestEffect).toBeCloseTo(4.5e-7, 7)
  })

  test('refuses what cannot be', () => {
    for (const standardDeviation of [0, -1, Number.NaN])
      expect(() => planMeans({ effect: 1, standardDeviation })).toThrow(RangeError)
    expect(() => planMeans({ effect: 1, standardDeviation: 1, correlation: 1 })).toThrow(RangeError)
    expect(() => planMeans({ effect: 1, standardDeviation: 1, ratio: 0 })).toThrow(RangeError)
  })
})

describe('powerOfEffect', () => {
  test('no effect is found as often as the level says', () => {
    expect(powerOfEffect(0, 1, 7)).toBeCloseTo(0.05, 10)
    expect(powerOfEffect(0, 1, null, { sides: 1, confidence: 0.9 })).toBeCloseTo(0.1, 12)
  })
  test('without noise any effect is found, and none is not', () => {
    expect(powerOfEffect(1, 0, 7)).toBe(1)
    expect(powerOfEffect(0, 0, 7)).toBeCloseTo(0.05, 12)
    expect(powerOfEffect(-1, 0, 7, { sides: 1 })).toBeCloseTo(0.05, 12)
  })
  test('many degrees of freedom become the normal', () => {
    expect(powerOfEffect(2.5, 1, 9e6)).toBeCloseTo(powerOfEffect(2.5, 1, null), 6)
  })
})

describe('ratioDeviation', () => {
  test('is the standard deviation of the numerator where all denominators are 1', () => {
    expect(ratioDeviation(coMomentsOf([1, 1, 1, 1], [2, 4, 6, 8]))).toBeCloseTo(Math.sqrt(20 / 3), 12)
  })
  test('is 0 where each unit has the ratio itself, null where there is none', () => {
    expect(ratioDeviation(coMomentsOf([1, 2, 3], [2, 4, 6]))).toBeCloseTo(0, 12)
    expect(ratioDeviation(coMomentsOf([1, -1], [2, 4]))).toBeNull()
    expect(ratioDeviation(coMomentsOf([1], [2]))).toBeNull()
  })
})

describe('planPairs', () => {
  test('without correlation a pair is worth one unit in each group, less degrees of freedom', () => {
    const pairs = planPairs({ effect: 0.2, standardDeviation: 1, correlation: 0 }).exactSize ?? 0
    expect(pairs).toBeCloseTo(393.4057 + 1, 0)
  })
})

describe('planMargin', () => {
  test('not being worse by a margin takes as many as finding that margin, one-sided', () => {
    const margin = planMargin({ kind: 'non-inferiority', margin: 0.2, standardDeviation: 1 }).exactSize
    const effect = planMeans({ effect: 0.2, standardDeviation: 1, confidence: 0.975, sides: 1 }).exactSize
    expect(margin).toBeCloseTo(effect ?? 0, 6)
  })
  test('equivalence takes more, and a true difference more still', () => {
    const plain = planMargin({ kind: 'non-inferiority', margin: 0.5, standardDeviation: 1 }).size ?? 0
    const both = planMargin({ kind: 'equivalence', margin: 0.5, standardDeviation: 1 }).size ?? 0
    const off = planMargin({ kind: 'equivalence', margin: 0.5, difference: -0.1, standardDeviation: 1 }).size ?? 0
    expect(both).toBeGreaterThan(plain)
    expect(off).toBeGreaterThan(both)
  })
  test('equivalence agrees with its normal form when there are many', () => {
    // (z(.975) + z(.9))^2 * 2 / margin^2 for a power of 0.8, Chow et al. (2017), section 3.2.
    const size = planMargin({ kind: 'equivalence', margin: 0.02, standardDeviation: 1 }).exactSize ?? 0
    expect(size / (((1.959963984540054 + 1.2815515655446004) ** 2 * 2) / 0.0004)).toBeCloseTo(1, 4)
  })
  test('the smallest margin at a size is the one that has the power', () => {
    const { margin } = planMargin({ kind: 'equivalence', standardDeviation: 2, size: 50, power: 0.9 })
    const back = planMargin({ kind: 'equivalence', margin: margin ?? 0, standardDeviation: 2, size: 50 })
    expect(back.power).toBeCloseTo(0.9, 8)
  })
  test('a margin within the true difference is refused', () => {
    expect(() => planMargin({ kind: 'equivalence', margin: 0.1, difference: 0.1, standardDeviation: 1 })).toThrow(
      RangeError,
    )
    expect(() => planMargin({ kind: 'non-inferiority', margin: 0, standardDeviation: 1 })).toThrow(RangeError)
  })
})
