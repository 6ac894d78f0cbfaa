import { concatBytes } from '@noble/hashes/utils.js'
import { bytesOf, inverseModulo, numberOf, powerModulo } from './modular.ts'
import { encodePss, isPssOf } from './pss.ts'

/*
 * RSA blind signatures, RFC 9474, variant RSABSSA-SHA384-PSS-Randomized: what the client does, in a browser without a secure
 * context too. The signer's part is platform/blind. Why this variant: docs/decisions/0024-blind-tokens.md.
 *
 *   client                                     server
 *   input = prepare(message)
 *   { blinded, inverse } = blind(key, input)
 *                              -- blinded -->  blindSign
 *                          <-- blind signature --
 *   signature = finalize(key, input, blind signature, inverse)
 *   ... later, unsigned-in: input, signature -->  verifies like any RSA-PSS signature
 */

export interface RsaPublicKey {
  readonly modulus: bigint
  readonly exponent: bigint
  /** Bytes of the modulus, and of all that is blinded or signed. */
  readonly length: number
}

/** What makes a message unreadable for the signer. Drawn anew for each signature. */
export interface BlindDraw {
  /** Of the PSS encoding, 48 bytes. */
  readonly salt: Uint8Array
  /** The blinding factor, in [1, modulus). */
  readonly factor: bigint
}

export interface Blinded {
  /** For the signer. Each such number is as likely as any other, whatever the message. */
  readonly blinded: Uint8Array
  /** Takes the blinding off again. Whoever knows it can link what was signed to who asked: it never leaves the client. */
  readonly inverse: bigint
}

export const randomiserLength = 32
export const saltLength = 48

const fewestBytes = 256
const mostBytes = 512

/**
 * A key that it is safe to compute with: 2048 to 4096 bits, odd, to the power of 65537.
 * @throws {RangeError} for any other. That its factors are two large primes cannot be seen; with a key of another make no
 * signature comes about that `finalize` accepts, and then there is no token that could be recognised.
 */
export function rsaPublicKey(modulusBytes: Uint8Array, exponent: bigint): RsaPublicKey {
  const { length } = modulusBytes
  if (length < fewestBytes || length > mostBytes)
    throw new RangeError(`the modulus must have ${fewestBytes} to ${mostBytes} bytes, got ${length}`)
  if ((modulusBytes[0] ?? 0) < 0x80) throw new RangeError('the modulus must use its highest bit')
  const modulus = numberOf(modulusBytes)
  if (modulus % 2n === 0n) throw new RangeError('the modulus must be odd')
  if (exponent !== 65537n) throw new RangeError('the exponent must be 65537')
  return { modulus, exponent, length }
}

/** The input of the protocol: 32 random bytes, then the message. Two inputs are never alike, and none can be guessed. */
export function prepare(message: Uint8Array, randomiser = drawBytes(randomiserLength)): Uint8Array {
  if (randomiser.length !== randomiserLength) throw new RangeError(`a randomiser has ${randomiserLength} bytes`)
  return concatBytes(randomiser, message)
}

/** @throws {RangeError} when the key's modulus has a factor in common with a random number: then it was made to be broken. */
export function blind(key: RsaPublicKey, input: Uint8Array): Blinded {
  return blindBy(key, input, { salt: drawBytes(saltLength), factor: drawBelow(key) })
}

/** The same with a given draw. For published vectors and proofs only: a salt or factor that somebody chose can carry a mark. */
export function blindBy(key: RsaPublicKey, input: Uint8Array, { salt, factor }: BlindDraw): Blinded {
  const { modulus, exponent, length } = key
  if (factor < 1n || factor >= modulus) throw new RangeError('the blinding factor must be in [1, modulus)')
  const encoded = numberOf(encodePss(input, 8 * length - 1, salt))
  // One inverse for two, since they are what takes time: it throws when either number has a factor in common with the modulus.
  const inverse = (encoded * inverseModulo((encoded * factor) % modulus, modulus)) % modulus
  const blinded = (encoded * powerModulo(factor, exponent, modulus)) % modulus
  return { blinded: bytesOf(blinded, length), inverse }
}

/**
 * The signature of `input`, from the signer's answer.
 * @throws {RangeError} when the answer has another length, is not below the modulus, or gives no valid signature. Throw the
 * input away then: a signer who made its key to find people out has seen something of that one, and of no other.
 */
export function finalize(
  key: RsaPublicKey,
  input: Uint8Array,
  blindSignature: Uint8Array,
  inverse: bigint,
): Uint8Array {
  const { modulus, length } = key
  if (blindSignature.length !== length) throw new RangeError(`a blind signature has ${length} bytes`)
  const answered = numberOf(blindSignature)
  if (answered >= modulus) throw new RangeError('a blind signature is below the modulus')
  const signature = bytesOf((answered * inverse) % modulus, length)
  if (!isSignatureOf(key, input, signature)) throw new RangeError('the answer gives no valid signature')
  return signature
}

/** Whether `signature` is an RSA-PSS signature of `input`. Never throws: wrong length and range are no signature. */
export function isSignatureOf(key: RsaPublicKey, input: Uint8Array, signature: Uint8Array): boolean {
  const { modulus, exponent, length } = key
  if (signature.length !== length) return false
  const number = numberOf(signature)
  if (number >= modulus) return false
  const encoded = bytesOf(powerModulo(number, exponent, modulus), length)
  return isPssOf(input, encoded, 8 * length - 1, saltLength)
}

function drawBytes(length: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(length))
}

/** Uniform in [1, modulus): numbers outside are drawn again, at most every second one. A remainder would favour small ones. */
function drawBelow({ modulus, length }: RsaPublicKey): bigint {
  for (let tries = 0; tries < 128; tries += 1) {
    const drawn = numberOf(drawBytes(length))
    if (drawn > 0n && drawn < modulus) return drawn
  }
  throw new Error('The source of randomness is broken: it does not draw below the modulus.')
}
