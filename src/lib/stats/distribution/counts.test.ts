import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { binomialCdf, binomialMass, binomialQuantile, binomialUpperQuantile, binomialUpperTail } from './binomial.ts'
import { smallestEnough } from './count-quantile.ts'
import {
  hypergeometricCdf,
  hypergeometricMass,
  hypergeometricQuantile,
  hypergeometricUpperQuantile,
  hypergeometricUpperTail,
} from './hypergeometric.ts'
import { poissonCdf, poissonMass, poissonQuantile, poissonUpperQuantile, poissonUpperTail } from './poisson.ts'

const chances = fc.double({ min: 0, max: 1, noNaN: true })
const sizes = fc.integer({ min: 0, max: 200 })

describe('the binomial distribution', () => {
  test('of three throws of a coin', () => {
    for (const [k, mass, below] of [
      [0, 0.125, 0.125],
      [1, 0.375, 0.5],
      [2, 0.375, 0.875],
      [3, 0.125, 1],
    ] as const) {
      expect(binomialMass(k, 3, 0.5)).toBeCloseTo(mass, 15)
      expect(binomialCdf(k, 3, 0.5)).toBeCloseTo(below, 15)
      expect(binomialUpperTail(k, 3, 0.5)).toBeCloseTo(1 - below, 15)
    }
    // Reached but for rounding is reached.
    expect(binomialQuantile(0.5, 3, 0.5)).toBe(1)
    expect(binomialUpperQuantile(0.5, 3, 0.5)).toBe(1)
  })

  test('masses add up to the share below', () => {
    fc.assert(
      fc.property(sizes, chances, sizes, (n, p, k) => {
        let sum = 0
        for (let i = 0; i <= k; i++) sum += binomialMass(i, n, p)
        expect(binomialCdf(k, n, p)).toBeCloseTo(sum, 12)
        expect(binomialUpperTail(k, n, p)).toBeCloseTo(1 - sum, 12)
      }),
    )
  })

  test('the quantile is the first to reach the share', () => {
    fc.assert(
      fc.property(sizes, chances, fc.double({ min: 1e-9, max: 0.999999, noNaN: true }), (n, p, share) => {
        const k = binomialQuantile(share, n, p)
        expect(binomialCdf(k, n, p)).toBeGreaterThanOrEqual(share * (1 - 1e-13))
        if (k > 0) expect(binomialCdf(k - 1, n, p)).toBeLessThan(share)
        const upper = binomialUpperQuantile(share, n, p)
        expect(binomialUpperTail(upper, n, p)).toBeLessThanOrEqual(share * (1 + 1e-13))
        if (upper > 0) expect(binomialUpperTail(upper - 1, n, p)).toBeGreaterThan(share)
      }),
    )
  })

  test('ends and impossible input', () => {
    expect([binomialMass(0, 5, 0), binomialMass(5, 5, 1), binomialMass(2, 5, 0), binomialMass(0, 0, 0.3)]).toEqual([
      1, 1, 0, 1,
    ])
    expect([binomialMass(1.5, 5, 0.5), binomialMass(-1, 5, 0.5), binomialMass(6, 5, 0.5)]).toEqual([0, 0, 0])
    expect([binomialCdf(-1, 5, 0.5), binomialCdf(5, 5, 0.5), binomialCdf(4, 5, 1), binomialCdf(0, 5, 0)]).toEqual([
      0, 1, 0, 1,
    ])
    expect(binomialCdf(2.7, 5, 0.5)).toBe(binomialCdf(2, 5, 0.5))
    expect([binomialQuantile(0, 5, 0.5), binomialQuantile(1, 5, 0.5), binomialQuantile(0.3, 0, 0.5)]).toEqual([0, 5, 0])
    expect([binomialUpperQuantile(0, 5, 0.5), binomialUpperQuantile(1, 5, 0.5)]).toEqual([5, 0])
    for (const [k, n, p] of [
      [Number.NaN, 1, 0.5],
      [0, 1.5, 0.5],
      [0, -1, 0.5],
      [0, 1, 1.1],
    ] as const)
      expect(() => binomialMass(k, n, p)).toThrow(RangeError)
    expect(() => binomialQuantile(1.1, 5, 0.5)).toThrow(RangeError)
  })
})

describe('the Poisson distribution', () => {
  test('masses add up to the share below, and follow from each other', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100, noNaN: true }), sizes, (mean, k) => {
        let sum = 0
        for (let i = 0; i <= k; i++) sum += poissonMass(i, mean)
        expect(poissonCdf(k, mean)).toBeCloseTo(sum, 12)
        expect(poissonUpperTail(k, mean)).toBeCloseTo(1 - sum, 12)
        expect(poissonMass(k + 1, mean) * (k + 1)).toBeCloseTo(poissonMass(k, mean) * mean, 12)
      }),
    )
  })

  test('no event at all has the upper bound -ln α', () => {
    expect(poissonMass(0, -Math.log(0.05))).toBeCloseTo(0.05, 15)
    expect(poissonQuantile(0.05, -Math.log(0.05))).toBe(0)
  })

  test('the quantile is the first to reach the share', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 1e5, noNaN: true }),
        fc.double({ min: 1e-12, max: 0.999, noNaN: true }),
        (mean, share) => {
          const k = poissonQuantile(share, mean)
          expect(poissonCdf(k, mean)).toBeGreaterThanOrEqual(share * (1 - 1e-13))
          if (k > 0) expect(poissonCdf(k - 1, mean)).toBeLessThan(share)
          const upper = poissonUpperQuantile(share, mean)
          expect(poissonUpperTail(upper, mean)).toBeLessThanOrEqual(share * (1 + 1e-13))
          if (upper > 0) expect(poissonUpperTail(upper - 1, mean)).toBeGreaterThan(share)
        },
      ),
    )
  })

  test('ends and impossible input', () => {
    expect([poissonMass(0, 0), poissonMass(1, 0), poissonCdf(0, 0), poissonCdf(-1, 3), poissonMass(0.5, 3)]).toEqual([
      1, 0, 1, 0, 0,
    ])
    expect([
      poissonCdf(Number.POSITIVE_INFINITY, 3),
      poissonQuantile(0, 3),
      poissonUpperQuantile(1, 3),
      poissonQuantile(0.9, 0),
    ]).toEqual([1, 0, 0, 0])
    expect(() => poissonMass(0, -1)).toThrow(RangeError)
    expect(() => poissonMass(Number.NaN, 1)).toThrow(RangeError)
    expect(() => poissonQuantile(1, 1)).toThrow(RangeError)
    expect(() => poissonUpperQuantile(0, 1)).toThrow(RangeError)
  })
})

describe('the hypergeometric distribution', () => {
  test('of the tea-tasting lady: 4 of 4 cups right by chance', () => {
    // Fisher (1935): 1, 16, 36, 16, 1 in 70.
    for (const [k, ways] of [
      [0, 1],
      [1, 16],
      [2, 36],
      [3, 16],
      [4, 1],
    ] as const)
      expect(hypergeometricMass(k, 4, 4, 8)).toBeCloseTo(ways / 70, 15)
    expect(hypergeometricUpperTail(2, 4, 4, 8)).toBeCloseTo(17 / 70, 15)
  })

  test('0 of 1000 against 5 of 1000: the two ends together are Fisher', () => {
    expect(hypergeometricCdf(0, 1000, 5, 2000) + hypergeometricUpperTail(4, 1000, 5, 2000)).toBeCloseTo(0.0621876, 7)
  })

  test('masses add up to the share below; draws and successes may change places', () => {
    const whole = fc.integer({ min: 0, max: 60 })
    fc.assert(
      fc.property(whole, whole, whole, fc.integer({ min: -1, max: 61 }), (a, b, more, k) => {
        const population = Math.max(a, b) + more
        let sum = 0
        for (let i = 0; i <= k; i++) sum += hypergeometricMass(i, a, b, population)
        expect(hypergeometricCdf(k, a, b, population)).toBeCloseTo(sum, 12)
        expect(hypergeometricUpperTail(k, a, b, population)).toBeCloseTo(1 - sum, 12)
        expect(hypergeometricCdf(k, b, a, population)).toBeCloseTo(sum, 12)
        // No share that small numbers can hit exactly: there rounding would decide.
        const share = 0.3 + 1e-6 * Math.SQRT2
        const at = hypergeometricQuantile(share, a, b, population)
        expect(hypergeometricCdf(at, a, b, population)).toBeGreaterThanOrEqual(share)
        expect(hypergeometricCdf(at - 1, a, b, population)).toBeLessThan(share)
        const upper = hypergeometricUpperQuantile(share, a, b, population)
        expect(hypergeometricUpperTail(upper, a, b, population)).toBeLessThanOrEqual(share)
        expect(hypergeometricUpperTail(upper - 1, a, b, population)).toBeGreaterThan(share)
      }),
    )
  })

  test('ends and impossible input', () => {
    expect([hypergeometricMass(0, 0, 0, 0), hypergeometricMass(3, 3, 5, 5), hypergeometricMass(2, 3, 5, 5)]).toEqual([
      1, 1, 0,
    ])
    expect([
      hypergeometricMass(0.5, 2, 2, 4),
      hypergeometricQuantile(1, 2, 3, 9),
      hypergeometricQuantile(0, 8, 3, 9),
    ]).toEqual([0, 2, 2])
    for (const [k, a, b, n] of [
      [Number.NaN, 1, 1, 2],
      [0, 3, 1, 2],
      [0, 1, 3, 2],
      [0, 0.5, 1, 2],
      [0, -1, 1, 2],
    ] as const)
      expect(() => hypergeometricMass(k, a, b, n)).toThrow(RangeError)
    expect(() => hypergeometricQuantile(-0.1, 1, 1, 2)).toThrow(RangeError)
  })
})

describe('smallestEnough', () => {
  test('finds the threshold from any start', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -50, max: 50 }),
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 0, max: 100 }),
        fc.double({ min: -1e3, max: 1e3, noNaN: true }),
        fc.boolean(),
        (low, size, place, start, open) => {
          const high = low + size
          const wanted = Math.min(high, low + place)
          const ask = (k: number) => k >= wanted
          expect(smallestEnough(start, low, open ? Number.POSITIVE_INFINITY : high, ask)).toBe(wanted)
        },
      ),
    )
  })
})
