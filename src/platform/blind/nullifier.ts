import { constants, createHash, createPublicKey, verify } from 'node:crypto'
import { fromBase64url } from '../anywhere/blind/base64url.ts'
import type { BlindKey } from '../anywhere/blind/blind-key.ts'
import { modulusLength } from '../anywhere/blind/blind-key.ts'
import { type BlindToken, signedBytesOf } from '../anywhere/blind/blind-token.ts'
import { saltLength } from '../anywhere/blind/rsabssa.ts'

/**
 * What is stored of a spent token, or null when it is no token of this key.
 *
 * The SHA-256 of what its signature signs, 32 bytes. A unique column of these is what makes a token good once; it is over the
 * randomiser and not over the token's text, so that one token has one, however it is written or signed. It has 256 random
 * bits, so that nobody finds the token by it.
 *
 * @param key Of the workspace and week that the token names: the caller looks it up by these. One key's signature says nothing
 * under another.
 */
export function nullifierOf(key: BlindKey, token: BlindToken): Buffer | null {
  if (token.week !== key.week || token.keyId !== key.id) return null
  const read = readToken(token)
  if (read === null) return null
  const jwk = { kty: 'RSA', n: key.n, e: key.e }
  const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength }
  const isGood = verify(
    'sha384',
    read.signed,
    { key: createPublicKey({ key: jwk, format: 'jwk' }), ...pss },
    read.signature,
  )
  return isGood ? createHash('sha256').update(read.signed).digest() : null
}

/** Its bytes, or null when they are written in another than their one way. */
function readToken(token: BlindToken): { signed: Uint8Array; signature: Uint8Array } | null {
  try {
    return { signed: signedBytesOf(token), signature: fromBase64url(token.signature, modulusLength) }
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
