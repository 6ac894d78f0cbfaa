import { constants, createPrivateKey, createPublicKey, privateDecrypt, sign, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { blindSign } from '../../blind/sign-blinded.ts'
import { bytesOf, inverseModulo, numberOf, powerModulo } from './modular.ts'
import { encodePss } from './pss.ts'
import { type Blinded, blind, blindBy, finalize, isSignatureOf, prepare, rsaPublicKey, saltLength } from './rsabssa.ts'

interface Vector {
  name: string
  msg_prefix: string
  salt: string
  inv: string
  blinded_msg: string
  blind_sig: string
  sig: string
}

// RFC 9474, appendix A: one key of 4096 bits, the same message by each of the four variants.
const published: Record<'p' | 'q' | 'n' | 'e' | 'd' | 'msg', string> & { vectors: Vector[] } = JSON.parse(
  readFileSync(new URL('../../../../reference/rfc9474/vectors.json', import.meta.url), 'utf8'),
)
const [p, q, d] = [number(published.p), number(published.q), number(published.d)]
const key = rsaPublicKey(bytes(published.n), number(published.e))
const secret = createPrivateKey({ format: 'jwk', key: jwkOf({ p, q, d }) })
const open = createPublicKey(secret)

afterEach(() => vi.unstubAllGlobals())

describe.each(published.vectors)('$name of RFC 9474', (vector) => {
  const input = bytes(vector.msg_prefix + published.msg)
  const salt = bytes(vector.salt)
  const factor = inverseModulo(number(vector.inv), key.modulus)

  test('is blinded as published', () => {
    const { blinded, inverse } = blindBy(key, input, { salt, factor })
    expect(hex(blinded)).toBe(vector.blinded_msg)
    expect(inverse).toBe(number(vector.inv))
  })

  test('is signed as published', () => {
    expect(hex(blindSign(secret, bytes(vector.blinded_msg)))).toBe(vector.blind_sig)
  })

  test('ends in the published signature, if it is of the variant that we use, or else in none', () => {
    const end = () => hex(finalize(key, input, bytes(vector.blind_sig), number(vector.inv)))
    if (salt.length === saltLength) expect(end()).toBe(vector.sig)
    else expect(end).toThrow('no valid signature')
  })

  test('is an RSA-PSS signature for OpenSSL', () => {
    const pss = { key: open, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: salt.length }
    expect(verify('sha384', input, pss, bytes(vector.sig))).toBe(true)
    expect(isSignatureOf(key, input, bytes(vector.sig))).toBe(salt.length === saltLength)
  })
})

test('the randomised variant puts its 32 bytes before the message', () => {
  const [{ msg_prefix }] = published.vectors as [Vector]
  expect(hex(prepare(bytes(published.msg), bytes(msg_prefix)))).toBe(msg_prefix + published.msg)
  expect(() => prepare(bytes(published.msg), new Uint8Array(31))).toThrow(RangeError)
})

describe('a blind signature', () => {
  const message = fc.uint8Array({ maxLength: 200 })

  test('of any message is one that OpenSSL takes, and ours', () => {
    const pss = { key: open, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength }
    fc.assert(
      fc.property(message, (text) => {
        const input = prepare(text)
        const { blinded, inverse } = blind(key, input)
        const signature = finalize(key, input, blindSign(secret, blinded), inverse)
        expect(verify('sha384', input, pss, signature)).toBe(true)
        expect(isSignatureOf(key, input, signature)).toBe(true)
      }),
      { numRuns: 10 },
    )
  })

  test('cannot be told from one that OpenSSL makes without blinding', () => {
    const pss = { key: secret, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength }
    expect(isSignatureOf(key, bytes('00ff'), sign('sha384', bytes('00ff'), pss))).toBe(true)
  })

  test('never comes twice, not of one input either: factor and salt are drawn each time', () => {
    const input = prepare(new Uint8Array())
    const [first, second] = [blind(key, input), blind(key, input)]
    expect(hex(first.blinded)).not.toBe(hex(second.blinded))
    const signatureOf = ({ blinded, inverse }: Blinded) =>
      hex(finalize(key, input, blindSign(secret, blinded), inverse))
    expect(signatureOf(first)).not.toBe(signatureOf(second))
    expect(hex(prepare(new Uint8Array()))).not.toBe(hex(input))
  })

  test('with one bit changed is refused', () => {
    const [{ msg_prefix, sig }] = published.vectors as [Vector]
    const [input, signature] = [bytes(msg_prefix + published.msg), bytes(sig)]
    fc.assert(
      fc.property(fc.nat(8 * signature.length - 1), fc.nat(8 * input.length - 1), (ofSignature, ofInput) => {
        expect(isSignatureOf(key, input, flipped(signature, ofSignature))).toBe(false)
        expect(isSignatureOf(key, flipped(input, ofInput), signature)).toBe(false)
      }),
      { numRuns: 40 },
    )
    expect(isSignatureOf(key, input, signature)).toBe(true)
  })

  test('of another length, or not below the modulus, is no signature', () => {
    const [{ msg_prefix, sig, inv, blind_sig }] = published.vectors as [Vector]
    const input = bytes(msg_prefix + published.msg)
    // The same number modulo the modulus: without the bound, every signature could be written in two ways.
    const second = bytesOf(number(sig) + key.modulus, key.length)
    for (const wrong of [second, bytes(`00${sig}`), bytes(sig).subarray(1), new Uint8Array(), bytes(published.n)])
      expect(isSignatureOf(key, input, wrong)).toBe(false)
    const secondAnswer = bytesOf(number(blind_sig) + key.modulus, key.length)
    for (const wrong of [secondAnswer, bytes(published.n), bytes(blind_sig).subarray(1), bytes(`00${blind_sig}`)])
      expect(() => finalize(key, input, wrong, number(inv))).toThrow(RangeError)
    expect(() => finalize(key, input, flipped(bytes(blind_sig), 7), number(inv))).toThrow('no valid signature')
  })
})

describe('what the signer sees', () => {
  const draws = Array.from({ length: 5 }, (_, at) => {
    const input = prepare(Uint8Array.of(at))
    const draw = { salt: crypto.getRandomValues(new Uint8Array(saltLength)), factor: randomFactor() }
    return { input, draw, ...signed(input, draw) }
  })

  /** Each pair of what was seen and what came out, tried with everything that the signer has: also the private key. */
  test('fits every signature as well as its own: there is a draw that explains each pair', () => {
    for (const seen of draws)
      for (const { input, draw, signature } of draws) {
        const encoded = numberOf(encodePss(input, 8 * key.length - 1, draw.salt))
        const quotient = (numberOf(seen.blinded) * inverseModulo(encoded, key.modulus)) % key.modulus
        const factor = numberOf(root(bytesOf(quotient, key.length)))
        const explained = blindBy(key, input, { salt: draw.salt, factor })
        expect(hex(explained.blinded)).toBe(hex(seen.blinded))
        expect(hex(finalize(key, input, root(seen.blinded), explained.inverse))).toBe(hex(signature))
      }
  })

  test('is no signature, and not what any of them signs; without a factor it would be, and the link is found', () => {
    expect(linksOf(draws)).toBe(0)
    const bare = draws.map(({ input, draw }) => ({ ...signed(input, { ...draw, factor: 1n }), input }))
    expect(linksOf(bare)).toBe(bare.length)
  })

  function signed(input: Uint8Array, draw: { salt: Uint8Array; factor: bigint }) {
    const { blinded, inverse } = blindBy(key, input, draw)
    return { blinded, signature: finalize(key, input, blindSign(secret, blinded), inverse) }
  }

  /** How many of the signatures a signer recognises by what it saw. */
  function linksOf(all: readonly { blinded: Uint8Array; signature: Uint8Array }[]): number {
    const seen = new Set(all.flatMap(({ blinded }) => [hex(blinded), hex(root(blinded))]))
    return all.filter(({ signature }) => {
      const opened = bytesOf(powerModulo(numberOf(signature), key.exponent, key.modulus), key.length)
      return seen.has(hex(signature)) || seen.has(hex(opened))
    }).length
  }
})

describe('a key that is not fit to be used', () => {
  const modulus = bytes(published.n)
  test.each([
    ['even', flipped(modulus, 8 * modulus.length - 1), 65537n],
    ['of 2040 bits', modulus.subarray(0, 255), 65537n],
    ['of 4104 bits', bytes(`ff${published.n}`), 65537n],
    ['with a highest bit that is 0', bytes(`00${published.n.slice(2)}`), 65537n],
    ['to the power of 3', modulus, 3n],
    ['to the power of 1, which hides nothing', modulus, 1n],
    ['to an even power', modulus, 65536n],
  ])('%s, is refused', (_name, wrong, exponent) => {
    expect(() => rsaPublicKey(wrong, exponent)).toThrow(RangeError)
  })

  test('because its modulus has a factor that a number drawn by chance has too, is found out', () => {
    const product = bytesOf((1n << 4095n) + 3n ** 5n * 2n + 1n, 512)
    const weak = rsaPublicKey(product, 65537n)
    const small = [3n, 5n, 7n, 11n, 13n, 17n, 19n, 23n].find((prime) => weak.modulus % prime === 0n)
    expect(small).toBeDefined()
    const draw = { salt: new Uint8Array(saltLength), factor: small ?? 1n }
    expect(() => blindBy(weak, new Uint8Array(), draw)).toThrow('no inverse')
  })
})

describe('the draw of a factor', () => {
  test('outside of [1, modulus) is refused', () => {
    for (const factor of [0n, -1n, key.modulus, key.modulus + 1n])
      expect(() => blindBy(key, new Uint8Array(), { salt: new Uint8Array(saltLength), factor })).toThrow(RangeError)
  })

  test('is made anew where it is not below the modulus', () => {
    const real = crypto
    let draws = 0
    vi.stubGlobal('crypto', {
      getRandomValues(into: Uint8Array<ArrayBuffer>) {
        if (into.length !== key.length) return real.getRandomValues(into)
        draws += 1
        return draws < 3 ? into.fill(draws === 1 ? 0xff : 0) : real.getRandomValues(into).fill(1, 0, 1)
      },
    })
    blind(key, new Uint8Array())
    expect(draws).toBe(3)
  })

  test('of a broken source ends, and not in a weak number', () => {
    vi.stubGlobal('crypto', { getRandomValues: (into: Uint8Array) => into.fill(0) })
    expect(() => blind(key, new Uint8Array())).toThrow('source of randomness')
  })
})

/** The signer's power, with nothing of ours around it. */
function root(seen: Uint8Array): Uint8Array {
  return privateDecrypt({ key: secret, padding: constants.RSA_NO_PADDING }, seen)
}

function randomFactor(): bigint {
  return numberOf(crypto.getRandomValues(new Uint8Array(key.length))) % key.modulus
}

function flipped(of: Uint8Array, bit: number): Uint8Array {
  return of.map((byte, place) => (place === bit >> 3 ? byte ^ (0x80 >> (bit & 7)) : byte))
}

function number(text: string): bigint {
  return BigInt(`0x${text}`)
}

function bytes(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text, 'hex'))
}

function hex(of: Uint8Array): string {
  return Buffer.from(of).toString('hex')
}

function jwkOf(primes: { p: bigint; q: bigint; d: bigint }) {
  const text = (value: bigint) =>
    Buffer.from(bytesOf(value, Math.ceil(value.toString(16).length / 2))).toString('base64url')
  const { p, q, d } = primes
  return {
    kty: 'RSA',
    n: text(p * q),
    e: 'AQAB',
    d: text(d),
    p: text(p),
    q: text(q),
    dp: text(d % (p - 1n)),
    dq: text(d % (q - 1n)),
    qi: text(inverseModulo(q, p)),
  }
}
