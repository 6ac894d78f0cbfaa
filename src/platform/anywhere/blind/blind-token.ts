import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { z } from 'zod'
import { fromBase64url, toBase64url } from './base64url.ts'
import { type BlindKey, BlindKeyId, base64urlOf, modulusLength, rsaKeyOf } from './blind-key.ts'
import { IsoWeek } from './iso-week.ts'
import { blind, finalize, prepare, randomiserLength } from './rsabssa.ts'

/** What a signed-in client has signed, once for each token: says nothing of the token. */
export const BlindedMessage = base64urlOf(modulusLength)
export type BlindedMessage = z.infer<typeof BlindedMessage>

/** The server's answer to a blinded message. */
export const BlindSignature = base64urlOf(modulusLength)
export type BlindSignature = z.infer<typeof BlindSignature>

/**
 * Proof that whoever holds it was signed in to the workspace that week, and nothing else: the server that gave it cannot tell
 * to whom. Good once. The client keeps it as it is, and sends it without a cookie.
 */
export const BlindToken = z.strictObject({
  week: IsoWeek,
  /** The id of the key that signed it. */
  keyId: BlindKeyId,
  /** 32 random bytes: the token is a signature over these, the week and the key, so that nothing else can be in it. */
  randomiser: base64urlOf(randomiserLength),
  signature: base64urlOf(modulusLength),
})
export type BlindToken = z.infer<typeof BlindToken>

export interface AskedToken {
  /** For the server, with the sign-in. */
  readonly blinded: BlindedMessage
  /**
   * The token, from the server's answer. What takes the blinding off stays inside: it is never stored or sent.
   * @throws {RangeError} when the answer is not this key's signature. Ask for another token then, never with this one again.
   */
  readonly open: (signature: BlindSignature) => BlindToken
}

/**
 * Asks for a token of a published key. Each call draws a new one. Takes some milliseconds, and runs without a secure context.
 * @throws {RangeError} when the key is not fit to be used.
 */
export function askForToken(key: BlindKey): AskedToken {
  const rsa = rsaKeyOf(key)
  const input = prepare(messageOf(key.week, key.id))
  const { blinded, inverse } = blind(rsa, input)
  return {
    blinded: toBase64url(blinded),
    open(signature) {
      const signed = finalize(rsa, input, fromBase64url(signature, modulusLength), inverse)
      return {
        week: key.week,
        keyId: key.id,
        randomiser: toBase64url(input.subarray(0, randomiserLength)),
        signature: toBase64url(signed),
      }
    },
  }
}

/** The bytes that a token's signature signs: its own randomiser, then what all tokens of its key have in common. */
export function signedBytesOf({ week, keyId, randomiser }: Omit<BlindToken, 'signature'>): Uint8Array {
  return concatBytes(fromBase64url(randomiser, randomiserLength), messageOf(week, keyId))
}

/** Names its use, so that no signature of this key can pass for anything else, and nothing else for a token. */
function messageOf(week: IsoWeek, keyId: BlindKeyId): Uint8Array {
  return utf8ToBytes(`ratchet blind token 1\n${week}\n${keyId}`)
}
