import type { PanelOptions } from '#lib/sheet/gather-rows.ts'
import { panelReader } from '#lib/sheet/panel-reader.ts'
import type { NumberStyle } from '#lib/sheet/parse-number.ts'
import type { SheetPanel } from '#lib/sheet/sheet-panel.ts'
import { SheetProblem } from '#lib/sheet/sheet-problem.ts'
import type { SheetWarning } from '#lib/sheet/sheet-warning.ts'
import { limits } from '#platform/anywhere/limits.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import type { Database } from '#platform/database.ts'
import type { Upload } from '#platform/http.ts'
import type { ColumnMap } from './columns.ts'
import { type GridColumns, gridMappingOf } from './mapping-of.ts'
import { piecesOf } from './pieces-of.ts'
import { describeSheet, readSheet } from './read-sheet.ts'
import type { Sheet, SheetId, SheetRow } from './sheet.ts'
import { descriptionOf } from './sheet-description.ts'
import { refusalOf } from './sheet-refusal.ts'

declare module '#platform/database.ts' {
  interface Tables {
    sheet: Sheet
    sheetChunk: { sheetId: SheetId; position: number; content: Buffer }
  }
}

declare module '#platform/outbox.ts' {
  interface Events {
    'sheet.added': { id: SheetId }
  }
}

/** @throws {Problem} `not-found`. */
export async function findSheet(db: Database, id: SheetId): Promise<Sheet> {
  const sheet = await db.selectFrom('sheet').selectAll().where('id', '=', id).executeTakeFirst()
  if (!sheet) throw new Problem('not-found', 'sheet.none')
  return sheet
}

/** Whether there is such a sheet, without reading what was found in it. */
export async function hasSheet(db: Database, id: SheetId): Promise<boolean> {
  return (await db.selectFrom('sheet').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}

/**
 * Keeps a sheet as it came, and what is found in it. The bytes pass once: what is written is what is read.
 * @throws {Problem} `bad-input` when it is no table that can be read; then nothing is kept.
 */
export async function addSheet(
  db: Database,
  { upload, ...given }: Pick<Sheet, 'id' | 'name' | 'addedById' | 'addedAt'> & { upload: Upload },
): Promise<Sheet> {
  async function* kept(): AsyncGenerator<Buffer> {
    let position = 0
    for await (const content of piecesOf(upload.read(), limits.sheetChunkBytes)) {
      await db.insertInto('sheetChunk').values({ sheetId: given.id, position, content }).execute()
      position++
      yield content
    }
  }
  const described = await refusing(() => describeSheet(kept()))
  const sheet = { ...given, bytes: upload.size, sha256: upload.sha256, description: descriptionOf(described) }
  await db.insertInto('sheet').values(sheet).execute()
  return sheet
}

/**
 * A sheet as site x period x value, read anew from its bytes.
 * @param guardrails More columns of numbers.
 * @throws {Problem} `not-found`; `bad-input` saying where the sheet and the choice of columns do not fit.
 */
export async function readPanel(
  db: Database,
  id: SheetId,
  { columns, since, guardrails }: { columns: PanelColumns; since: string; guardrails: readonly string[] },
): Promise<SheetPanel> {
  const { site, treated } = columns
  const told = { column: treated.column, values: treated.values ?? undefined }
  const mapping = { ...gridMappingOf(columns, guardrails), site, since, treated: told }
  return readWith(db, id, (header, options) => panelReader(header, mapping, options), columns)
}

/** What a table of two groups needs. */
type PanelColumns = GridColumns & { site: string; treated: { column: string; values: string[] | null } }

/** Takes the rows of a sheet one by one, and says in the end what they make. */
export interface RowReader<T> {
  add(row: number, cells: readonly string[]): void
  finish(): T
}

/**
 * What the rows of a sheet make, read anew from its bytes by a reader of `lib/sheet`. The file's own doubts come first.
 * @param columns The choice that it is read by: a refusal then marks the part that it is about.
 * @throws {Problem} `not-found`; `bad-input` saying where the sheet and the choice of columns do not fit.
 */
export async function readWith<T extends { warnings: SheetWarning[] }>(
  db: Database,
  id: SheetId,
  readerOf: (header: readonly string[], options: PanelOptions) => RowReader<T>,
  columns: ColumnMap,
): Promise<T> {
  if (!(await hasSheet(db, id))) throw new Problem('not-found', 'sheet.none')
  return refusing(async () => {
    const sheet = await readSheet(readChunks(db, id))
    try {
      const most = { sites: limits.trialSites, periods: limits.trialPeriods }
      const reader = readerOf(sheet.header, { hint: sheet.hint, limits: most })
      for await (const rows of sheet.batches) for (const { row, cells } of rows) reader.add(row, cells)
      const made = reader.finish()
      return { ...made, warnings: [...sheet.warnings(), ...made.warnings] }
    } finally {
      await sheet.close()
    }
  }, columns)
}

/** Rows by the numbers that a spreadsheet shows, from `from` on or only some, at most `limits.rowsPage`. */
export async function readRows(
  db: Database,
  id: SheetId,
  { from, only }: { from: number; only: ReadonlySet<number> | null },
): Promise<{ columns: string[]; rows: SheetRow[]; hasMore: boolean }> {
  if (!(await hasSheet(db, id))) throw new Problem('not-found', 'sheet.none')
  const { header, batches } = await readSheet(readChunks(db, id))
  const last = only && Math.max(...only)
  const rows: SheetRow[] = []
  for await (const batch of batches) {
    for (const row of batch) {
      if (last !== null && row.row > last) return { columns: header, rows, hasMore: false }
      if (row.row < from || (only && !only.has(row.row))) continue
      if (rows.length === limits.rowsPage) return { columns: header, rows, hasMore: true }
      rows.push(row)
    }
  }
  return { columns: header, rows, hasMore: false }
}

/**
 * Reads all rows of a sheet, some at a time, header first. `visit` may stop it by answering false.
 * @throws {Problem} `not-found`; `bad-input` saying where the sheet cannot be read on.
 */
export async function visitRows(
  db: Database,
  id: SheetId,
  visit: (rows: SheetRow[], sheet: { header: string[]; hint: NumberStyle }) => Promise<boolean> | boolean,
): Promise<void> {
  if (!(await hasSheet(db, id))) throw new Problem('not-found', 'sheet.none')
  await refusing(async () => {
    const { header, hint, batches } = await readSheet(readChunks(db, id))
    for await (const rows of batches) if (!(await visit(rows, { header, hint }))) return
  })
}

/** The bytes, one stored piece in memory at a time. */
async function* readChunks(db: Database, id: SheetId): AsyncGenerator<Buffer> {
  for (let position = 0; ; position++) {
    const chunk = await db
      .selectFrom('sheetChunk')
      .select('content')
      .where('sheetId', '=', id)
      .where('position', '=', position)
      .executeTakeFirst()
    if (!chunk) return
    yield chunk.content
  }
}

/** The reader speaks in codes; people read sentences. */
async function refusing<T>(read: () => Promise<T>, columns?: ColumnMap): Promise<T> {
  try {
    return await read()
  } catch (error) {
    throw error instanceof SheetProblem ? refusalOf(error, columns) : error
  }
}
