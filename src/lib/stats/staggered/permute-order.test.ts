import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aggregateEffects } from './aggregate-effects.ts'
import { groupTimeEffects } from './group-time-effects.ts'
import { type OrderPermutation, permuteOrder } from './permute-order.ts'
import type { StaggeredUnit } from './staggered-panel.ts'

const panels = fc
  .array(fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 5, maxLength: 5 }), { minLength: 5, maxLength: 6 })
  .map((rows): StaggeredUnit[] =>
    rows.map((values, i) => ({ name: `u${i}`, since: [1, 2, 3, null][i % 4] ?? null, values })),
  )

function read(units: StaggeredUnit[], options = {}): OrderPermutation {
  const answer = permuteOrder(units, { seed: 1, ...options })
  if ('refused' in answer) throw new Error(answer.refused)
  return answer
}

const shifted = (units: readonly StaggeredUnit[], by: number): StaggeredUnit[] =>
  units.map(({ name, since, values }) => ({
    name,
    since,
    values: values.map((value, t) => (value ?? 0) + (since !== null && t >= since ? by : 0)),
  }))

describe('permuteOrder', () => {
  it('estimates what groupTimeEffects does', () => {
    fc.assert(
      fc.property(panels, (units) => {
        const table = groupTimeEffects(units, { comparison: 'not-yet-treated' })
        if ('refused' in table) throw new Error(table.refused)
        expect(read(units).estimate).toBeCloseTo(aggregateEffects(table, 'simple').overall?.estimate ?? 0, 9)
      }),
      { numRuns: 20 },
    )
  })

  it('has an interval that keeps every effect the test keeps', () => {
    fc.assert(
      fc.property(panels, fc.integer({ min: -400, max: 400 }), (units, effect) => {
        const { low, high, reason } = read(units, { confidence: 0.8 })
        if (reason !== null || low === null || high === null) return
        const p = read(shifted(units, -effect), { confidence: 0.8 }).pValue ?? 1
        if (p > 0.2 + 1e-9) expect(low <= effect + 1e-6 && effect <= high + 1e-6).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('moves with an effect that is added', () => {
    fc.assert(
      fc.property(panels, (units) => {
        const [before, after] = [read(units, { confidence: 0.8 }), read(shifted(units, 1000), { confidence: 0.8 })]
        expect(after.estimate).toBeCloseTo(before.estimate + 1000, 8)
        if (before.low !== null) expect(after.low).toBeCloseTo(before.low + 1000, 5)
      }),
      { numRuns: 20 },
    )
  })

  it('works with one unit a wave, and says what p it can reach', () => {
    const units: StaggeredUnit[] = Array.from({ length: 8 }, (_, i) => ({
      name: `u${i}`,
      since: i + 1,
      values: Array.from({ length: 9 }, (__, t) => Math.sin(i * 7 + t * 3) * 0.1 + (t > i ? 5 : 0)),
    }))
    const answer = read(units)
    expect(answer).toMatchObject({ exact: true, arrangements: 40_320, smallestPossibleP: 1 / 40_320 })
    expect(answer.pValue).toBeLessThan(0.001)
    expect((answer.low ?? 9) < 5 && 5 < (answer.high ?? 0)).toBe(true)
  })

  it('draws the same orders from the same seed', () => {
    const units: StaggeredUnit[] = Array.from({ length: 12 }, (_, i) => ({
      name: `u${i}`,
      since: i % 4 === 3 ? null : (i % 4) + 1,
      values: [0, 1, 2, 3, 4].map((t) => ((i * 37 + t * 91) % 17) - 8),
    }))
    expect(read(units)).toEqual(read(units))
    expect(read(units)).toMatchObject({ exact: false, arrangements: 10_000 })
  })

  it('says when it can tell nothing', () => {
    const flat = [1, 2, null].map((since, i): StaggeredUnit => ({ name: `u${i}`, since, values: [3, 3, 3] }))
    expect(read(flat)).toMatchObject({ pValue: null, low: null, reason: 'no-variation', smallestPossibleP: 1 / 6 })
    const few = flat.map((each, i) => ({ ...each, values: [1, i, 2 * i] }))
    expect(read(few)).toMatchObject({ low: null, high: null, reason: 'unbounded' })
    expect(permuteOrder([], { seed: 1 })).toMatchObject({ refused: 'too-few-periods' })
    expect(() => permuteOrder([], { seed: -1 })).toThrow(RangeError)
    expect(() => permuteOrder([], { seed: 1, confidence: 2 })).toThrow(RangeError)
  })
})
