import { sql } from 'kysely'
import type { Database } from '#platform/database.ts'
import type { SheetId } from '#product/sheet/sheet.ts'

/** The sheets that a draft or a plan names anywhere, and those that trials are measured on. */
export async function listSheetsInUse(db: Database): Promise<Set<SheetId>> {
  const { rows } = await sql<{ id: SheetId }>`
    select sheet_id::text as id from trial_sheet
    union select sheet #>> '{}' from plan_draft, jsonb_path_query(body, '$.**.sheetId') as sheet
    union select sheet #>> '{}' from plan, jsonb_path_query(body, '$.**.sheetId') as sheet`.execute(db)
  return new Set(rows.map(({ id }) => id))
}
