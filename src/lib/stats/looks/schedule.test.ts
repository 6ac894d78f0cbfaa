import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { conditionalPower } from './conditional-power.ts'
import { futilityBounds } from './futility-bounds.ts'
import { predictivePower } from './predictive-power.ts'
import { scheduledBounds } from './scheduled-bounds.ts'
import { scheduledPower } from './scheduled-power.ts'
import { spendingAt } from './spending-at.ts'
import { stoppedEffect } from './stopped-effect.ts'

const rising = fc
  .uniqueArray(fc.integer({ min: 5, max: 100 }), { minLength: 1, maxLength: 6 })
  .map((percents) => percents.sort((a, b) => a - b).map((percent) => percent / 100))

describe('spendingAt', () => {
  test('rises from nothing to all of it, and stays there', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1.5, noNaN: true }),
        fc.constantFrom('obrien-fleming', 'pocock'),
        (at, kind) => {
          const here = spendingAt(at, 0.025, kind as 'pocock')
          expect(here).toBeGreaterThanOrEqual(0)
          expect(here).toBeLessThanOrEqual(0.025)
          expect(spendingAt(at + 0.1, 0.025, kind as 'pocock')).toBeGreaterThanOrEqual(here)
        },
      ),
    )
    expect(spendingAt(1.2, 0.05)).toBe(0.05)
    expect(() => spendingAt(-1, 0.05)).toThrow(RangeError)
  })
})

describe('scheduledBounds', () => {
  test('one look at the end is the fixed design; the chances add up to the level', () => {
    expect(scheduledBounds([1])[0]?.upper).toBeCloseTo(1.959963984540054, 11)
    fc.assert(
      fc.property(rising, fc.constantFrom(1, 2), (fractions, sides) => {
        const looks = scheduledBounds(fractions, { sides: sides as 1 | 2, isEnd: true })
        const { above, below } = scheduledPower(looks, 0)
        expect([...above, ...below].reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(0.05, 11)
      }),
      { numRuns: 25 },
    )
  })

  test('past bounds do not depend on later looks; more information than planned spends the rest', () => {
    const long = scheduledBounds([0.3, 0.6, 1.2, 1.4])
    const short = scheduledBounds([0.3, 0.6])
    for (const i of [0, 1]) expect(long[i]?.upper).toBeCloseTo(short[i]?.upper ?? 0, 10)
    expect(long[2]?.spent).toBeCloseTo(0.05, 14)
    expect(long[3]).toMatchObject({ upper: null, lower: null, level: null })
    expect(scheduledBounds([0.3, 0.6], { isEnd: true })[1]?.spent).toBeCloseTo(0.05, 14)
    expect(scheduledBounds([0.001])[0]?.upper).toBeNull()
    expect(scheduledBounds([])).toEqual([])
    expect(() => scheduledBounds([0.5, 0.5])).toThrow(RangeError)
    expect(() => scheduledBounds([0])).toThrow(RangeError)
  })
})

describe('futilityBounds', () => {
  test('the success bounds are those without futility, and the planned effect is found with the power', () => {
    const { looks, drift, inflation } = futilityBounds([0.5, 0.75, 1])
    const alone = scheduledBounds([0.5, 0.75, 1], { confidence: 0.975, sides: 1 })
    expect(looks.map(({ upper }) => upper)).toEqual(alone.map(({ upper }) => upper))
    expect(scheduledPower(looks, drift).power).toBeCloseTo(0.8, 10)
    expect(scheduledPower(looks, 0).power).toBeLessThan(0.025)
    expect(inflation).toBeGreaterThan(1)
    expect(() => futilityBounds([0.5])).toThrow(RangeError)
  })
})

describe('stoppedEffect', () => {
  test('at the only look it is the plain interval', () => {
    const plain = stoppedEffect(scheduledBounds([1]), { estimate: 2, standardError: 1 })
    expect(plain.estimate).toBeCloseTo(2, 9)
    expect(plain.low).toBeCloseTo(2 - 1.959963984540054, 9)
    expect(plain.high).toBeCloseTo(2 + 1.959963984540054, 9)
    expect(plain.pValue).toBeCloseTo(0.0455002638963584, 11)
  })

  test('p is at most what has been spent exactly when the bound was crossed; an early stop is pulled back', () => {
    const looks = scheduledBounds([0.4, 0.7, 1])
    for (const more of [-0.3, 0.3]) {
      const z = (looks[1]?.upper ?? 0) + more
      const { pValue, estimate, low, high } = stoppedEffect(looks.slice(0, 2), { estimate: z, standardError: 1 })
      expect(pValue <= (looks[1]?.spent ?? 0)).toBe(more > 0)
      expect(estimate).toBeLessThan(z)
      expect(low < estimate && estimate < high).toBe(true)
      const mirrored = stoppedEffect(looks.slice(0, 2), { estimate: -z, standardError: 1 })
      expect(mirrored.low).toBeCloseTo(-high, 8)
    }
    expect(() => stoppedEffect([], { estimate: 1, standardError: 1 })).toThrow(RangeError)
    expect(() => stoppedEffect(looks, { estimate: 1, standardError: 0 })).toThrow(RangeError)
  })
})

describe('conditional and predictive power', () => {
  test('a sharp prior is a named drift; half way on the bound the trend decides; more z is more chance', () => {
    const now = { statistic: 1.2, fraction: 0.5, criticalValue: 1.96 }
    const named = predictivePower(now, { mean: 2.8, standardDeviation: 1e-6 })
    expect(named).toBeCloseTo(conditionalPower(now, 2.8), 6)
    expect(conditionalPower({ ...now, statistic: 1.96 * Math.sqrt(0.5) })).toBeCloseTo(0.5, 12)
    expect(predictivePower({ ...now, statistic: 2 })).toBeGreaterThan(predictivePower(now))
    expect(conditionalPower({ ...now, statistic: -40 })).toBe(0)
    expect(() => conditionalPower({ ...now, fraction: 1 })).toThrow(RangeError)
    expect(() => predictivePower(now, { mean: 0, standardDeviation: 0 })).toThrow(RangeError)
  })
})
