import { Problem } from '#platform/anywhere/problem.ts'
import type { Serve } from '#platform/http.ts'
import { doubtOf, previewOf, type SheetId } from './sheet.ts'
import { sheetApi } from './sheet-api.ts'
import { noteProgress, progressOf } from './sheet-progress.ts'
import { addReading, addSheet, bytesOf, findSheet, readPanel, readRows } from './sheet-store.ts'
import { surveySheet } from './survey-sheet.ts'

export function sheetRoutes(serve: Serve): void {
  serve(
    sheetApi.add,
    async ({ progress }, { upload, signed, atEnd }) => {
      if (!upload || upload.size === 0) throw new Problem('bad-input', 'sheet.problem.empty-file')
      const noted = noteProgress(signed, progress)
      atEnd(async () => noted.end())
      const surveyed = await surveySheet(noted.watch(upload), { tab: null, layout: 'as-found' })
      atEnd(surveyed.close)
      return surveyed
    },
    async ({ name }, { db, upload, signed, newId, now, emit }, surveyed) => {
      if (!upload) throw new Problem('bad-input', 'sheet.problem.empty-file')
      const id = newId<SheetId>()
      const sheet = await addSheet(db, { id, name, addedById: signed.personId, addedAt: now, upload, surveyed })
      await emit('sheet.added', { id })
      return sheet
    },
  )

  serve(
    sheetApi.readAgain,
    async ({ id, tab, layout }, { tx, atEnd }) => {
      const sheet = await tx((db) => findSheet(db, id))
      const surveyed = await surveySheet(bytesOf(sheet, tx), { tab, layout })
      atEnd(surveyed.close)
      return surveyed
    },
    async ({ id }, { db, signed, newId, now, emit }, surveyed) => {
      const given = { id: newId<SheetId>(), addedById: signed.personId, addedAt: now }
      const sheet = await addReading(db, { ...given, of: await findSheet(db, id), surveyed })
      await emit('sheet.added', { id: sheet.id })
      return sheet
    },
  )

  serve(sheetApi.progress, async ({ key }, { signed }) => ({ share: progressOf(signed, key) }))

  serve(sheetApi.find, ({ id }, { db }) => findSheet(db, id))

  serve(sheetApi.preview, async ({ id, columns, since, guardrails }, { db }) => {
    const panel = await readPanel(db, id, { columns, since, guardrails })
    return previewOf(panel, panel.warnings.map(doubtOf))
  })

  serve(sheetApi.rows, ({ id, from, only }, { db }) =>
    readRows(db, id, { from, only: only === undefined ? null : new Set(only.split(',').map(Number)) }),
  )
}
