import { describe, expect, test } from 'vitest'
import { momentsOf } from '../numeric/moments.ts'
import { unitMoments } from './unit-moments.ts'
import { welch } from './welch.ts'

/** Ten shops an arm, four weeks each: shops differ, and a shop's weeks are nearly alike. */
const shops = (lift: number) =>
  Array.from({ length: 10 }, (_, shop) =>
    [-0.6, 0.5, 0.4, -0.3].map((week) => ({ unit: `shop ${shop}`, value: 100 + 2 * (shop - 4.5) + lift + week })),
  ).flat()

describe('unitMoments', () => {
  test('the trap: four weekly rows a shop turn p 1e-3 into less than 1e-9', () => {
    const [treated, comparison] = [shops(10.4), shops(0)]
    const right = welch(unitMoments(treated, 'mean'), unitMoments(comparison, 'mean'))
    const asRows = (rows: typeof treated) => momentsOf(rows.map(({ value }) => value))
    const wrong = welch(asRows(treated), asRows(comparison))
    expect(right.degreesOfFreedom).toBe(18)
    expect(right.pValue).toBeGreaterThan(5e-4)
    expect(right.pValue).toBeLessThan(2e-3)
    expect(wrong.pValue).toBeLessThan(1e-9)
    expect(wrong.estimate).toBeCloseTo(right.estimate ?? 0, 10)
  })

  test('a total counts rows, a mean does not, and the order of rows is all the same', () => {
    const rows = [
      { unit: 'a', value: 1 },
      { unit: 'b', value: 5 },
      { unit: 'a', value: 3 },
    ]
    expect(unitMoments(rows)).toEqual(momentsOf([4, 5]))
    expect(unitMoments(rows, 'mean')).toEqual(momentsOf([2, 5]))
    expect(unitMoments([...rows].reverse()).sumOfSquares).toBeCloseTo(0.5, 14)
    expect(unitMoments([])).toEqual(momentsOf([]))
    expect(() => unitMoments([{ unit: 'a', value: Number.NaN }])).toThrow(RangeError)
  })
})
