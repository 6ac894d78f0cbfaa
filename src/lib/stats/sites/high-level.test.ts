import { describe, expect, test } from 'vitest'
import { adjustByRegression } from '../means/adjust-by-regression.ts'
import { cuped } from '../means/cuped.ts'
import { coMomentsOf } from '../numeric/co-moments.ts'
import { seededGenerator } from '../numeric/seeded-generator.ts'
import { clusterRobust } from './cluster-robust.ts'

// In 1024ths, so that adding 1e9 is exact: whatever differs then was lost by us.
const { normal } = seededGenerator(3)
const short = (value: number) => Math.round(value * 1024) / 1024
const x = Array.from({ length: 120 }, () => short(3 * normal()))
const z = x.map(() => short(normal()))
const y = x.map((value, i) => short(0.5 * value + (z[i] ?? 0) + normal() + (i % 2)))
const levels = [
  [0, 1e9],
  [1e9, 0],
  [-1e9, 1e9],
] as const

function near(ours: object, theirs: object, within: number): void {
  for (const [name, value] of Object.entries(theirs)) {
    const own = (ours as Record<string, unknown>)[name]
    if (typeof value !== 'number') expect(own).toEqual(value)
    else expect(Math.abs((own as number) - value), name).toBeLessThanOrEqual(within * Math.abs(value))
  }
}

describe.each(levels)('covariates at %d, outcomes at %d', (ofX, ofY) => {
  test('clusterRobust keeps the digits of every slope', () => {
    const at = (levelX: number, levelY: number) =>
      clusterRobust({
        y: y.map((value) => value + levelY),
        x: x.map((value, i) => [1, i % 2, value + levelX, (z[i] ?? 0) + levelX]),
        clusters: x.map((_, i) => `c${i % 12}`),
      }).coefficients
    at(ofX, ofY).forEach((slope, j) => {
      if (j > 0) near(slope, at(0, 0)[j] ?? {}, 1e-9)
    })
  })

  test('its constant is that of regressors at 0', () => {
    const [constant] = clusterRobust(
      {
        y: y.map((value) => value + ofY),
        x: x.map((value) => [1, value + ofX]),
        clusters: x.map((_, i) => `c${i % 12}`),
      },
      { contrasts: [[1, ofX]] },
    ).contrasts
    const [plain] = clusterRobust({
      y,
      x: x.map((value) => [1, value]),
      clusters: x.map((_, i) => `c${i % 12}`),
    }).coefficients
    expect((constant?.estimate ?? 0) - ofY).toBeCloseTo(plain?.estimate ?? 0, 6)
    expect(constant?.standardError).toBeCloseTo(plain?.standardError ?? 0, 6)
  })

  test('a copy at that level is still collinear', () => {
    const rows = x.map((value) => [1, value + ofX, 2 * (value + ofX) + 3])
    const { coefficients } = clusterRobust({
      y: y.map((v) => v + ofY),
      x: rows,
      clusters: x.map((_, i) => `c${i % 12}`),
    })
    expect(coefficients.map(({ reason }) => reason)).toEqual([null, null, 'collinear'])
  })

  const arms = (levelX: number, levelY: number) =>
    [1, 0].map((arm) => {
      const rows = x.map((_, i) => i).filter((i) => i % 2 === arm)
      return {
        outcomes: rows.map((i) => (y[i] ?? 0) + levelY),
        covariates: rows.map((i) => [(x[i] ?? 0) + levelX, (z[i] ?? 0) + levelX]),
      }
    })

  test('adjustByRegression keeps them too, adjusted and not', () => {
    const at = (levelX: number, levelY: number) => {
      const [treated, comparison] = arms(levelX, levelY)
      if (!treated || !comparison) throw new Error('two arms')
      return adjustByRegression(treated, comparison)
    }
    const [high, low] = [at(ofX, ofY), at(0, 0)]
    near(high.difference, low.difference, 1e-9)
    near(high.unadjusted, low.unadjusted, 1e-9)
    expect(high.varianceReduction).toBeCloseTo(low.varianceReduction ?? 0, 9)
  })

  test('cuped keeps eight digits of slope and error, and of the difference what its means hold', () => {
    const at = (levelX: number, levelY: number) => {
      const [treated, comparison] = arms(levelX, levelY).map(({ outcomes, covariates }) =>
        coMomentsOf(
          covariates.map(([first = 0]) => first),
          outcomes,
        ),
      )
      if (!treated || !comparison) throw new Error('two arms')
      return cuped(treated, comparison)
    }
    const [high, low] = [at(ofX, ofY), at(0, 0)]
    near({ theta: high.theta }, { theta: low.theta }, 1e-8)
    near({ se: high.difference.standardError }, { se: low.difference.standardError }, 1e-8)
    expect(Math.abs((high.difference.estimate ?? 0) - (low.difference.estimate ?? 0))).toBeLessThan(1e-6)
  })
})
