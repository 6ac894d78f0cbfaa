import { describe, expect, it } from 'vitest'
import { aggregateEffects } from './aggregate-effects.ts'
import { groupTimeEffects } from './group-time-effects.ts'
import type { StaggeredUnit } from './staggered-panel.ts'
import { twoWayFixedEffects } from './two-way-fixed-effects.ts'

describe('twoWayFixedEffects', () => {
  it('finds harm where every treated unit gained, when effects grow (the trap of roll-outs in waves)', () => {
    // No noise. Half start in period 1, half in period 4; every treated period adds 1 more than the one before.
    const units: StaggeredUnit[] = [1, 1, 4, 4].map((since, i) => ({
      name: `u${i}`,
      since,
      values: Array.from({ length: 10 }, (_, t) => i + (t >= since ? t - since + 1 : 0)),
    }))
    const regression = twoWayFixedEffects(units)
    if ('refused' in regression) throw new Error(regression.refused)
    expect(regression.estimate).toBeLessThan(0)
    expect(regression.negativeWeight).toBeLessThan(-0.1)
    const table = groupTimeEffects(units)
    if ('refused' in table) throw new Error(table.refused)
    // Periods 1 to 3 of the early ones, against those not yet treated: 1, 2, 3.
    expect(aggregateEffects(table, 'simple').overall?.estimate).toBeCloseTo(2, 12)
  })

  it('is the difference in differences when all start together', () => {
    const units: StaggeredUnit[] = [1, 1, null, null].map((since, i) => ({
      name: `u${i}`,
      since,
      values: [i, 3 * i * i],
    }))
    const regression = twoWayFixedEffects(units)
    expect(regression).toMatchObject({ estimate: (0 + 2) / 2 - (10 + 24) / 2, negativeShare: 0, negativeWeight: 0 })
  })

  it('has no error where the fit is perfect, and refuses what cannot be', () => {
    const units: StaggeredUnit[] = [1, 1, null, null].map((since, i) => ({
      name: `u${i}`,
      since,
      values: [0, since ?? 0],
    }))
    expect(twoWayFixedEffects(units)).toMatchObject({ estimate: 1, standardError: null, reason: 'no-variation' })
    expect(twoWayFixedEffects([])).toMatchObject({ refused: 'too-few-periods' })
    expect(() => twoWayFixedEffects(units, { confidence: 1 })).toThrow(RangeError)
  })
})
