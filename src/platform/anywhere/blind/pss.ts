import { sha384 } from '@noble/hashes/sha2.js'
import { concatBytes } from '@noble/hashes/utils.js'

const digestLength = 48

/**
 * The message as RSA-PSS signs it (RFC 8017, section 9.1.1: EMSA-PSS-ENCODE), with SHA-384 and MGF1 of SHA-384.
 * @param bits Of the encoded number at most: the bits of the modulus less 1.
 * @throws {RangeError} when `bits` are too few for the digest and the salt.
 */
export function encodePss(message: Uint8Array, bits: number, salt: Uint8Array): Uint8Array {
  const length = Math.ceil(bits / 8)
  const padding = length - digestLength - salt.length - 2
  if (padding < 0) throw new RangeError(`${bits} bits are too few for a PSS encoding`)
  const digest = sha384(concatBytes(new Uint8Array(8), sha384(message), salt))
  const block = concatBytes(new Uint8Array(padding), Uint8Array.of(1), salt)
  const masked = withoutTopBits(combined(block, maskOf(digest, block.length)), 8 * length - bits)
  return concatBytes(masked, digest, Uint8Array.of(0xbc))
}

/**
 * Whether `encoded` is an encoding of `message` with a salt of `saltLength` bytes (RFC 8017, section 9.1.2:
 * EMSA-PSS-VERIFY). Given the salt, the encoding is one fixed sequence of bytes: so the salt is taken out, and the message
 * encoded anew.
 */
export function isPssOf(message: Uint8Array, encoded: Uint8Array, bits: number, saltLength: number): boolean {
  const length = Math.ceil(bits / 8)
  if (encoded.length !== length || length < digestLength + saltLength + 2) return false
  const masked = encoded.subarray(0, length - digestLength - 1)
  const digest = encoded.subarray(masked.length, length - 1)
  const salt = combined(masked, maskOf(digest, masked.length)).subarray(masked.length - saltLength)
  const anew = encodePss(message, bits, salt)
  return anew.every((byte, place) => byte === encoded[place])
}

/** MGF1 with SHA-384 (RFC 8017, appendix B.2.1). */
function maskOf(seed: Uint8Array, length: number): Uint8Array {
  const rounds = Array.from({ length: Math.ceil(length / digestLength) }, (_, round) =>
    sha384(concatBytes(seed, Uint8Array.of(round >>> 24, round >>> 16, round >>> 8, round))),
  )
  return concatBytes(...rounds).subarray(0, length)
}

function combined(bytes: Uint8Array, mask: Uint8Array): Uint8Array {
  return bytes.map((byte, place) => byte ^ (mask[place] ?? 0))
}

function withoutTopBits(bytes: Uint8Array, count: number): Uint8Array {
  return bytes.map((byte, place) => (place === 0 ? byte & (0xff >> count) : byte))
}
