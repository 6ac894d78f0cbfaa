import { z } from 'zod'
import { endpoint } from '#platform/anywhere/endpoint.ts'
import { limits } from '#platform/anywhere/limits.ts'
import { Columns, Reading, Sheet, SheetId, SheetPreview, SheetRow, Since } from './sheet.ts'

/** Made by whoever sends a sheet, to ask how far it has been read. */
const ProgressKey = z.string().regex(/^[\w-]{8,64}$/)

export const sheetApi = {
  add: endpoint({
    method: 'POST',
    path: '/sheets',
    policy: 'sheet.add',
    takes: 'bytes',
    bodyLimit: limits.sheetBytes,
    input: z.strictObject({ name: Sheet.shape.name, progress: ProgressKey.optional() }),
    output: Sheet,
    says: 'Keep a table as it comes: an Excel workbook, or CSV with commas, semicolons or tabs, from a file or pasted. Says what was found in it.',
  }),
  progress: endpoint({
    method: 'GET',
    path: '/sheet-progress/:key',
    policy: 'sheet.add',
    input: z.strictObject({ key: ProgressKey }),
    output: z.strictObject({ share: z.number().nullable() }),
    says: 'How much of a sheet that is just being added has been read, by the key it was sent with: a share, null when none is being read.',
  }),
  readAgain: endpoint({
    method: 'POST',
    path: '/sheets/:id/readings',
    policy: 'sheet.add',
    input: z.strictObject({ id: SheetId, ...Reading.shape }),
    output: Sheet,
    says: 'Read the bytes of a sheet another way: another tab of its workbook, its rows as they stand, or one column for each period turned into rows. Makes a sheet of its own.',
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
