import { limits } from '../anywhere/limits.ts'
import type { Doors } from '../database/doors.ts'
import type { Identify } from './serve.ts'
import type { Who } from './who-asks.ts'

/**
 * Notes once a day for each sign-in and each key that it is used. Which ones were noted is kept in memory, so that a request costs
 * no write; another process notes again, which changes nothing.
 */
export function noteUseOnceADay(
  doors: Doors,
  identify: Identify,
  clock: () => Date,
): (who: Pick<Who, 'secret' | 'key'>) => void {
  let day = ''
  const noted = new Set<string>()
  return ({ secret, key }) => {
    const now = clock()
    const today = now.toISOString().slice(0, 10)
    if (today !== day || noted.size >= limits.notedSignIns) noted.clear()
    day = today
    const pass = key?.id ?? secret
    if (!pass || noted.has(pass)) return
    noted.add(pass)
    // Beside the request, which has been answered: a failure is noted by trying again with the next one.
    doors
      .tx(key ? { workspaceId: key.signed.workspaceId } : {}, (db) =>
        key ? identify.touchKey(db, key.id, now) : identify.touch(db, pass, now),
      )
      .catch(() => noted.delete(pass))
  }
}
