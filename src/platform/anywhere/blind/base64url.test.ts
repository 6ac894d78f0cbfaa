import fc from 'fast-check'
import { expect, test } from 'vitest'
import { base64urlLength, fromBase64url, toBase64url } from './base64url.ts'

test('bytes are written as Node writes them, and read as they were written', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      const text = toBase64url(bytes)
      expect(text).toBe(Buffer.from(bytes).toString('base64url'))
      expect(text.length).toBe(base64urlLength(bytes.length))
      expect(fromBase64url(text, bytes.length)).toEqual(bytes)
    }),
  )
})

test('there is no second text of the same bytes', () => {
  expect(fromBase64url('_w', 1)).toEqual(Uint8Array.of(255))
  // Spare bits, padding, the other alphabet, spaces, another length: all of these decoders usually forgive.
  for (const second of ['_x', '_w==', '/w', ' _w', '_w\n', '_', '', '_wA', '__', '_=', '_é'])
    expect(() => fromBase64url(second, 1), second).toThrow(RangeError)
})
