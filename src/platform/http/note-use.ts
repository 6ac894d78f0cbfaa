import type { FastifyRequest } from 'fastify'
import { limits } from '../anywhere/limits.ts'
import type { Doors } from '../database/doors.ts'
import { signInCookie } from './cookie.ts'
import type { Identify } from './serve.ts'

/**
 * Notes once a day for each sign-in that it is used. Which ones were noted is kept in memory, so that a request costs
 * no write; another process notes again, which changes nothing.
 */
export function noteUseOnceADay(
  doors: Doors,
  identify: Identify,
  clock: () => Date,
): (request: FastifyRequest) => void {
  let day = ''
  const noted = new Set<string>()
  return (request) => {
    const secret = signInCookie.read(request)
    const now = clock()
    const today = now.toISOString().slice(0, 10)
    if (today !== day || noted.size >= limits.notedSignIns) noted.clear()
    day = today
    if (!secret || noted.has(secret)) return
    noted.add(secret)
    // Beside the request, which has been answered: a failure is noted by trying again with the next one.
    doors.tx({}, (db) => identify.touch(db, secret, now)).catch(() => noted.delete(secret))
  }
}
