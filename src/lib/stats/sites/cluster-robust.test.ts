import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ClusterVariance } from './cluster-adjustment.ts'
import { clusterRobust } from './cluster-robust.ts'
import { compareMeans } from './compare-means.ts'
import { permuteDesign } from './permute-design.ts'

const values = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 2, maxLength: 12 })
const twoArms = (a: number[], b: number[]) => ({
  y: [...a, ...b],
  x: [...a.map(() => [1, 1]), ...b.map(() => [1, 0])],
  clusters: [...a, ...b].map((_, i) => `c${i}`),
})
const sized = fc.array(fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 1, maxLength: 5 }), {
  minLength: 4,
  maxLength: 9,
})
const panelOf = (clusters: number[][]) => ({
  y: clusters.flat(),
  x: clusters.flatMap((rows, i) => rows.map((_, k) => [1, i % 2, k])),
  clusters: clusters.flatMap((rows, i) => rows.map(() => `c${i}`)),
})

describe('clusterRobust', () => {
  test('with one row a cluster, CR2 is compareMeans', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        const means = compareMeans(a, b)
        const [, effect] = clusterRobust(twoArms(a, b)).coefficients
        expect(effect?.estimate).toBeCloseTo(means.estimate, 9)
        if (means.low === null) return expect(effect?.reason).toBe('no-variation')
        expect(effect?.low).toBeCloseTo(means.low, 6)
        expect(effect?.degreesOfFreedom).toBeCloseTo(means.degreesOfFreedom ?? 0, 8)
      }),
    )
  })

  test('CR0 is below CR1, CR1 below CR1S, and CR2 below CR3', () => {
    fc.assert(
      fc.property(sized, (clusters) => {
        const error = (type: ClusterVariance) => {
          const [, effect] = clusterRobust(panelOf(clusters), { type }).coefficients
          return effect?.reason === null ? (effect.standardError ?? 0) : null
        }
        const [cr0, cr1, cr1s] = [error('CR0'), error('CR1'), error('CR1S')]
        if (cr0 === null || cr1 === null || cr1s === null) return
        expect(cr0).toBeLessThan(cr1)
        expect(cr1).toBeLessThanOrEqual(cr1s * (1 + 1e-12))
      }),
    )
  })

  test('levels of 1e9, units, the order of rows and the coding of regressors change nothing else', () => {
    fc.assert(
      fc.property(sized, (clusters) => {
        const plain = panelOf(clusters)
        const [, effect] = clusterRobust(plain).coefficients
        if (effect?.reason !== null) return
        const close = (other: typeof effect | undefined, factor = 1) => {
          expect((other?.standardError ?? 0) / factor).toBeCloseTo(effect.standardError ?? 0, 4)
          expect(other?.degreesOfFreedom).toBeCloseTo(effect.degreesOfFreedom ?? 0, 5)
        }
        close(clusterRobust({ ...plain, y: plain.y.map((v) => v + 1e9) }).coefficients[1])
        close(clusterRobust({ ...plain, y: plain.y.map((v) => v * 1000) }).coefficients[1], 1000)
        close(clusterRobust({ ...plain, x: plain.x.map(([, z = 0, k = 0]) => [1, z, 5 + 1e4 * k]) }).coefficients[1], 1)
        close(clusterRobust({ ...plain, weights: plain.y.map(() => 7.5) }).coefficients[1])
        close(
          clusterRobust({ y: plain.y.toReversed(), x: plain.x.toReversed(), clusters: plain.clusters.toReversed() })
            .coefficients[1],
        )
      }),
      { numRuns: 50 },
    )
  })

  test('the p-value is below the level exactly when zero lies outside', () => {
    fc.assert(
      fc.property(sized, fc.double({ min: 0.5, max: 0.99, noNaN: true }), (clusters, confidence) => {
        for (const { pValue, low, high } of clusterRobust(panelOf(clusters), { confidence }).coefficients) {
          if (pValue === null || low === null || high === null || Math.abs(pValue - 1 + confidence) < 1e-9) continue
          expect(low > 0 || high < 0).toBe(pValue < 1 - confidence)
        }
      }),
    )
  })

  test('a contrast is the coefficient it picks, and another baseline is another contrast', () => {
    const rows = panelOf([[1, 2], [5, 4, 7], [2], [9, 6], [3, 1], [8]])
    const { coefficients, contrasts } = clusterRobust(rows, {
      contrasts: [
        [0, 1, 0],
        [1, 1, 0],
      ],
    })
    expect(contrasts[0]).toEqual(coefficients[1])
    const turned = clusterRobust({ ...rows, x: rows.x.map(([one = 0, z = 0, k = 0]) => [one, 1 - z, k]) })
    expect(turned.coefficients[0]?.standardError).toBeCloseTo(contrasts[1]?.standardError ?? 0, 12)
  })

  test('says what the data cannot give', () => {
    const rows = twoArms([1, 2, 3], [4, 6, 8])
    const both = clusterRobust({ ...rows, x: rows.x.map(([, z = 0]) => [1, z, 1 - z]) })
    expect(both.coefficients.map(({ reason }) => reason)).toEqual([null, null, 'collinear'])
    expect(clusterRobust({ ...rows, clusters: rows.y.map(() => 'a') }).coefficients[1]?.reason).toBe('one-cluster')
    const oneTreated = { ...rows, clusters: ['a', 'a', 'a', 'b', 'c', 'd'] }
    expect(clusterRobust(oneTreated).coefficients[1]).toMatchObject({ reason: null })
    expect(clusterRobust({ ...rows, y: [2, 2, 2, 1, 1, 1] }).coefficients[1]).toMatchObject({
      ...{ estimate: expect.closeTo(1, 12), standardError: 0, pValue: null, reason: 'no-variation' },
    })
    expect(() => clusterRobust({ ...rows, weights: [1, 1, 1, 1, 1, 0] })).toThrow(RangeError)
    expect(() => clusterRobust({ ...rows, clusters: ['a'] })).toThrow(RangeError)
    expect(() => clusterRobust({ ...rows, y: [Number.NaN, 1, 1, 1, 1, 1] })).toThrow(RangeError)
    expect(() => clusterRobust({ y: [], x: [], clusters: [] })).toThrow(RangeError)
  })
})

describe('the trap of repeated rows', () => {
  // Ten shops, four weekly rows each: a shop's rows repeat one another.
  const levels = [20.1, 22.4, 19.6, 23.9, 21.3, 17.2, 18.9, 16.1, 19.8, 17.5]
  const wobble = [0.3, -0.2, 0.1, -0.2]
  const shops = levels.map((level) => wobble.map((w) => level + w))

  test('a row-level test is sure a thousand times over; the shops are not', () => {
    const rows = compareMeans(shops.slice(0, 5).flat(), shops.slice(5).flat())
    const means = shops.map((shop, i) => ({ value: shop.reduce((sum, v) => sum + v, 0) / 4, treated: i < 5 }))
    const right = permuteDesign(means, { seed: 1 })
    const robust = clusterRobust({
      y: shops.flat(),
      x: shops.flatMap((shop, i) => shop.map(() => [1, i < 5 ? 1 : 0])),
      clusters: shops.flatMap((shop, i) => shop.map(() => `shop ${i}`)),
    }).coefficients[1]
    expect(rows.pValue).toBeLessThan(1e-7)
    expect(right.pValue).toBeGreaterThan(0.01)
    expect(robust?.pValue).toBeGreaterThan(0.005)
    expect(robust?.estimate).toBeCloseTo(rows.estimate, 12)
    expect((robust?.standardError ?? 0) / (rows.standardError ?? 1)).toBeGreaterThan(1.8)
  })
})
