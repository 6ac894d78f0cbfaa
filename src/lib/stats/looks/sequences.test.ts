import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Moments, momentsOf } from '../numeric/moments.ts'
import { boundedSequence } from './bounded-sequence.ts'
import { countMixtureLogE } from './count-mixture.ts'
import { differenceSequence } from './difference-sequence.ts'
import { effectSequence } from './effect-sequence.ts'
import { marginSequence } from './margin-sequence.ts'
import { meanSequence } from './mean-sequence.ts'
import { mixtureSequentialTest } from './mixture-sequential-test.ts'
import { runningIntersection } from './running-intersection.ts'
import { sequenceReach, sequenceRho } from './sequence-reach.ts'
import { sequentialSampleRatio } from './sequential-sample-ratio.ts'
import { shareDifferenceSequence } from './share-difference-sequence.ts'
import { shareSequence } from './share-sequence.ts'

const yesOrNo = (events: number, count: number): Moments => ({
  count,
  mean: events / count,
  sumOfSquares: (events * (count - events)) / count,
})
const plan = { plannedCount: 5_000 }
const real = (min: number, max: number) => fc.double({ min, max, noNaN: true })

describe('asymptotic sequences', () => {
  test('the published rho, half-width and widths against the fixed interval', () => {
    expect(sequenceRho(plan)).toBeCloseTo(0.0398400668, 10)
    expect(sequenceReach(10_000, plan) / 100).toBeCloseTo(0.0306147722, 10)
    const against = [1e3, 5e3, 2e4, 1e5].map((count) => sequenceReach(count, plan) / 1.959963984540054)
    for (const [i, width] of [1.716, 1.549, 1.596, 1.703].entries())
      expect(Math.abs((against[i] ?? 0) - width)).toBeLessThan(6e-4)
  })

  test('100 of 1000 against 125 of 1000 while running', () => {
    // The published figures have the variance p (1 - p), without n / (n - 1).
    const standardError = Math.sqrt((0.1 * 0.9 + 0.125 * 0.875) / 1000)
    const published = effectSequence({ estimate: 0.025, standardError, count: 2000 }, plan)
    expect(published.low).toBeCloseTo(-0.01911, 5)
    expect(published.high).toBeCloseTo(0.06911, 5)
    expect(published.pValue).toBeCloseTo(0.62037, 5)
    const ours = differenceSequence(yesOrNo(125, 1000), yesOrNo(100, 1000), plan)
    expect(ours.low).toBeCloseTo(-0.01913, 5)
    expect(ours.pValue).toBeCloseTo(0.62111, 5)
  })

  test('the one-sided bound is no wider than the published closed form, by less than 15 %', () => {
    fc.assert(
      fc.property(real(30, 1e6), real(100, 1e6), real(0.8, 0.999), (count, plannedCount, confidence) => {
        const rho = sequenceRho({ plannedCount, confidence }, 1)
        const scaled = count * rho * rho + 1
        const closed = Math.sqrt(((2 * scaled) / (scaled - 1)) * Math.log1p(Math.sqrt(scaled) / (2 * (1 - confidence))))
        const ratio = sequenceReach(count, { plannedCount, confidence }, 1) / closed
        expect(ratio).toBeLessThanOrEqual(1 + 1e-12)
        expect(ratio).toBeGreaterThan(0.85)
      }),
    )
  })

  test('the tested value lies outside exactly when p is below the level, on every side', () => {
    const side = fc.constantFrom('both', 'above', 'below' as const)
    fc.assert(
      fc.property(
        real(-3, 3),
        real(0.01, 2),
        fc.integer({ min: 30, max: 1e6 }),
        side,
        (estimate, standardError, count, at) => {
          const options = { ...plan, against: 0.3, side: at as 'both' | 'above' | 'below' }
          const { low, high, pValue } = effectSequence({ estimate, standardError, count }, options)
          if (Math.abs(pValue - 0.05) < 1e-9) return
          const isOutside = (low !== null && low > 0.3) || (high !== null && high < 0.3)
          expect(isOutside).toBe(pValue < 0.05)
        },
      ),
    )
  })

  test('shift, scale and swapping the arms change only the unit and the sign', () => {
    const values = fc.array(real(-10, 10), { minLength: 40, maxLength: 60 })
    fc.assert(
      fc.property(values, values, real(0.01, 100), (a, b, unit) => {
        const plain = differenceSequence(momentsOf(a), momentsOf(b), plan)
        const moved = differenceSequence(
          momentsOf(a.map((v) => v * unit + 1e6)),
          momentsOf(b.map((v) => v * unit + 1e6)),
          plan,
        )
        const swapped = differenceSequence(momentsOf(b), momentsOf(a), plan)
        if (plain.low === null || plain.high === null || moved.low === null) return
        expect(moved.low / unit).toBeCloseTo(plain.low, 4)
        expect(swapped.low).toBeCloseTo(-plain.high, 9)
      }),
      { numRuns: 30 },
    )
  })

  test('too early, no variation, empty: a reason and no interval', () => {
    const few = { plannedCount: 100 }
    expect(differenceSequence(momentsOf([1]), momentsOf([2, 3]), few)).toMatchObject({
      standardError: null,
      reason: 'too-early',
    })
    expect(differenceSequence(yesOrNo(9, 500), yesOrNo(12, 500), few).reason).toBe('too-early')
    expect(differenceSequence(yesOrNo(491, 500), yesOrNo(480, 500), few).reason).toBe('too-early')
    expect(differenceSequence(yesOrNo(10, 500), yesOrNo(12, 500), few).reason).toBeNull()
    const wide = momentsOf(Array.from({ length: 29 }, (_, i) => i))
    expect(differenceSequence(wide, momentsOf(Array.from({ length: 90 }, (_, i) => i)), few).reason).toBe('too-early')
    expect(differenceSequence(wide, wide, { ...few, events: { treated: 2, comparison: 2 } }).low).toBeNull()
    const still = { count: 50, mean: 1e9, sumOfSquares: 0 }
    expect(differenceSequence(still, still, few)).toMatchObject({
      low: null,
      high: null,
      pValue: null,
      reason: 'no-variation',
    })
    expect(meanSequence(still, few).reason).toBe('no-variation')
    expect(meanSequence(momentsOf([4]), few)).toMatchObject({ estimate: 4, standardError: null, reason: 'too-early' })
    expect(meanSequence(yesOrNo(100, 1000), few).low).toBeLessThan(0.1)
    expect(() => meanSequence(momentsOf([]), few)).toThrow(RangeError)
    expect(() => differenceSequence(momentsOf([]), still, few)).toThrow(RangeError)
    expect(() => meanSequence(wide, { plannedCount: 0 })).toThrow(RangeError)
    expect(() => sequenceReach(100, { plannedCount: 10, confidence: 0.4 }, 1)).toThrow(RangeError)
  })
})

describe('marginSequence', () => {
  test('stops for harm, clears, or goes on; the direction of good turns it round', () => {
    const at = (a: number, b: number, margin: number, up: 'higher' | 'lower') =>
      marginSequence(yesOrNo(a, 1000), yesOrNo(b, 1000), { plannedCount: 2_000, margin, better: up }).verdict
    expect(at(300, 500, 0.05, 'higher')).toBe('harm')
    expect(at(500, 300, 0.05, 'lower')).toBe('harm')
    expect(at(500, 300, 0.05, 'higher')).toBe('safe')
    expect(at(500, 505, 0.02, 'higher')).toBe('unclear')
    expect(at(2, 5, 0.02, 'higher')).toBe('unclear')
    expect(() => at(300, 500, -0.05, 'higher')).toThrow(RangeError)
  })
})

describe('runningIntersection', () => {
  test('never widens, keeps the smallest p, and says when the looks contradict each other', () => {
    const looks = [
      { low: null, high: null, pValue: null },
      { low: -1, high: 3, pValue: 0.6 },
      { low: 0, high: 4, pValue: 0.2 },
      { low: -2, high: 2, pValue: 0.5 },
      { low: 2.5, high: 9, pValue: 0.01 },
    ]
    expect(runningIntersection(looks)).toEqual([
      { low: null, high: null, pValue: null, isEmpty: false },
      { low: -1, high: 3, pValue: 0.6, isEmpty: false },
      { low: 0, high: 3, pValue: 0.2, isEmpty: false },
      { low: 0, high: 2, pValue: 0.2, isEmpty: false },
      { low: null, high: null, pValue: 0.01, isEmpty: true },
    ])
    expect(runningIntersection([])).toEqual([])
  })
})

describe('mixtureSequentialTest', () => {
  test('the halved form is the documented multiplier, the plain one the test turned round', () => {
    fc.assert(
      fc.property(real(-5, 5), real(0.05, 3), real(0.01, 10), (estimate, standardError, mixtureVariance) => {
        const v = standardError ** 2
        const halved = mixtureSequentialTest({ estimate, standardError }, { mixtureVariance, level: 'halved' })
        const z = Math.sqrt(
          ((v + mixtureVariance) / mixtureVariance) * (-2 * Math.log(0.025) - Math.log(v / (v + mixtureVariance))),
        )
        expect(halved.high - estimate).toBeCloseTo(z * standardError, 9)
        const { low, high, pValue } = mixtureSequentialTest({ estimate, standardError }, { mixtureVariance })
        if (Math.abs(pValue - 0.05) > 1e-9) expect(low > 0 || high < 0).toBe(pValue < 0.05)
      }),
    )
    expect(() => mixtureSequentialTest({ estimate: 0, standardError: 0 }, { mixtureVariance: 1 })).toThrow(RangeError)
  })
})

describe('shares', () => {
  test("the intervals published with confseq's Bernoulli interval", () => {
    const at = (events: number, units: number, plannedCount: number) =>
      shareSequence({ events, units }, { plannedCount })
    for (const [events, units, planned, low, high] of [
      [700, 1000, 100, 0.651629, 0.745949],
      [15, 50, 50, 0.129556, 0.511896],
      [5, 50, 50, 0.013021, 0.269264],
      [1, 50, 50, 0, 0.13489],
      [1, 2, 50, 0, 1],
      [100, 200, 1, 0.328923, 0.671076],
      [0, 1, 50, 0, 1],
      [1, 1, 50, 0, 1],
    ] as const) {
      expect(Math.abs(at(events, units, planned).low - low)).toBeLessThan(1e-5)
      expect(Math.abs(at(events, units, planned).high - high)).toBeLessThan(1e-5)
    }
  })

  test('the interval holds the estimate, agrees with the test, and mirrors', () => {
    const arm = fc.nat(60).chain((units) => fc.nat(units).map((events) => ({ events, units })))
    fc.assert(
      fc.property(arm, arm, (a, b) => {
        const there = shareDifferenceSequence(a, b, { plannedCount: 200 })
        const back = shareDifferenceSequence(b, a, { plannedCount: 200 })
        expect(back.low).toBeCloseTo(-there.high, 6)
        if (there.estimate !== null) expect(there.low <= there.estimate && there.estimate <= there.high).toBe(true)
        if (Math.abs(there.pValue - 0.05) > 1e-6) expect(there.low > 0 || there.high < 0).toBe(there.pValue < 0.05)
      }),
      { numRuns: 25 },
    )
  })

  test('nobody yet, and the first unit: everything is possible', () => {
    const nobody = { events: 0, units: 0 }
    expect(shareSequence(nobody, plan)).toMatchObject({ estimate: null, low: 0, high: 1 })
    expect(shareDifferenceSequence(nobody, nobody, plan)).toMatchObject({ estimate: null, low: -1, high: 1, pValue: 1 })
    expect(() => shareSequence({ events: 2, units: 1 }, plan)).toThrow(RangeError)
    expect(() => shareSequence(nobody, { ...plan, against: 1 })).toThrow(RangeError)
  })
})

describe('boundedSequence', () => {
  test('more values never widen it; limits and direction only rename it', () => {
    fc.assert(
      fc.property(fc.array(real(0, 1), { minLength: 2, maxLength: 60 }), (values) => {
        const all = boundedSequence(values)
        const before = boundedSequence(values.slice(0, -1))
        expect(all.low).toBeGreaterThanOrEqual(before.low - 1e-12)
        expect(all.high).toBeLessThanOrEqual(before.high + 1e-12)
        const turned = boundedSequence(
          values.map((v) => 10 - 20 * v),
          { from: -10, to: 10 },
        )
        expect(turned.low).toBeCloseTo(10 - 20 * all.high, 7)
      }),
      { numRuns: 40 },
    )
  })

  test('one value, all equal, out of limits', () => {
    const one = boundedSequence([0.5])
    expect(one.low).toBeLessThan(0.01)
    expect(one.high).toBeGreaterThan(0.99)
    const same = boundedSequence(Array.from({ length: 500 }, () => 0.25))
    expect(same.low < 0.25 && same.high > 0.25 && same.high - same.low < 0.1).toBe(true)
    expect(boundedSequence(Array.from({ length: 300 }, () => 0)).low).toBe(0)
    expect(() => boundedSequence([1.1])).toThrow(RangeError)
    expect(() => boundedSequence([])).toThrow(RangeError)
  })
})

describe('sequentialSampleRatio', () => {
  test('a unit in a closed arm is an alarm at once; the order of arms does not matter', () => {
    expect(sequentialSampleRatio([500, 520, 1], [0.5, 0.5, 0])).toMatchObject({
      isMismatch: true,
      pValue: 0,
      reason: 'unit-in-closed-arm',
    })
    expect(sequentialSampleRatio([500, 520, 0], [0.5, 0.5, 0])).toMatchObject({
      isMismatch: false,
      pValue: 1,
      reason: null,
    })
    expect(sequentialSampleRatio([0, 0], [1, 1])).toMatchObject({ isMismatch: false, shares: null, reason: 'no-units' })
    expect(sequentialSampleRatio([9_000, 1_000], [9, 1]).pValue).toBe(1)
    expect(sequentialSampleRatio([6_000, 4_000], [1, 1]).isMismatch).toBe(true)
    const there = sequentialSampleRatio([520, 470, 90], [5, 5, 1]).logEValue ?? 0
    expect(sequentialSampleRatio([90, 520, 470], [1, 5, 5]).logEValue).toBeCloseTo(there, 10)
  })

  test('a billion units keep their digits: the e-value grows as the deviance', () => {
    expect(countMixtureLogE([5e8, 5e8], [0.5, 0.5], 1000)).toBeCloseTo(-0.5 * Math.log1p(1e6), 3)
    expect(sequentialSampleRatio([1, 0], [1, 1], { mass: 1e9 }).pValue).toBeCloseTo(1, 9)
  })

  test('refuses what is no count or no weight', () => {
    expect(() => sequentialSampleRatio([1.5, 1], [1, 1])).toThrow(RangeError)
    expect(() => sequentialSampleRatio([1, 1], [0, 0])).toThrow(RangeError)
    expect(() => sequentialSampleRatio([1, 1], [1])).toThrow(RangeError)
  })
})
