import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bytesOf, inverseModulo, numberOf, powerModulo } from './modular.ts'

describe('numbers and bytes', () => {
  test('are the same thing, written in two ways', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 64 }), (bytes) => {
        expect(bytesOf(numberOf(bytes), bytes.length)).toEqual(bytes)
        expect(numberOf(bytes)).toBe(bytes.reduce((sum, byte) => 256n * sum + BigInt(byte), 0n))
      }),
    )
  })

  test('a number that does not fit is refused, not cut', () => {
    expect(bytesOf(255n, 1)).toEqual(Uint8Array.of(255))
    expect(() => bytesOf(256n, 1)).toThrow(RangeError)
    expect(() => bytesOf(-1n, 1)).toThrow(RangeError)
  })
})

describe('powers and inverses', () => {
  const modulus = fc.bigInt({ min: 2n, max: 2n ** 80n })

  test('a power is that many products', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 80n }), fc.nat(50), modulus, (base, exponent, by) => {
        expect(powerModulo(base, BigInt(exponent), by)).toBe(base ** BigInt(exponent) % by)
      }),
    )
    expect(powerModulo(5n, 0n, 1n)).toBe(0n)
    expect(() => powerModulo(2n, -1n, 5n)).toThrow(RangeError)
    expect(() => powerModulo(2n, 1n, 0n)).toThrow(RangeError)
  })

  test('an inverse gives 1, and is refused exactly where the two have a factor in common', () => {
    fc.assert(
      fc.property(modulus, fc.bigInt({ min: 0n, max: 2n ** 80n }), (by, drawn) => {
        const number = drawn % by
        if (commonFactor(number, by) === 1n) {
          const inverse = inverseModulo(number, by)
          expect((number * inverse) % by).toBe(1n)
          expect(inverse > 0n && inverse < by).toBe(true)
        } else expect(() => inverseModulo(number, by)).toThrow(RangeError)
      }),
    )
  })
})

function commonFactor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : commonFactor(b, a % b)
}
