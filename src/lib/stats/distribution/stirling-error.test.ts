import { describe, expect, test } from 'vitest'
import { stirlingError } from './stirling-error.ts'

describe('stirlingError', () => {
  // mpmath 1.3 at 40 digits.
  test.each([
    [0.1, 0.512740081331915],
    [0.5, 0.15342640972002736],
    [1, 0.08106146679532726],
    [3.7, 0.022468770580143144],
    [11, 0.007573675487951841],
    [40, 0.0020832899383024218],
    [1e5, 8.333333333305556e-7],
  ])('of %d is right', (x, expected) => {
    expect(Math.abs(stirlingError(x) - expected)).toBeLessThan(1e-15)
  })

  test('refuses what is not positive', () => {
    expect(() => stirlingError(0)).toThrow(RangeError)
  })
})
