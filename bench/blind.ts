import { constants, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto'
import { numberOf } from '#platform/anywhere/blind/modular.ts'
import { blind, finalize, isSignatureOf, prepare, rsaPublicKey, saltLength } from '#platform/anywhere/blind/rsabssa.ts'
import { blindSign } from '#platform/blind/sign-blinded.ts'
import type { Benchmark, Figure } from './benchmark.ts'
import { written } from './stats/time-of.ts'

/** What all tokens of a key have in common is about as long. */
const message = Buffer.from('ratchet blind token 1\n2026-W48\njMYIteY34CNQ4pLx2hJzLYv2tQ3EQhMa2u1HFSEXTI0')

export const blindTokens: Benchmark = {
  name: 'blind',
  says: 'blind-signed tokens (RFC 9474), beside RSA-PSS of OpenSSL in the same run, with two sizes of key',
  async run() {
    return [2048, 3072].flatMap(figuresWith)
  },
}

function figuresWith(bits: number): Figure[] {
  const begun = performance.now()
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: bits, publicExponent: 65537 })
  const generated = performance.now() - begun
  const key = publicKeyOf(privateKey)
  const input = prepare(message)
  const { blinded, inverse } = blind(key, input)
  const blindSignature = blindSign(privateKey, blinded)
  const signature = finalize(key, input, blindSignature, inverse)

  const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength }
  const open = createPublicKey(privateKey)
  const times = leastTimes({
    'OpenSSL: sign': () => sign('sha384', input, { key: privateKey, ...pss }),
    'OpenSSL: verify': () => verify('sha384', input, { key: open, ...pss }, signature),
    'server: blindSign': () => blindSign(privateKey, blinded),
    'client: prepare and blind': () => blind(key, prepare(message)),
    'client: finalize': () => finalize(key, input, blindSignature, inverse),
    'client: verify': () => isSignatureOf(key, input, signature),
  })
  const figure = (way: keyof typeof times, beside: 'sign' | 'verify'): Figure => ({
    what: `${bits} bits, ${way}`,
    measured: `${written(times[way])}, ${(times[way] / times[`OpenSSL: ${beside}`]).toFixed(1)} times OpenSSL's ${beside}`,
  })
  return [
    { what: `${bits} bits, a new key (once, differs a lot)`, measured: written(generated) },
    { what: `${bits} bits, OpenSSL: RSA-PSS sign`, measured: written(times['OpenSSL: sign']) },
    { what: `${bits} bits, OpenSSL: RSA-PSS verify`, measured: written(times['OpenSSL: verify']) },
    figure('server: blindSign', 'sign'),
    figure('client: prepare and blind', 'sign'),
    figure('client: finalize', 'verify'),
    figure('client: verify', 'verify'),
  ]
}

/**
 * How long one call of each way takes, in ms: the least of 40 turns of five calls, and all ways take their turns together, so
 * that a busy machine slows all of them down. What is measured does the same work each time, so the least is what it takes.
 */
function leastTimes<Name extends string>(ways: Record<Name, () => unknown>): Record<Name, number> {
  const names = Object.keys(ways) as Name[]
  const least = Object.fromEntries(names.map((name) => [name, Number.POSITIVE_INFINITY])) as Record<Name, number>
  for (let turn = 0; turn < 40; turn += 1)
    for (const name of names) {
      const begun = performance.now()
      for (let call = 0; call < 5; call += 1) ways[name]()
      least[name] = Math.min(least[name], (performance.now() - begun) / 5)
    }
  return least
}

function publicKeyOf(secret: KeyObject) {
  const { n = '', e = '' } = createPublicKey(secret).export({ format: 'jwk' })
  return rsaPublicKey(Buffer.from(n, 'base64url'), numberOf(Buffer.from(e, 'base64url')))
}
