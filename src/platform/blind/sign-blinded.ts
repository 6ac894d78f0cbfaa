import { constants, createPublicKey, type KeyObject, privateDecrypt, publicEncrypt } from 'node:crypto'
import { fromBase64url, toBase64url } from '../anywhere/blind/base64url.ts'
import type { BlindedMessage, BlindSignature } from '../anywhere/blind/blind-token.ts'
import { Problem } from '../anywhere/problem.ts'
import type { SigningKey } from './signing-key.ts'

/**
 * Signs what a signed-in client has blinded: one signature, one token. How many a person gets is the caller's to count.
 * @param pointer To the field that it came in, for the problem.
 * @throws {Problem} `bad-input` when it is not one number below the key's modulus, of the modulus' length.
 */
export function signBlinded(key: SigningKey, blinded: BlindedMessage, pointer = '#/blinded'): BlindSignature {
  try {
    return toBase64url(blindSign(key.secret, fromBase64url(blinded, lengthOf(key.secret))))
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new Problem('bad-input', 'http.bad-input', { count: 1 }, [{ pointer, message: 'input.wrong-kind' }])
  }
}

/**
 * BlindSign of RFC 9474, section 4.3: the private operation of RSA, on a number that somebody else chose.
 *
 * That is what timing attacks live on (section 7.1), so nothing of it is done on BigInt. `privateDecrypt` without padding is
 * OpenSSL's private operation and nothing more: it multiplies the number by a secret random one first and divides by it
 * afterwards (its own blinding, which is on unless a key forbids it), and raises to powers in constant time. Without
 * padding there is also nothing whose failure could tell an attacker anything. What varies in time here, the comparison
 * with the modulus, is about public numbers.
 *
 * A single wrong bit in one half of the calculation would give the key away (Boneh, DeMillo, Lipton 1997). So the result is
 * put to the public power, and does not leave unless it gives the number back.
 *
 * @throws {RangeError} when the length is not the modulus', or the number not below it.
 */
export function blindSign(secret: KeyObject, blinded: Uint8Array): Uint8Array {
  if (blinded.length !== lengthOf(secret)) throw new RangeError(`a blinded message has ${lengthOf(secret)} bytes`)
  const open = createPublicKey(secret)
  const modulus = Buffer.from(open.export({ format: 'jwk' }).n ?? '', 'base64url')
  if (Buffer.compare(blinded, modulus) >= 0) throw new RangeError('a blinded message is below the modulus')
  const padding = constants.RSA_NO_PADDING
  const signature = privateDecrypt({ key: secret, padding }, blinded)
  if (!publicEncrypt({ key: open, padding }, signature).equals(blinded))
    throw new Error('The processor or its memory fails: a signature is wrong.')
  return signature
}

/** Bytes of the modulus. */
function lengthOf(secret: KeyObject): number {
  return (secret.asymmetricKeyDetails?.modulusLength ?? 0) / 8
}
