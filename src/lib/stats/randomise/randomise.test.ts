import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededGenerator } from '../numeric/seeded-generator.ts'
import { permuteDesign } from '../sites/permute-design.ts'
import { expectAgreement, referenceCases } from '../testing/reference-cases.ts'
import type { AllocationPlan } from './allocation-plan.ts'
import { balanceThreshold } from './balance-threshold.ts'
import { drawAllocation } from './draw-allocation.ts'
import { mahalanobisBalance } from './mahalanobis-balance.ts'
import { isAsDrawn, randomise } from './randomise.ts'

const seeds = fc.integer({ min: 0, max: 2 ** 40 })
const named = (n: number) => Array.from({ length: n }, (_, i) => `u${i}`)
const labels = (n: number, of: number) => named(n).map((_, i) => `g${i % of}`)
const threeArms = [
  { name: 'a', parts: 2 },
  { name: 'b', parts: 1 },
  { name: 'c', parts: 1 },
]

function plansOf(n: number): AllocationPlan[] {
  const units = named(2 * n)
  return [
    { method: 'simple', units },
    { method: 'complete', units, arms: threeArms },
    { method: 'stratified', units, strata: labels(2 * n, 3) },
    { method: 'paired', units, pairs: labels(2 * n, n) },
    { method: 'blocked', units, blockSizes: [2, 4], strata: labels(2 * n, 2) },
    { method: 'clustered', units, clusters: labels(2 * n, n) },
    {
      method: 'rerandomised',
      base: { method: 'complete', units },
      covariates: units.map((_, i) => [i, (i * i) % 7]),
      threshold: balanceThreshold(2, 0.3),
    },
  ]
}

describe('randomise', () => {
  test('whoever knows plan and seed draws the same, also from the record as JSON', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 10 }), seeds, (n, seed) => {
        for (const plan of plansOf(n)) {
          const allocation = randomise(plan, seed)
          expect(isAsDrawn(JSON.parse(JSON.stringify(allocation)) as typeof allocation)).toBe(true)
          const [first] = allocation.assigned
          const moved = [{ unit: first?.unit ?? '', arm: 'another' }, ...allocation.assigned.slice(1)]
          expect(isAsDrawn({ ...allocation, assigned: moved })).toBe(false)
        }
      }),
      { numRuns: 30 },
    )
  })

  test('a second program, in another language, draws the same arms', () => {
    for (const each of referenceCases<{ plan: AllocationPlan; seed: number }, unknown>('randomise', 'randomise'))
      expectAgreement(
        randomise(each.given.plan, each.given.seed).assigned.map(({ arm }) => arm),
        each,
      )
  })

  test('sizes come out as planned: within strata, pairs, clusters and after each block', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 15 }), seeds, (n, seed) => {
        const units = named(2 * n)
        const complete = randomise({ method: 'complete', units, arms: threeArms }, seed)
        for (const [k, parts] of [2, 1, 1].entries())
          expect(Math.abs((complete.counts[k]?.units ?? 0) - (2 * n * parts) / 4)).toBeLessThan(parts)
        const strata = labels(2 * n, 3)
        const stratified = randomise({ method: 'stratified', units, strata }, seed).assigned
        for (const stratum of new Set(strata)) {
          const inside = stratified.filter((_, i) => strata[i] === stratum)
          const treated = inside.filter(({ arm }) => arm === 'treated').length
          expect(Math.abs(2 * treated - inside.length)).toBeLessThanOrEqual(1)
        }
        const pairs = labels(2 * n, n)
        const paired = randomise({ method: 'paired', units, pairs }, seed).assigned
        for (let i = 0; i < n; i++) expect(paired[i]?.arm).not.toBe(paired[i + n]?.arm)
        const clusters = labels(2 * n, n)
        const clustered = randomise({ method: 'clustered', units, clusters }, seed).assigned
        for (let i = 0; i < n; i++) expect(clustered[i]?.arm).toBe(clustered[i + n]?.arm)
        const blocked = randomise({ method: 'blocked', units, blockSizes: [2] }, seed).assigned
        for (let i = 0; i < 2 * n; i += 2) expect(blocked[i]?.arm).not.toBe(blocked[i + 1]?.arm)
      }),
      { numRuns: 50 },
    )
  })

  test('a re-randomised draw is within its threshold and says how far and how many tries', () => {
    const [plan] = plansOf(8).slice(-1)
    if (plan?.method !== 'rerandomised') return expect.unreachable()
    const allocation = randomise(plan, 12)
    const isFirst = allocation.assigned.map(({ arm }) => (arm === 'treated' ? 1 : 0))
    expect(allocation.distance).toBeLessThanOrEqual(plan.threshold)
    expect(allocation.distance).toBe(mahalanobisBalance(plan.covariates)(isFirst))
    expect(allocation.tries).toBeGreaterThanOrEqual(1)
    expect(() => randomise({ ...plan, threshold: 1e-9 }, 12)).toThrow(/no draw/)
    // The matching inference tries only what the draw could have been.
    const distanceOf = mahalanobisBalance(plan.covariates)
    const accepts = (z: Uint8Array) => distanceOf(z) <= plan.threshold
    const units = isFirst.map((z, i) => ({ value: (i * 5) % 11, treated: z === 1 }))
    const [all, kept] = [permuteDesign(units, { seed: 1 }), permuteDesign(units, { seed: 1, accepts })]
    expect(kept.arrangements).toBeLessThan(0.5 * all.arrangements)
    expect(kept.smallestPossibleP).toBe(2 / kept.arrangements)
  })

  test('refuses plans that are none', () => {
    const units = named(4)
    const wrong: AllocationPlan[] = [
      { method: 'complete', units: ['a', 'a'] },
      { method: 'complete', units, arms: [{ name: 'a', parts: 1 }] },
      {
        method: 'complete',
        units,
        arms: [
          { name: 'a', parts: 1 },
          { name: 'a', parts: 1 },
        ],
      },
      {
        method: 'complete',
        units,
        arms: [
          { name: 'a', parts: 0.5 },
          { name: 'b', parts: 1 },
        ],
      },
      { method: 'stratified', units, strata: ['x'] },
      { method: 'paired', units, pairs: ['p', 'p', 'p', 'q'] },
      { method: 'paired', units, pairs: ['p', 'p', 'q', 'q'], arms: threeArms },
      { method: 'blocked', units, blockSizes: [3] },
      { method: 'blocked', units, blockSizes: [] },
      { method: 'clustered', units, clusters: ['c', 'c', 'd', 'd'], strata: ['x', 'y', 'x', 'x'] },
      { method: 'rerandomised', base: { method: 'complete', units }, covariates: [[1], [2], [3]], threshold: 1 },
      { method: 'rerandomised', base: { method: 'complete', units }, covariates: [[1], [2], [3], [4]], threshold: 0 },
      {
        method: 'rerandomised',
        base: { method: 'complete', units },
        covariates: [[1], [2], [3], [4, 5]],
        threshold: 1,
      },
    ]
    for (const plan of wrong) expect(() => randomise(plan, 1), JSON.stringify(plan)).toThrow(RangeError)
    expect(() => randomise({ method: 'complete', units }, -1)).toThrow(RangeError)
    expect(randomise({ method: 'complete', units: [] }, 1).assigned).toEqual([])
  })
})

test('drawAllocation gives each unit each arm by its parts, and each allowed split equally often', () => {
  const generator = seededGenerator(3)
  const plan: AllocationPlan = { method: 'complete', units: named(5), arms: threeArms }
  const splits = new Map<string, number>()
  const firsts = { a: 0, b: 0, c: 0 } as Record<string, number>
  for (let i = 0; i < 12_000; i++) {
    const { arms } = drawAllocation(plan, generator)
    firsts[arms[0] ?? ''] = (firsts[arms[0] ?? ''] ?? 0) + 1
    splits.set(arms.join(''), (splits.get(arms.join('')) ?? 0) + 1)
  }
  expect(Math.abs((firsts['a'] ?? 0) / 12_000 - 0.5)).toBeLessThan(0.016)
  expect(Math.abs((firsts['b'] ?? 0) / 12_000 - 0.25)).toBeLessThan(0.014)
  // Five units are one block of four and one more: 3-1-1 in 20 orders half of the time, 2-2-1 and 2-1-2 in 30 each.
  expect(splits.size).toBe(80)
})

describe('mahalanobisBalance', () => {
  test('is what scipy gives, and 0 of an empty arm', () => {
    for (const each of referenceCases<{ covariates: number[][]; isFirst: number[] }, unknown>(
      'randomise',
      'mahalanobisBalance',
    ))
      expectAgreement(mahalanobisBalance(each.given.covariates)(each.given.isFirst), each)
    expect(mahalanobisBalance([[1], [2]])([0, 0])).toBe(0)
    expect(() => mahalanobisBalance([[Number.NaN]])).toThrow(RangeError)
  })

  test('knows no unit, and no covariate twice', () => {
    const row = fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: -20, max: 20 }))
    fc.assert(
      fc.property(fc.array(row, { minLength: 8, maxLength: 8 }), (covariates) => {
        const z = [1, 1, 0, 1, 0, 0, 1, 0]
        const plain = mahalanobisBalance(covariates)(z)
        expect(mahalanobisBalance(covariates.map(([a, b]) => [7 + 1000 * a, b - 3 * a, a + b, 5]))(z)).toBeCloseTo(
          plain,
          8,
        )
        expect(mahalanobisBalance(covariates)(z.map((v) => 1 - v))).toBeCloseTo(plain, 8)
      }),
    )
  })
})

test('balanceThreshold is the chi-square quantile', () => {
  for (const each of referenceCases<{ covariates: number; acceptance: number }, number>(
    'randomise',
    'balanceThreshold',
  ))
    expectAgreement(balanceThreshold(each.given.covariates, each.given.acceptance), each)
  // Morgan & Rubin (2012): one covariate, acceptance 0.1 is a distance of 0.016.
  expect(balanceThreshold(1)).toBeCloseTo(0.0158, 4)
  expect(() => balanceThreshold(0)).toThrow(RangeError)
  expect(() => balanceThreshold(1, 1)).toThrow(RangeError)
})
