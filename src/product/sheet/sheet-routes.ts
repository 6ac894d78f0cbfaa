import { Problem } from '#platform/anywhere/problem.ts'
import type { Serve } from '#platform/http.ts'
import { doubtOf, previewOf, type SheetId } from './sheet.ts'
import { sheetApi } from './sheet-api.ts'
import { addSheet, findSheet, readPanel, readRows } from './sheet-store.ts'

export function sheetRoutes(serve: Serve): void {
  serve(sheetApi.add, async ({ name }, { db, upload, signed, newId, now, emit }) => {
    if (!upload || upload.size === 0) throw new Problem('bad-input', 'sheet.problem.empty-file')
    const id = newId<SheetId>()
    const sheet = await addSheet(db, { id, name, addedById: signed.personId, addedAt: now, upload })
    await emit('sheet.added', { id })
    return sheet
  })

  serve(sheetApi.find, ({ id }, { db }) => findSheet(db, id))

  serve(sheetApi.preview, async ({ id, columns, since, guardrails }, { db }) => {
    const panel = await readPanel(db, id, { columns, since, guardrails })
    return previewOf(panel, panel.warnings.map(doubtOf))
  })

  serve(sheetApi.rows, ({ id, from, only }, { db }) =>
    readRows(db, id, { from, only: only === undefined ? null : new Set(only.split(',').map(Number)) }),
  )
}
