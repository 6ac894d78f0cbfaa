import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import { type BlindKey, blindKeyIdOf, modulusLength } from '../anywhere/blind/blind-key.ts'
import type { IsoWeek } from '../anywhere/blind/iso-week.ts'

/**
 * The key that signs the tokens of one workspace in one week, and nothing else, ever: it puts its power to any number it is
 * given (RFC 9474, section 7.2), so a second use of it would be open to whoever can ask for a token.
 */
export interface SigningKey {
  readonly published: BlindKey
  /** Delete it after the week: nobody can make another token then, and those given stay good by the published half. */
  readonly secret: KeyObject
}

const generate = promisify(generateKeyPair)

/** A new key. Takes from 50 ms to a second, off the main thread. */
export async function newSigningKey(week: IsoWeek): Promise<SigningKey> {
  const { privateKey } = await generate('rsa', { modulusLength: 8 * modulusLength, publicExponent: 65537 })
  return signingKeyOf(privateKey, week)
}

/** The secret half as text (PKCS #8 in base64), for a seal (platform/seal.ts), never for a column in clear. */
export function writeSigningKey({ secret }: SigningKey): string {
  return secret.export({ type: 'pkcs8', format: 'der' }).toString('base64')
}

/** The key that `writeSigningKey` wrote. @throws {Error} when the text is no such key. */
export function readSigningKey(text: string, week: IsoWeek): SigningKey {
  const key = { key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' } as const
  return signingKeyOf(createPrivateKey(key), week)
}

function signingKeyOf(secret: KeyObject, week: IsoWeek): SigningKey {
  const { modulusLength: bits, publicExponent } = secret.asymmetricKeyDetails ?? {}
  const { n } = createPublicKey(secret).export({ format: 'jwk' })
  if (secret.asymmetricKeyType !== 'rsa' || bits !== 8 * modulusLength || publicExponent !== 65537n || n === undefined)
    throw new Error(`A signing key is RSA with ${8 * modulusLength} bits and the exponent 65537.`)
  return { published: { week, id: blindKeyIdOf(n), n, e: 'AQAB' }, secret }
}
