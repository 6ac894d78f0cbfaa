import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Proportion } from '../counts/proportion.ts'
import { expectAgreement, referenceCases } from '../testing/reference-cases.ts'
import { liftPosterior } from './lift-posterior.ts'
import { type NormalPrior, normalPosterior } from './normal-posterior.ts'
import { type ProportionPosteriorOptions, proportionPosterior } from './proportion-posterior.ts'

const yesOrNo = (events: number, count: number) => ({
  count,
  mean: events / count,
  sumOfSquares: (events * (count - events)) / count,
})

describe('normalPosterior', () => {
  test('agrees with integration of prior times likelihood', () => {
    type Given = [{ estimate: number; standardError: number }, NormalPrior, { confidence: number }]
    for (const known of referenceCases<Given, unknown>('bayes', 'normalPosterior'))
      expectAgreement(normalPosterior(...known.given), known)
  })

  test('the two losses differ by the mean, and a better effect loses less when taken', () => {
    const number = fc.double({ min: -50, max: 50, noNaN: true })
    const positive = fc.double({ min: 0.1, max: 50, noNaN: true })
    fc.assert(
      fc.property(number, positive, positive, (estimate, standardError, standardDeviation) => {
        const answer = normalPosterior({ estimate, standardError }, { standardDeviation })
        const mirrored = normalPosterior({ estimate: -estimate, standardError }, { standardDeviation })
        expect(answer.lossIfLeft - answer.lossIfTaken).toBeCloseTo(answer.mean, 9)
        expect(mirrored.lossIfTaken).toBeCloseTo(answer.lossIfLeft, 12)
        expect(mirrored.chanceToWin).toBeCloseTo(1 - answer.chanceToWin, 12)
        expect(answer.lossIfTaken).toBeGreaterThanOrEqual(0)
        expect(Math.abs(answer.mean)).toBeLessThanOrEqual(Math.abs(estimate))
      }),
    )
  })

  test('beyond 37 deviations it is certain, and nothing is computed there', () => {
    const sure = normalPosterior({ estimate: 40, standardError: 1 }, { standardDeviation: 1e9 })
    expect(sure).toMatchObject({ chanceToWin: 1, lossIfTaken: 0 })
    const worse = normalPosterior({ estimate: -1e9, standardError: 1e-9 }, { standardDeviation: 1 })
    expect(worse).toMatchObject({ chanceToWin: 0, lossIfLeft: 0 })
    expect(normalPosterior({ estimate: 1e200, standardError: 1e200 }, { standardDeviation: 1e-200 }).mean).toBeCloseTo(
      0,
      9,
    )
  })

  test('a hair from certain, the tail still has its digits', () => {
    expect(normalPosterior({ estimate: 3, standardError: 1 }, { standardDeviation: 1e9 }).lossIfTaken).toBeCloseTo(
      normalPosterior({ estimate: 2.9999999999, standardError: 1 }, { standardDeviation: 1e9 }).lossIfTaken,
      12,
    )
  })

  test('refuses impossible numbers', () => {
    expect(() => normalPosterior({ estimate: 0, standardError: 0 }, { standardDeviation: 1 })).toThrow(RangeError)
    expect(() => normalPosterior({ estimate: 0, standardError: 1 }, { standardDeviation: 0 })).toThrow(RangeError)
    expect(() => normalPosterior({ estimate: Number.NaN, standardError: 1 }, { standardDeviation: 1 })).toThrow(
      RangeError,
    )
  })
})

describe('liftPosterior', () => {
  test('100 of 1000 against 125 of 1000, prior N(0, 0.3²) on the relative lift', () => {
    // The published figures have the variance p (1 - p), without n / (n - 1).
    const plain = (events: number) => ({
      ...yesOrNo(events, 1000),
      sumOfSquares: 0.999 * yesOrNo(events, 1000).sumOfSquares,
    })
    const { estimate, posterior } = liftPosterior(plain(125), plain(100), { standardDeviation: 0.3 })
    expect(estimate).toBeCloseTo(0.25, 12)
    expect(posterior?.mean).toBeCloseTo(0.19565, 4)
    expect(posterior?.low).toBeCloseTo(-0.0785, 4)
    expect(posterior?.high).toBeCloseTo(0.4698, 4)
    expect(posterior?.chanceToWin).toBeCloseTo(0.91906, 4)
  })

  test('says why there is none', () => {
    const prior = { standardDeviation: 0.3 }
    expect(liftPosterior(yesOrNo(1, 10), yesOrNo(0, 10), prior).reason).toBe('base-not-positive')
    expect(liftPosterior(yesOrNo(1, 10), yesOrNo(0, 10), prior, { scale: 'absolute' }).reason).toBeNull()
    expect(liftPosterior(yesOrNo(1, 1), yesOrNo(3, 10), prior).reason).toBe('too-few-values')
    expect(liftPosterior(yesOrNo(10, 10), yesOrNo(10, 10), prior).reason).toBe('no-variation')
    expect(() => liftPosterior({ count: 0, mean: 0, sumOfSquares: 0 }, yesOrNo(3, 10), prior)).toThrow(RangeError)
  })
})

describe('proportionPosterior', () => {
  test('agrees with finite sums and a second rule', () => {
    type Given = [Proportion, Proportion, ProportionPosteriorOptions?]
    for (const known of referenceCases<Given, unknown>('bayes', 'proportionPosterior'))
      expectAgreement(proportionPosterior(...known.given), known)
  })

  test('swapping the arms mirrors the answer; the losses differ by the mean', () => {
    const arm = fc.nat(40).chain((units) => fc.nat(units).map((events) => ({ events, units })))
    fc.assert(
      fc.property(arm, arm, (a, b) => {
        const there = proportionPosterior(a, b)
        const back = proportionPosterior(b, a)
        expect(there.chanceToWin + back.chanceToWin).toBeCloseTo(1, 11)
        expect(there.low).toBeCloseTo(-back.high, 8)
        expect(there.lossIfLeft - there.lossIfTaken).toBeCloseTo(there.mean, 11)
        expect(there.low < there.mean && there.mean < there.high).toBe(true)
      }),
      { numRuns: 10 },
    )
  })

  test('nobody yet: the prior speaks; none of a thousand against five: a finite answer', () => {
    const nobody = { events: 0, units: 0 }
    expect(proportionPosterior(nobody, nobody).chanceToWin).toBeCloseTo(0.5, 11)
    expect(proportionPosterior(nobody, nobody).high).toBeCloseTo(1 - Math.sqrt(0.05), 8)
    const rare = proportionPosterior({ events: 5, units: 1000 }, { events: 0, units: 1000 })
    expect(rare.chanceToWin).toBeCloseTo(1 - 0.5 ** 6 * (1 - 0), 1)
    expect(rare.low).toBeGreaterThan(0)
  })

  test('refuses impossible counts and priors', () => {
    const some = { events: 1, units: 2 }
    expect(() => proportionPosterior({ events: 3, units: 2 }, some)).toThrow(RangeError)
    expect(() => proportionPosterior(some, some, { prior: { events: 0, others: 1 } })).toThrow(RangeError)
    expect(() => proportionPosterior(some, some, { confidence: 1 })).toThrow(RangeError)
  })
})
