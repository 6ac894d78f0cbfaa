import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodePss, isPssOf } from './pss.ts'

// That encodings are the published ones is seen in rsabssa.test.ts, by the vectors of RFC 9474 and by OpenSSL.
const bits = 2047
const bytes = fc.uint8Array({ maxLength: 100 })
const salt = fc.constantFrom(0, 20, 48).chain((length) => fc.uint8Array({ minLength: length, maxLength: length }))

test('a message is found in its encoding, and another is not', () => {
  fc.assert(
    fc.property(bytes, bytes, salt, (message, other, drawn) => {
      const encoded = encodePss(message, bits, drawn)
      expect(encoded).toHaveLength(256)
      expect(isPssOf(message, encoded, bits, drawn.length)).toBe(true)
      expect(isPssOf(other, encoded, bits, drawn.length)).toBe(Buffer.compare(message, other) === 0)
    }),
  )
})

test('an encoding with any one bit changed is none', () => {
  const message = Uint8Array.of(1, 2, 3)
  const encoded = encodePss(message, bits, new Uint8Array(48).fill(7))
  for (let bit = 0; bit < 8 * encoded.length; bit += 1) {
    const changed = encoded.map((byte, place) => (place === bit >> 3 ? byte ^ (0x80 >> (bit & 7)) : byte))
    expect(isPssOf(message, changed, bits, 48), `bit ${bit}`).toBe(false)
  }
})

test('an encoding of another length, or with a salt of another length, is none', () => {
  const message = Uint8Array.of(1, 2, 3)
  const encoded = encodePss(message, bits, new Uint8Array(48))
  for (const length of [0, 47, 49, 256, 1_000]) expect(isPssOf(message, encoded, bits, length)).toBe(false)
  for (const wrong of [encoded.subarray(1), new Uint8Array(), Uint8Array.of(0, ...encoded)])
    expect(isPssOf(message, wrong, bits, 48)).toBe(false)
})

test('a number too small for digest and salt is refused', () => {
  expect(encodePss(new Uint8Array(), 8 * 98, new Uint8Array(48))).toHaveLength(98)
  expect(() => encodePss(new Uint8Array(), 8 * 97, new Uint8Array(48))).toThrow(RangeError)
})
