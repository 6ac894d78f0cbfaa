import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { divideRounded, minorOf } from './minor-units.ts'

describe('money from an amount', () => {
  test.each([
    [1.005, 100n, 101n],
    [-1.005, 100n, -101n],
    [2.5, 1n, 3n],
    [-2.5, 1n, -3n],
    [0.4999, 1n, 0n],
    [1e21, 3n, 3_000_000_000_000_000_000_000n],
    [1.5e-7, 10_000_000n, 2n],
    [0, 700n, 0n],
    [-0, 700n, 0n],
  ])('%d at %d is %d, halves away from zero', (value, worth, minor) => {
    expect(minorOf(value, worth)).toBe(minor)
  })

  test('what is not a number has no worth', () => {
    expect(() => minorOf(Number.NaN, 1n)).toThrow(RangeError)
    expect(() => minorOf(Number.POSITIVE_INFINITY, 1n)).toThrow(RangeError)
  })

  const amount = fc.double({ noNaN: true, noDefaultInfinity: true })
  const worth = fc.bigInt({ min: 0n, max: 10n ** 9n })

  test('a loss is worth what the same gain is, with the other sign', () => {
    fc.assert(fc.property(amount, worth, (value, minor) => minorOf(-value, minor) === -minorOf(value, minor)))
  })

  test('more is never worth less', () => {
    fc.assert(
      fc.property(amount, amount, worth, (a, b, minor) => {
        const [less, more] = a <= b ? [a, b] : [b, a]
        return minorOf(less, minor) <= minorOf(more, minor)
      }),
    )
  })

  test('whole units are exact at any size', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), worth, (value, minor) => minorOf(value, minor) === BigInt(value) * minor),
    )
  })
})

test('a rounded quotient is within half a unit', () => {
  fc.assert(
    fc.property(fc.bigInt(), fc.bigInt({ min: 1n }), (dividend, divisor) => {
      const rest = dividend - divideRounded(dividend, divisor) * divisor
      return 2n * (rest < 0n ? -rest : rest) <= divisor
    }),
  )
})
