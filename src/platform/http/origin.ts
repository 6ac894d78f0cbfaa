import type { FastifyRequest } from 'fastify'
import { Problem } from '../anywhere/problem.ts'

interface OriginSettings {
  /** The configured address, or null: then the request's own host counts. */
  readonly publicUrl: string | null
  /** Without a configured address: any host name, not only those of this machine. Under TLS the certificate decides. */
  readonly acceptsAnyHost: boolean
}

/**
 * Refuses a request that another site made a browser send, and one for a host name that is not ours (DNS rebinding).
 * With JSON-only bodies and `SameSite=Lax` this is what a token in every form would do.
 * @param hasKey The request carries a key: no browser adds that by itself, so nobody can have been tricked into it.
 * @throws {Problem} `not-allowed`, `wrong-host`.
 */
export function refuseForeignOrigin(
  request: FastifyRequest,
  { publicUrl, acceptsAnyHost }: OriginSettings,
  hasKey: boolean,
): void {
  const host = request.headers.host ?? ''
  if (!publicUrl && !acceptsAnyHost && !isOwnMachine(host)) throw new Problem('wrong-host', 'http.wrong-host')
  if (hasKey || request.method === 'GET' || request.method === 'HEAD') return
  const { origin } = request.headers
  if (origin !== undefined) {
    const own = publicUrl ? new URL(publicUrl).origin : `${request.protocol}://${host}`
    if (origin !== own) throw new Problem('not-allowed', 'http.foreign-origin')
    return
  }
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    throw new Problem('not-allowed', 'http.foreign-origin')
  // A browser always says where a write comes from. A program without a cookie has nothing to be tricked out of.
  if (site === undefined && request.headers.cookie !== undefined)
    throw new Problem('not-allowed', 'http.foreign-origin')
}

function isOwnMachine(host: string): boolean {
  const name = host.replace(/:\d+$/, '')
  return name === 'localhost' || name === '127.0.0.1' || name === '[::1]'
}
