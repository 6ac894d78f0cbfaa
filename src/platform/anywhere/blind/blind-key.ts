import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { z } from 'zod'
import { base64urlLength, fromBase64url, toBase64url } from './base64url.ts'
import { IsoWeek } from './iso-week.ts'
import { type RsaPublicKey, rsaPublicKey } from './rsabssa.ts'

/** Bytes of the modulus: 2048 bits. One size for all keys, so that everything that comes in has one length. */
export const modulusLength = 256

/** `length` bytes in base64url: bounds what comes in; that it is the one text of its bytes is seen when it is read. */
export function base64urlOf(length: number) {
  return z
    .string()
    .length(base64urlLength(length))
    .regex(/^[A-Za-z0-9_-]*$/)
}

/** The id of a key: RFC 7638 thumbprint, SHA-256 of its JWK, in base64url. */
export const BlindKeyId = base64urlOf(32)
export type BlindKeyId = z.infer<typeof BlindKeyId>

/**
 * The key that signs the tokens of a workspace in one week, as it is published. Everybody gets the same one: a key of one's
 * own would be a name tag. So clients compare its `id` with what colleagues and the log of keys show.
 */
export const BlindKey = z.strictObject({
  week: IsoWeek,
  id: BlindKeyId,
  /** The modulus, as in a JWK (RFC 7518, section 6.3.1). */
  n: base64urlOf(modulusLength),
  /** The exponent 65537, as in a JWK. */
  e: z.literal('AQAB'),
})
export type BlindKey = z.infer<typeof BlindKey>

/** The id of the key with this modulus. */
export function blindKeyIdOf(n: string): BlindKeyId {
  return toBase64url(sha256(utf8ToBytes(`{"e":"AQAB","kty":"RSA","n":"${n}"}`)))
}

/** The numbers of a published key. @throws {RangeError} when its id is another key's, or `rsaPublicKey` refuses it. */
export function rsaKeyOf({ id, n }: BlindKey): RsaPublicKey {
  const key = rsaPublicKey(fromBase64url(n, modulusLength), 65537n)
  if (blindKeyIdOf(n) !== id) throw new RangeError('the key has another id')
  return key
}
