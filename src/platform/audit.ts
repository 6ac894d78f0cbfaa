import type { Generated } from 'kysely'
import type { AccountId, PersonId } from './anywhere/identity.ts'
import type { Database } from './database.ts'

declare module '#platform/database.ts' {
  interface Tables {
    audit: {
      sequence: Generated<bigint>
      at: Date
      accountId: AccountId | null
      personId: PersonId | null
      action: string
      about: Record<string, string>
    }
  }
}

/** What the audit keeps: the action's name and the ids it touched. No text that somebody wrote, and no network address. */
export async function addAudit(
  db: Database,
  row: {
    at: Date
    accountId: AccountId | null
    personId: PersonId | null
    action: string
    about: Record<string, string>
  },
): Promise<void> {
  await db.insertInto('audit').values(row).execute()
}
