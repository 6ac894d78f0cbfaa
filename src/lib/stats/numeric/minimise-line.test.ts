import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { minimiseLine } from './minimise-line.ts'

describe('minimiseLine', () => {
  test('finds the bottom of a parabola, a cosine and a kink', () => {
    expect(minimiseLine((x) => (x - 2) ** 2, -5, 7)).toMatchObject({ x: 2, value: 0 })
    expect(minimiseLine(Math.cos, 0, 6).x).toBeCloseTo(Math.PI, 7)
    expect(minimiseLine((x) => Math.abs(x - 1 / 3), 0, 1).x).toBeCloseTo(1 / 3, 7)
  })

  test('goes to the end where the function falls to it', () => {
    expect(minimiseLine((x) => x, 1, 7)).toMatchObject({ x: 1, value: 1 })
    expect(minimiseLine((x) => -x, 1, 7)).toMatchObject({ x: 7, value: -7 })
    expect(minimiseLine((x) => x, 3, 3).x).toBe(3)
  })

  test('finds the bottom wherever it is', () => {
    fc.assert(
      fc.property(fc.double({ min: -50, max: 50, noNaN: true }), (at) => {
        const { x, evaluations } = minimiseLine((z) => Math.cosh((z - at) / 10), -60, 60)
        expect(Math.abs(x - at)).toBeLessThan(1e-5)
        expect(evaluations).toBeLessThan(60)
      }),
    )
  })

  test('a part without values is left', () => {
    expect(minimiseLine((x) => x - Math.log(x), -3, 5).x).toBeCloseTo(1, 6)
  })

  test('refuses a range that is none', () => {
    expect(() => minimiseLine((x) => x, 1, 0)).toThrow(RangeError)
    expect(() => minimiseLine((x) => x, Number.NEGATIVE_INFINITY, 0)).toThrow(RangeError)
  })
})
