import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { binomialMass } from '../distribution/binomial.ts'
import { boschlooExact } from './boschloo-exact.ts'
import { compareProportions } from './compare-proportions.ts'
import { compareProportionsWithControl } from './compare-proportions-with-control.ts'
import { exactMultinomial } from './exact-multinomial.ts'
import { exactProportionInterval } from './exact-proportion-interval.ts'
import { fisherExact } from './fisher-exact.ts'
import { chiSquareHomogeneity } from './homogeneity.ts'
import { mantelHaenszel } from './mantel-haenszel.ts'
import { newcombeInterval } from './newcombe-interval.ts'
import { pooledScoreTest } from './pooled-score-test.ts'
import { proportionEquivalence, proportionNonInferiority } from './proportion-margin.ts'
import { sampleRatio } from './sample-ratio.ts'
import { scoreDifference } from './score-difference.ts'
import { scoreRatio } from './score-ratio.ts'
import { wilsonInterval } from './wilson-interval.ts'

const of = (events: number, units: number) => ({ events, units })
const anArm = fc
  .integer({ min: 1, max: 300 })
  .chain((units) => fc.integer({ min: 0, max: units }).map((events) => of(events, units)))
const few = { numRuns: 60 }

describe('tiny numbers: 0 of 1,000 against 5 of 1,000', () => {
  const [none, five] = [of(0, 1000), of(5, 1000)]

  test('Fisher 0.0621876; Boschloo over all common proportions 0.0573197', () => {
    expect(fisherExact(none, five).pValue).toBeCloseTo(0.0621876, 7)
    expect(boschlooExact(none, five).pValue).toBeCloseTo(0.0573197, 6)
  })

  test('the often quoted 0.0487206 is Boschloo of the table turned: 0 of 5 against 1,000 of 1,995', () => {
    const turned = boschlooExact(of(0, 5), of(1000, 1995), { twoSided: 'central' })
    expect(turned.pValue).toBeCloseTo(0.0487206, 7)
    expect(fisherExact(of(0, 5), of(1000, 1995)).pValue).toBeCloseTo(0.0621876, 7)
  })

  test('trap: an engine that swaps in a spread of 0 says p = 1 and an interval (0, 0); ours is exact and finite', () => {
    const result = compareProportions(none, five)
    expect(result).toMatchObject({ method: 'boschloo', intervalMethod: 'miettinen-nurminen', reason: null })
    expect(result.pValue).toBeCloseTo(0.0346, 4)
    expect(result.low).toBeCloseTo(-0.01165, 5)
    expect(result.high).toBeCloseTo(-0.00116, 5)
    expect(result.relative).toMatchObject({ estimate: -1, low: -1, reason: null })
  })
})

describe('published', () => {
  test('Newcombe 1998, table II, method 10: eight contrasts', () => {
    const published = [
      [56, 70, 48, 80, 0.0524, 0.3339],
      [9, 10, 3, 10, 0.1705, 0.809],
      [6, 7, 2, 7, 0.0582, 0.8062],
      [5, 56, 0, 29, -0.0381, 0.1926],
      [0, 10, 0, 20, -0.1611, 0.2775],
      [0, 10, 0, 10, -0.2775, 0.2775],
      [10, 10, 0, 20, 0.6791, 1],
      [10, 10, 0, 10, 0.6075, 1],
    ] as const
    for (const [x1, n1, x2, n2, low, high] of published) {
      const interval = newcombeInterval(of(x1, n1), of(x2, n2))
      expect(interval?.low).toBeCloseTo(low, 4)
      expect(interval?.high).toBeCloseTo(high, 4)
    }
  })

  test('Newcombe 1998 (single proportion): Wilson of 81/263, 15/148, 0/20, 1/29', () => {
    const published = [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ] as const
    for (const [x, n, low, high] of published) {
      expect(wilsonInterval(of(x, n)).low).toBeCloseTo(low, 4)
      expect(wilsonInterval(of(x, n)).high).toBeCloseTo(high, 4)
    }
  })

  test('sample ratio: 5050/4950 p .3173105; 500/520/0 at .5/.5/0 p .531', () => {
    expect(sampleRatio([5050, 4950], [0.5, 0.5])).toMatchObject({ passed: true, degreesOfFreedom: 1 })
    expect(sampleRatio([5050, 4950], [0.5, 0.5]).pValue).toBeCloseTo(0.3173105, 7)
    expect(sampleRatio([500, 520, 0], [0.5, 0.5, 0]).pValue).toBeCloseTo(0.531, 3)
  })
})

describe('nobody and everybody', () => {
  test('none against none: finite about 0, p 1, and no relative effect', () => {
    const result = compareProportions(of(0, 1000), of(0, 1000))
    expect(result.low).toBeCloseTo(-0.0038, 4)
    expect(result.high).toBeCloseTo(0.0038, 4)
    expect(result).toMatchObject({ pValue: 1, estimate: 0, agrees: true })
    expect(result.relative).toEqual({ estimate: null, low: null, high: null, method: 'score', reason: 'no-events' })
  })

  test('all against all, all against none, one unit against one', () => {
    expect(compareProportions(of(20, 20), of(20, 20)).low).toBeLessThan(-0.1)
    expect(compareProportions(of(5, 5), of(0, 5))).toMatchObject({ estimate: 1, high: 1 })
    expect(compareProportions(of(0, 5), of(5, 5))).toMatchObject({ estimate: -1, low: -1 })
    expect(compareProportions(of(1, 1), of(0, 1)).pValue).toBe(1)
  })

  test('an empty arm has no answer, and says so', () => {
    expect(compareProportions(of(0, 0), of(3, 9))).toMatchObject({ estimate: null, pValue: null, reason: 'no-units' })
    expect(newcombeInterval(of(0, 0), of(3, 9))).toBeNull()
    expect(pooledScoreTest(of(0, 0), of(3, 9))).toBeNull()
    expect(wilsonInterval(of(0, 0)).reason).toBe('no-units')
    expect(exactProportionInterval(of(0, 0)).reason).toBe('no-units')
  })

  test('0 of n: upper end 1 - alpha^(1/n), or the half of it that R uses', () => {
    expect(exactProportionInterval(of(0, 100)).high).toBeCloseTo(1 - 0.05 ** 0.01, 12)
    expect(exactProportionInterval(of(0, 100), { atEdge: 'two-sided' }).high).toBeCloseTo(1 - 0.025 ** 0.01, 12)
    expect(exactProportionInterval(of(100, 100))).toMatchObject({ high: 1 })
  })

  test('no events in the comparison: the ratio has a lower end and no upper one', () => {
    const { estimate, low, high, reason } = scoreRatio(of(5, 1000), of(0, 1000))
    expect({ estimate, high, reason }).toEqual({ estimate: null, high: null, reason: 'unbounded' })
    expect(low).toBeGreaterThan(1)
  })

  test('impossible counts are refused', () => {
    for (const wrong of [of(-1, 5), of(6, 5), of(0.5, 5), of(1, Number.NaN)])
      expect(() => compareProportions(wrong, of(1, 2))).toThrow(RangeError)
    expect(() => compareProportions(of(1, 2), of(1, 2), { confidence: 1 })).toThrow(RangeError)
    expect(() => scoreDifference(of(1, 2), of(1, 2), { hypothesis: 2 })).toThrow(RangeError)
    expect(() => sampleRatio([1, 2], [1])).toThrow(RangeError)
    expect(() => sampleRatio([1, 2], [0, 0])).toThrow(RangeError)
    expect(() => compareProportionsWithControl([], of(1, 2))).toThrow(RangeError)
  })
})

describe('always', () => {
  test('exchanging the arms turns the difference round', () => {
    fc.assert(
      fc.property(anArm, anArm, (a, b) => {
        const [there, back] = [scoreDifference(a, b), scoreDifference(b, a)]
        expect(there.low).toBeCloseTo(-(back.high ?? 0), 10)
        expect(there.pValue).toBeCloseTo(back.pValue ?? 0, 12)
        const [to, fro] = [newcombeInterval(a, b), newcombeInterval(b, a)]
        expect(to?.low).toBeCloseTo(-(fro?.high ?? 0), 12)
      }),
      few,
    )
  })

  test('the score interval holds its estimate, and excludes a hypothesis exactly when the test rejects it', () => {
    fc.assert(
      fc.property(anArm, anArm, fc.double({ min: -0.9, max: 0.9, noNaN: true }), (a, b, hypothesis) => {
        const { estimate, low, high, pValue } = scoreDifference(a, b, { hypothesis })
        expect(low).toBeLessThanOrEqual(estimate ?? 0)
        expect(high).toBeGreaterThanOrEqual(estimate ?? 0)
        // Ends are exact to 1e-12, and an end at the edge is itself not rejected.
        if (Math.abs((pValue ?? 0) - 0.05) < 1e-6) return
        expect((low ?? 0) > hypothesis || (high ?? 0) < hypothesis).toBe((pValue ?? 1) < 0.05)
      }),
      few,
    )
  })

  test('ratio and difference make one test', () => {
    fc.assert(
      fc.property(anArm, anArm, (a, b) => {
        fc.pre(a.events + b.events > 0)
        const [difference, ratio] = [scoreDifference(a, b), scoreRatio(a, b)]
        expect(ratio.pValue).toBeCloseTo(difference.pValue ?? 0, 9)
        if (Math.abs((ratio.pValue ?? 0) - 0.05) < 1e-6) return
        const isRatioAway = (ratio.low ?? 0) > 1 || (ratio.high ?? Number.MAX_VALUE) < 1
        expect(isRatioAway).toBe((difference.low ?? 0) > 0 || (difference.high ?? 0) < 0)
      }),
      few,
    )
  })

  test('Boschloo is at most Fisher; the mid-p is below it', () => {
    const aSmallArm = fc
      .integer({ min: 1, max: 20 })
      .chain((units) => fc.integer({ min: 0, max: units }).map((events) => of(events, units)))
    fc.assert(
      fc.property(aSmallArm, aSmallArm, (a, b) => {
        const { pValue, midPValue } = fisherExact(a, b)
        expect(boschlooExact(a, b).pValue).toBeLessThanOrEqual(pValue + 1e-9)
        expect(midPValue).toBeLessThan(pValue)
        expect(boschlooExact(a, b).pValue).toBeCloseTo(boschlooExact(b, a).pValue, 9)
      }),
      few,
    )
  })

  test('with an error that shrinks with the level, p has no floor', () => {
    const sure = [of(0, 40), of(40, 40)] as const
    expect(boschlooExact(...sure, { nuisanceError: 1e-4 }).pValue).toBeCloseTo(1e-4, 12)
    expect(boschlooExact(...sure, { nuisanceError: 'shrinking' }).pValue).toBeLessThan(1e-23)
    expect(compareProportions(of(0, 8), of(8, 8)).pValue).toBeLessThan(5e-4)
    expect(compareProportions(of(0, 1000), of(15, 1000), { method: 'boschloo' }).pValue).toBeLessThan(5e-5)
    // Where p is 0.01 or more nothing changes.
    const [none, five] = [of(0, 1000), of(5, 1000)]
    expect(boschlooExact(none, five, { nuisanceError: 'shrinking' })).toEqual(
      boschlooExact(none, five, { nuisanceError: 1e-4 }),
    )
  })

  test('and it is still exact: every table of 9 against 12, at every level and common share', () => {
    const [n, m] = [9, 12]
    const ps = Array.from({ length: n + 1 }, (_, a) =>
      Array.from({ length: m + 1 }, (_, b) => boschlooExact(of(a, n), of(b, m), { nuisanceError: 'shrinking' }).pValue),
    )
    const levels = [0.1, 0.05, 0.02, 0.01, 0.009, 0.003, 1e-3, 1e-4, 2e-5]
    for (let share = 0.01; share < 1; share += 0.01) {
      const chances = (units: number) => Array.from({ length: units + 1 }, (_, k) => binomialMass(k, units, share))
      const [first, second] = [chances(n), chances(m)]
      for (const level of levels) {
        let rejected = 0
        ps.forEach((row, a) => {
          row.forEach((p, b) => {
            if (p <= level) rejected += (first[a] ?? 0) * (second[b] ?? 0)
          })
        })
        expect(rejected).toBeLessThanOrEqual(level)
      }
    }
  })

  test('work without an end is refused, or done by Fisher', () => {
    const lopsided = [of(3, 40), of(1200, 10_000_000)] as const
    expect(() => boschlooExact(...lopsided)).toThrow(/at most 50000 .* got 10000040/)
    expect(compareProportions(...lopsided)).toMatchObject({ method: 'boschloo' })
    const endless = [of(0, 40), of(1e11, 1e12)] as const
    expect(() => boschlooExact(...endless, { nuisanceError: 1e-4 })).toThrow(RangeError)
    expect(compareProportions(...endless).method).toBe('fisher')
    expect(compareProportions(...endless).pValue).toBeCloseTo(fisherExact(...endless).pValue, 12)
  })

  test('an exact interval is wider with more confidence, and the mid-p one lies within it', () => {
    fc.assert(
      fc.property(anArm, (arm) => {
        const [wide, narrow] = [0.99, 0.9].map((confidence) => exactProportionInterval(arm, { confidence }))
        expect(wide?.low).toBeLessThanOrEqual(narrow?.low ?? 0)
        expect(wide?.high).toBeGreaterThanOrEqual(narrow?.high ?? 1)
        const midP = exactProportionInterval(arm, { midP: true, confidence: 0.9, atEdge: 'two-sided' })
        const exact = exactProportionInterval(arm, { confidence: 0.9, atEdge: 'two-sided' })
        expect(midP.low).toBeGreaterThanOrEqual((exact.low ?? 0) - 1e-12)
        expect(midP.high).toBeLessThanOrEqual((exact.high ?? 1) + 1e-12)
      }),
      few,
    )
  })

  test('every answer survives JSON', () => {
    fc.assert(
      fc.property(anArm, anArm, (a, b) => {
        const result = compareProportions(a, b, { relative: 'fieller' })
        expect(JSON.parse(JSON.stringify(result))).toEqual(result)
      }),
      { numRuns: 30 },
    )
  })
})

describe('sample ratio', () => {
  test('one unit in an arm of weight 0 fails at once', () => {
    expect(sampleRatio([500, 500, 1], [1, 1, 0])).toMatchObject({ passed: false, pValue: 0, method: 'zero-weight-arm' })
  })

  test('trap: counting the arm of weight 0 among the degrees of freedom hides a mismatch', () => {
    const ours = sampleRatio([5_000, 5_333, 0], [1, 1, 0])
    expect(ours).toMatchObject({ degreesOfFreedom: 1, passed: true })
    const worse = sampleRatio([5_000, 5_340, 0], [1, 1, 0])
    expect(worse.passed).toBe(false)
    // With 2 degrees of freedom p is exp(-x/2): 0.0037, and the mismatch would pass.
    expect(Math.exp(-(worse.statistic ?? 0) / 2)).toBeGreaterThan(0.001)
  })

  test('few units: exact; none, or one arm only: not to be told', () => {
    expect(sampleRatio([6, 0], [1, 1]).method).toBe('exact')
    expect(sampleRatio([6, 0], [1, 1]).pValue).toBeCloseTo(0.03125, 12)
    expect(sampleRatio([0, 0], [1, 1])).toMatchObject({ passed: null, reason: 'no-units' })
    expect(sampleRatio([9, 0], [1, 0])).toMatchObject({ passed: null, reason: 'one-arm' })
  })

  test('too many outcomes to visit: arms are split off, never sharper than each alone', () => {
    const p = exactMultinomial([5_000, 4_990, 12], [0.4998, 0.4998, 0.0004])
    expect(p).toBeGreaterThan(0)
    expect(p).toBeLessThan(0.01)
  })
})

describe('several arms, strata, margins', () => {
  test('two arms: chi-square is the pooled z, squared', () => {
    const z = pooledScoreTest(of(30, 100), of(20, 90))
    const { statistic, pValue } = chiSquareHomogeneity([of(30, 100), of(20, 90)])
    expect(statistic).toBeCloseTo((z?.statistic ?? 0) ** 2, 12)
    expect(pValue).toBeCloseTo(z?.pValue ?? 0, 12)
    expect(chiSquareHomogeneity([of(0, 9), of(0, 7), of(0, 0)])).toMatchObject({ statistic: 0, pValue: 1 })
    expect(chiSquareHomogeneity([of(3, 9)])).toMatchObject({ pValue: null, reason: 'too-few-arms' })
  })

  test('each arm against the control is the comparison of the two', () => {
    const { comparisons, homogeneity } = compareProportionsWithControl([of(30, 100), of(45, 100)], of(25, 100))
    expect(homogeneity.degreesOfFreedom).toBe(2)
    expect(comparisons[1]).toEqual(compareProportions(of(45, 100), of(25, 100)))
  })

  test('strata: thrown together they show an effect that none of them has', () => {
    const strata = [
      { treated: of(2, 20), comparison: of(10, 100) },
      { treated: of(60, 100), comparison: of(12, 20) },
    ]
    expect(mantelHaenszel(strata)).toMatchObject({ strata: 2, reason: null })
    expect(mantelHaenszel(strata).estimate).toBeCloseTo(0, 12)
    expect(compareProportions(of(62, 120), of(22, 120)).pValue).toBeLessThan(1e-6)
    expect(mantelHaenszel([{ treated: of(0, 0), comparison: of(1, 2) }]).reason).toBe('no-stratum')
    expect(mantelHaenszel([{ treated: of(0, 5), comparison: of(0, 5) }]).reason).toBe('no-variation')
  })

  test('safe and equivalent go with their p-values; an empty arm has none', () => {
    fc.assert(
      fc.property(anArm, anArm, fc.double({ min: 0.01, max: 0.5, noNaN: true }), (a, b, margin) => {
        const safe = proportionNonInferiority(a, b, 'higher', { margin })
        if (Math.abs((safe.pValue ?? 0) - 0.025) > 1e-6)
          expect(safe.verdict === 'safe').toBe((safe.pValue ?? 1) < 0.025)
        const same = proportionEquivalence(a, b, { margin })
        if (Math.abs((same.pValue ?? 0) - 0.05) > 1e-6) expect(same.equivalent).toBe((same.pValue ?? 1) < 0.05)
      }),
      few,
    )
    expect(proportionEquivalence(of(0, 0), of(1, 2), { margin: 0.1 })).toMatchObject({ equivalent: null })
    expect(() => proportionEquivalence(of(0, 1), of(1, 2), { margin: 1 })).toThrow(RangeError)
  })
})
