import { z } from 'zod'
import { endpoint } from '#platform/anywhere/endpoint.ts'
import { limits } from '#platform/anywhere/limits.ts'
import { Columns, Sheet, SheetId, SheetPreview, SheetRow, Since } from './sheet.ts'

export const sheetApi = {
  add: endpoint({
    method: 'POST',
    path: '/sheets',
    policy: 'sheet.add',
    takes: 'bytes',
    bodyLimit: limits.sheetBytes,
    input: z.strictObject({ name: Sheet.shape.name }),
    output: Sheet,
    says: 'Keep a table as it comes: CSV with commas, semicolons or tabs, from a file or pasted. Says what was found in it.',
  }),
  find: endpoint({
    method: 'GET',
    path: '/sheets/:id',
    policy: 'sheet.read',
    input: z.strictObject({ id: SheetId }),
    output: Sheet,
    says: 'What was found in a sheet: its columns, guesses which of them says what, its first rows, and doubts.',
  }),
  preview: endpoint({
    method: 'POST',
    path: '/sheets/:id/previews',
    policy: 'sheet.read',
    reads: true,
    input: z.strictObject({
      id: SheetId,
      columns: Columns,
      since: Since,
      guardrails: z.array(Columns.shape.value).max(5),
    }),
    output: SheetPreview,
    says: 'Read a sheet with a choice of columns: sites, periods, groups, their raw series, and doubts.',
  }),
  rows: endpoint({
    method: 'GET',
    path: '/sheets/:id/rows',
    policy: 'sheet.read',
    input: z.strictObject({
      id: SheetId,
      /** The row number of a spreadsheet to begin at. */
      from: z.coerce.number().pipe(z.int().min(1)).default(1),
      /** Only these, such as `12,13,40`. */
      only: z
        .string()
        .regex(/^\d{1,9}(,\d{1,9}){0,99}$/)
        .optional(),
    }),
    output: z.strictObject({ columns: z.array(z.string()), rows: z.array(SheetRow), hasMore: z.boolean() }),
    says: 'Rows of a sheet as they stand in it, from a row on or by their numbers, at most 500.',
  }),
}
