import { describe, expect, it } from 'vitest'
import { findCrossing } from './find-crossing.ts'

describe('findCrossing', () => {
  it('finds where a rising function crosses zero, to the last bits', () => {
    expect(findCrossing((x) => x ** 3 - 2, 0, 2)).toBeCloseTo(Math.cbrt(2), 15)
    expect(findCrossing((x) => Math.log(x), 1e-3, 1e3)).toBeCloseTo(1, 15)
  })

  it('gives an end where there is no crossing', () => {
    expect(findCrossing((x) => x + 1, 0, 2)).toBe(0)
    expect(findCrossing((x) => x - 3, 0, 2)).toBe(2)
    expect(findCrossing((x) => x, 0, 2)).toBe(0)
    expect(findCrossing((x) => x - 2, 0, 2)).toBe(2)
  })

  it('bears infinite values at the ends, and a jump', () => {
    expect(findCrossing((x) => Math.log(x / (1 - x)) + 3, 0, 1)).toBeCloseTo(1 / (1 + Math.exp(3)), 15)
    expect(findCrossing((x) => (x < 0.3 ? -1 : 1), 0, 1)).toBeCloseTo(0.3, 14)
  })
})
