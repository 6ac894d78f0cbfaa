import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findRoot } from './find-root.ts'

describe('findRoot', () => {
  test("finds the root of Newton's cubic in few steps", () => {
    let asked = 0
    const root = findRoot(
      (x) => {
        asked += 1
        return x ** 3 - 2 * x - 5
      },
      2,
      3,
    )
    // 2.0945514815423265915 (Wallis 1685, and every textbook since).
    expect(root).toBeCloseTo(2.0945514815423265, 15)
    expect(asked).toBeLessThan(12)
  })

  test('finds any root of a line, in either direction', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
        fc.boolean(),
        (at, slope, falls) => {
          const root = findRoot((x) => (falls ? -slope : slope) * (x - at), -2e6, 2e6)
          expect(Math.abs((root ?? Number.NaN) - at)).toBeLessThanOrEqual(1e-14 * Math.abs(at) + 1e-300)
        },
      ),
    )
  })

  test('finds a steep root, a root of ninth order and the place of a jump', () => {
    expect(findRoot((x) => Math.exp(x) - 1e-300, -1000, 1000)).toBeCloseTo(Math.log(1e-300), 11)
    expect(findRoot((x) => (x - 1) ** 9, 0, 3.3)).toBeCloseTo(1, 12)
    expect(findRoot((x) => (x < 0.3 ? -1 : 1), 0, 1)).toBeCloseTo(0.3, 14)
    expect(findRoot((x) => x - 1e-20, -1, 1)).toBe(1e-20)
  })

  test('takes a root at an end, and is null where the sign stays', () => {
    expect(findRoot((x) => x, 0, 1)).toBe(0)
    expect(findRoot((x) => x - 1, 0, 1)).toBe(1)
    expect(findRoot((x) => x * x + 1, -1, 1)).toBeNull()
    expect(findRoot((x) => x - 3, 2, 2)).toBeNull()
  })

  test('refuses a range that is none and a function without values', () => {
    expect(() => findRoot((x) => x, 1, 0)).toThrow(RangeError)
    expect(() => findRoot((x) => x, 0, Number.POSITIVE_INFINITY)).toThrow(RangeError)
    expect(() => findRoot(() => Number.NaN, 0, 1)).toThrow(RangeError)
  })
})
