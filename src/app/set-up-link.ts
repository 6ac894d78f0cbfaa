import { limits } from '#platform/anywhere/limits.ts'
import type { Doors } from '#platform/database/doors.ts'
import { issueToken, revokeTokens } from '#platform/tokens.ts'
import { hasAccounts } from '#product/person/person-store.ts'

/** The one-time link of the first run, or null once somebody has an account. A new start takes back the link before. */
export function setUpLink(doors: Doors, linkUrl: string): Promise<string | null> {
  return doors.tx({}, async (db) => {
    if (await hasAccounts(db)) return null
    await revokeTokens(db, 'set-up', {})
    const secret = await issueToken(db, 'set-up', {}, new Date(Date.now() + limits.setUpLinkMs))
    return `${linkUrl}/set-up#${secret}`
  })
}
