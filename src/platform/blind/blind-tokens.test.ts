import { createHash, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import fc from 'fast-check'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { type BlindKey, BlindKey as Key, rsaKeyOf } from '../anywhere/blind/blind-key.ts'
import { askForToken, BlindedMessage, type BlindToken, BlindToken as Token } from '../anywhere/blind/blind-token.ts'
import { Problem } from '../anywhere/problem.ts'
import { nullifierOf } from './nullifier.ts'
import { blindSign, signBlinded } from './sign-blinded.ts'
import { newSigningKey, readSigningKey, type SigningKey, writeSigningKey } from './signing-key.ts'

let key: SigningKey
let other: SigningKey

beforeAll(async () => {
  ;[key, other] = await Promise.all([newSigningKey('2026-W48'), newSigningKey('2026-W48')])
})
afterEach(() => vi.unstubAllGlobals())

describe('a token', () => {
  test('is got with the sign-in, and spent without: what is stored of it is one hash of 32 bytes', () => {
    const token = newToken(key)
    expect(Token.parse(token)).toEqual(token)
    expect(nullifierOf(key.published, token)).toHaveLength(32)
  })

  test('has one nullifier, however often it is shown, and no two tokens have the same', () => {
    const tokens = Array.from({ length: 5 }, () => newToken(key))
    const nullifiers = [...tokens, ...tokens].map((token) => nullifierOf(key.published, token)?.toString('hex'))
    expect(new Set(nullifiers).size).toBe(5)
  })

  test('is got where there is no secure context: over plain http a browser has no crypto.subtle', () => {
    const { getRandomValues } = crypto
    vi.stubGlobal('crypto', { getRandomValues: getRandomValues.bind(crypto) })
    expect(crypto.subtle).toBeUndefined()
    expect(nullifierOf(key.published, newToken(key))).not.toBeNull()
  })

  test('is in nothing that the server saw before', () => {
    const asked = askForToken(key.published)
    const answer = signBlinded(key, asked.blinded)
    const { randomiser, signature } = asked.open(answer)
    expect(JSON.stringify({ ...asked, answer })).not.toMatch(new RegExp(`${randomiser}|${signature}`))
    expect(Object.keys(JSON.parse(JSON.stringify(asked)))).toEqual(['blinded'])
  })

  test('with one character changed is none', () => {
    const token = newToken(key)
    const parts = ['randomiser', 'signature', 'keyId', 'week'] as const
    fc.assert(
      fc.property(fc.constantFrom(...parts), fc.nat(400), fc.constantFrom(...'AZaz09-_'), (part, at, char) => {
        const text = token[part]
        const place = at % text.length
        const changed = { ...token, [part]: text.slice(0, place) + char + text.slice(place + 1) }
        expect(nullifierOf(key.published, changed) === null).toBe(changed[part] !== text)
      }),
      { numRuns: 150 },
    )
  })

  test('written in a second way is none: it would be good twice', () => {
    const token = newToken(key)
    for (const part of ['randomiser', 'signature'] as const) {
      const last = token[part].at(-1) ?? ''
      const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
      // 32 and 256 bytes leave spare bits in the last character: its neighbour stands for the same bytes.
      const second = token[part].slice(0, -1) + alphabet[alphabet.indexOf(last) + 1]
      expect(Buffer.from(second, 'base64url')).toEqual(Buffer.from(token[part], 'base64url'))
      for (const written of [second, `${token[part]}=`])
        expect(nullifierOf(key.published, { ...token, [part]: written })).toBeNull()
    }
  })

  test('of another key is none, also when it says that it is of this one', () => {
    const token = newToken(other)
    expect(nullifierOf(key.published, token)).toBeNull()
    expect(nullifierOf(key.published, { ...token, keyId: key.published.id })).toBeNull()
    expect(nullifierOf(other.published, token)).not.toBeNull()
  })

  test('of another week is none, also when the key is the same', () => {
    const later = { ...key.published, week: '2026-W49' }
    const token = newToken(key)
    expect(nullifierOf(later, token)).toBeNull()
    expect(nullifierOf(later, { ...token, week: later.week })).toBeNull()
  })

  test('does not come of an answer for another', () => {
    const [first, second] = [askForToken(key.published), askForToken(key.published)]
    expect(() => first.open(signBlinded(key, second.blinded))).toThrow('no valid signature')
    expect(() => first.open(signBlinded(other, first.blinded))).toThrow(RangeError)
    expect(() => first.open('')).toThrow(RangeError)
    expect(first.open(signBlinded(key, first.blinded))).toBeDefined()
  })

  test('that is too long, too short or holds more is refused where it comes in', () => {
    const token = newToken(key)
    const wrong = [
      { ...token, signature: `${token.signature}A` },
      { ...token, signature: token.signature.slice(1) },
      { ...token, randomiser: 'A'.repeat(1_000_000) },
      { ...token, keyId: '' },
      { ...token, week: '2026-W60' },
      { ...token, personId: 'Ana' },
    ]
    for (const sent of wrong) expect(Token.safeParse(sent).success).toBe(false)
  })
})

describe('the server', () => {
  test('signs nothing but numbers below its modulus, in their one text, and says which field was wrong', () => {
    const modulus = Buffer.from(key.published.n, 'base64url')
    const above = Buffer.alloc(256, 0xff).toString('base64url')
    const wrong = [
      key.published.n,
      above,
      modulus.subarray(1).toString('base64url'),
      '',
      `${'A'.repeat(341)}B`,
      'é'.repeat(342),
    ]
    for (const blinded of wrong) {
      const refused = problemOf(() => signBlinded(key, blinded, '#/blinded/2'))
      expect(refused.kind).toBe('bad-input')
      expect(refused.fields.map(({ pointer }) => pointer)).toEqual(['#/blinded/2'])
    }
  })

  test('bounds what comes in before it looks at it', () => {
    for (const wrong of ['A'.repeat(341), 'A'.repeat(343), '=', `${'A'.repeat(341)}+`])
      expect(BlindedMessage.safeParse(wrong).success).toBe(false)
    expect(BlindedMessage.safeParse(askForToken(key.published).blinded).success).toBe(true)
  })

  test('signs the largest number there is, and every length is the same', () => {
    const modulus = BigInt(`0x${Buffer.from(key.published.n, 'base64url').toString('hex')}`)
    const largest = Buffer.from((modulus - 1n).toString(16), 'hex')
    // To an odd power, -1 stays -1.
    expect(Buffer.from(blindSign(key.secret, largest)).equals(largest)).toBe(true)
    expect(blindSign(key.secret, new Uint8Array(256))).toHaveLength(256)
  })
})

describe('a signing key', () => {
  test('is kept as text and read again', () => {
    const again = readSigningKey(writeSigningKey(key), '2026-W48')
    expect(again.published).toEqual(key.published)
    expect(nullifierOf(key.published, newToken(again))).not.toBeNull()
  })

  test('shows its published half only, when somebody writes it out', () => {
    expect(JSON.parse(JSON.stringify(key))).toEqual({ published: key.published, secret: {} })
    expect(Key.parse(key.published)).toEqual(key.published)
  })

  test('has an id that anybody can compute: the thumbprint of its JWK', () => {
    const { e, kty, n } = createPublicKey(key.secret).export({ format: 'jwk' })
    expect(key.published.id).toBe(createHash('sha256').update(JSON.stringify({ e, kty, n })).digest('base64url'))
    expect(key.published.id).not.toBe(other.published.id)
  })

  test('of another size, power or kind is none', () => {
    const wrong = [
      generateKeyPairSync('rsa', { modulusLength: 1024 }),
      generateKeyPairSync('rsa', { modulusLength: 2048, publicExponent: 3 }),
      generateKeyPairSync('ed25519'),
    ]
    for (const { privateKey } of wrong) expect(() => readSigningKey(written(privateKey), '2026-W48')).toThrow()
    for (const text of ['', 'AAAA', writeSigningKey(key).slice(0, 100)])
      expect(() => readSigningKey(text, '2026-W48')).toThrow()
  })
})

describe('a published key', () => {
  test('under the id of another is refused before anything is blinded', () => {
    const posed: BlindKey = { ...other.published, id: key.published.id }
    expect(() => askForToken(posed)).toThrow('another id')
  })

  test('that is even, or too small, is refused', () => {
    const modulus = Buffer.from(key.published.n, 'base64url')
    const even = Buffer.from(modulus)
    even.writeUInt8((modulus.at(-1) ?? 1) - 1, 255)
    const small = Buffer.from(modulus)
    small.writeUInt8(0x7f, 0)
    for (const n of [even, small].map((bytes) => bytes.toString('base64url')))
      expect(() => rsaKeyOf({ ...key.published, n })).toThrow(RangeError)
    expect(Key.safeParse({ ...key.published, e: 'Aw' }).success).toBe(false)
    expect(Key.safeParse({ ...key.published, n: key.published.n.slice(4) }).success).toBe(false)
  })
})

function newToken(of: SigningKey): BlindToken {
  const asked = askForToken(of.published)
  return asked.open(signBlinded(of, asked.blinded))
}

function written(secret: KeyObject): string {
  return secret.export({ type: 'pkcs8', format: 'der' }).toString('base64')
}

function problemOf(act: () => unknown): Problem {
  try {
    act()
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new Error('nothing was refused')
}
