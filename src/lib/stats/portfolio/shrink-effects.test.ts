import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededGenerator } from '../numeric/seeded-generator.ts'
import { correctSelection } from './correct-selection.ts'
import { fitPrior } from './fit-prior.ts'
import { posteriorEffect } from './posterior-effect.ts'
import { selectedEffect } from './selected-effect.ts'
import { shrinkEffects } from './shrink-effects.ts'

const weakPrior = { mean: 0, standardDeviation: 0.1 }
const ERROR = 0.05

/** Trials of which most did little: true effects about 0, each measured with an error as large. */
function portfolio(count: number, seed: number) {
  const { normal } = seededGenerator(seed)
  return Array.from({ length: count }, () => {
    const truth = 0.03 * normal()
    const estimate = truth + ERROR * normal()
    return { truth, estimate, standardError: ERROR, shipped: estimate > 1.96 * ERROR }
  })
}

describe("winner's curse", () => {
  const trials = portfolio(400, 7)
  const won = trials.filter(({ shipped }) => shipped)
  const truth = won.reduce((sum, trial) => sum + trial.truth, 0)
  const raw = won.reduce((sum, trial) => sum + trial.estimate, 0)

  test('the raw sum of the shipped gains overstates by half or more', () => {
    expect(won.length).toBeGreaterThan(10)
    expect(raw).toBeGreaterThan(1.5 * truth)
  })

  test('the shrunk sum holds the truth, with the raw one beside it', () => {
    const { sum, prior } = shrinkEffects(trials, { weakPrior })
    expect(sum.raw).toBeCloseTo(raw, 12)
    expect(sum.count).toBe(won.length)
    expect(sum.low).toBeLessThan(truth)
    expect(sum.high).toBeGreaterThan(truth)
    expect(sum.high).toBeLessThan(raw)
    expect(Math.sqrt(prior.variance)).toBeCloseTo(0.03, 2)
  })

  test('so does the sum corrected for selection, which knows no prior', () => {
    const corrected = correctSelection(trials)
    expect(corrected.raw).toBeCloseTo(raw, 12)
    expect(corrected.low).toBeLessThan(truth)
    expect(corrected.high).toBeLessThan(raw)
    expect(Math.abs(corrected.estimate - truth)).toBeLessThan(0.6 * (raw - truth))
  })

  test('each shipped trial alone: half of the corrected estimates lie above the truth, nearly all raw ones', () => {
    const many = portfolio(20_000, 8).filter(({ shipped }) => shipped)
    const above = many.filter((trial) => (selectedEffect(trial)?.estimate ?? 0) > trial.truth).length / many.length
    expect(above).toBeGreaterThan(0.46)
    expect(above).toBeLessThan(0.54)
    expect(many.filter((trial) => trial.estimate > trial.truth).length / many.length).toBeGreaterThan(0.9)
  })

  test('99 real comparisons of a shop: its winners are believed less than they claimed', () => {
    const file = new URL('../../../../reference/asos-experiments/last-effects.csv', import.meta.url)
    const effects = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => {
        const [estimate = 0, standardError = 0] = line.split(',').slice(2).map(Number)
        return { estimate, standardError, shipped: estimate > 1.96 * standardError }
      })
    expect(effects).toHaveLength(99)
    const { sum, prior } = shrinkEffects(effects, { weakPrior })
    expect(sum.count).toBe(16)
    expect(prior).toMatchObject({ from: 'portfolio', reason: null })
    expect(sum.estimate).toBeLessThan(sum.raw)
    expect(correctSelection(effects).estimate).toBeLessThan(sum.raw)
  })
})

describe('shrinkEffects', () => {
  const some = Array.from({ length: 12 }, (_, i) => ({ estimate: (i * 7) % 5, standardError: 0.5 + (i % 3) }))

  test('under 10 results the stated prior counts, and it says so', () => {
    const { prior, effects, sum } = shrinkEffects(some.slice(0, 9), { weakPrior: { mean: 1, standardDeviation: 2 } })
    expect(prior).toMatchObject({ mean: 1, variance: 4, from: 'stated', reason: 'few-effects' })
    expect(effects[0]?.estimate).toBeCloseTo(1 + (4 / 4.25) * (0 - 1), 12)
    expect(sum.count).toBe(9)
    expect(shrinkEffects([], { weakPrior }).sum).toMatchObject({ count: 0, estimate: 0, low: 0, high: 0 })
  })

  test('results that differ by chance alone are all shrunk to their mean, with a warning', () => {
    const same = Array.from({ length: 15 }, (_, i) => ({ estimate: 1 + 0.01 * (i % 3), standardError: 1 }))
    for (const family of ['normal', 't'] as const) {
      const { prior, effects } = shrinkEffects(same, { weakPrior, family })
      expect(prior).toMatchObject({ variance: 0, reason: 'no-spread' })
      for (const { estimate, low, high } of effects) {
        expect(estimate).toBeCloseTo(prior.mean, 12)
        expect(high - low).toBeGreaterThan(0.1)
      }
    }
    expect(shrinkEffects(same, { weakPrior, floor: 0.04 }).prior).toMatchObject({ variance: 0.04, reason: 'no-spread' })
  })

  test('shrunk lies between the mean and the raw; the order of equal errors stays', () => {
    const effect = fc.record({
      estimate: fc.double({ min: -50, max: 50, noNaN: true }),
      standardError: fc.double({ min: 0.1, max: 5, noNaN: true }),
    })
    fc.assert(
      fc.property(
        fc.array(effect, { minLength: 10, maxLength: 30 }),
        fc.constantFrom('normal' as const, 't' as const),
        (effects, family) => {
          const { prior, effects: shrunk } = shrinkEffects(effects, { weakPrior, family })
          for (const { raw, estimate } of shrunk) {
            expect(estimate).toBeGreaterThanOrEqual(Math.min(raw, prior.mean) - 1e-9)
            expect(estimate).toBeLessThanOrEqual(Math.max(raw, prior.mean) + 1e-9)
          }
        },
      ),
    )
  })

  test('another unit and another zero change nothing but unit and zero', () => {
    const plain = shrinkEffects(some, { weakPrior })
    const moved = shrinkEffects(
      some.map((e) => ({ estimate: e.estimate * 1e6 + 1e9, standardError: e.standardError * 1e6 })),
      { weakPrior },
    )
    for (const [i, effect] of moved.effects.entries())
      expect((effect.estimate - 1e9) / 1e6).toBeCloseTo(plain.effects[i]?.estimate ?? 0, 6)
  })

  test('a t prior leaves a giant alone where a normal one drags it down', () => {
    const effects = [
      ...Array.from({ length: 30 }, (_, i) => ({ estimate: ((i * 11) % 7) - 3, standardError: 1 })),
      { estimate: 20, standardError: 1 },
    ]
    const giant = (family: 'normal' | 't') => shrinkEffects(effects, { weakPrior, family }).effects[30]?.estimate ?? 0
    expect(giant('t')).toBeGreaterThan(giant('normal'))
    expect(giant('t')).toBeGreaterThan(19)
  })

  test('a t prior of many degrees of freedom is a normal one', () => {
    const prior = {
      family: 't',
      mean: 1,
      variance: 4,
      degreesOfFreedom: 1e5,
      from: 'portfolio',
      varianceOfMean: 0,
      varianceOfVariance: 0,
      reason: null,
    } as const
    const effect = { estimate: 7, standardError: 3 }
    const { mean, variance } = posteriorEffect(effect, prior)
    const normal = posteriorEffect(effect, { ...prior, degreesOfFreedom: null })
    expect(mean).toBeCloseTo(normal.mean, 3)
    expect(variance).toBeCloseTo(normal.variance, 3)
  })

  test('refuses impossible input', () => {
    expect(() => shrinkEffects([{ estimate: 1, standardError: 0 }], { weakPrior })).toThrow(RangeError)
    expect(() => fitPrior(some, { weakPrior: { mean: 0, standardDeviation: 0 } })).toThrow(RangeError)
    expect(() => fitPrior(some, { weakPrior, family: 't', degreesOfFreedom: 2 })).toThrow(RangeError)
    expect(() => fitPrior(some, { weakPrior, floor: -1 })).toThrow(RangeError)
    expect(() => shrinkEffects(some, { weakPrior, confidence: 1 })).toThrow(RangeError)
  })
})

describe('correctSelection and selectedEffect', () => {
  test('nothing shipped is worth nothing, and it says so', () => {
    expect(correctSelection([{ estimate: 0.1, standardError: 1 }])).toMatchObject({
      shipped: 0,
      estimate: 0,
      reason: 'nothing-shipped',
    })
    expect(selectedEffect({ estimate: 1, standardError: 1 })).toBeNull()
  })
  test('far above the threshold nothing is taken off', () => {
    expect(correctSelection([{ estimate: 20, standardError: 1 }])).toMatchObject({
      raw: 20,
      estimate: expect.closeTo(20, 9),
    })
    expect(selectedEffect({ estimate: 20, standardError: 1 })).toMatchObject({
      estimate: expect.closeTo(20, 9),
      low: expect.closeTo(18.04, 2),
    })
  })
  test('just above it, next to nothing is known', () => {
    const just = selectedEffect({ estimate: 1.96, standardError: 1 })
    expect(just?.low).toBeLessThan(-30)
    expect(just?.high).toBeLessThan(5)
    expect(JSON.stringify(just)).not.toContain('null')
  })
  test('refuses impossible input', () => {
    expect(() => correctSelection([{ estimate: Number.NaN, standardError: 1 }])).toThrow(RangeError)
    expect(() => selectedEffect({ estimate: 3, standardError: -1 })).toThrow(RangeError)
  })
})
