import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wildClusterBootstrap } from './wild-cluster-bootstrap.ts'

const options = { contrast: [0, 1], seed: 1 }
const sized = fc.array(fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 1, maxLength: 4 }), {
  minLength: 4,
  maxLength: 7,
})
const panelOf = (clusters: number[][], lift = 0, scale = 1) => ({
  y: clusters.flat().map((v) => lift + scale * v),
  x: clusters.flatMap((rows, i) => rows.map(() => [1, i % 2])),
  clusters: clusters.flatMap((rows, i) => rows.map(() => `c${i}`)),
})

describe('wildClusterBootstrap', () => {
  test('levels and units change nothing but the unit', () => {
    fc.assert(
      fc.property(sized, (clusters) => {
        const rademacher = { ...options, weights: 'rademacher' as const }
        const plain = wildClusterBootstrap(panelOf(clusters), rademacher)
        const moved = wildClusterBootstrap(panelOf(clusters, 4096, 1024), rademacher)
        expect(moved.reason).toBe(plain.reason)
        expect(moved.pValue ?? 0).toBeCloseTo(plain.pValue ?? 0, 12)
      }),
      { numRuns: 60 },
    )
  })

  test('the interval holds the estimate, and zero exactly when the p-value is above the level', () => {
    fc.assert(
      fc.property(sized, (clusters) => {
        const { low, high, pValue, estimate } = wildClusterBootstrap(panelOf(clusters), {
          ...options,
          confidence: 0.8,
          draws: 500,
        })
        if (low === null || high === null || pValue === null || estimate === null) return
        expect(low).toBeLessThanOrEqual(estimate)
        expect(high).toBeGreaterThanOrEqual(estimate)
        // The test need not be monotone: outside of the interval at zero, a larger p-value may be.
        if (pValue <= 0.2) return
        if (Math.min(Math.abs(low), Math.abs(high)) > 1e-6 * Math.abs(estimate)) expect(low < 0 && high > 0).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  test('tries all sign patterns when few, draws when many, and says the smallest p', () => {
    const clusters = Array.from({ length: 14 }, (_, i) => [i % 5, (i * 7) % 11])
    expect(wildClusterBootstrap(panelOf(clusters.slice(0, 5)), options)).toMatchObject({
      ...{ weights: 'webb', draws: 6 ** 5, exact: true, smallestPossibleP: 6 / 6 ** 5 },
    })
    expect(wildClusterBootstrap(panelOf(clusters), options)).toMatchObject({
      ...{ weights: 'rademacher', draws: 10_000, exact: false, smallestPossibleP: 1e-4 },
    })
    const again = wildClusterBootstrap(panelOf(clusters), options)
    expect(wildClusterBootstrap(panelOf(clusters), options)).toEqual(again)
    expect(wildClusterBootstrap(panelOf(clusters.slice(0, 4)), { ...options, weights: 'rademacher' })).toMatchObject({
      ...{ smallestPossibleP: 1 / 8, low: null, reason: 'smallest-p-above-level' },
    })
  })

  test('says what the data cannot give', () => {
    const rows = panelOf([[1], [2, 3], [4], [6]])
    expect(wildClusterBootstrap({ ...rows, clusters: rows.y.map(() => 'a') }, options).reason).toBe('one-cluster')
    expect(wildClusterBootstrap({ ...rows, x: rows.x.map(() => [1, 1]) }, options).reason).toBe('collinear')
    expect(wildClusterBootstrap({ ...rows, y: rows.x.map(([, z = 0]) => z) }, options)).toMatchObject({
      ...{ estimate: 1, pValue: null, reason: 'no-variation' },
    })
    expect(() => wildClusterBootstrap(rows, { ...options, draws: 0 })).toThrow(RangeError)
    expect(() => wildClusterBootstrap(rows, { ...options, contrast: [1] })).toThrow(RangeError)
  })
})
