import type { FastifyReply, FastifyRequest } from 'fastify'
import { limits } from '../anywhere/limits.ts'

const name = '__Host-ratchet'

/**
 * The one cookie: the secret of a sign-in. `__Host-` makes browsers refuse it from another host, without TLS
 * (loopback excepted) and with another path; `HttpOnly` keeps scripts from it; `Lax` keeps other sites from sending it.
 */
export const signInCookie = {
  name,
  read(request: FastifyRequest): string | null {
    const value = request.cookies[name]
    return value && /^[\w-]{43}$/.test(value) ? value : null
  },
  write(reply: FastifyReply, secret: string | null): void {
    const kept = { path: '/', secure: true, httpOnly: true, sameSite: 'lax' as const }
    if (secret === null) void reply.clearCookie(name, kept)
    else void reply.setCookie(name, secret, { ...kept, maxAge: limits.signInDays * 86_400 })
  },
}
