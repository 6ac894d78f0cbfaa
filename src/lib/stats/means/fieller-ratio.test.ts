import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fiellerRatio } from './fieller-ratio.ts'

describe('fiellerRatio', () => {
  const size = fc.double({ min: 0.01, max: 10, noNaN: true })
  const signed = fc.double({ min: -10, max: 10, noNaN: true })
  const correlation = fc.double({ min: -0.99, max: 0.99, noNaN: true })

  test('each end is exactly `reach` standard errors from 0', () => {
    fc.assert(
      fc.property(signed, size, size, size, correlation, (numerator, denominator, sn, sd, rho) => {
        const parts = { numerator, denominator, numeratorVariance: sn ** 2, denominatorVariance: sd ** 2 }
        const covariance = rho * sn * sd
        const interval = fiellerRatio({ ...parts, covariance, reach: 1.5 })
        if (interval === null) {
          expect(1.5 * sd).toBeGreaterThanOrEqual(denominator * (1 - 1e-12))
          return
        }
        if (denominator < 1.501 * sd) return
        for (const r of [interval.low, interval.high]) {
          const variance = sn ** 2 - 2 * r * covariance + r * r * sd ** 2
          expect(Math.abs(numerator - r * denominator) / Math.sqrt(variance)).toBeCloseTo(1.5, 5)
        }
        expect(interval.low).toBeLessThanOrEqual(numerator / denominator + 1e-9)
        expect(interval.high).toBeGreaterThanOrEqual(numerator / denominator - 1e-9)
      }),
    )
  })

  test('is unbounded from g = 1 on', () => {
    const parts = { numerator: 1, denominator: 2, numeratorVariance: 1, covariance: 0, reach: 2 }
    expect(fiellerRatio({ ...parts, denominatorVariance: 1 })).toBeNull()
    expect(fiellerRatio({ ...parts, denominatorVariance: 0.99 })).not.toBeNull()
  })
})
