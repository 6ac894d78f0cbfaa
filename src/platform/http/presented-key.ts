import type { FastifyRequest } from 'fastify'
import { Problem } from '../anywhere/problem.ts'
import { holdsKeyText, type PresentedKey, readKeyText } from '../key-text.ts'
import { signInCookie } from './cookie.ts'

/**
 * The key that a request carries as `Authorization: Bearer`, or null. Asks no database.
 * @throws {Problem} `not-recognised` when it is no key; `bad-input` when a sign-in came with it (which of the two acts
 * would be a guess), or when a key stands in the address, where every server on the way writes it down.
 */
export function presentedKey(request: FastifyRequest): PresentedKey | null {
  if (holdsKeyText(decoded(request.url))) throw new Problem('bad-input', 'http.bearer-in-address')
  const [, text] = /^Bearer(?: +(.*))?$/i.exec(request.headers.authorization ?? '') ?? [null, null]
  // Another scheme is not ours: a proxy in front of us may have asked for it.
  if (text === null) return null
  const key = readKeyText(text?.trim() ?? '')
  if (!key) throw new Problem('not-recognised', 'http.bearer-malformed')
  if (signInCookie.read(request)) throw new Problem('bad-input', 'http.bearer-and-sign-in')
  return key
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    return url
  }
}
