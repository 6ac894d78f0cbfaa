import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'

/*
 * Whole numbers modulo another, on BigInt. BigInt takes longer for some numbers than for others, so nothing here may touch
 * a private key: that is the server's, in platform/blind, by OpenSSL. What the client keeps secret (the blinding factor)
 * is drawn for one use, and is worthless once it has been used.
 */

/** The number that big-endian `bytes` stand for (RFC 8017: OS2IP). */
export function numberOf(bytes: Uint8Array): bigint {
  return BigInt(`0x0${bytesToHex(bytes)}`)
}

/** `number` in `length` big-endian bytes (RFC 8017: I2OSP). @throws {RangeError} when it does not fit. */
export function bytesOf(number: bigint, length: number): Uint8Array {
  const hex = number.toString(16).padStart(2 * length, '0')
  if (number < 0n || hex.length > 2 * length) throw new RangeError(`the number does not fit in ${length} bytes`)
  return hexToBytes(hex)
}

/** `base ** exponent` modulo `modulus`, in [0, modulus). @throws {RangeError} for a negative exponent or a modulus below 1. */
export function powerModulo(base: bigint, exponent: bigint, modulus: bigint): bigint {
  if (exponent < 0n || modulus < 1n) throw new RangeError('the exponent must be at least 0, the modulus at least 1')
  let power = 1n % modulus
  for (const bit of exponent.toString(2)) {
    power = (power * power) % modulus
    if (bit === '1') power = (power * base) % modulus
  }
  return power
}

/**
 * The number in [1, modulus) that `number` gives 1 with, modulo `modulus`.
 * @param number In [0, modulus).
 * @throws {RangeError} when there is none: `number` and `modulus` have a factor in common.
 */
export function inverseModulo(number: bigint, modulus: bigint): bigint {
  let [remainder, next] = [modulus, number]
  let [factor, nextFactor] = [0n, 1n]
  while (next !== 0n) {
    const times = remainder / next
    ;[remainder, next] = [next, remainder - times * next]
    ;[factor, nextFactor] = [nextFactor, factor - times * nextFactor]
  }
  if (remainder !== 1n) throw new RangeError('the number has no inverse')
  return factor < 0n ? factor + modulus : factor
}
